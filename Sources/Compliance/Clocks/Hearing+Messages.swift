import Diagnostics
import IncidentModel

/// A message that had gone out at the moment of judging.
struct HeardMessage {
    var instant: Instant
    var kinds: WordMemory.Kinds
    var isLatestOnly: Bool
    /// Its place among the incident's communications.
    var place: Int
}

/// Clocks that look for messages, and for people who act.
///
/// An export says by its records whether it knows messages at all (``Incident/hasWholeMessageRecord``). Where it keeps
/// them one by one, a message that is not there was not sent: a gap is a gap, and a promise without its message runs
/// on. Where it does not, silence proves nothing, and the clocks are unproven: no message on record, or only the latest
/// of its kind. In either case both ends of what is judged met or breached are on record.
extension Hearing {
    func heardMessages() -> [HeardMessage] {
        let communications = shared.value.communications
        guard !communications.isEmpty else { return [] }
        var heard: [HeardMessage] = []
        heard.reserveCapacity(communications.count)
        for place in communications.indices {
            guard let instant = communications[place].instant, instant <= asOf else { continue }
            heard.append(
                HeardMessage(
                    instant: instant,
                    kinds: memory.kinds(of: communications[place].channel, communications[place].audience),
                    isLatestOnly: communications[place].isLatestOnly, place: place))
        }
        if heard.count > 1 {
            heard.sort {
                ($0.instant, $0.isLatestOnly ? 1 : 0, $0.place) < ($1.instant, $1.isLatestOnly ? 1 : 0, $1.place)
            }
        }
        return heard
    }

    func origin(of message: HeardMessage) -> Origin { shared.value.communications[message.place].origin }

    /// The first message of a kind, from the start on.
    ///
    /// Where the clock begins at the detection or soon after, a message before its start is out of order; where it
    /// begins at the end of the incident, earlier messages were about the running incident, and do not count.
    mutating func message(_ dial: Dial, _ limit: Int) -> JudgedPart {
        guard let milestone = dial.start, let start = moments[milestone] else {
            return part("", nil, nil, nil, limit, .unproven(.missing(dial.clock.start)))
        }
        let first = messages.first {
            $0.kinds.own & dial.kind != 0 && (!dial.beginsAtTheEnd || $0.instant >= start)
        }
        guard let first else { return unheard("", dial, since: start, limit) }
        return answered("", dial, start, first, limit)
    }

    /// A message was found for a start.
    mutating func answered(
        _ label: String, _ dial: Dial, _ start: Instant, _ message: HeardMessage, _ limit: Int
    ) -> JudgedPart {
        let verdict: Verdict =
            if message.instant < start {
                .unproven(.outOfOrder(start: dial.clock.start, stop: dial.clock.stop))
            } else if message.isLatestOnly, !hasWholeRecord {
                .unproven(.onlyLatest(dial.clock.stop))
            } else {
                settled(dial, start, message.instant, limit)
            }
        return part(label, start, message.instant, origin(of: message), limit, verdict)
    }

    /// No message was found for a start.
    mutating func unheard(_ label: String, _ dial: Dial, since start: Instant, _ limit: Int) -> JudgedPart {
        let origin = dial.start.flatMap { shared.value.milestones[$0]?.origin }
        let verdict: Verdict =
            hasWholeRecord ? silence(dial, since: start, limit) : .unproven(.missing(dial.clock.stop))
        return part(label, start, nil, origin, limit, verdict)
    }

    /// From each update to the next one, and from the last one to the end; an end that is on record ends the cadence.
    mutating func updates(_ dial: Dial, until end: Milestone, _ limit: Int) -> [JudgedPart] {
        let finish = moments[end]
        let detected = moments[.detected]
        if let finish, let detected, finish < detected {
            let doubt = Verdict.Doubt.outOfOrder(start: .detected, stop: .milestone(end))
            return [part("", detected, finish, shared.value.milestones[end]?.origin, limit, .unproven(doubt))]
        }
        var updates: [HeardMessage] = []
        for message in messages where message.kinds.own & dial.kind != 0 {
            guard message.instant >= detected ?? message.instant, message.instant <= finish ?? asOf else { continue }
            if message.instant != updates.last?.instant { updates.append(message) }
        }
        guard let last = updates.last else {
            return [part("", nil, nil, nil, limit, .unproven(.missing(dial.clock.start)))]
        }
        guard hasWholeRecord else {
            let verdict = Verdict.unproven(.onlyLatest(dial.clock.start))
            return [part("", last.instant, nil, origin(of: last), limit, verdict)]
        }
        var parts: [JudgedPart] = []
        parts.reserveCapacity(updates.count)
        for (place, pair) in zip(updates, updates.dropFirst()).enumerated() {
            let verdict = settled(dial, pair.0.instant, pair.1.instant, limit)
            parts.append(
                part("update \(place + 2)", pair.0.instant, pair.1.instant, origin(of: pair.1), limit, verdict))
        }
        if let finish {
            let verdict = settled(dial, last.instant, finish, limit)
            let origin = shared.value.milestones[end]?.origin
            parts.append(part(end.rawValue, last.instant, finish, origin, limit, verdict))
        } else {
            let verdict: Verdict =
                isProven(dial) ? .unproven(.missing(.milestone(end))) : running(dial, last.instant, limit)
            parts.append(part("update \(updates.count + 1)", last.instant, nil, origin(of: last), limit, verdict))
        }
        return parts
    }
}
