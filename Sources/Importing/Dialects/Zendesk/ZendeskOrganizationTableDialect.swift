package import IncidentModel
package import Syntax

/// A warehouse's table of Zendesk organizations as CSV: the accounts that tickets name by their number.
package struct ZendeskOrganizationTableDialect: ExportDialect {
    package let name = "zendesk-organizations-csv"
    package let system = ZendeskTicket.system
    package let kind = SystemKind.context
    package let summary = "Zendesk organizations, as accounts (a warehouse's table, CSV)"
    package let howToExport = "select * from zendesk.organization"
    package let milestones: [Milestone] = []
    package let records = RecordPath.csv
    package let signature = Signature(has: ["id", "name", "shared_tickets", "shared_comments"])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        .contextAccount(id: record.text("id"), name: record.text("name"), record)
    }
}
