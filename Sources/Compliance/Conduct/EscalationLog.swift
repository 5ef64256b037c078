import Diagnostics
import IncidentModel

/// The escalations on record: texts that say so, a severity that was raised, an executive who was told.
struct EscalationLog {
    /// By moment.
    private var dated: [(instant: Instant, fact: RecordedFact)] = []
    private var hasUndated = false
    private let asOf: Instant
    /// Seconds.
    private let interval: Int

    init(_ known: KnownIncident, _ policy: Policy, interval: Duration) {
        asOf = known.asOf
        self.interval = interval.wholeSeconds
        var facts = known.texts.filter { policy.conduct.escalation.recordedAs.phrase(in: $0.text) != nil }
            .map(\.fact)
        facts += Self.raises(known.incident)
        let executives = known.severity.flatMap { policy.conduct.response.plans[$0]?.notify } ?? []
        let people = Attendance(known, notified: policy.conduct.response.notified)
        facts += executives.flatMap { people.notices(to: $0) }
        for fact in facts {
            if let instant = fact.instant { dated.append((instant, fact)) } else { hasUndated = true }
        }
        dated.sort { ($0.instant, $0.fact.origin) < ($1.instant, $1.fact.origin) }
    }

    /// Every change of severity to a graver one.
    private static func raises(_ incident: Incident) -> [RecordedFact] {
        let changes = incident.severityHistory.sorted { $0.instant < $1.instant }
        var before: Severity?
        return changes.compactMap { change in
            guard let severity = change.declared.severity else { return nil }
            defer { before = severity }
            guard let before, severity > before else { return nil }
            return RecordedFact(
                "severityHistory", .text("\(before.title) → \(severity.title)"), at: change.instant,
                origin: change.declared.word.origin)
        }
    }

    /// What followed a moment.
    func answer(after moment: Instant?) -> EscalationTriggers.Answer {
        guard let moment else { return .cannotBeTold }
        let until = moment.advanced(bySeconds: interval)
        var low = 0
        var high = dated.count
        while low < high {
            let middle = (low + high) / 2
            if dated[middle].instant < moment { low = middle + 1 } else { high = middle }
        }
        guard low < dated.count else {
            if hasUndated { return .cannotBeTold }
            return asOf <= until ? .open(until: until) : .notOnRecord(until: until)
        }
        let late = dated[low].instant.wholeSeconds(since: until)
        return late > 0 ? .escalatedLate(dated[low].fact, by: .seconds(late)) : .escalated(dated[low].fact)
    }
}
