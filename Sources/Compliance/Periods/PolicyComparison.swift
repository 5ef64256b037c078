import Diagnostics
package import IncidentModel

/// The same incidents of one period under two policies: what differs is due to the policy, and to nothing else.
package struct PolicyComparison: Sendable, Equatable {
    /// The policy as pages name it: how the incidents were judged, and how they would be.
    package var before: String
    package var after: String
    /// Clocks whose counts differ or that have verdicts, by severity, gravest first, then in the order of reports.
    package var rows: [Row]
    /// Incidents whose verdict on a clock is another one, by severity, clock and id.
    package var flips: [Flip]

    package struct Row: Sendable, Equatable {
        package var severity: Severity
        /// ``Clock/id``.
        package var clock: String
        /// Every kind is there; a clock that a policy does not have counts as not applicable.
        package var before: [Verdict.Kind: Int]
        package var after: [Verdict.Kind: Int]

        package init(
            severity: Severity, clock: String, before: [Verdict.Kind: Int], after: [Verdict.Kind: Int]
        ) {
            self.severity = severity
            self.clock = clock
            self.before = before
            self.after = after
        }
    }

    package struct Flip: Sendable, Equatable {
        package var incident: String
        package var severity: Severity
        package var clock: String
        package var before: Verdict.Kind
        package var after: Verdict.Kind

        package init(
            incident: String, severity: Severity, clock: String, before: Verdict.Kind, after: Verdict.Kind
        ) {
            self.incident = incident
            self.severity = severity
            self.clock = clock
            self.before = before
            self.after = after
        }
    }

    /// Over the incidents of the period's cohort; both lists hold the same incidents in the same order.
    package init(
        _ before: [AssessedIncident], under old: PolicyBook, named oldName: String,
        _ after: [AssessedIncident], under new: PolicyBook, named newName: String,
        period: Period, cohort: Cohort, asOf: Instant
    ) {
        self.before = oldName
        self.after = newName
        let clocks = (new.clocks + old.clocks).map(\.id).reduce(into: [String]()) { ids, id in
            if !ids.contains(id) { ids.append(id) }
        }
        let none = Dictionary(uniqueKeysWithValues: Verdict.Kind.allCases.map { ($0, 0) })
        var rows = Severity.allCases.flatMap { severity in
            clocks.map { Row(severity: severity, clock: $0, before: none, after: none) }
        }
        var flips: [(rank: Int, flip: Flip)] = []
        let milestone: Milestone = cohort == .resolved ? .resolved : .detected
        for (left, right) in zip(before, after) {
            guard let severity = left.incident.severity?.value,
                let moment = left.incident.milestones.instant(of: milestone), moment <= asOf, period.contains(moment)
            else { continue }
            for (place, clock) in clocks.enumerated() {
                let row = severity.ordinal * clocks.count + place
                let kinds = (
                    left.verdict(of: clock)?.kind ?? .notApplicable, right.verdict(of: clock)?.kind ?? .notApplicable
                )
                rows[row].before[kinds.0, default: 0] += 1
                rows[row].after[kinds.1, default: 0] += 1
                guard kinds.0 != kinds.1 else { continue }
                flips.append(
                    (
                        row,
                        Flip(
                            incident: left.incident.id, severity: severity, clock: clock, before: kinds.0,
                            after: kinds.1)
                    ))
            }
        }
        self.rows = rows.filter { row in
            [row.before, row.after].contains { counts in
                counts.contains { $0.key != .notApplicable && $0.value > 0 }
            }
        }
        self.flips = flips.enumerated().sorted {
            ($0.element.rank, $0.element.flip.incident, $0.offset)
                < ($1.element.rank, $1.element.flip.incident, $1.offset)
        }.map(\.element.flip)
    }
}
