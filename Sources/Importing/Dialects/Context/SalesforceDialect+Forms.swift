import Syntax

extension SalesforceDialect {
    package static let accounts = SalesforceDialect(
        name: "salesforce-accounts-csv", summary: "Salesforce accounts (CSV)",
        howToExport: "Data Loader > Export > Account; or sf data query --result-format csv; with Id and Name",
        records: .csv,
        signature: Signature(
            has: ["Id", "Name"],
            hasAny: [
                "AnnualRevenue", "Industry", "OwnerId", "NumberOfEmployees", "AccountNumber", "BillingCountry",
                "ParentId",
            ], lacks: ["AccountId", "StageName", "Username", "LastName"]),
        fields: .standard("Account"))

    package static let contacts = SalesforceDialect(
        name: "salesforce-contacts-csv", summary: "Salesforce contacts, to be read with their accounts (CSV)",
        howToExport: "Data Loader > Export > Contact, with AccountId, FirstName, LastName and Email", records: .csv,
        signature: Signature(has: ["AccountId", "LastName", "Email"], lacks: ["StageName", "Username"]),
        fields: .standard("Contact"))

    package static let warehouseAccounts = SalesforceDialect(
        name: "salesforce-warehouse-accounts", summary: "Salesforce accounts as a warehouse keeps them (CSV)",
        howToExport: "select * from salesforce.account, as CSV with its header row", records: .csv,
        signature: Signature(
            has: ["id", "name", "owner_id"],
            hasAny: ["annual_revenue", "number_of_employees", "industry", "billing_country"],
            lacks: ["_fivetran_start", "account_id", "stage_name", "username"]),
        fields: .warehouse("Account"))

    package static let warehouseContacts = SalesforceDialect(
        name: "salesforce-warehouse-contacts", summary: "Salesforce contacts as a warehouse keeps them (CSV)",
        howToExport: "select * from salesforce.contact, as CSV with its header row", records: .csv,
        signature: Signature(
            has: ["id", "account_id", "last_name", "email"], hasAny: ["is_deleted", "owner_id"],
            lacks: ["stage_name", "username", "_fivetran_start"]),
        fields: .warehouse("Contact"))

    package static let records = SalesforceDialect(
        name: "salesforce-records", summary: "Salesforce accounts and contacts (JSON)",
        howToExport: "sf data export tree --query \"SELECT Id, Name, … FROM Account\"; or sf data query --json",
        records: .json(arrays: ["records", "result.records"]),
        signature: Signature(
            has: ["attributes.type"], hasAny: ["Name", "AccountId"],
            values: [("attributes.type", ["Account", "Contact"])]),
        fields: .standard("Account"))
}
