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

    mutating func sort() { seconds.sort() }
}
