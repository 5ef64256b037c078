import Diagnostics
package import IncidentModel
package import Syntax

/// Freshdesk companies: the accounts that tickets name by their number, with tier and renewal.
package struct FreshdeskCompaniesDialect: ExportDialect {
    package let name = "freshdesk-companies"
    package let system = FreshdeskField.system
    package let kind = SystemKind.context
    package let summary = "Freshdesk companies, as accounts (API, JSON)"
    package let howToExport = "GET /api/v2/companies"
    package let milestones: [Milestone] = []
    package let records = RecordPath.json(arrays: ["companies", "company"])
    package let signature = Signature(
        has: ["id", "name", "domains"], hasAny: ["health_score", "account_tier", "note"])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        let draft = Draft.contextAccount(id: record.text("id"), name: record.text("name"), record)
        guard case .account(var account) = draft else { return draft }
        account.account.segment = record.text("account_tier")?.value
        account.account.renewal = stamps.instant("renewal_date", in: record)?.value
        return .account(account)
    }
}
