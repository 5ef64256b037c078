import Diagnostics
package import IncidentModel

/// What is missing or wrong in the records of incidents, so that figures lack or doubt them.
package enum DataQuality {
    /// One kind of finding, and the incidents that have it.
    package struct Finding: Sendable, Equatable {
        /// `missing-triaged`.
        package var code: String
        /// Ids, in ascending order.
        package var incidents: [String]

        package var count: Int { incidents.count }

        package init(code: String, incidents: [String]) {
            self.code = code
            self.incidents = incidents
        }
    }

    /// The kinds of findings.
    package enum Code: Hashable, Sendable {
        /// A milestone stands before one that it must follow, or a clock's stop before its start.
        case outOfOrder
        /// A clock needs the milestone, a later one or a status word shows that it came, and nothing says when.
        case missing(Milestone)
        case severityUnknown
        /// The status word says that the incident is over, and no resolution is on record; or the word says that it
        /// still runs, and one is.
        case statusContradicts
        /// A milestone lies after the moment of the report.
        case futureStamp

        package var name: String {
            switch self {
            case .outOfOrder: "out-of-order"
            case .missing(let milestone): "missing-" + milestone.rawValue
            case .severityUnknown: "severity-unknown"
            case .statusContradicts: "status-contradicts"
            case .futureStamp: "future-stamp"
            }
        }

        /// What pages say beside the count.
        package var summary: String {
            switch self {
            case .outOfOrder: "milestones out of order"
            case .missing(let milestone): "\(milestone.rawValue) is not on record, though it must have come"
            case .severityUnknown: "severity unknown"
            case .statusContradicts: "status word and milestones contradict each other"
            case .futureStamp: "milestones later than the moment of the report"
            }
        }

        /// In the order of reports.
        package static let all: [Code] =
            [.outOfOrder] + Milestone.allCases.map(Code.missing) + [.severityUnknown, .statusContradicts, .futureStamp]

        var place: Int {
            switch self {
            case .outOfOrder: 0
            case .missing(let milestone): 1 + milestone.ordinal
            case .severityUnknown: 9
            case .statusContradicts: 10
            case .futureStamp: 11
            }
        }
    }

    /// Findings over incidents, as things stood at a moment; kinds that nothing has are left out.
    package static func findings(
        for incidents: [AssessedIncident], asOf: Instant, policy: Policy
    ) -> [Finding] {
        findings(for: incidents, at: Array(incidents.indices), asOf: asOf, book: PolicyBook(policy))
    }

    static func findings(
        for incidents: [AssessedIncident], at indices: [Int], asOf: Instant, book: PolicyBook
    ) -> [Finding] {
        var found = [[String]](repeating: [], count: Code.all.count)
        let needs = book.policies.map(Needs.init)
        for index in indices {
            let policy = incidents[index].policy
            let reading = book.policies[policy].status.reading(
                of: incidents[index].incident.statusWord, in: incidents[index].incident.system)
            let flaws = flaws(
                of: incidents[index].incident.milestones, incidents[index].incident.severity?.value, reading,
                incidents[index].verdicts, asOf: asOf, needs[policy])
            guard flaws != 0 else { continue }
            for place in found.indices where flaws & (1 << place) != 0 {
                found[place].append(incidents[index].incident.id)
            }
        }
        return zip(Code.all, found).compactMap { code, incidents in
            incidents.isEmpty ? nil : Finding(code: code.name, incidents: incidents.sorted())
        }
    }

    /// Kinds of findings as bits, by their place.
    private static func flaws(
        of milestones: Milestones, _ severity: Severity?, _ reading: StatusWords.Reading?, _ verdicts: [JudgedClock],
        asOf: Instant, _ needs: Needs
    ) -> Int {
        let moments = Moments(milestones, asOf: asOf)
        var flaws = 0
        func note(_ code: Code) { flaws |= 1 << code.place }
        if moments.hasFuture { note(.futureStamp) }
        if !moments.isSteady, !milestones.outOfOrder.isEmpty { note(.outOfOrder) }
        for judged in verdicts {
            if case .unproven(.outOfOrder) = judged.verdict { note(.outOfOrder) }
        }
        let isResolved = moments[.resolved] != nil
        if reading == .over && !isResolved || reading == .active && isResolved { note(.statusContradicts) }
        if severity == nil { note(.severityUnknown) }
        for milestone in severity.map({ needs.milestones[$0.ordinal] }) ?? needs.all where moments[milestone] == nil {
            let isProven = moments.hasAny(of: milestone.proofs) || milestone.isProvenByStatus && reading == .over
            // Whatever is on record as an incident has been detected.
            if isProven || milestone == .detected { note(.missing(milestone)) }
        }
        return flaws
    }

    /// Which milestones the clocks of a policy need.
    private struct Needs {
        /// By severity, gravest first.
        let milestones: [[Milestone]]
        let all: [Milestone]

        init(_ policy: Policy) {
            func needed(_ clocks: [Clock]) -> [Milestone] {
                Milestone.allCases.filter { one in
                    clocks.contains { $0.start == .milestone(one) || $0.stop == .milestone(one) }
                }
            }
            milestones = Severity.allCases.map { severity in
                needed(policy.clocks.filter { $0.applies(to: severity) })
            }
            all = needed(policy.clocks)
        }
    }
}
