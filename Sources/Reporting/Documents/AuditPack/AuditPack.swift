package import Compliance
import Diagnostics
package import IncidentModel
import Typesetting

/// Everything that an auditor is told about a period: which incidents, which promises, kept or not, and says who.
package struct AuditPack: Sendable {
    package let edition: Edition
    package let scope: AuditScope
    package let population: Population
    package let sample: SeededSample
    package let incidents: [AuditedIncident]
    package let series: [IDSeries]
    package let ledger: RecordLedger
    package let tallies: [PromiseTally]
    package let controls: ControlMap
    package let regimes: [NotificationRegime]
    /// Kinds of diagnostics of the run, and how often each was said.
    package let remarks: [(code: String, count: Int)]
    let disputes: [Dispute]
    let findings: [DataQuality.Finding]
    private(set) var exceptions: [AuditException] = []
    /// What an earlier pack said otherwise.
    package var restatements: Restatements?

    /// `records` are those of each incident of the population, in its order; `all` are the incidents of the run.
    package init(
        edition: Edition, scope: AuditScope, population: Population, records: [[AuditRecord]],
        all: [AssessedIncident], ledger: RecordLedger, recurrence: Recurrence, controls: ControlMap,
        regimes: [NotificationRegime], remarks: [(code: String, count: Int)]
    ) {
        self.edition = edition
        self.scope = scope
        self.population = population
        self.ledger = ledger
        self.controls = controls
        self.regimes = regimes
        self.remarks = remarks
        let sample = SeededSample(of: scope.sampleSize, from: population.members.count, seed: scope.seed)
        self.sample = sample
        let assessor = Assessor(book: edition.book, asOf: edition.asOf, recurrence: recurrence)
        let clerk = PromiseClerk(
            edition: edition, assessor: assessor, recurrence: recurrence, imported: scope.imported)
        let sampled = Set(sample.numbers)
        let incidents = population.members.enumerated().map { place, member in
            AuditedIncident(
                number: place + 1, member: member, records: place < records.count ? records[place] : [],
                promises: clerk.promises(about: member.assessed), isSampled: sampled.contains(place + 1),
                recurs: recurrence.answer(for: member.assessed.incident).flatMap(Self.recurs))
        }
        self.incidents = incidents
        tallies = PromiseTally.all(of: incidents)
        series = IDSeries.all(in: Self.ids(all, ledger, scope))
        let members = population.members.map(\.assessed)
        disputes = members.filter { !$0.incident.conflicts.isEmpty }.flatMap { Dispute.all(of: $0, by: assessor) }
        findings = DataQuality.findings(for: members, asOf: edition.asOf, policy: edition.policy)
        exceptions = foundExceptions()
    }

    var phrasing: Phrasing { edition.phrasing }

    /// `Audit pack 2026-Q1`.
    package var title: String { edition.phrases("audit.title", ["period": scope.period.label]) }

    private static func recurs(_ answer: Recurrence.Answer) -> Bool? {
        switch answer {
        case .recurs: true
        case .noneFound: false
        case .cannotBeTold: nil
        }
    }

    /// Every id that a record of the run has, rejected records and those set aside included.
    private static func ids(
        _ all: [AssessedIncident], _ ledger: RecordLedger, _ scope: AuditScope
    ) -> [(system: String, id: String)] {
        var ids: [(system: String, id: String)] = []
        for assessed in all { ids += assessed.incident.records.map { ($0.system, $0.id) } }
        let systems = Dictionary(scope.exports.map { ($0.source, $0.system ?? "") }) { first, _ in first }
        for entry in ledger.entries where entry.fate == .setAside || entry.fate == .rejected || entry.fate == .orphaned
        {
            if let id = entry.record, let system = systems[entry.origin.source] { ids.append((system, id)) }
        }
        return ids
    }
}

/// How often a promise was kept at a severity.
package struct PromiseTally: Sendable {
    package var kind: AuditedPromise.Kind
    package var name: String
    package var title: String
    /// `nil`: the severity is not known.
    package var severity: Severity?
    package var counts: [PromiseOutcome: Int] = [:]
    /// Of those resolved in the period, as the period's SLA report counts them: met, and breached.
    package var reportedKept = 0
    package var reportedBroken = 0

    package func count(_ outcome: PromiseOutcome) -> Int { counts[outcome] ?? 0 }

    /// In the order in which the promises stand with the incidents, gravest severity first.
    static func all(of incidents: [AuditedIncident]) -> [PromiseTally] {
        var places: [String: Int] = [:]
        var rows: [[Severity?: PromiseTally]] = []
        for incident in incidents {
            let severity = incident.assessed.incident.severity?.value
            for promise in incident.promises where promise.kind != .instance {
                let key = "\(promise.kind.rawValue) \(promise.name)"
                let place = places[key] ?? rows.count
                if place == rows.count {
                    places[key] = place
                    rows.append([:])
                }
                rows[place][
                    severity,
                    default: PromiseTally(
                        kind: promise.kind, name: promise.name, title: promise.title, severity: severity)
                ].add(promise, isReported: incident.member.isResolvedInside)
            }
        }
        let order: [Severity?] = Severity.allCases + [nil]
        return rows.flatMap { row in order.compactMap { row[$0] } }
    }

    private mutating func add(_ promise: AuditedPromise, isReported: Bool) {
        counts[promise.outcome, default: 0] += 1
        guard isReported, promise.kind == .clock else { return }
        if promise.outcome == .kept { reportedKept += 1 }
        if promise.outcome == .broken, promise.elapsed != nil { reportedBroken += 1 }
    }
}
