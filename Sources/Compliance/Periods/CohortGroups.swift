import Diagnostics
import IncidentModel

/// The incidents of a cohort by something that they have in common. Severities stand together in one row, so that rows
/// are no ranking.
package struct CohortGroups: Sendable, Equatable {
    package var kind: Kind
    /// Most incidents first, then by name: at most ``named``.
    package var groups: [Figures]
    /// How many further groups there are, and all of them together; `nil` without any.
    package var rest: Figures?
    package var restCount: Int
    /// Incidents of which nobody said it; `nil` without any.
    package var unknown: Figures?

    package enum Kind: String, Sendable, CaseIterable {
        case service, team, source
    }

    package struct Figures: Sendable, Equatable {
        /// As the exports write it; `nil` where nobody said it, and of several groups together.
        package var name: String?
        package var cohort: Int
        /// By severity, gravest first.
        package var severities: [Int]
        /// Promises of all clocks.
        package var met: Int
        package var breached: Int
        /// From detection to resolution, over all severities; `nil` without any.
        package var spread: Spread?

        package var compliance: Proportion? { Wilson.proportion(hits: met, trials: met + breached) }
    }

    /// So many groups stand alone.
    package static let named = 10
}

/// What incidents are grouped into.
struct GroupTally {
    private struct Row {
        var severities = [Int](repeating: 0, count: Severity.allCases.count)
        var met = 0
        var breached = 0
        var sample: [Int] = []

        mutating func add(_ other: Row) {
            for place in severities.indices { severities[place] += other.severities[place] }
            met += other.met
            breached += other.breached
            sample += other.sample
        }

        var cohort: Int { severities.reduce(0, +) }

        func figures(_ name: String?, rule: Policy.StatisticsRule) -> CohortGroups.Figures {
            CohortGroups.Figures(
                name: name, cohort: cohort, severities: severities, met: met, breached: breached,
                spread: Spread(sorted: sample.sorted(), rule: rule))
        }
    }

    let kind: CohortGroups.Kind
    private var rows: [String: Row] = [:]
    private var unknown = Row()

    init(_ kind: CohortGroups.Kind) { self.kind = kind }

    /// An incident of the cohort, with how many of its promises were kept and broken.
    mutating func count(_ incident: borrowing Incident, severity: Severity, met: Int, breached: Int, seconds: Int?) {
        let said =
            switch kind {
            case .service: incident.service?.value
            case .team: incident.team?.value
            case .source: incident.source?.value
            }
        func add(to row: inout Row) {
            row.severities[severity.ordinal] += 1
            row.met += met
            row.breached += breached
            if let seconds { row.sample.append(seconds) }
        }
        if let name = said?.trimmed { add(to: &rows[name, default: Row()]) } else { add(to: &unknown) }
    }

    func groups(rule: Policy.StatisticsRule) -> CohortGroups {
        let sorted = rows.map { (name: $0.key, cohort: $0.value.cohort, row: $0.value) }
            .sorted { ($1.cohort, $0.name) < ($0.cohort, $1.name) }
        // One that would stand alone behind the others stands among them.
        let named = sorted.count == CohortGroups.named + 1 ? sorted.count : CohortGroups.named
        let rest = sorted.dropFirst(named)
        return CohortGroups(
            kind: kind, groups: sorted.prefix(named).map { $0.row.figures($0.name, rule: rule) },
            rest: rest.isEmpty
                ? nil : rest.reduce(into: Row()) { $0.add($1.row) }.figures(nil, rule: rule),
            restCount: rest.count, unknown: unknown.cohort > 0 ? unknown.figures(nil, rule: rule) : nil)
    }
}
