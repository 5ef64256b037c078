package import Diagnostics
package import IncidentModel

/// A clock's verdict over one incident.
///
/// Where a clock has several instances (each update, each promised time, each account), the verdict is theirs taken
/// together, by the first of these that holds:
/// 1. one is breached: *breached*, with the worst;
/// 2. one is overdue: *overdue*, with the worst;
/// 3. one is unproven: *unproven*, with the first doubt;
/// 4. one is open: *open*, with the earliest due moment;
/// 5. all are met: *met*, with the one that came closest to its limit (of equal limits: the longest).
///
/// ``limit`` is that of the instance that decides.
package struct JudgedClock: Sendable, Equatable {
    /// ``Clock/id``.
    package var clock: String
    /// `nil` where the severity has no such promise.
    package var limit: Duration?
    package var verdict: Verdict
    /// The instances of a clock that may have several, in their order; empty for every other clock.
    package var parts: [JudgedPart]

    package init(clock: String, limit: Duration?, verdict: Verdict, parts: [JudgedPart] = []) {
        self.clock = clock
        self.limit = limit
        self.verdict = verdict
        self.parts = parts
    }
}

/// One instance of a clock: what it ran from and to, and what became of it.
package struct JudgedPart: Sendable, Equatable {
    /// What was waited for: `update 3`, `resolved`, an account's id.
    package var label: String
    package var start: Instant?
    package var stop: Instant?
    /// Of the stop; of the start where there is none.
    package var origin: Origin?
    package var limit: Duration?
    package var verdict: Verdict

    package init(
        label: String, start: Instant?, stop: Instant?, origin: Origin?, limit: Duration?, verdict: Verdict
    ) {
        self.label = label
        self.start = start
        self.stop = stop
        self.origin = origin
        self.limit = limit
        self.verdict = verdict
    }
}

extension JudgedPart {
    /// The place of the instance that decides (see ``JudgedClock``); `nil` without any.
    static func deciding(_ parts: [JudgedPart]) -> Int? {
        var best: Int?
        for place in parts.indices {
            guard let current = best else {
                best = place
                continue
            }
            if parts[place].outranks(parts[current]) { best = place }
        }
        return best
    }

    /// Whether this one decides over one that stands before it.
    private func outranks(_ other: JudgedPart) -> Bool {
        let (mine, theirs) = (Self.rank(verdict), Self.rank(other.verdict))
        guard mine == theirs else { return mine < theirs }
        switch (verdict, other.verdict) {
        case (.breached(_, let by), .breached(_, let otherBy)): return by > otherBy
        case (.overdue(_, let by), .overdue(_, let otherBy)): return by > otherBy
        case (.open(let due), .open(let otherDue)): return due < otherDue
        case (.met(let elapsed), .met(let otherElapsed)):
            guard let limit, let otherLimit = other.limit else { return elapsed > otherElapsed }
            return limit - elapsed < otherLimit - otherElapsed
        default: return false
        }
    }

    private static func rank(_ verdict: Verdict) -> Int {
        switch verdict {
        case .breached: 0
        case .overdue: 1
        case .unproven: 2
        case .open: 3
        case .met: 4
        case .notApplicable: 5
        }
    }
}
