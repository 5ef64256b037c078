import ArgumentParser
import BuiltInTemplates
import Compliance
import Diagnostics
import Importing
import IncidentModel
import Reporting
import Syntax
import Typesetting

/// The walk from inputs to judged incidents: what every command begins with.
struct Batch {
    var sources: SourceList
    var inputs: [SourceID: InputText]
    /// In the order in which things were said.
    var diagnostics: [Diagnostic]
    var rejects: [RejectedRecord]
    /// In the order in which they were first met.
    var incidents: [AssessedIncident]
    /// Ids that more than one incident has.
    var sharedIDs: Set<String>
    var counts: InputCounts
    var depth: ReadingDepth
    /// The verdicts of each incident's own policy, where another one judges everything.
    var dated: DatedVerdicts?
    var edition: Edition
    var templates: TemplateLibrary
    var zone: Zone

    /// Reads, believes and judges everything that the arguments name.
    ///
    /// Throws ``WorldFault`` where an input is missing, and ``BrokenConfiguration`` where policy or templates are
    /// broken; faults of the data are diagnostics.
    static func read(
        _ arguments: [String], _ input: InputOptions, _ judging: JudgingOptions, depth: ReadingDepth, world: World
    ) async throws -> Batch {
        let zone = try judging.zone()
        let asOf = try judging.moment(in: zone)
        let forced = try input.forcedDialect()
        let sourceZone = try input.sourceZone()
        let paths = try InputFinder.inputs(arguments, in: world)

        var sources = SourceList()
        let ids = paths.map { sources.add($0 == "-" ? "standard input" : $0) }
        let configuration = try Configuration.read(judging, into: &sources, world: world)

        // How exports are read does not depend on when an incident was.
        let reading = configuration.policies.newest
        let gate = Gate(words: reading.words, inference: reading.inference)
        let importer = Importer(gate: gate, sourceZone: sourceZone, depth: depth, width: world.width)
        var inputs: [SourceID: InputText] = configuration.texts
        var exports: [ImportedExport] = []
        for (path, id) in zip(paths, ids) {
            let text = try world.open(path)
            inputs[id] = text
            exports.append(await importer.read(text, source: id, as: forced))
        }
        return await Batch(
            exports, zone: zone, asOf: asOf, replay: try judging.replayMoment(in: zone), depth: depth, gate: gate,
            width: world.width, sources: sources,
            inputs: inputs, configuration: configuration)
    }

    private init(
        _ exports: [ImportedExport], zone: Zone, asOf: Instant, replay: Instant?, depth: ReadingDepth, gate: Gate,
        width: Int,
        sources: SourceList, inputs: [SourceID: InputText], configuration: Configuration
    ) async {
        var counts = InputCounts(inputs: exports.count)
        diagnostics = configuration.diagnostics + exports.flatMap(\.diagnostics)
        rejects = exports.flatMap(\.rejects)
        for export in exports {
            counts.records += export.recordsSeen
            counts.incidentRecords += export.incidents.count
        }
        let reconciled = Reconciliation(exports, inference: gate.inference, depth: depth)
        diagnostics += reconciled.diagnostics
        sharedIDs = reconciled.sharedIDs
        self.depth = depth
        counts.incidents = reconciled.incidents.count
        counts.merged = reconciled.merged
        counts.journals = reconciled.joined
        counts.setAside = reconciled.orphaned
        counts.rejected = rejects.count

        let own = configuration.policies
        let book = replay.map(own.replayed(at:)) ?? own
        incidents = await Assessor(book: book, asOf: asOf).assess(reconciled.incidents, width: width)
        if replay != nil {
            dated = DatedVerdicts(
                book: own, incidents: await Assessor(book: own, asOf: asOf).assess(reconciled.incidents, width: width))
        }
        diagnostics += Self.olderThanPolicies(incidents, own)
        self.counts = counts
        self.sources = sources
        self.inputs = inputs
        self.zone = zone
        templates = configuration.templates
        edition = Edition(
            asOf: asOf, zone: zone, policy: book.newest, sources: sources, program: Debrief.signature, book: book)
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

    /// 65 where some input was rejected; under `--strict` also where there was a warning.
    func status(_ voice: VoiceOptions) -> ExitCode? {
        let worst = diagnostics.map(\.level).max()
        if worst == .error || (voice.strict && worst == .warning) { return ExitStatus.dataRejected }
        return nil
    }
}

/// How much went in, and what became of it: records = incidents + merged + journals + set aside + rejected.
struct InputCounts: Equatable {
    var inputs: Int
    var records = 0
    /// Records that passed the gate as an incident.
    var incidentRecords = 0
    var incidents = 0
    var merged = 0
    /// Journal records that were joined to their incident.
    var journals = 0
    /// Journal records that belong to no incident of the run.
    var setAside = 0
    var rejected = 0

    init(inputs: Int) { self.inputs = inputs }
}

/// Incidents as the policies in force at their detection judge them.
struct DatedVerdicts {
    var book: PolicyBook
    var incidents: [AssessedIncident]
}
