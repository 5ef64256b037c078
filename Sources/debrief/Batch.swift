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

        let gate = Gate(words: configuration.policy.words, inference: configuration.policy.inference)
        let importer = Importer(gate: gate, sourceZone: sourceZone, depth: depth, width: world.width)
        var inputs: [SourceID: InputText] = configuration.texts
        var exports: [ImportedExport] = []
        for (path, id) in zip(paths, ids) {
            let text = try world.open(path)
            inputs[id] = text
            exports.append(await importer.read(text, source: id, as: forced))
        }
        return await Batch(
            exports, zone: zone, asOf: asOf, depth: depth, gate: gate, width: world.width, sources: sources,
            inputs: inputs, configuration: configuration)
    }

    private init(
        _ exports: [ImportedExport], zone: Zone, asOf: Instant, depth: ReadingDepth, gate: Gate, width: Int,
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

        let assessor = Assessor(policy: configuration.policy, asOf: asOf)
        incidents = await assessor.assess(reconciled.incidents, width: width)
        self.counts = counts
        self.sources = sources
        self.inputs = inputs
        self.zone = zone
        templates = configuration.templates
        edition = Edition(
            asOf: asOf, zone: zone, policy: configuration.policy,
            sources: sources, program: Debrief.signature)
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
