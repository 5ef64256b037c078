package import Diagnostics
package import IncidentModel
package import Syntax

/// Reads one export: finds its dialect, streams its records, and believes what passes the gate.
package struct Importer: Sendable {
    package var gate: Gate
    /// The zone of stamps that name none, where the export's system does not document it.
    package var sourceZone: Zone?
    /// The encoding of CSV files that are not UTF-8.
    package var encoding: TextEncoding
    package var depth: ReadingDepth
    /// How many threads read one input.
    package var width: Int
    package var dialects: DialectCatalog

    package init(
        gate: Gate, sourceZone: Zone?, encoding: TextEncoding = .utf8, depth: ReadingDepth, width: Int,
        dialects: DialectCatalog = .builtIn
    ) {
        self.gate = gate
        self.sourceZone = sourceZone
        self.encoding = encoding
        self.depth = depth
        self.width = width
        self.dialects = dialects
    }

    /// Everything that `input` says, or why it says nothing. `forced` switches sniffing off.
    package func read(
        _ input: InputText, source: SourceID, as forced: (any ExportDialect)? = nil
    ) async -> ImportedExport {
        var parts: [ImportedExport] = []
        let whole = await read(input, source: source, as: forced) { part in
            parts.append(part)
            return true
        }
        return parts.reduce(into: whole) { $0.take($1) }
    }

    /// As ``read(_:source:as:)``, but what the records say is handed to `take` part by part, in the order of the input, and
    /// none of it is kept: memory does not grow with the input. What is returned holds the rest: diagnostics, rejects and
    /// the names of other records. Reading ends where `take` says `false`.
    package func read(
        _ input: InputText, source: SourceID, as forced: (any ExportDialect)? = nil,
        into take: (consuming ImportedExport) -> Bool
    ) async -> ImportedExport {
        await read(input, source: source, as: forced, preparing: { $0 }, into: take)
    }

    /// The same, where `prepare` makes something of each part while other parts are read.
    package func read<Prepared: Sendable>(
        _ input: InputText, source: SourceID, as forced: (any ExportDialect)? = nil,
        preparing prepare: @escaping @Sendable (consuming ImportedExport) -> Prepared,
        into take: (consuming Prepared) -> Bool
    ) async -> ImportedExport {
        let head = ExportHead.of(input, encoding: encoding)
        let choice = DialectChoice.make(head, among: dialects, source: source, forced: forced)
        guard let dialect = choice.value else {
            var nothing = ImportedExport(source: source, dialect: nil)
            nothing.diagnostics = choice.diagnostics
            return nothing
        }
        let stamps = StampReader(zone: dialect.writesUTC ? .utc : dialect.zone ?? sourceZone)
        let stream = RecordStream(input, source: source, path: dialect.records, encoding: encoding)
        let drafted: ReadingDepth = dialect.readsLessForFigures ? depth : .everything
        var setAside: [SetAside] = []
        var rejects: [RejectedRecord] = []
        var count = 0
        let result = await stream.read(width: width) { record in
            RecordBelief(record, dialect.draft(from: record, using: stamps, depth: drafted), gate: gate, depth: depth)
        } gathering: { beliefs in
            var part = ImportedExport(source: source, dialect: dialect.name)
            part.incidents.reserveCapacity(beliefs.count)
            for belief in beliefs { part.add(belief) }
            let rejects = part.rejects
            part.rejects = []
            return PreparedPart(
                seen: part.recordsSeen, setAside: part.setAside, rejects: rejects, prepared: prepare(part))
        } into: { part in
            count += part.seen
            setAside += part.setAside
            rejects += part.rejects
            return take(part.prepared)
        }

        var export = ImportedExport(source: source, dialect: dialect.name)
        export.diagnostics = choice.diagnostics + result.diagnostics
        export.rejects = result.rejects + rejects
        export.others = result.otherElements.filter { !dialect.surroundings.contains($0.key) }
        export.sayWhatIsNot(dialect, setAside: setAside, isEmpty: count == 0 && result.rejects.isEmpty)
        return export
    }
}

private struct PreparedPart<Prepared: Sendable>: Sendable {
    var seen: Int
    var setAside: [SetAside]
    var rejects: [RejectedRecord]
    var prepared: Prepared
}

extension ImportedExport {
    fileprivate mutating func add(_ belief: RecordBelief) {
        switch belief {
        case .incident(let incident): incidents.append(incident)
        case .fragment(let fragment): fragments.append(fragment)
        case .account(let account): accounts.append(account)
        case .deployment(let deployment): deployments.append(deployment)
        case .service(let service): services.append(service)
        case .setAside(let record): setAside.append(record)
        case .several(let all): for one in all { add(one) }
        case .rejected(let record): rejects.append(record)
        case .nothing: break
        }
    }

    /// Names what stands in the export and is no record of an incident, and an export without any.
    fileprivate mutating func sayWhatIsNot(_ dialect: any ExportDialect, setAside: [SetAside], isEmpty: Bool) {
        for (name, count) in others.sorted(by: { $0.key < $1.key }) {
            diagnostics.append(
                Diagnostic(
                    .otherElements, "\(count) × <\(name)>: not read, no incident and no journal", at: .whole(source)))
        }
        let rules = Dictionary(grouping: setAside, by: \.rule)
        for (rule, records) in rules.sorted(by: { $0.key < $1.key }) {
            let first = records.map(\.origin).min() ?? .whole(source)
            diagnostics.append(
                Diagnostic(
                    .setAside, "\(records.count) set aside by the rule “\(rule)”, the first of them here", at: first,
                    record: records.first?.id))
        }
        if isEmpty, !diagnostics.contains(where: { $0.level == .error }) {
            diagnostics.append(
                Diagnostic(
                    .noRecords, "the export holds no records", at: .whole(source),
                    help: "\(dialect.name) expects \(dialect.summary)"))
        }
    }
}

extension DiagnosticCode {
    package static let otherElements = DiagnosticCode(
        "other-records", .note, "an export holds records that are no incidents",
        """
        Unloads carry neighbouring tables along, such as attachments. They are counted and named here, so that every \
        record of the file is accounted for.
        """)
    package static let setAside = DiagnosticCode(
        "set-aside", .note, "records are no incidents, by a named rule",
        """
        Maintenance windows, drills, tests and records that tell of no incident are set aside: they are counted and \
        listed in the data-quality ledger, and no figure is made of them. Rules over titles stand in the policy's \
        `joining.setAside`; the others belong to the dialect.
        """)
    package static let noRecords = DiagnosticCode(
        "no-records", .warning, "an export holds no records",
        """
        The input is of a known dialect, but there is nothing in it: an empty list, or a query without results.
        """)
}
