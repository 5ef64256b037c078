import IncidentModel

/// The durations between two milestones over a cohort, and the incidents that have none.
struct DurationSample {
    /// Whole seconds; in ascending order once ``sort()`` was called.
    private(set) var seconds: [Int] = []
    private(set) var leftOut = LeftOut()

    mutating func add(_ gap: Moments.Gap) {
        switch gap {
        case .seconds(let seconds): self.seconds.append(seconds)
        case .noStart: leftOut.missingStart += 1
        case .noStop: leftOut.missingStop += 1
        case .outOfOrder: leftOut.outOfOrder += 1
        }
    }

    /// What a clock that starts at `start` counted; a verdict without an elapsed time is left out for its reason.
    mutating func add(_ verdict: Verdict, from start: Evidence) {
        switch verdict {
        case .met(let elapsed), .breached(let elapsed, _): seconds.append(elapsed.wholeSeconds)
        case .open, .overdue: leftOut.missingStop += 1
        case .notApplicable: leftOut.notApplicable += 1
        case .unproven(.outOfOrder): leftOut.outOfOrder += 1
        case .unproven(.missing(start)): leftOut.missingStart += 1
        case .unproven: leftOut.missingStop += 1
        }
    }

    mutating func sort() { seconds.sort() }
}
