import Diagnostics
package import IncidentModel
package import Syntax

/// Zendesk organizations: the accounts that tickets name by their number.
package struct ZendeskOrganizationsDialect: ExportDialect {
    package let name = "zendesk-organizations"
    package let system = ZendeskTicket.system
    package let kind = SystemKind.context
    package let summary = "Zendesk organizations, as accounts (API, JSON)"
    package let howToExport = "GET /api/v2/organizations.json"
    package let milestones: [Milestone] = []
    package let records = RecordPath.json(arrays: ["organizations", "organization"])
    package let signature = Signature(has: ["id", "name"], hasAny: ["shared_tickets", "domain_names"])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        .contextAccount(id: record.text("id"), name: record.text("name"), record)
    }
}

extension Draft {
    /// An account of which little more than its name is known.
    static func contextAccount(id: Sourced<String>?, name: Sourced<String>?, _ record: RecordReader) -> Draft {
        guard let id else {
            return .unusable(
                Diagnostic(
                    .missingID, "the account has no id", at: record.origin,
                    help: "tickets name their account by its id"))
        }
        var account = Account(id: id.value, origin: id.origin)
        account.name = name?.value
        return .account(AccountDraft(account))
    }
}
