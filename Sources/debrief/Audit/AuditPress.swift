import BuiltInTemplates
import Compliance
import Diagnostics
import Importing
import IncidentModel
import Reporting
import Syntax
import Typesetting

/// Makes a pack: the same request over the same bytes makes the same files, whoever asks.
///
/// A class, for those who ask await one: Swift 6.3.1 crashes in release builds over a value of this size.
final class AuditPress {
    let batch: Batch
    let pack: AuditPack
    /// Every file but the manifest.
    let files: [PackFile]

    init(_ request: AuditRequest, world: World) async throws {
        let texts = try AuditTexts.read(request, world: world)
        let batch = try await Batch.read(
            request.exports, request.input, request.judging, depth: .everything, world: world,
            history: request.history)
        guard batch.purged.isEmpty else { throw AuditRequest.Fault.purged(batch.purged.count) }
        self.batch = batch
        let name = request.period ?? .lastFullWeek(before: batch.edition.asOf, in: batch.zone)
        let period = name.period(in: batch.zone)
        let population = Population(of: batch.incidents, in: period, asOf: batch.edition.asOf)
        let exports = Self.exports(of: batch)
        let kept = Self.texts(of: batch, request, texts)
        let scope = AuditScope(
            period: period, sampleSize: request.sample, seed: request.seed,
            options: Self.options(request, batch, period, kept), exports: exports, texts: kept)
        let records = await RecordKeeper(batch, request.input.encoding, width: world.width).records(of: population)
        var pack = AuditPack(
            edition: batch.newsroom.edition, scope: scope, population: population, records: records,
            all: batch.incidents, ledger: batch.ledger, recurrence: batch.recurrence, controls: texts.controls,
            regimes: texts.regimes, remarks: Self.remarks(of: batch))
        if let previous = request.previous { pack.restatements = Restatements(from: previous.facts, to: pack.facts) }
        self.pack = pack
        var files = batch.newsroom.auditPack(pack).map { PackFile(path: $0.path, contents: .text($0.contents)) }
        for export in exports {
            if let input = batch.inputs[export.source] {
                files.append(PackFile(path: export.file, contents: .input(input)))
            }
        }
        files += kept.map { PackFile(path: $0.file, contents: .text($0.text)) }
        for record in records.joined() { files.append(PackFile(path: record.file, contents: .bytes(record.bytes))) }
        if let previous = request.previous {
            files.append(PackFile(path: PackData.previousFile, contents: .text(previous.text)))
        }
        self.files = files
    }

    private static func exports(of batch: Batch) -> [AuditExport] {
        batch.ledger.inputs.enumerated().compactMap { place, input in
            guard let text = batch.inputs[input.source], let export = batch.exports[input.source] else { return nil }
            return AuditExport(
                source: input.source, argument: export.argument, name: export.name,
                file: "evidence/exports/\(padded(place + 1, 3))-\(Self.fileName(export.name))",
                sha256: text.withUnsafeBytes { SHA256Digest(of: $0).hex }, bytes: text.count,
                system: input.dialect.flatMap { batch.dialects.dialect(named: $0)?.system },
                imported: export.imported)
        }
    }

    /// Everything besides the exports that the run was made with, in the order in which it was read.
    private static func texts(of batch: Batch, _ request: AuditRequest, _ own: AuditTexts) -> [AuditText] {
        let exports = Set(batch.ledger.inputs.map(\.source))
        let builtIn = "\(Configuration.builtInPolicy) (built in)"
        var found: [(AuditText.Kind, AuditTexts.Named)] = []
        for (number, name) in batch.sources.names.enumerated() {
            let source = SourceID(UInt32(number))
            guard !exports.contains(source) else { continue }
            if let text = batch.inputs[source] {
                found.append((kind(of: name, request), AuditTexts.Named(name: name, text: text.string)))
            } else if name == builtIn {
                let text = BuiltInTemplates.files[Configuration.builtInPolicy] ?? ""
                found.append((.policy, AuditTexts.Named(name: name, text: text)))
            }
        }
        found.append((.controls, own.controlsText))
        if let times = own.notificationsText { found.append((.notifications, times)) }
        return found.enumerated().map { place, text in
            let folder = [.policy, .controls, .notifications].contains(text.0) ? "policies" : "evidence/texts"
            return AuditText(
                kind: text.0, name: text.1.name,
                file: "\(folder)/\(padded(place + 1, 2))-\(Self.fileName(text.1.name))",
                sha256: SHA256Digest(of: Array(text.1.text.utf8)).hex, text: text.1.text)
        }
    }

    /// The last part of a name, made safe. All of them are plain text to a browser, whatever stands in them: an export may
    /// be a page with a script in it.
    private static func fileName(_ name: String) -> String {
        var last = name.split(separator: "/").last.map(String.init) ?? name
        if last.hasSuffix(Self.builtIn) { last.removeLast(Self.builtIn.count) }
        return SafeFileName.fileName(for: last) + ".txt"
    }

    private static let builtIn = " (built in)"

    private static func kind(of name: String, _ request: AuditRequest) -> AuditText.Kind {
        if request.input.fieldMap.contains(name) { return .fieldMap }
        if request.input.joins == name { return .joins }
        if let folder = request.judging.templates, name.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/") {
            return .template
        }
        return .policy
    }

    /// What the command line said, with every default spelled out.
    private static func options(
        _ request: AuditRequest, _ batch: Batch, _ period: Period, _ texts: [AuditText]
    ) -> [AuditScope.Option] {
        let (input, judging) = (request.input, request.judging)
        func one(_ value: String?) -> [String] { value.map { [$0] } ?? [] }
        func names(_ kind: AuditText.Kind) -> [String] { texts.filter { $0.kind == kind }.map(\.name) }
        var options: [AuditScope.Option] = [
            .init("as-of", [batch.edition.asOf.rfc3339]), .init("controls", names(.controls)),
            .init("dialect", one(input.dialect)), .init("encoding", [input.encoding.name]),
            .init("field-map", input.fieldMap), .init("joins", one(input.joins)),
            .init("notifications", names(.notifications)), .init("period", [period.label]),
            .init("policy", names(.policy)), .init("policy-as-of", one(judging.policyAsOf)),
            .init("regime", request.regimes), .init("sample", [String(request.sample)]),
            .init("seed", [String(request.seed)]), .init("source-time-zone", one(input.sourceTimeZone)),
            .init("templates", one(judging.templates)), .init("time-zone", [judging.timeZone]),
        ]
        // Only there where it was given: data of packs from exports alone say no word of databases.
        if let database = request.history?.database ?? input.database {
            options.append(.init("as-known-on", one(request.history?.asKnownOn ?? input.asKnownOn)))
            options.append(.init("database", [database]))
            options.sort { $0.name < $1.name }
        }
        return options
    }

    /// A pack says in full what was wrong with its exports, wherever they come from.
    private static func remarks(of batch: Batch) -> [(code: String, count: Int)] {
        var counts: [String: Int] = [:]
        let said = batch.diagnostics.filter { $0.code != .keptErrors && $0.code != .keptWarnings }
        for diagnostic in said + batch.saidOfKept { counts[diagnostic.code.id, default: 0] += 1 }
        return counts.sorted { $0.key < $1.key }.map { (code: $0.key, count: $0.value) }
    }
}
