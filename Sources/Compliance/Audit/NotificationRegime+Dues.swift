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
        let facts = incident.facts(saying: notice.phrases, since: incident.instant(of: aware))
        let sent = facts.first
        var count = Count()
        for limit in notice.limits { take(limit, incident, zone, done, before: sent?.instant, into: &count) }
        if let regular = count.due {
            var later = Count()
            for limit in notice.later {
                take(limit, incident, zone, done, before: sent?.instant, since: regular, into: &later)
            }
            if later.due != nil { count = later }
        }
        return NoticeDue(
            notice: notice, due: count.due, countsFromDue: count.isFromDue, sent: sent,
            moments: facts.compactMap(\.instant),
            state: state(due: count.due, sent: sent?.instant, missing: count.missing, asOf: incident.asOf))
    }

    /// What the limits of a notice come to.
    private struct Count {
        var due: Instant?
        var isFromDue = false
        /// The first start that is not on record.
        var missing: String?
    }

    /// `end`: when the notice itself was sent; nothing that comes after it moves its due moment. `since`: only a start
    /// after that moment counts.
    private func take(
        _ limit: Limit, _ incident: KnownIncident, _ zone: Zone, _ done: [String: NoticeDue], before end: Instant?,
        since: Instant? = nil, into count: inout Count
    ) {
        let start: Instant?
        var isFromDue = false
        switch limit.after {
        case .aware: start = incident.instant(of: aware)
        case .classified: start = incident.instant(of: classified)
        case .resolved: start = incident.instant(of: .resolved)
        case .notice(let id), .latest(let id):
            var sent = done[id]?.sent?.instant
            if case .latest = limit.after, let known = done[id]?.moments {
                sent = known.last { moment in end.map { moment <= $0 } ?? true } ?? sent
            }
            start = sent ?? done[id]?.due
            isFromDue = sent == nil && start != nil
        }
        guard let start else {
            count.missing = count.missing ?? words(limit.after)
            return
        }
        if let since, start <= since { return }
        if isFromDue { count.isFromDue = true }
        let end = limit.within.end(after: start, in: zone)
        count.due = count.due.map { min($0, end) } ?? end
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
        case .resolved: Milestone.resolved.rawValue
        case .notice(let id), .latest(let id): notices.first { $0.id == id }?.title ?? id
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
    /// The texts with a moment that say one of the phrases, the earliest first.
    fileprivate func facts(saying phrases: [String], since start: Instant?) -> [RecordedFact] {
        let phrases = phrases.map(Phrase.init)
        var found: [(at: Instant, fact: RecordedFact)] = []
        func look(_ text: String, at instant: Instant, _ fact: () -> RecordedFact) -> Bool {
            if let start, instant < start { return false }
            guard phrases.contains(where: { $0.isFound(in: text) }) else { return false }
            found.append((instant, fact()))
            return true
        }
        for entry in incident.timeline {
            _ = look(entry.text, at: entry.instant) {
                RecordedFact("timeline", .text(entry.text), at: entry.instant, origin: entry.origin)
            }
        }
        for message in incident.communications {
            guard let instant = message.instant else { continue }
            // One message is one notice, in whichever of its fields it says so.
            _ = [message.body, message.template, message.audience, message.channel].contains { text in
                guard let text else { return false }
                return look(text, at: instant) {
                    RecordedFact("communications", .text(text), at: instant, origin: message.origin)
                }
            }
        }
        return found.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element.fact)
    }
}
