package import Diagnostics
import IncidentModel
import Reporting
import Syntax

/// What the `audit.json` of a pack says: what it claims, and what it was made of. Anybody may have written it.
struct PackData: Sendable {
    static let path = "audit.json"
    /// Where a pack keeps the data of the earlier one that it was compared with.
    static let previousFile = "evidence/previous/audit.json"
    /// Bytes; a pack of a hundred thousand incidents has a third of it.
    static let sizeLimit = 1 << 30

    /// The whole file.
    let text: InputText
    /// The list of incidents in it: by far the most of the file, and read one by one.
    let incidents: InputText
    /// What the pack says of itself; of its incidents only where they were asked for.
    var facts = AuditFacts()
    var options: [String: [String]] = [:]
    var exports: [Kept] = []
    var texts: [Kept] = []
    var policies: [String] = []

    /// A file of the pack that stands for one that the run read.
    struct Kept: Sendable {
        /// What the command line called an export; of another text its name.
        var name: String
        /// `policy`, `controls` …; empty for an export.
        var kind: String
        var file: String
        var sha256: String
        /// What pages call an export; empty for another text.
        var title = ""
        /// The import that an export came with.
        var imported: AuditImport?
    }

    /// The database that the pack was made of; `nil` for a pack of exports alone.
    var database: String? { options["database"]?.first }

    /// What leads to an export when the pack is made again. Exports of a database may share a name, files of a pack do not.
    func path(of export: Kept) -> String { database == nil ? export.name : export.file }

    /// Why a text is no data of a pack.
    struct Fault: Error {
        var diagnostic: Diagnostic
    }

    /// `withFacts`: what it says of every incident, too.
    static func read(_ input: InputText, named name: String, withFacts: Bool = false) async throws -> PackData {
        guard input.count <= sizeLimit else {
            throw fault("\(name) has \(input.count) bytes, where \(sizeLimit) are the limit")
        }
        guard let place = JSONMember("incidents").place(in: input) else {
            throw fault("\(name) is no JSON of a pack: it lists no incidents")
        }
        let incidents = input.part(place)
        let stream = stream(input.with(Array("[]".utf8), at: place))
        let result = await stream.map(width: 1) { PackData($0, text: input, incidents: incidents) }
        if let broken = result.diagnostics.first(where: { $0.level == .error }) {
            throw fault("\(name) is no JSON of a pack: \(broken.message)")
        }
        guard result.values.count == 1, var data = result.values[0] else {
            throw fault("\(name) is not what the program writes: it names no schema debrief/audit-pack/1")
        }
        if withFacts {
            var facts = data.facts
            try await data.readIncidents(named: name, width: 1, { $0 }, into: { facts.merge($0) })
            data.facts = facts
        }
        return data
    }

    /// What the pack says of each incident, one after the other; `work` runs on up to `width` threads.
    func readIncidents<Result: Sendable>(
        named name: String, width: Int, _ work: @escaping @Sendable (AuditFacts) -> Result, into take: (Result) -> Void
    ) async throws {
        let result = await Self.stream(incidents).read(width: width, { work(AuditFacts(incident: $0)) }) { part in
            part.forEach(take)
            return true
        }
        // An empty list is no empty file.
        if let broken = result.diagnostics.first(where: { $0.level == .error }), result.recordsSeen > 0 {
            throw Self.fault("\(name) is no JSON of a pack: \(broken.message)")
        }
    }

    private static func stream(_ input: InputText) -> RecordStream {
        var limits = ReadingLimits.standard
        limits.record = sizeLimit
        limits.values = .max
        return RecordStream(input, source: SourceID(0), path: .json(arrays: []), limits: limits)
    }

    private static func fault(_ message: String) -> Fault { Fault(diagnostic: Diagnostic(.auditUnreadable, message)) }

    private init?(_ record: RecordReader, text: InputText, incidents: InputText) {
        guard record.text(Field.schema)?.value == "debrief/audit-pack/1" else { return nil }
        self.text = text
        self.incidents = incidents
        facts.program = record.text(Field.program)?.value ?? ""
        facts.asOf = record.text(Field.asOf)?.value ?? ""
        facts.label = record.text(Field.periodLabel)?.value ?? ""
        facts.start = record.text(Field.periodStart)?.value ?? ""
        facts.end = record.text(Field.periodEnd)?.value ?? ""
        for member in record.inner(Field.options)?.members ?? [] {
            options[member.name] = record.list(FieldPath(steps: ["options", member.name])).compactMap(\.ownText?.value)
        }
        exports = record.list(Field.exports).map { export in
            var kept = Kept(export, name: Field.argument, kind: "")
            kept.title = export.text(Field.name)?.value ?? ""
            kept.imported = export.inner(Field.imported).flatMap { AuditImport($0) }
            return kept
        }
        texts = record.list(Field.texts).map { Kept($0, name: Field.name, kind: $0.text(Field.kind)?.value ?? "") }
        policies = record.list(Field.policies).compactMap { $0.text(Field.sha256)?.value }
    }
}

extension PackData.Kept {
    fileprivate init(_ record: RecordReader, name: FieldPath, kind: String) {
        self.init(
            name: record.text(name)?.value ?? "", kind: kind, file: record.text(Field.file)?.value ?? "",
            sha256: record.text(Field.sha256)?.value ?? "")
    }
}

extension AuditImport {
    /// `nil` where the number or the moment is missing: the pack that is made again then has no such import, and differs.
    fileprivate init?(_ record: RecordReader) {
        guard let turn = record.integer(Field.turn)?.value,
            let imported = record.text(Field.importedAt).flatMap({ moment($0.value, in: .utc) })
        else { return nil }
        self.init(
            turn: turn, imported: imported, sha256: record.text(Field.sha256)?.value ?? "",
            dialect: record.text(Field.dialect)?.value, encoding: record.text(Field.encoding)?.value ?? "",
            timeZone: record.text(Field.timeZone)?.value)
    }
}

extension AuditFacts {
    /// What a pack says of one incident.
    fileprivate init(incident record: RecordReader) {
        self.init()
        let id = record.text(Field.id)?.value ?? ""
        let name = [record.text(Field.system)?.value, id, record.text(Field.key)?.value].compactMap { $0 }
            .joined(separator: " ")
        var incident = Incident()
        incident.number = record.integer(Field.number)?.value ?? 0
        incident.id = id
        incident.severity = record.text(Field.severity)?.value
        incident.policy = record.text(Field.policy)?.value ?? ""
        incident.evidence = record.text(Field.evidence)?.value ?? ""
        for member in record.inner(Field.milestones)?.members ?? [] {
            incident.milestones[member.name] = member.reader.text(Field.at)?.value
        }
        incidents[name] = incident
        for promise in record.list(Field.promises) {
            var told = Promise()
            told.outcome = promise.text(Field.outcome)?.value ?? ""
            told.verdict = promise.text(Field.verdict)?.value ?? ""
            told.start = promise.text(Field.startAt)?.value
            told.stop = promise.text(Field.stopAt)?.value
            told.limitSeconds = promise.integer(Field.limitSeconds)?.value
            told.elapsedSeconds = promise.integer(Field.elapsedSeconds)?.value
            told.due = promise.text(Field.due)?.value
            add(
                told,
                as: PromiseName(
                    incident: name, kind: promise.text(Field.kind)?.value ?? "",
                    name: promise.text(Field.name)?.value ?? "",
                    instance: promise.text(Field.instance)?.value ?? ""))
        }
    }
}

/// The fields of a pack's data that are read back.
private enum Field {
    static let argument: FieldPath = "argument"
    static let asOf: FieldPath = "asOf"
    static let at: FieldPath = "at"
    static let dialect: FieldPath = "dialect"
    static let due: FieldPath = "due"
    static let elapsedSeconds: FieldPath = "elapsedSeconds"
    static let encoding: FieldPath = "encoding"
    static let evidence: FieldPath = "evidence"
    static let exports: FieldPath = "exports"
    static let file: FieldPath = "file"
    static let id: FieldPath = "id"
    static let imported: FieldPath = "import"
    static let importedAt: FieldPath = "imported"
    static let instance: FieldPath = "instance"
    static let key: FieldPath = "key"
    static let kind: FieldPath = "kind"
    static let limitSeconds: FieldPath = "limitSeconds"
    static let milestones: FieldPath = "milestones"
    static let name: FieldPath = "name"
    static let number: FieldPath = "number"
    static let options: FieldPath = "options"
    static let outcome: FieldPath = "outcome"
    static let periodEnd: FieldPath = "period.end"
    static let periodLabel: FieldPath = "period.label"
    static let periodStart: FieldPath = "period.start"
    static let policies: FieldPath = "policies"
    static let policy: FieldPath = "policy"
    static let program: FieldPath = "program"
    static let promises: FieldPath = "promises"
    static let schema: FieldPath = "schema"
    static let severity: FieldPath = "severity"
    static let sha256: FieldPath = "sha256"
    static let startAt: FieldPath = "start.at"
    static let stopAt: FieldPath = "stop.at"
    static let system: FieldPath = "system"
    static let texts: FieldPath = "texts"
    static let timeZone: FieldPath = "timeZone"
    static let turn: FieldPath = "turn"
    static let verdict: FieldPath = "verdict"
}

extension DiagnosticCode {
    package static let auditUnreadable = DiagnosticCode(
        "audit-unreadable", .error, "a pack cannot be read",
        """
        Its audit.json is missing, broken, or not what the program writes, or a text that it was made with cannot be used. \
        Nothing can be derived from such a pack. What its manifest says about its files is told all the same.
        """)
}
