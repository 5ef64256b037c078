import Compliance
import Diagnostics
import Importing
import IncidentModel
import IncidentStore
import Syntax

extension Batch {
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
}
