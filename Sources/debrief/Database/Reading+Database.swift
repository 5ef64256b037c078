import Compliance
package import Diagnostics
import Importing
import IncidentModel
import IncidentStore
import Reporting

extension KeptInputs {
    /// Whether what the database believes was read by these rules.
    func wasRead(by gate: String) throws -> Bool { try World.guarding(path) { try database.gate() == gate } }

    /// What figures from a moment on need, by what the database believes of its exports. `nil` where only a look at all
    /// incidents can tell whether one recurs.
    func part(from moment: Instant, ids: [SourceID], gate: Gate, _ policy: Policy) throws -> Reading? {
        try World.guarding(path) {
            let numbers = Dictionary(zip(sources.map(\.id), ids)) { first, _ in first }
            let records = try database.records(from: moment, of: sources, numbered: numbers)
            return try reading(records, numbers, gate, policy.conduct.recurrence)
        }
    }

    private func reading(
        _ records: PeriodRecords, _ numbers: [Int64: SourceID], _ gate: Gate, _ rule: Policy.RecurrenceRule
    ) throws -> Reading? {
        let kept = Dictionary(records.exports.map { ($0.source.id, $0) }) { first, _ in first }
        let exports = sources.map { source in
            ImportedExport(
                kept[source.id] ?? KeptExport(source: source, records: []), source: numbers[source.id] ?? SourceID(0),
                context: records.context[source.id] ?? [])
        }
        let supersession = Supersession(exports, turns: sources.map { Int($0.turn) })
        let reconciled = Reconciliation(
            supersession.applied(to: exports), gate: gate, depth: .figures, amid: records.families)
        guard let recurrence = try recurrence(of: reconciled.incidents, among: records, by: rule) else { return nil }
        return Reading(
            reconciled, counts: ReadCounts(records.fates, inputs: sources.count), recurrence: recurrence, rejects: [],
            diagnostics: findings(numbers) + reconciled.diagnostics.filter { !Self.ofAWholeRun.contains($0.code) })
    }

    /// What only a look at all incidents can say.
    private static let ofAWholeRun: Set<DiagnosticCode> = [.accountOfUnknownIncident, .resembles]

    private func recurrence(
        of incidents: [SharedIncident], among records: PeriodRecords, by rule: Policy.RecurrenceRule
    ) throws -> Recurrence? {
        let likeness = ThemeLikeness(
            records.themes.map {
                IncidentTheme(number: $0.number, service: $0.service, title: $0.title, cause: $0.cause)
            }, by: rule)
        return try database.asking { happened in
            var recurs: [Bool] = []
            recurs.reserveCapacity(incidents.count)
            for shared in incidents {
                guard let detected = shared.value.milestones.instant(of: .detected) else {
                    recurs.append(false)
                    continue
                }
                let theme = ThemeNumber.of(
                    service: shared.value.service?.value, title: shared.value.title?.value,
                    cause: ThemeNumber.cause(of: shared.value))
                guard let answer = try likeness.recurs(theme, detected: detected, happened: happened) else {
                    return nil
                }
                recurs.append(answer)
            }
            return Recurrence(of: incidents, recurs: recurs, by: rule)
        }
    }

    /// What was said when the exports were imported, in short: `debrief check --database` says it in full.
    private func findings(_ numbers: [Int64: SourceID]) -> [Diagnostic] {
        sources.flatMap { source in
            let at = Origin.whole(numbers[source.id] ?? SourceID(0))
            var said: [Diagnostic] = []
            if source.counts.errors > 0 {
                said.append(
                    Diagnostic(
                        .keptErrors, "\(Phrasing.count(source.counts.errors, "error")) when it was imported", at: at,
                        help: "`debrief check --database` shows them"))
            }
            if source.counts.warnings > 0 {
                said.append(
                    Diagnostic(
                        .keptWarnings, "\(Phrasing.count(source.counts.warnings, "warning")) when it was imported",
                        at: at, help: "`debrief check --database` shows them"))
            }
            if source.purged > 0 { said.append(.purged(source.purged, of: numbers[source.id] ?? SourceID(0))) }
            return said
        }
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

extension DiagnosticCode {
    package static let keptErrors = DiagnosticCode(
        "kept-errors", .error, "an export of the database was imported with errors",
        """
        Some of its records were rejected when it was imported, or a part of it could not be read. The figures are made \
        without it, as they would be if the export were read now. `debrief check --database FILE` shows every error \
        with its line.
        """)
    package static let keptWarnings = DiagnosticCode(
        "kept-warnings", .warning, "an export of the database was imported with warnings",
        """
        Something about its records was doubtful when it was imported: a figure may be missing for it. \
        `debrief check --database FILE` shows every warning with its line.
        """)
}
