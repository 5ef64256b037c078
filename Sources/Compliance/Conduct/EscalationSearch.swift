import Diagnostics
import IncidentModel

/// Looks through one record for what makes an incident escalate.
struct EscalationSearch {
    typealias State = EscalationTriggers.State
    typealias Firing = EscalationTriggers.Firing

    private let known: KnownIncident
    private let policy: Policy
    private let rule: Policy.EscalationRule
    private let log: EscalationLog
    /// What goes on from one update to the next; `nil` where updates come as needed, or no severity is known.
    private let cadence: Duration?

    init(_ known: KnownIncident, _ policy: Policy) {
        self.known = known
        self.policy = policy
        rule = policy.conduct.escalation
        cadence = known.severity.flatMap { policy.conduct.response.plans[$0]?.updatesEvery }
        log = EscalationLog(known, policy, interval: cadence ?? rule.withoutInterval)
    }

    private func firing(_ moment: Instant?, _ evidence: RecordedFact) -> Firing {
        Firing(moment: moment, evidence: evidence, answer: log.answer(after: moment))
    }

    /// "Auto-escalate if no update in 2x expected interval": from the triage or an update to the next one, and to the
    /// resolution or the report moment. Exactly on the limit is no silence.
    var silence: State {
        guard let severity = known.severity else { return .cannotBeTold(["severity"]) }
        guard let cadence else { return .notApplicable("updates as needed at \(severity.title)") }
        let allowed = Int((Double(cadence.wholeSeconds) * rule.silentIntervals).rounded(.up))
        let resolved = known.instant(of: .resolved)
        let updates = updates(until: resolved)
        guard !updates.isEmpty else { return .cannotBeTold(["communications"]) }
        var marks = updates
        if let triaged = known.fact(of: .triaged), let instant = triaged.instant, instant < updates[0].instant {
            marks.insert((instant, triaged), at: 0)
        }
        var firings: [Firing] = []
        for place in marks.indices.dropLast()
        where marks[place + 1].instant.wholeSeconds(since: marks[place].instant) > allowed {
            firings.append(firing(marks[place].instant.advanced(bySeconds: allowed), marks[place].fact))
        }
        // Without a resolution on record, silence goes on only where nothing says that the incident is over.
        let isOver =
            known.isProven(.resolved)
            || policy.status.reading(of: known.incident.statusWord, in: known.incident.system) == .over
        let end = resolved ?? (isOver ? nil : known.asOf)
        if let end, let last = marks.last, end.wholeSeconds(since: last.instant) > allowed {
            firings.append(firing(last.instant.advanced(bySeconds: allowed), last.fact))
        }
        if firings.isEmpty, end == nil { return .cannotBeTold(["lifecycle.resolved"]) }
        return firings.isEmpty ? .quiet : .fired(firings)
    }

    /// Messages with a moment, and timeline entries that are messages; in order.
    private func updates(until end: Instant?) -> [(instant: Instant, fact: RecordedFact)] {
        var updates = known.incident.communications.compactMap { message in
            message.instant.map {
                ($0, RecordedFact("communications", .text(message.channel), at: $0, origin: message.origin))
            }
        }
        updates += known.incident.timeline.filter { $0.kind == .communication }.map {
            ($0.instant, RecordedFact("timeline", .text($0.text), at: $0.instant, origin: $0.origin))
        }
        if let end { updates.removeAll { $0.0 > end } }
        return updates.sorted { ($0.0, $0.1.origin) < ($1.0, $1.1.origin) }.map { (instant: $0.0, fact: $0.1) }
    }

    /// "Auto-escalate if affected customer count doubles": against the first count, and again against the count that
    /// fired last. From none to some is no doubling.
    var customersDoubled: State {
        let counts = known.incident.impact.history.sorted { ($0.instant, $0.origin) < ($1.instant, $1.origin) }
        guard counts.count > 1 else { return .cannotBeTold(["impactAssessment.history"]) }
        var base = 0
        var firings: [Firing] = []
        for count in counts {
            if base > 0, Double(count.customers) >= Double(base) * rule.customersTimes {
                let words = "\(base) → \(count.customers)"
                let fact = RecordedFact(
                    "impactAssessment.history", .text(words), at: count.instant, origin: count.origin)
                firings.append(firing(count.instant, fact))
                base = count.customers
            } else if base <= 0 {
                base = count.customers
            }
        }
        return firings.isEmpty ? .quiet : .fired(firings)
    }

    /// "Auto-escalate if strategic account requests": every entry and message that says so.
    var strategicRequest: State {
        let texts = known.texts.filter { $0.part == .timeline || $0.part == .message }
        guard !texts.isEmpty else { return .cannotBeTold(["timeline"]) }
        let asking = texts.filter { rule.strategicRequest.phrase(in: $0.text) != nil }
        return asking.isEmpty ? .quiet : .fired(inOrder(asking.map { firing($0.instant, $0.fact) }))
    }

    /// "Auto-escalate if data integrity concern emerges": the first text that says so, or the export's flag, which has
    /// no moment.
    var dataIntegrity: State {
        if let fact = known.texts.first(matching: rule.dataIntegrity) {
            return .fired([firing(fact.instant, fact)])
        }
        if let flag = known.incident.impact.isDataLossPossible {
            guard flag.value else { return .quiet }
            let fact = RecordedFact(SeverityFacts.Name.dataLoss, .flag(true), origin: flag.origin)
            return .fired([firing(nil, fact)])
        }
        return known.texts.isEmpty ? .cannotBeTold(["timeline", SeverityFacts.Name.dataLoss]) : .quiet
    }

    private func inOrder(_ firings: [Firing]) -> [Firing] {
        let latest = Instant(microseconds: .max)
        return firings.sorted { ($0.moment ?? latest, $0.evidence.origin) < ($1.moment ?? latest, $1.evidence.origin) }
    }
}
