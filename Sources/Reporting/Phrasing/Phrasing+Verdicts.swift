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
        case .notApplicable(.noLimit(let severity)): parts.reason = "no target for \(severity.title)"
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
        case .missing(let milestone): "no “\(milestone.rawValue)” on record"
        case .outOfOrder(let start, let stop): "“\(stop.rawValue)” stands before “\(start.rawValue)”"
        case .severityUnknown: "the severity is not known"
        }
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
