package import IncidentModel

/// How the time of a clock passes: straight on, or by the hours of a calendar and around pauses.
struct Pace {
    var calendar: WorkCalendar?
    /// In order, none touching another; the last may go on without end.
    var pauses: [Range<Instant>] = []

    /// Whole seconds that the clock counted from one moment to a later one.
    func elapsed(from start: Instant, to end: Instant) -> Int {
        var sum = count(from: start, to: end)
        for pause in pauses where pause.lowerBound < end && pause.upperBound > start {
            sum -= count(from: max(start, pause.lowerBound), to: min(end, pause.upperBound))
        }
        return sum
    }

    /// The moment at which it will have counted so many seconds. A pause that goes on is taken to end at `now`: the
    /// earliest moment that can be said.
    func due(_ seconds: Int, after start: Instant, now: Instant) -> Instant {
        var left = seconds
        var place = start
        for pause in pauses where pause.upperBound > place {
            if pause.lowerBound > place {
                let span = count(from: place, to: pause.lowerBound)
                if span >= left { return moment(left, after: place) }
                left -= span
            }
            place = max(place, pause.upperBound.microseconds == .max ? now : pause.upperBound)
        }
        return moment(left, after: place)
    }

    private func count(from start: Instant, to end: Instant) -> Int {
        calendar?.seconds(from: start, to: end) ?? end.wholeSeconds(since: start)
    }

    private func moment(_ seconds: Int, after start: Instant) -> Instant {
        calendar?.moment(seconds, after: start) ?? start.advanced(bySeconds: seconds)
    }
}

extension Incident {
    /// The stretches in which its status was one that a clock pauses for.
    package func pauses(_ names: Set<String>, words: PauseWords) -> [Range<Instant>] {
        guard !names.isEmpty, !statusHistory.isEmpty else { return [] }
        var found: [Range<Instant>] = []
        var begin: Instant?
        for change in statusHistory.sorted(by: { $0.instant < $1.instant }) {
            let isPause = words.pauses(names, word: change.word, in: system)
            if isPause, begin == nil {
                begin = change.instant
            } else if !isPause, let start = begin {
                if start < change.instant { found.append(start..<change.instant) }
                begin = nil
            }
        }
        if let begin { found.append(begin..<Instant(microseconds: .max)) }
        return found
    }
}
