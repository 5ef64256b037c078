import Diagnostics
import IncidentModel

/// Promised times, and the first thing that somebody did.
extension Hearing {
    /// Every message that promised a time for the next one, against the next one after it. A promised time is a point
    /// of the wall clock: no calendar, no pause moves it.
    mutating func promises(_ dial: Dial) -> [JudgedPart] {
        let communications = shared.value.communications
        let own = messages.filter { $0.kinds.own & dial.kind != 0 }
        guard !own.isEmpty else { return [part("", nil, nil, nil, nil, .unproven(.missing(dial.clock.start)))] }
        var parts: [JudgedPart] = []
        var known: Set<Promise> = []
        /// The first message later than the one that promises.
        var next = 0
        for message in own {
            guard let time = communications[message.place].nextUpdate,
                known.insert(Promise(made: message.instant, time: time)).inserted
            else { continue }
            while next < own.count, own[next].instant <= message.instant { next += 1 }
            let label = "update after \(message.instant.rfc3339)"
            let limit = time.wholeSeconds(since: message.instant)
            if time <= message.instant {
                let doubt = Verdict.Doubt.outOfOrder(start: dial.clock.start, stop: dial.clock.stop)
                parts.append(part(label, message.instant, nil, origin(of: message), nil, .unproven(doubt)))
            } else if next < own.count {
                let verdict = settled(dial, message.instant, own[next].instant, limit)
                parts.append(
                    part(label, message.instant, own[next].instant, origin(of: own[next]), limit, verdict))
            } else {
                let verdict = silence(dial, since: message.instant, limit)
                parts.append(part(label, message.instant, nil, origin(of: message), limit, verdict))
            }
        }
        guard parts.isEmpty else { return parts }
        let verdict: Verdict =
            hasWholeRecord ? .notApplicable(.nothingPromised) : .unproven(.onlyLatest(dial.clock.start))
        return [part("", nil, nil, nil, nil, verdict)]
    }

    private struct Promise: Hashable {
        var made: Instant
        var time: Instant
    }

    /// The triage, or an entry of the timeline by a responder, whichever came first after the start.
    mutating func firstAction(_ dial: Dial, _ limit: Int) -> JudgedPart {
        guard let milestone = dial.start, let start = moments[milestone] else {
            return part("", nil, nil, nil, limit, .unproven(.missing(dial.clock.start)))
        }
        let triaged = moments[.triaged]
        if let triaged, triaged < start {
            let origin = shared.value.milestones[.triaged]?.origin
            let doubt = Verdict.Doubt.outOfOrder(start: dial.clock.start, stop: dial.clock.stop)
            return part("", start, triaged, origin, limit, .unproven(doubt))
        }
        let before = min(triaged ?? asOf.advanced(bySeconds: 1), asOf.advanced(bySeconds: 1))
        if let entry = firstEntry(from: start, before: before) {
            let verdict = settled(dial, start, entry.instant, limit)
            return part("", start, entry.instant, entry.origin, limit, verdict)
        }
        if let triaged {
            let origin = shared.value.milestones[.triaged]?.origin
            return part("", start, triaged, origin, limit, settled(dial, start, triaged, limit))
        }
        let origin = shared.value.milestones[milestone]?.origin
        return part("", start, nil, origin, limit, silence(dial, since: start, limit))
    }

    private func firstEntry(from start: Instant, before end: Instant) -> (instant: Instant, origin: Origin)? {
        let timeline = shared.value.timeline
        var first: Int?
        var people: Set<String>?
        for place in timeline.indices {
            let instant = timeline[place].instant
            guard instant >= start, instant < end, instant <= asOf,
                first.map({ instant < timeline[$0].instant }) ?? true, let actor = timeline[place].actor
            else { continue }
            switch memory.reading(of: actor) {
            case .machine: continue
            case .responder: first = place
            case .unknown:
                let named = people ?? responders
                people = named
                if named.contains(actor.lowercased()) { first = place }
            }
        }
        return first.map { (timeline[$0].instant, timeline[$0].origin) }
    }

    /// The people and teams that the incident names, in lower case.
    private var responders: Set<String> {
        var names: Set<String> = []
        for responder in shared.value.responders {
            if let name = responder.name { names.insert(name.lowercased()) }
            if let team = responder.team { names.insert(team.lowercased()) }
        }
        return names
    }
}
