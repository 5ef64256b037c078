package import Diagnostics
package import IncidentModel
package import Syntax

/// The program's own list of customer accounts, as a table or as JSON: what a CRM knows, brought into one form.
///
/// Only `id` or `name` is needed; `incidents` names the incidents that touched the account, by their ids.
package struct AccountsDialect: ExportDialect {
    package let name: String
    package let system = "accounts"
    package let kind = SystemKind.context
    package let summary: String
    package let howToExport: String
    package let milestones: [Milestone] = []
    package let records: RecordPath
    package let signature: Signature
    package let writesUTC = false

    private let fields: AccountFields

    /// The table: `id,name,segment,strategic,annual_revenue,renewal_date,…`.
    package static let table = AccountsDialect(
        name: "accounts-csv", summary: "customer accounts in a table of one's own (CSV)",
        howToExport:
            "a query of your CRM, its columns named id, name, segment, strategic, annual_revenue, renewal_date, "
            + "executive_sponsor, usage, active_escalation, contact_name, contact_email, customer_success_manager, incidents",
        records: .csv,
        signature: Signature(
            has: ["name"],
            hasAny: [
                "strategic", "annual_revenue", "renewal_date", "active_escalation", "customer_success_manager",
                "executive_sponsor",
            ], lacks: ["is_deleted", "Id", "severity", "status", "_fivetran_synced"]),
        fields: .columns)

    /// The members of `affectedCustomers`, in an array, one a line, or below `accounts`.
    package static let list = AccountsDialect(
        name: "accounts-json", summary: "customer accounts in the coordinator's own form (JSON)",
        howToExport: "write the members of affectedCustomers, and `incidents`, as {\"accounts\": […]}",
        records: .json(arrays: ["accounts"]),
        signature: Signature(
            has: ["name"],
            hasAny: [
                "strategic", "annualRevenue", "renewalDate", "activeEscalation", "customerSuccessManager",
                "executiveSponsor",
            ], lacks: ["severity", "status", "attributes"], envelope: ["accounts"]),
        fields: .members)

    private init(
        name: String, summary: String, howToExport: String, records: RecordPath, signature: Signature,
        fields: AccountFields
    ) {
        self.name = name
        self.summary = summary
        self.howToExport = howToExport
        self.records = records
        self.signature = signature
        self.fields = fields
    }

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        record.notes.recordName = (record.text(Field.id) ?? record.text(Field.name))?.value
        guard let account = fields.account(record, stamps) else { return .unusable(.namelessAccount(record)) }
        return .account(AccountDraft(account, incidents: incidents(record)))
    }

    /// Ids between blanks, semicolons or commas, or in an array.
    private func incidents(_ record: RecordReader) -> [String] {
        record.holdsList(Field.incidents)
            ? record.list(Field.incidents).compactMap { $0.ownText?.value }
            : record.text(Field.incidents).map { Self.words($0.value) } ?? []
    }

    private static func words(_ text: String) -> [String] {
        text.split { $0 == ";" || $0 == "," || $0.isWhitespace }.map(String.init)
    }
}

private enum Field {
    static let id: FieldPath = "id"
    static let name: FieldPath = "name"
    static let incidents: FieldPath = "incidents"
}

extension Diagnostic {
    static func namelessAccount(_ record: RecordReader) -> Diagnostic {
        Diagnostic(
            .namelessAccount, "the record names no account", at: record.origin,
            help: "an account needs an id or a name, a contact the id of its account")
    }
}

extension DiagnosticCode {
    package static let namelessAccount = DiagnosticCode(
        "nameless-account", .error, "a record names no account",
        """
        An account without an id and a name cannot be joined to the incidents that touched it, and neither can a contact \
        without the id of its account. The record is rejected and kept, verbatim, in rejects/.
        """)
}
