import Compliance
import Diagnostics
import Importing
import IncidentModel
import IncidentStore
import Reporting

extension KeptInputs {
    /// Whether what the database believes was read by these rules.
    func wasRead(by gate: String) throws -> Bool { try World.guarding(path) { try database.gate() == gate } }

    /// What figures of a period need, by what the database believes of its exports.
    func part(
        for reach: ReportReach, ids: [SourceID], gate: Gate, _ book: PolicyBook, width: Int
    ) async throws -> Reading {
        let numbers = Dictionary(zip(sources.map(\.id), ids)) { first, _ in first }
        return try await World.guarding(path) {
            let run = PeriodRun(
                from: reach.run.lowerBound, to: reach.run.upperBound,
                by: reach.cohort == .resolved ? .resolved : .detected,
                trustsVerdicts: try database.book() == BookDigest.hex(of: book))
            let records = try await database.records(
                for: reach.incidents, run, of: sources, numbered: numbers, width: width)
            let reconciled = reconciled(records, numbers, gate)
            let reading = Reading(
                reconciled, counts: ReadCounts(records.fates, inputs: sources.count),
                recurrence: try await recurrence(
                    of: reconciled.incidents, by: book.newest.conduct.recurrence, width: width),
                rejects: [],
                diagnostics: findings(numbers) + reconciled.diagnostics.filter { !Self.ofAWholeRun.contains($0.code) })
            reading.settled = records.settled
            return reading
        }
    }

    private func reconciled(_ records: PeriodRecords, _ numbers: [Int64: SourceID], _ gate: Gate) -> Reconciliation {
        let kept = Dictionary(records.exports.map { ($0.source.id, $0) }) { first, _ in first }
        let exports = sources.map { source in
            ImportedExport(
                kept[source.id] ?? KeptExport(source: source, records: []), source: numbers[source.id] ?? SourceID(0),
                context: records.context[source.id] ?? [])
        }
        let supersession = Supersession(exports, turns: sources.map { Int($0.turn) })
        return Reconciliation(
            supersession.applied(to: exports), gate: gate, depth: .figures, amid: records.families)
    }

    /// What only a look at all incidents can say.
    private static let ofAWholeRun: Set<DiagnosticCode> = [.accountOfUnknownIncident, .resembles]

    private func recurrence(
        of incidents: [SharedIncident], by rule: Policy.RecurrenceRule, width: Int
    ) async throws -> Recurrence {
        let moments = incidents.compactMap { $0.value.milestones.instant(of: .detected) }
        var history = IncidentHistory()
        if let first = moments.min(), let last = moments.max() {
            let kept = try database.history(from: first.advanced(bySeconds: -rule.window.wholeSeconds), before: last)
            history.happened = kept.happened
            history.themes = kept.themes.map { theme in
                (theme.number, IncidentTheme(service: theme.service, title: theme.title, cause: theme.cause))
            }
        }
        return await Recurrence.find(of: incidents, amid: history, by: rule, width: width)
    }

    private func findings(_ numbers: [Int64: SourceID]) -> [Diagnostic] {
        sources.flatMap { $0.saidInShort(as: numbers[$0.id] ?? SourceID(0)) }
    }
}

extension ReadCounts {
    fileprivate init(_ fates: [RecordLedger.Fate: Int], inputs: Int) {
        func count(_ fate: RecordLedger.Fate) -> Int { fates[fate] ?? 0 }
        self.init(
            inputs: inputs, incidents: count(.used), merged: count(.merged), joined: count(.joined),
            context: count(.context), setAside: count(.setAside), orphaned: count(.orphaned),
            rejected: count(.rejected))
    }
}
