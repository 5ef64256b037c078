import Compliance
import Diagnostics
import Importing
import IncidentModel
import Reporting
import Syntax

/// The incidents of a run as they are believed, before they are judged.
struct Reading {
    /// In the order in which they were first met.
    var incidents: [SharedIncident]
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
}

extension Reading {
    /// Everything that exports say, put together.
    init(
        _ exports: [ImportedExport], joins: Outcome<JoinFile>?, gate: Gate, depth: ReadingDepth, by policy: Policy
    ) {
        diagnostics = (joins?.diagnostics ?? []) + exports.flatMap(\.diagnostics)
        rejects = exports.flatMap(\.rejects)
        purged = Set(exports.flatMap(\.purged))
        let reconciled = Reconciliation(exports, gate: gate, joins: joins?.value, depth: depth)
        diagnostics += reconciled.diagnostics
        sharedIDs = reconciled.sharedIDs
        ledger = reconciled.ledger
        counts = ReadCounts(ledger, inputs: exports.count)
        incidents = reconciled.incidents
        recurrence = Recurrence.find(in: incidents.map(\.value), by: policy.conduct.recurrence)
    }
}
