import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// The gaps of a timeline that matter: no word for longer than the cadence, and nothing on record at all for long.
extension PostMortem {
    struct Gap: Equatable {
        /// The place of the entry that it follows.
        var after: Int
        var start: Instant
        var end: Instant
        /// `No update`, `Nothing on record`.
        var label: String
        var words: String
    }

    /// In the order of their places. What a clock could not prove is no gap: silence in a record that keeps no messages
    /// says nothing.
    func gaps(between entries: [Entry]) -> [Gap] {
        let silences = silences
        let longest = silences.max { $0.seconds < $1.seconds }
        var gaps = silences.map { silence in
            let isLongest = silences.count > 1 && silence == longest
            let holes = ["duration": Phrasing.duration(silence.seconds), "limit": Phrasing.limit(silence.limit)]
            return Gap(
                after: entries.lastIndex { $0.instant <= silence.start } ?? 0, start: silence.start, end: silence.end,
                label: phrasing.phrases("gap.silence"),
                words: isLongest
                    ? phrasing.phrases("gap.silence.longest", holes) : phrasing.phrases("gap.silence.text", holes))
        }
        gaps += stillness(between: entries)
        return gaps.sorted { ($0.after, $0.label) < ($1.after, $1.label) }
    }

    struct Silence: Equatable {
        var start: Instant
        var end: Instant
        var limit: Duration
        var seconds: Int { end.wholeSeconds(since: start) }
    }

    /// Where the clock of updates was missed, as it was judged.
    var silences: [Silence] {
        assessed.verdicts.flatMap { judged -> [Silence] in
            guard case .nextMessage? = edition.clock(judged.clock)?.stop else { return [] }
            return judged.parts.compactMap { part in
                guard part.verdict.kind == .breached || part.verdict.kind == .overdue, let start = part.start,
                    let limit = part.limit
                else { return nil }
                let end = part.stop ?? edition.asOf
                return end > start ? Silence(start: start, end: end, limit: limit) : nil
            }
        }
    }

    /// The longest stretch between detection and resolution in which no system wrote anything down, where the policy
    /// finds it long.
    private func stillness(between entries: [Entry]) -> [Gap] {
        guard let detected = incident.milestones[.detected]?.instant,
            let resolved = incident.milestones[.resolved]?.instant
        else { return [] }
        var longest: (place: Int, seconds: Int)?
        for place in entries.indices.dropLast() {
            let (start, end) = (entries[place].instant, entries[place + 1].instant)
            guard start >= detected, end <= resolved else { continue }
            let seconds = end.wholeSeconds(since: start)
            if seconds > longest?.seconds ?? edition.policy.lessons.silenceBeyond.wholeSeconds {
                longest = (place, seconds)
            }
        }
        return longest.map { longest in
            [
                Gap(
                    after: longest.place, start: entries[longest.place].instant,
                    end: entries[longest.place + 1].instant, label: phrasing.phrases("gap.stillness"),
                    words: phrasing.phrases(
                        "gap.stillness.text", ["duration": Phrasing.duration(longest.seconds)]))
            ]
        } ?? []
    }
}
