import ArgumentParser
import Compliance
import Diagnostics
import Importing
import IncidentModel
import Reporting
import Syntax
import Typesetting

/// The walk from inputs to judged incidents: what every command begins with.
///
/// A class, for every command awaits one: Swift 6.3.1 crashes in release builds while it splits a function that awaits a
/// value of this size.
final class Batch {
    var sources: SourceList
    var inputs: [SourceID: InputText]
    /// What its exports are called, and where they come from.
    var exports: [SourceID: RunInput]
    /// In the order in which things were said.
    var diagnostics: [Diagnostic]
    /// What was said of the inputs, and the same with what was said of a database's exports in full.
    private let read: (inShort: Int, inFull: [Diagnostic])
    var rejects: [RejectedRecord]
    /// In the order in which they were first met.
    var incidents: [AssessedIncident]
    /// Further incidents of which a run of periods shows a few figures.
    let settled: [SettledIncident]
    /// Ids that more than one incident has.
    var sharedIDs: Set<String>
    var counts: ReadCounts
    /// Where the records of incidents began whose texts were purged from the database.
    var purged: Set<Origin>
    /// The database that was read, if any: what is written is noted there.
    var database: String?
    /// What became of every record.
    var ledger: RecordLedger
    var depth: ReadingDepth
    /// The dialects of the run, those of field maps included.
    var dialects: DialectCatalog
    /// The field maps of the run.
    var fieldMaps: [FieldMap]
    /// The verdicts of each incident's own policy, where another one judges everything.
    var dated: DatedVerdicts?
    /// Which incidents of the run happened before.
    var recurrence: Recurrence
    /// How action items stood from import to import.
    var actionHistory: ActionHistory
    var edition: Edition
    var templates: TemplateLibrary
    var zone: Zone

    init(_ reading: Reading, _ setting: Setting) async {
        let before = setting.configuration.diagnostics + setting.fieldMaps.diagnostics + setting.diagnostics
        diagnostics = before + reading.diagnostics
        read = (diagnostics.count, before + (reading.inFull ?? reading.diagnostics))
        database = setting.database
        dialects = setting.fieldMaps.dialects
        fieldMaps = setting.fieldMaps.maps
        rejects = reading.rejects
        purged = reading.purged
        sharedIDs = reading.sharedIDs
        depth = setting.depth
        ledger = reading.ledger
        counts = reading.counts
        recurrence = reading.recurrence
        actionHistory = setting.actionHistory
        actionHistory.forget(reading.sharedIDs)
        settled = reading.settled

        let asOf = setting.asOf
        let own = setting.configuration.policies
        let book = setting.replay.map(own.replayed(at:)) ?? own
        let judge = Assessor(book: book, asOf: asOf, recurrence: recurrence)
        incidents = await judge.assess(reading.incidents, width: setting.width)
        if setting.replay != nil {
            let judge = Assessor(book: own, asOf: asOf, recurrence: recurrence)
            dated = DatedVerdicts(book: own, incidents: await judge.assess(reading.incidents, width: setting.width))
        }
        diagnostics += Self.olderThanPolicies(incidents, own)
        sources = setting.sources
        inputs = setting.inputs
        exports = setting.exports
        zone = setting.zone
        templates = setting.configuration.templates
        edition = Edition(
            asOf: asOf, zone: zone, policy: book.newest, sources: sources, program: Debrief.signature,
            phrases: setting.configuration.templates.phrases, book: book)
    }

    private static func olderThanPolicies(_ incidents: [AssessedIncident], _ book: PolicyBook) -> [Diagnostic] {
        let older = incidents.filter { book.isBeforeAll($0.incident) }
        guard let first = older.first else { return [] }
        let name = book.policies[0].name
        return [
            Diagnostic(
                .policyBeforeFirst,
                "\(Phrasing.count(older.count, "incident")) detected before the first policy was in force, and judged under it (“\(name)”)",
                at: first.incident.origin, record: first.incident.id)
        ]
    }

    /// Everything that was said, with what was said of the exports of a database in full: for pages, which name what is to
    /// be corrected wherever the exports come from.
    var diagnosticsInFull: [Diagnostic] { read.inFull + diagnostics.dropFirst(read.inShort) }

    /// 65 where some input was rejected; under `--strict` also where there was a warning.
    func status(_ voice: VoiceOptions) -> ExitCode? {
        let worst = diagnostics.map(\.level).max()
        if worst == .error || (voice.strict && worst == .warning) { return ExitStatus.dataRejected }
        return nil
    }
}

/// Incidents as the policies in force at their detection judge them.
struct DatedVerdicts {
    var book: PolicyBook
    var incidents: [AssessedIncident]
}
