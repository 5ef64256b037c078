import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// Why a verdict is what it is, and what other sources would make of it.
extension IncidentExplanation {
    /// The arithmetic, or what is missing for it.
    func reason(_ judged: JudgedClock, _ clock: Clock, _ part: JudgedPart?) -> String {
        switch judged.verdict {
        case .met(let elapsed):
            return sum(elapsed, clock, part) + (judged.limit.map { ", no more than \(Phrasing.limit($0))" } ?? "")
        case .breached(let elapsed, let by):
            let limit = judged.limit.map { ", \(Phrasing.duration(by)) more than \(Phrasing.limit($0))" } ?? ""
            return sum(elapsed, clock, part) + limit
        case .open(let due):
            return "nothing on record stops it, or shows that it must have been stopped: it runs until "
                + "\(phrasing.moment(due)), and the report moment is \(phrasing.moment(edition.asOf))"
        case .overdue(let due, let by):
            return "nothing on record stops it, or shows that it must have been stopped: it was due "
                + "\(phrasing.moment(due)), \(Phrasing.duration(by)) before the report moment"
        case .notApplicable(let exemption): return phrasing.exemption(exemption)
        case .unproven(let doubt):
            return "\(phrasing.doubt(doubt)); what is not proven is neither a breach nor a pass"
        }
    }

    /// `14:25:00 − 14:23:00 = 2 min`.
    private func sum(_ elapsed: Duration, _ clock: Clock, _ part: JudgedPart?) -> String {
        guard let start = part?.start, let stop = part?.stop else { return "it took \(Phrasing.duration(elapsed))" }
        let isOneDay = phrasing.day(start) == phrasing.day(stop)
        let ends =
            isOneDay
            ? "\(phrasing.time(stop)) − \(phrasing.time(start))"
            : "\(phrasing.moment(stop)) − \(phrasing.moment(start))"
        let straight = stop.wholeSeconds(since: start)
        guard straight != elapsed.wholeSeconds else { return "\(ends) = \(Phrasing.duration(elapsed))" }
        return "\(ends) = \(Phrasing.duration(straight)), of which \(Phrasing.duration(elapsed)) count"
    }

    // MARK: Other sources

    /// What several records claim about the ends of a clock, which of them was believed and why, and the verdicts that
    /// the others would give.
    func disputes(_ clock: Clock) -> [Statement] {
        let ends = [clock.start.milestone, clock.stop.milestone].compactMap { $0 }
        let claimed = ends.flatMap { claims(about: .milestone($0)) }
        let own = rivals.filter { $0.clock == clock.id }
        let others = own.map { rival in
            Statement(
                "otherwise",
                "if \(rival.claim.record.system)’s “\(rival.claim.subject.name)” were believed: "
                    + phrasing.verdict(rival.verdict, limit: limit(of: clock, under: rival)),
                values: [
                    "system": .string(rival.claim.record.system), "verdict": .string(rival.verdict.kind.rawValue),
                ],
                exhibits: [room.exhibit(rival.claim.origin)])
        }
        if claimed.isEmpty || !others.isEmpty { return claimed + others }
        return claimed + [Statement("otherwise", "the verdict is of the same kind by any of these sources")]
    }

    /// A claim about the severity brings its own limit.
    private func limit(of clock: Clock, under rival: RivalVerdict) -> Duration? {
        let severity = rival.claim.subject == .severity ? Severity(rawValue: rival.claim.words) : nil
        return (severity ?? incident.severity?.value).flatMap { clock.limits[$0] }
    }

    /// Empty where one record alone tells of it.
    func claims(about subject: Claim.Subject) -> [Statement] {
        let claims = incident.claims.filter { $0.subject == subject }
        guard claims.count > 1 else { return [] }
        let conflict = incident.conflicts.first { $0.subject == subject }
        let parts = claims.map { claim in
            let words = claim.mark.map { phrasing.moment($0.instant) } ?? "“\(claim.words)”"
            let isOther = conflict?.others.contains(claim) ?? false
            let fate = claim.isBelieved ? "believed" : isOther ? "not believed" : "says the same"
            return Statement(
                claim.record.system, "\(words) (\(claim.record.id)), \(fate)",
                values: ["believed": .bool(claim.isBelieved), "says": .string(claim.words)],
                exhibits: [room.exhibit(claim.origin)])
        }
        let rule = conflict.map { "they disagree; believed by the rule: \($0.rule)" } ?? "they agree"
        return [Statement("sources of “\(subject.name)”", rule, parts: parts)]
    }
}
