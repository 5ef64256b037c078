import ArgumentParser
import BuiltInTemplates
import Compliance
import Diagnostics
import Importing
import IncidentModel
import IncidentStore
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

    /// Reads, believes and judges everything that the arguments name.
    ///
    /// Throws ``WorldFault`` where an input is missing, and ``BrokenConfiguration`` where policy or templates are
    /// broken; faults of the data are diagnostics.
    ///
    /// `reach` is for figures of a period: which incidents matter for them. Of a database alone only those are looked at
    /// then, where that gives the same figures.
    ///
    /// What was wrong with exports of a database was said when they were imported: it is repeated in short, as warnings,
    /// unless `repeatsImports`.
    ///
    /// `history` stands for a database that is not at hand: inputs that it names are read as they were read from there.
    static func read(
        _ arguments: [String], _ input: InputOptions, _ judging: JudgingOptions, depth: ReadingDepth, world: World,
        history: InputHistory? = nil, repeatsImports: Bool = false,
        reach: ((_ asOf: Instant, Zone) throws -> ReportReach)? = nil
    ) async throws -> Batch {
        let zone = try judging.zone()
        let asOf = try judging.moment(in: zone)
        if history == nil { try input.require(arguments) }
        let sourceZone = try input.sourceZone()
        let knownOn = try input.knownOn(in: zone)
        let paths = try InputFinder.inputs(arguments, in: world)
        let kept = try input.database.map { try KeptInputs($0, knownOn: knownOn, world: world) }
        defer { kept?.database.close() }

        var sources = SourceList()
        let named =
            (kept?.sources ?? []).map { RunInput($0) }
            + paths.map { history?.inputs[$0] ?? RunInput(argument: $0) }
        let all = named.map { sources.add($0.name) }
        let keptIDs = Array(all.prefix(named.count - paths.count))
        let ids = Array(all.dropFirst(keptIDs.count))
        let configuration = try Configuration.read(judging, into: &sources, world: world)

        // How exports are read does not depend on when an incident was.
        let reading = configuration.policies.newest
        var inputs: [SourceID: InputText] = configuration.texts
        let fieldMaps = try FieldMaps.read(input, into: &sources, &inputs, world: world)
        let forced = try input.forcedDialect(among: fieldMaps.dialects)
        let gate = Gate(reading, fieldMaps)
        let importer = Importer(
            gate: gate, sourceZone: sourceZone, encoding: input.encoding, depth: depth, width: world.width,
            dialects: fieldMaps.dialects)
        let joins = try joinFile(input, into: &sources, &inputs, world: world)
        let setting = Setting(
            fieldMaps: fieldMaps, zone: zone, asOf: asOf, replay: try judging.replayMoment(in: zone), depth: depth,
            width: world.width, sources: sources, inputs: inputs, configuration: configuration)
        setting.database = input.database
        setting.exports = Dictionary(zip(all, named)) { first, _ in first }
        let answers = try kept?.recurrence() ?? []
        let isCurrent =
            try kept?.wasRead(
                by: GateDigest.hex(of: gate, fieldMaps: try input.fieldMap.map { try world.open($0).string })) ?? true
        if let kept, let reach, paths.isEmpty, joins == nil, knownOn == nil {
            if !isCurrent {
                setting.diagnostics.append(
                    Diagnostic(.readAnew, "policy, field maps or program have changed since the last import"))
            } else {
                let part = try await kept.part(
                    for: try reach(asOf, zone), ids: keptIDs, gate: gate, configuration.policies, width: world.width)
                part.recurrence = part.recurrence.holding(answers)
                return await Batch(part, setting)
            }
        }
        var exports: [ImportedExport] = []
        var short: [SourceID: [Diagnostic]] = [:]
        if let kept {
            for (export, id) in zip(kept.sources, keptIDs) {
                let text = try kept.text(of: export)
                inputs[id] = text
                let read = try await kept.read(export, text, source: id, by: importer)
                if !repeatsImports {
                    short[id] = export.saidInShort(as: id, anew: isCurrent ? nil : read.diagnostics)
                }
                exports.append(read)
            }
        }
        var copies = InputCopies()
        for (place, (path, id)) in zip(paths, ids).enumerated() {
            let text = try world.open(path)
            inputs[id] = text
            if let imported = named[keptIDs.count + place].imported {
                exports.append(await importer.read(text, source: id, as: imported.reading))
            } else if let kept, kept.holds(text) {
                exports.append(ImportedExport(source: id, knownFrom: kept.database.path))
            } else if let history, history.holds(text) {
                exports.append(ImportedExport(source: id, knownFrom: history.database))
            } else if let original = copies.original(of: text, named: sources.name(of: id)) {
                exports.append(ImportedExport(source: id, copyOf: original))
            } else {
                exports.append(await importer.read(text, source: id, as: forced))
            }
        }
        if depth == .everything { setting.actionHistory = ActionHistory(exports, from: named, asOf: asOf) }
        if kept != nil || history != nil {
            exports = Supersession(exports, turns: named.map(\.turn)).applied(to: exports)
        }
        let whole = await Reading(exports, joins: joins, gate: gate, depth: depth, by: reading, width: world.width)
        whole.recurrence = whole.recurrence.holding(answers)
        whole.say(short, of: exports, joins: joins)
        // Figures need no record that an import rejected, and a report is not made from all of them.
        if depth == .figures { whole.rejects.removeAll { keptIDs.contains($0.origin.source) } }
        return await Batch(whole, setting.with(sources, inputs))
    }

    private static func joinFile(
        _ input: InputOptions, into sources: inout SourceList, _ inputs: inout [SourceID: InputText], world: World
    ) throws -> Outcome<JoinFile>? {
        guard let path = input.joins else { return nil }
        let text = try world.open(path)
        let source = sources.add(path)
        inputs[source] = text
        return JoinFile.read(text, source: source)
    }

    private init(_ reading: Reading, _ setting: Setting) async {
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

/// What a run is held to, beside the incidents that it read.
private final class Setting {
    let fieldMaps: FieldMaps
    let zone: Zone
    let asOf: Instant
    let replay: Instant?
    let depth: ReadingDepth
    let width: Int
    var sources: SourceList
    var inputs: [SourceID: InputText]
    let configuration: Configuration
    /// The database that is read, if any.
    var database: String?
    var exports: [SourceID: RunInput] = [:]
    var diagnostics: [Diagnostic] = []
    var actionHistory = ActionHistory()

    init(
        fieldMaps: FieldMaps, zone: Zone, asOf: Instant, replay: Instant?, depth: ReadingDepth, width: Int,
        sources: SourceList, inputs: [SourceID: InputText], configuration: Configuration
    ) {
        self.fieldMaps = fieldMaps
        self.zone = zone
        self.asOf = asOf
        self.replay = replay
        self.depth = depth
        self.width = width
        self.sources = sources
        self.inputs = inputs
        self.configuration = configuration
    }

    func with(_ sources: SourceList, _ inputs: [SourceID: InputText]) -> Setting {
        self.sources = sources
        self.inputs = inputs
        return self
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

/// Incidents as the policies in force at their detection judge them.
struct DatedVerdicts {
    var book: PolicyBook
    var incidents: [AssessedIncident]
}
