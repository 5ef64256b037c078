import Compliance
import Diagnostics
import Importing
import IncidentModel
import Reporting
import Syntax

/// The incidents of a run as they are believed, before they are judged.
///
/// A class, for commands await one: see ``Batch``.
final class Reading {
    /// In the order in which they were first met.
    var incidents: [SharedIncident]
    /// Further incidents of which a run of periods shows a few figures.
    var settled: [SettledIncident] = []
    /// Ids that more than one incident has.
    var sharedIDs: Set<String>
    /// What became of every record.
    var ledger: RecordLedger
    var counts: ReadCounts
    /// Which of them happened before.
    var recurrence: Recurrence
    var rejects: [RejectedRecord]
    /// Where the records of incidents began whose texts were purged from the database.
    var purged: Set<Origin> = []
    var diagnostics: [Diagnostic]
    /// The same with what was said of the exports of a database in full; `nil` where that is not known.
    private(set) var inFull: [Diagnostic]?

    init(
        _ reconciled: Reconciliation, counts: ReadCounts, recurrence: Recurrence, rejects: [RejectedRecord],
        diagnostics: [Diagnostic]
    ) {
        incidents = reconciled.incidents
        sharedIDs = reconciled.sharedIDs
        ledger = reconciled.ledger
        self.counts = counts
        self.recurrence = recurrence
        self.rejects = rejects
        self.diagnostics = diagnostics
    }

    /// Everything that exports say, put together.
    init(
        _ exports: [ImportedExport], joins: Outcome<JoinFile>?, gate: Gate, depth: ReadingDepth, by policy: Policy,
        width: Int
    ) async {
        let reconciled = Reconciliation(exports, gate: gate, joins: joins?.value, depth: depth)
        diagnostics = (joins?.diagnostics ?? []) + exports.flatMap(\.diagnostics) + reconciled.diagnostics
        rejects = exports.flatMap(\.rejects)
        purged = Set(exports.flatMap(\.purged))
        sharedIDs = reconciled.sharedIDs
        ledger = reconciled.ledger
        counts = ReadCounts(reconciled.ledger, inputs: exports.count)
        incidents = reconciled.incidents
        recurrence = await Recurrence.find(in: reconciled.incidents, by: policy.conduct.recurrence, width: width)
    }

    /// Says of some exports what stands in `short`, instead of all that reading them said.
    func say(_ short: [SourceID: [Diagnostic]], of exports: [ImportedExport], joins: Outcome<JoinFile>?) {
        inFull = diagnostics
        let ofInputs = (joins?.diagnostics.count ?? 0) + exports.reduce(0) { $0 + $1.diagnostics.count }
        diagnostics =
            (joins?.diagnostics ?? []) + exports.flatMap { short[$0.source] ?? $0.diagnostics }
            + diagnostics.dropFirst(ofInputs)
    }
}

extension ReadCounts {
    init(_ ledger: RecordLedger, inputs: Int) {
        self.init(
            inputs: inputs, incidents: ledger.count(.used), merged: ledger.count(.merged),
            joined: ledger.count(.joined), context: ledger.count(.context), setAside: ledger.count(.setAside),
            orphaned: ledger.count(.orphaned), rejected: ledger.count(.rejected))
    }
}
