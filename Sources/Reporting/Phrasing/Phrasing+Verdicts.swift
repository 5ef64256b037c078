package import Compliance
package import IncidentModel
import Typesetting

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
        var parts = VerdictParts(word: word(verdict.kind))
        switch verdict {
        case .met(let elapsed): parts.figures = phrases("verdict.met.figures", ["elapsed": share(elapsed, limit)])
        case .breached(let elapsed, let by):
            parts.figures = phrases(
                "verdict.breached.figures", ["by": Self.duration(by), "elapsed": share(elapsed, limit)])
        case .open(let due): parts.due = minute(due)
        case .overdue(let due, let by):
            parts.figures = phrases("verdict.overdue.figures", ["by": Self.duration(by), "due": minute(due)])
        case .notApplicable(let exemption): parts.reason = self.exemption(exemption)
        case .unproven(let doubt): parts.reason = self.doubt(doubt)
        }
        return parts
    }

    /// `2 min of 15 min`; without a limit the time alone.
    private func share(_ elapsed: Duration, _ limit: Duration?) -> String {
        let elapsed = Self.duration(elapsed)
        return limit.map { phrases("verdict.of", ["elapsed": elapsed, "limit": Self.limit($0)]) } ?? elapsed
    }

    /// One word, for narrow tables.
    package func word(_ kind: Verdict.Kind) -> String { phrases("verdict." + kind.rawValue) }

    /// Why nothing can be judged.
    package func doubt(_ doubt: Verdict.Doubt) -> String {
        switch doubt {
        case .missing(let evidence): phrases("doubt.missing", ["evidence": evidence.words])
        case .outOfOrder(let start, let stop):
            phrases("doubt.outOfOrder", ["start": start.words, "stop": stop.words])
        case .severityUnknown: phrases("doubt.severityUnknown")
        case .onlyLatest(let evidence): phrases("doubt.onlyLatest", ["evidence": evidence.words])
        case .tooFewRecipients(let count, let all):
            phrases("doubt.tooFewRecipients", ["count": Self.number(count), "all": Self.number(all)])
        case .accountsUnnamed(_, nil): phrases("doubt.accountsUnknown")
        case .accountsUnnamed(let named, let all?):
            phrases("doubt.accountsUnnamed", ["all": Self.number(all), "named": Self.number(named)])
        }
    }

    /// Why a promise does not apply.
    package func exemption(_ exemption: Verdict.Exemption) -> String {
        switch exemption {
        case .noLimit(let severity): phrases("exemption.noLimit", ["severity": severity.title])
        case .excluded(let reason): phrases("exemption.excluded", ["reason": reason])
        case .unconditioned(let conditions):
            phrases("exemption.unconditioned", ["conditions": self.conditions(Set(conditions))])
        case .notYet(let milestone): phrases("exemption.notYet", ["milestone": milestone.rawValue])
        case .noAccount(.all): phrases("exemption.noAccount")
        case .noAccount(.strategic): phrases("exemption.noStrategicAccount")
        case .nothingPromised: phrases("exemption.nothingPromised")
        }
    }

    /// A clock's limit at a severity: `48 h`, `48 h, if asked for or recurring`; `as promised` where a message sets it;
    /// `nil` where nothing is promised.
    package func target(of clock: Clock, at severity: Severity) -> String? {
        guard clock.applies(to: severity) else { return nil }
        let limit = clock.limits[severity].map { Self.limit($0) } ?? phrases("target.promised")
        guard let conditions = clock.conditions[severity] else { return limit }
        return phrases("target.if", ["limit": limit, "conditions": self.conditions(conditions)])
    }

    /// `asked for or recurring`.
    func conditions(_ conditions: Set<ClockCondition>) -> String {
        Self.list(
            conditions.sorted().map { phrases($0 == .asked ? "condition.asked" : "condition.recurring") },
            phrases("list.or"))
    }

    /// `detected to triaged`: both milestones spelled out.
    package static func between(_ start: Milestone, _ stop: Milestone) -> String {
        "\(start.rawValue) to \(stop.rawValue)"
    }

    /// What a milestone means, in the words of the definitions.
    package func meaning(_ milestone: Milestone) -> String { phrases("milestone." + milestone.rawValue) }

    /// How a milestone is known.
    package func knowledge(_ knowledge: Knowledge) -> String {
        switch knowledge {
        case .recorded: phrases("knowledge.recorded")
        case .inferred(let rule): phrases("knowledge.inferred", ["rule": rule])
        }
    }
}
