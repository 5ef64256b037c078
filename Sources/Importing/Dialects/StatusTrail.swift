import IncidentModel

/// What became of a ticket's status, step by step, in whatever order the steps were written down.
struct StatusTrail {
    struct Step {
        var at: Stamp
        /// The word that it left, and the one that it took; `nil` for none.
        var from: String?
        var to: String?
    }

    private var unsorted: [Step] = []

    mutating func add(_ at: Stamp?, from: String?, to: String?) {
        if let at { unsorted.append(Step(at: at, from: from, to: to)) }
    }

    /// In order of time; of one moment, in the order of the file.
    var steps: [Step] { unsorted.sorted { ($0.at.value, $0.at.origin) < ($1.at.value, $1.at.origin) } }

    /// The moment from which a word of a kind has stood without a break up to the end; `nil` where the last word is of
    /// another kind.
    func standing(_ isOfKind: (String?) -> Bool) -> Stamp? {
        var since: Stamp?
        for step in steps {
            if isOfKind(step.to) { since = since ?? step.at } else { since = nil }
        }
        return since
    }

    /// How often it left the words of a kind for others.
    func departures(_ isOfKind: (String?) -> Bool) -> Int {
        steps.count { isOfKind($0.from) && !isOfKind($0.to) }
    }

    var changes: [StatusChange] {
        steps.compactMap { step in
            step.to.map { StatusChange(instant: step.at.value, word: $0, origin: step.at.origin) }
        }
    }
}

extension Stamp {
    /// The earliest of some moments; of one moment, what stands first in the file.
    static func earliest(_ stamps: [Stamp?]) -> Stamp? {
        stamps.compactMap(\.self).min { ($0.value, $0.origin) < ($1.value, $1.origin) }
    }
}
