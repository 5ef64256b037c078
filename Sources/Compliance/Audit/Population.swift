package import IncidentModel

/// Every incident that an audit of a period is about: detected or resolved in it, as far as was known at the report
/// moment.
package struct Population: Sendable {
    /// One incident of it, and which of the two put it there.
    package struct Member: Sendable {
        package var assessed: AssessedIncident
        package var isDetectedInside: Bool
        package var isResolvedInside: Bool
    }

    package let period: Period
    /// In the order of their ids, then systems, then inner keys, each compared byte by byte: an order that anybody can
    /// make again with a plain sort.
    package let members: [Member]
    /// Detected before the period's end and not resolved before it; some of them are members, too. In the same order.
    package let openAtEnd: [AssessedIncident]
    /// Without a detection and a resolution on record: nobody can say whether they belong. In the same order.
    package let unplaced: [AssessedIncident]

    package init(of incidents: [AssessedIncident], in period: Period, asOf: Instant) {
        self.period = period
        var members: [Member] = []
        var open: [AssessedIncident] = []
        var unplaced: [AssessedIncident] = []
        for assessed in incidents {
            func instant(_ milestone: Milestone) -> Instant? {
                assessed.incident.milestones.instant(of: milestone).flatMap { $0 <= asOf ? $0 : nil }
            }
            let detected = instant(.detected)
            let resolved = instant(.resolved)
            if detected == nil, resolved == nil { unplaced.append(assessed) }
            let isDetected = detected.map(period.contains) ?? false
            let isResolved = resolved.map(period.contains) ?? false
            if isDetected || isResolved {
                members.append(
                    Member(assessed: assessed, isDetectedInside: isDetected, isResolvedInside: isResolved))
            }
            if let detected, detected < period.end, resolved.map({ $0 >= period.end }) ?? true {
                open.append(assessed)
            }
        }
        self.members = members.sorted { Self.precedes($0.assessed, $1.assessed) }
        openAtEnd = open.sorted(by: Self.precedes)
        self.unplaced = unplaced.sorted(by: Self.precedes)
    }

    private static func precedes(_ left: AssessedIncident, _ right: AssessedIncident) -> Bool {
        let (a, b) = (left.incident, right.incident)
        for (one, other) in [(a.id, b.id), (a.system, b.system), (a.key ?? "", b.key ?? "")] where one != other {
            return one.utf8.lexicographicallyPrecedes(other.utf8)
        }
        return a.origin < b.origin
    }
}
