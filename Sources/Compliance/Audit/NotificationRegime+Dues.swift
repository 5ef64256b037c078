import Diagnostics
package import IncidentModel

extension NotificationRegime {
    /// Whether the incident is among those whose facts a person looks at.
    package func lists(_ incident: Incident) -> Bool {
        if incident.impact.isDataLossPossible?.value == true { return true }
        return incident.severity.map { severities.contains($0.value) } ?? true
    }

    /// Every notice about an incident, as known at a moment, in the order of the regime. Months are counted on the
    /// clocks of `zone`.
    package func dues(for incident: KnownIncident, in zone: Zone) -> [NoticeDue] {
        var done: [String: NoticeDue] = [:]
        return notices.map { notice in
            let due = due(notice, incident, zone, done)
            done[notice.id] = due
            return due
        }
    }

    private func due(
        _ notice: Notice, _ incident: KnownIncident, _ zone: Zone, _ done: [String: NoticeDue]
    ) -> NoticeDue {
        var due: Instant?
        var countsFromDue = false
        var missing: String?
        for limit in notice.limits {
            let start: Instant?
            switch limit.after {
            case .aware: start = incident.instant(of: aware)
            case .classified: start = incident.instant(of: classified)
            case .notice(let id):
                let sent = done[id]?.sent?.instant
                start = sent ?? done[id]?.due
                if sent == nil, start != nil { countsFromDue = true }
            }
            guard let start else {
                missing = missing ?? words(limit.after)
                continue
            }
            let end = limit.within.end(after: start, in: zone)
            due = due.map { min($0, end) } ?? end
        }
        let sent = incident.fact(saying: notice.phrases, since: incident.instant(of: aware))
        return NoticeDue(
            notice: notice, due: due, countsFromDue: countsFromDue, sent: sent,
            state: state(due: due, sent: sent?.instant, missing: missing, asOf: incident.asOf))
    }

    private func state(due: Instant?, sent: Instant?, missing: String?, asOf: Instant) -> NoticeDue.State {
        guard let due else { return .notStarted(missing ?? "a start") }
        guard let sent else { return asOf <= due ? .open : .unproven }
        let late = sent.wholeSeconds(since: due)
        return late > 0 ? .late(by: .seconds(late)) : .inTime
    }

    private func words(_ start: Start) -> String {
        switch start {
        case .aware: aware.rawValue
        case .classified: classified.rawValue
        case .notice(let id): notices.first { $0.id == id }?.title ?? id
        }
    }
}

extension NotificationRegime.Span {
    func end(after start: Instant, in zone: Zone) -> Instant {
        switch self {
        case .duration(let duration): return start.advanced(bySeconds: duration.wholeSeconds)
        case .months(let count):
            var face = zone.civilTime(at: start)
            let months = face.year * 12 + face.month - 1 + count
            (face.year, face.month) = (months / 12, months % 12 + 1)
            face.day = min(face.day, CivilTime.daysIn(month: face.month, of: face.year))
            // A time that clocks skip lies an hour on; of two, the later one gives no less than the law does.
            return zone.instants(showing: face).last
                ?? face.instant.advanced(bySeconds: -zone.offset(face.instant.advanced(bySeconds: -86_400)))
        }
    }
}

extension KnownIncident {
    /// The first text with a moment that says one of the phrases.
    fileprivate func fact(saying phrases: [String], since start: Instant?) -> RecordedFact? {
        let phrases = phrases.map(Phrase.init)
        var found: RecordedFact?
        func look(_ text: String, _ name: String, at instant: Instant, _ fact: () -> RecordedFact) {
            if let start, instant < start { return }
            if let known = found?.instant, known <= instant { return }
            if phrases.contains(where: { $0.isFound(in: text) }) { found = fact() }
        }
        for entry in incident.timeline {
            look(entry.text, "timeline", at: entry.instant) {
                RecordedFact("timeline", .text(entry.text), at: entry.instant, origin: entry.origin)
            }
        }
        for message in incident.communications {
            guard let instant = message.instant else { continue }
            let words = [message.body, message.template, message.audience, message.channel].compactMap { $0 }
            for text in words {
                look(text, "communications", at: instant) {
                    RecordedFact("communications", .text(text), at: instant, origin: message.origin)
                }
            }
        }
        return found
    }
}
