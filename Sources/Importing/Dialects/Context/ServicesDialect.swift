package import Diagnostics
package import IncidentModel
package import Syntax

/// The program's own catalogue of services, as a table or as JSON: `name`, `criticality`, `owner`, `health`.
package struct ServicesDialect: ExportDialect {
    package let name: String
    package let system = "services"
    package let kind = SystemKind.context
    package let summary: String
    package let howToExport: String
    package let milestones: [Milestone] = []
    package let records: RecordPath
    package let signature = Signature(
        has: ["name", "criticality"], lacks: ["severity", "title", "urgency"])
    package let writesUTC = false

    package static let table = ServicesDialect(
        name: "services-csv", summary: "a catalogue of services in a table of one's own (CSV)",
        howToExport: "a query of your service catalogue, its columns named name, criticality, owner, health",
        records: .csv)

    package static let list = ServicesDialect(
        name: "services-json", summary: "a catalogue of services in a form of one's own (JSON)",
        howToExport: "write {\"services\": [{\"name\": …, \"criticality\": …, \"owner\": …, \"health\": …}]}",
        records: .json(arrays: ["services"]))

    private init(name: String, summary: String, howToExport: String, records: RecordPath) {
        self.name = name
        self.summary = summary
        self.howToExport = howToExport
        self.records = records
    }

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        guard let name = record.text(Field.name) else { return .unusable(.namelessService(record)) }
        record.notes.recordName = name.value
        return .service(
            ServiceProfile(
                name: name.value, criticality: record.text(Field.criticality), owner: record.text(Field.owner)?.value,
                health: record.text(Field.health)?.value, origin: record.origin))
    }
}

private enum Field {
    static let name: FieldPath = "name"
    static let criticality: FieldPath = "criticality"
    static let owner: FieldPath = "owner"
    static let health: FieldPath = "health"
}

extension Diagnostic {
    static func namelessService(_ record: RecordReader) -> Diagnostic {
        Diagnostic(
            .namelessService, "the record names no service", at: record.origin,
            help: "a service without a name cannot be joined to incidents")
    }
}

extension DiagnosticCode {
    package static let namelessService = DiagnosticCode(
        "nameless-service", .error, "a record of a service catalogue has no name",
        """
        Services are found by their names, as incidents write them. A record without one is rejected and kept, verbatim, \
        in rejects/.
        """)
}
