import BuiltInTemplates
import Compliance
import Diagnostics
import Importing
import IncidentModel
import IncidentStore
import Reporting
import Syntax

/// One import into a database: every export that the arguments name, or nothing.
final class ImportRun {
    private(set) var sources = SourceList()
    private(set) var inputs: [SourceID: InputText] = [:]
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var rejects: [RejectedRecord] = []
    private var files = 0
    private var known = 0
    private var records = 0
    private var rejected = 0
    private var redactions = 0
    private var outcome = ImportOutcome()
    private let redaction: RedactionRules
    private let importer: Importer
    private let judge: Assessor
    private let world: World

    /// Throws ``WorldFault``, ``StoreFault`` and ``BrokenConfiguration``; the database is then as it was.
    static func make(
        _ arguments: [String], _ input: InputOptions, _ judging: JudgingOptions, into path: String, world: World
    ) async throws -> ImportRun {
        let zone = try judging.zone()
        let asOf = try judging.moment(in: zone)
        let reading = KeptSource.Reading(
            dialect: input.dialect, encoding: input.encoding.name, zone: try input.sourceZone()?.name)
        let paths = try InputFinder.inputs(arguments, in: world)
        var sources = SourceList()
        let ids = paths.map { sources.add($0 == "-" ? "standard input" : $0) }
        let configuration = try Configuration.read(judging, into: &sources, world: world)
        var texts = configuration.texts
        let fieldMaps = try FieldMaps.read(input, into: &sources, &texts, world: world)
        _ = try input.forcedDialect(among: fieldMaps.dialects)
        let policy = configuration.policies.newest
        let gate = Gate(policy, fieldMaps)

        // Actions are told in words that figures do not need.
        let run = ImportRun(
            Importer(gate: gate, sourceZone: nil, depth: .everything, width: world.width, dialects: fieldMaps.dialects),
            Assessor(book: configuration.policies, asOf: asOf), redaction: policy.redaction, sources: sources,
            world: world)
        run.inputs = texts
        run.diagnostics = configuration.diagnostics + fieldMaps.diagnostics
        let database = try world.database(path, for: .importing)
        defer { database.close() }
        let text = policy.origin.flatMap { texts[$0.source]?.string }
        let digest = GateDigest.hex(of: gate, fieldMaps: try input.fieldMap.map { try world.open($0).string })
        let book = BookDigest.hex(of: configuration.policies)
        let session = try ImportSession(
            database, at: asOf, by: Debrief.signature,
            under: KeptPolicy(
                name: policy.name, sha256: policy.digest, effectiveFrom: policy.effectiveFrom,
                text: text ?? BuiltInTemplates.files[Configuration.builtInPolicy] ?? ""), gate: digest,
            book: book)
        let isAsBefore = session.previousGate == digest && session.previousBook == book
        do {
            if session.previousGate != nil, !isAsBefore { try await run.readAnew(session) }
            for (path, id) in zip(paths, ids) { try await run.take(path, id, reading, into: session) }
            if run.known == run.files, isAsBefore {
                run.outcome.total = session.incidents
                session.rollback()
            } else {
                run.outcome = try session.commit { exports, families in
                    gate.reconcile(exports, amid: families, judgedBy: run.judge)
                }
            }
        } catch {
            session.rollback()
            throw error
        }
        return run
    }

    private init(
        _ importer: Importer, _ judge: Assessor, redaction: RedactionRules, sources: SourceList, world: World
    ) {
        self.importer = importer
        self.judge = judge
        self.redaction = redaction
        self.sources = sources
        self.world = world
    }

    private func take(
        _ path: String, _ id: SourceID, _ reading: KeptSource.Reading, into session: ImportSession
    ) async throws {
        let original = try world.open(path)
        files += 1
        let digest = original.sha256
        if let before = try session.known(sha256: digest) {
            known += 1
            diagnostics.append(
                Diagnostic(
                    .importedBefore,
                    "the same bytes were imported as “\(before.name)” at \(before.imported.rfc3339); nothing changes",
                    at: .whole(id)))
            return
        }
        let redacted = try await redacted(original, id, reading)
        let text = redacted?.text ?? original
        let row = try await text.withBytes { bytes in
            try await session.add(
                name: sources.name(of: id), sha256: digest, bytes: bytes, reading: reading, width: world.width,
                forgetting: text.forget)
        }
        if let redacted {
            try session.note(
                redaction: redacted.counts, of: row, kept: text.sha256)
            redactions += redacted.counts.reduce(0) { $0 + $1.count }
        }
        try await read(text, id, reading, as: row, into: session)
    }

    /// What is kept of an export where the policy redacts; `nil` where it does not.
    private func redacted(
        _ text: InputText, _ id: SourceID, _ reading: KeptSource.Reading
    ) async throws -> Redactor.Redacted? {
        guard !redaction.rules.isEmpty else { return nil }
        let importer = importer.reading(reading)
        let forced = reading.dialect.flatMap(importer.dialects.dialect(named:))
        guard let redacted = await Redactor(redaction, reading: importer).redacted(text, source: id, as: forced) else {
            throw WorldFault(
                .cannotRead, sources.name(of: id),
                "it is in UTF-16 or UTF-32, in which nothing can be redacted: convert it (iconv -t UTF-8) first")
        }
        return redacted
    }

    /// Streams an export's records into the database. Read anew, an export tells nothing new of actions.
    private func read(
        _ text: InputText, _ id: SourceID, _ reading: KeptSource.Reading, as row: Int64, into session: ImportSession,
        isAnew: Bool = false
    ) async throws {
        let importer = importer.reading(reading)
        var counts = KeptSource.Counts()
        var fault: StoreFault?
        let forced = reading.dialect.flatMap(importer.dialects.dialect(named:))
        let judge = judge
        let rest = await importer.read(text, source: id, as: forced) { part in
            var counts = KeptSource.Counts()
            counts.incidents = part.incidents.count
            counts.entries = part.fragments.count
            counts.context = part.accounts.count + part.deployments.count + part.services.count
            counts.setAside = part.setAside.count
            var kept = KeptPart(part, judgedBy: judge)
            if isAnew {
                for place in kept.records.indices { kept.records[place].actions = [] }
            }
            return (counts: counts, kept: kept)
        } into: { part in
            counts.incidents += part.counts.incidents
            counts.entries += part.counts.entries
            counts.context += part.counts.context
            counts.setAside += part.counts.setAside
            do throws(StoreFault) {
                try session.keep(part.kept, of: row)
                return true
            } catch {
                fault = error
                return false
            }
        }
        if let fault { throw fault }
        counts.setAside += rest.others.values.reduce(0, +)
        counts.rejected = rest.rejects.count
        counts.errors = rest.diagnostics.count { $0.level == .error }
        counts.warnings = rest.diagnostics.count { $0.level == .warning }
        try session.finish(row, dialect: rest.dialect, counts: counts)
        if !rest.diagnostics.isEmpty { inputs[id] = text }
        diagnostics += rest.diagnostics
        rejects += rest.rejects
        rejected += counts.rejected
        records += counts.incidents + counts.entries + counts.context + counts.setAside + counts.rejected
    }

    /// What was believed by other rules is read again from the kept exports.
    private func readAnew(_ session: ImportSession) async throws {
        let kept = try session.sources()
        // What was purged cannot be read again, and is kept as it is.
        var purged: [Int64: PurgedPart] = [:]
        for source in kept where source.purged > 0 {
            purged[source.id] = try session.purged(of: source, as: SourceID(UInt32(truncatingIfNeeded: source.id)))
        }
        try session.forgetBeliefs()
        let said = diagnostics
        var worse: [Diagnostic] = []
        for source in kept {
            let text = InputText(bytes: try session.bytes(of: source))
            let id = sources.add(source.name)
            if let part = purged[source.id] {
                let importer = importer.reading(source.reading)
                let number = SourceID(UInt32(truncatingIfNeeded: source.id))
                let read = await importer.read(source, text, PurgedPart(gapsOf: part), source: number)
                var rows = KeptPart(read, judgedBy: judge)
                for place in rows.records.indices { rows.records[place].actions = [] }
                rows.records += KeptPart.Entry.judged(part.records, by: judge)
                try session.keep(rows, of: source.id)
                continue
            }
            diagnostics = []
            try await read(text, id, source.reading, as: source.id, into: session, isAnew: true)
            if diagnostics.count(where: { $0.level == .error }) > source.counts.errors {
                worse += source.saidInShort(as: id, anew: diagnostics).filter { $0.code == .keptErrors }
            }
        }
        try session.endReadingAnew()
        // What else there was to say was said when they were imported.
        (diagnostics, rejects, records, rejected) = (said + worse, [], 0, 0)
        diagnostics.append(
            Diagnostic(.readAnew, "the exports of the database were read anew: policy, field maps or program changed"))
    }

    /// `3 files: 120 records, 2 rejected. 40 incidents new, 3 updated.`
    var summary: String {
        var parts = [Phrasing.count(records, "record")]
        if rejected > 0 { parts.append("\(Phrasing.number(rejected)) rejected") }
        if redactions > 0 { parts.append("\(Phrasing.number(redactions)) redacted") }
        if known > 0 { parts.append("\(Phrasing.count(known, "file")) imported before") }
        let changes =
            "\(Phrasing.count(outcome.new, "incident")) new, \(Phrasing.number(outcome.updated)) updated, "
            + "\(Phrasing.number(outcome.total)) in the database"
        return
            "\(Phrasing.count(files, "file").sentenceStart): \(parts.joined(separator: ", ")). \(changes.sentenceStart).\n"
    }
}
