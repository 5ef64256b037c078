package import Compliance
package import IncidentModel

/// Verdicts and milestones.
extension Phrasing {
    /// What became of a promise: `met in 2 min of 15 min`.
    package func verdict(_ verdict: Verdict, limit: Duration?) -> String {
        let parts = parts(of: verdict, limit: limit)
        return parts.word + (parts.figures.map { " " + $0 } ?? "") + (parts.due.map { ", due " + $0 } ?? "")
            + (parts.reason.map { ": " + $0 } ?? "")
    }

    /// The same in parts, for pages that set the word apart: `met`, `in 2 min of 15 min`.
    struct VerdictParts: Equatable {
        var word: String
        var figures: String?
        var due: String?
        var reason: String?
    }

    func parts(of verdict: Verdict, limit: Duration?) -> VerdictParts {
        let of = limit.map { " of " + Self.limit($0) } ?? ""
        var parts = VerdictParts(word: Self.word(verdict.kind))
        switch verdict {
        case .met(let elapsed): parts.figures = "in \(Self.duration(elapsed))\(of)"
        case .breached(let elapsed, let by):
            parts.figures = "by \(Self.duration(by)) (\(Self.duration(elapsed))\(of))"
        case .open(let due): parts.due = minute(due)
        case .overdue(let due, let by): parts.figures = "by \(Self.duration(by)) (was due \(minute(due)))"
        case .notApplicable(let exemption): parts.reason = Self.exemption(exemption)
        case .unproven(let doubt): parts.reason = Self.doubt(doubt)
        }
        return parts
    }

    /// One word, for narrow tables.
    package static func word(_ kind: Verdict.Kind) -> String {
        switch kind {
        case .met: "met"
        case .breached: "breached"
        case .open: "open"
        case .overdue: "overdue"
        case .notApplicable: "not applicable"
        case .unproven: "unproven"
        }
    }

    /// Why nothing can be judged.
    package static func doubt(_ doubt: Verdict.Doubt) -> String {
        switch doubt {
        case .missing(let evidence): "no “\(evidence.words)” on record"
        case .outOfOrder(let start, let stop): "“\(stop.words)” stands before “\(start.words)”"
        case .severityUnknown: "the severity is not known"
        case .onlyLatest(let evidence): "only the latest “\(evidence.words)” is on record"
        case .tooFewRecipients(let count, let all):
            "it went to \(number(count)) of \(number(all)) on record as affected"
        case .accountsUnnamed(_, nil): "the export says nothing about affected accounts"
        case .accountsUnnamed(let named, let all?):
            "\(number(all)) accounts are affected, and the export names \(number(named))"
        }
    }

    /// Why a promise does not apply.
    package static func exemption(_ exemption: Verdict.Exemption) -> String {
        switch exemption {
        case .noLimit(let severity): "no target for \(severity.title)"
        case .excluded(let reason): "excluded by the policy: \(reason)"
        case .unconditioned(let conditions): "only if \(Self.conditions(Set(conditions)))"
        case .notYet(let milestone): "not \(milestone.rawValue) yet"
        case .noAccount(.all): "no account is affected"
        case .noAccount(.strategic): "no strategic account is affected"
        case .nothingPromised: "no message promised a time for the next one"
        }
    }

    /// A clock's limit at a severity: `48 h`, `48 h, if asked for or recurring`; `as promised` where a message sets it;
    /// `nil` where nothing is promised.
    package static func target(of clock: Clock, at severity: Severity) -> String? {
        guard clock.applies(to: severity) else { return nil }
        let limit = clock.limits[severity].map { Self.limit($0) } ?? "as promised"
        guard let conditions = clock.conditions[severity] else { return limit }
        return "\(limit), if \(Self.conditions(conditions))"
    }

    /// `asked for or recurring`.
    static func conditions(_ conditions: Set<ClockCondition>) -> String {
        list(conditions.sorted().map { $0 == .asked ? "asked for" : "recurring" }, "or")
    }

    /// `detected to triaged`: both milestones spelled out.
    package static func between(_ start: Milestone, _ stop: Milestone) -> String {
        "\(start.rawValue) to \(stop.rawValue)"
    }

    /// What a milestone means, in the words of the definitions.
    package static func meaning(_ milestone: Milestone) -> String {
        switch milestone {
        case .started: "impact begins"
        case .detected: "somebody or something noticed"
        case .triaged: "acknowledged, severity declared"
        case .communicated: "first message to anyone outside"
        case .mitigated: "customer impact ends"
        case .resolved: "fully normal"
        case .closed: "paperwork done"
        case .reviewed: "post-mortem held or published"
        }
    }

    /// How a milestone is known.
    package static func knowledge(_ knowledge: Knowledge) -> String {
        switch knowledge {
        case .recorded: "recorded"
        case .inferred(let rule): "inferred by rule “\(rule)”"
        }
    }
}
