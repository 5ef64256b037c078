package import Diagnostics
package import IncidentModel
package import Syntax

/// Reads one export: finds its dialect, streams its records, and believes what passes the gate.
package struct Importer: Sendable {
    package var gate: Gate
    /// The zone of stamps that name none, where the export's system does not document it.
    package var sourceZone: Zone?
    package var depth: ReadingDepth
    /// How many threads read one input.
    package var width: Int

    package init(gate: Gate, sourceZone: Zone?, depth: ReadingDepth, width: Int) {
        self.depth = depth
        self.gate = gate
        self.sourceZone = sourceZone
        self.width = width
    }

    /// Everything that `input` says, or why it says nothing. `forced` switches sniffing off.
    package func read(
        _ input: InputText, source: SourceID, as forced: (any ExportDialect)? = nil
    ) async -> ImportedExport {
        let head = ExportHead.of(input)
        let choice = DialectChoice.make(head, source: source, forced: forced)
        guard let dialect = choice.value else {
            var nothing = ImportedExport(source: source, dialect: nil)
            nothing.diagnostics = choice.diagnostics
            return nothing
        }
        let stamps = StampReader(zone: dialect.writesUTC ? .utc : sourceZone)
        let stream = RecordStream(input, source: source, path: dialect.records)
        let result = await stream.map(width: width) { record in believed(record, dialect, stamps) }

        var export = ImportedExport(source: source, dialect: dialect.name)
        export.diagnostics = choice.diagnostics + result.diagnostics
        export.recordsSeen = result.recordsSeen
        export.rejects = result.rejects
        export.incidents.reserveCapacity(result.values.count)
        for value in result.values {
            switch value {
            case .incident(let incident): export.incidents.append(incident)
            case .journal(let journal): export.journals.append(journal)
            case .nothing: break
            }
        }
        for (name, count) in result.otherElements.sorted(by: { $0.key < $1.key }) {
            export.diagnostics.append(
                Diagnostic(
                    .otherElements, "\(count) × <\(name)>: not read, no incident and no journal",
                    at: .whole(source)))
        }
        if export.recordsSeen == 0, !export.diagnostics.contains(where: { $0.level == .error }) {
            export.diagnostics.append(
                Diagnostic(
                    .noRecords, "the export holds no records", at: .whole(source),
                    help: "\(dialect.name) expects \(dialect.summary)"))
        }
        return export
    }

    private enum Believed: Sendable {
        case incident(ImportedIncident)
        indirect case journal(JournalDraft)
        case nothing
    }

    private func believed(_ record: RecordReader, _ dialect: any ExportDialect, _ stamps: StampReader) -> Believed {
        switch dialect.draft(from: record, using: stamps, depth: depth) {
        case .journal(let journal):
            return .journal(journal)
        case .unusable(let reason):
            record.notes.reject(because: reason)
            return .nothing
        case .incident(let draft):
            let outcome = gate.believe(draft, depth: depth)
            guard let incident = outcome.value else {
                for reason in outcome.diagnostics { record.notes.reject(because: reason) }
                return .nothing
            }
            for diagnostic in outcome.diagnostics { record.notes.add(diagnostic) }
            return .incident(ImportedIncident(incident, inferable: draft.inferable))
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
    package static let noRecords = DiagnosticCode(
        "no-records", .warning, "an export holds no records",
        """
        The input is of a known dialect, but there is nothing in it: an empty list, or a query without results.
        """)
}
