import Syntax

extension ForeignExport {
    /// What status pages, CRMs and deployment tools export beside incidents and accounts.
    static let ofPages: [ForeignExport] = [
        ForeignExport(
            what: "the components of a status page",
            instead: "export its incidents: curl https://YOURPAGE/api/v2/incidents.json",
            records: .json(arrays: ["components"]), signature: Signature(has: ["id", "name", "status", "page_id"])),
        ForeignExport(
            what: "the present state of a status page",
            instead: "export its incidents: curl https://YOURPAGE/api/v2/incidents.json",
            records: .json(arrays: []), signature: Signature(has: ["status.indicator", "status.description"])),
        ForeignExport(
            what: "Salesforce opportunities", instead: "export the accounts: Data Loader > Export > Account",
            records: .csv, signature: Signature(has: ["StageName", "CloseDate"])),
        ForeignExport(
            what: "Salesforce opportunities of a warehouse",
            instead: "export the accounts: select * from salesforce.account",
            records: .csv, signature: Signature(has: ["stage_name", "close_date"])),
        ForeignExport(
            what: "Salesforce users", instead: "export the accounts: Data Loader > Export > Account", records: .csv,
            signature: Signature(has: ["Username", "ProfileId"])),
        ForeignExport(
            what: "Salesforce users of a warehouse", instead: "export the accounts: select * from salesforce.account",
            records: .csv, signature: Signature(has: ["username", "profile_id"])),
        ForeignExport(
            what: "the history of a Salesforce table in a warehouse",
            instead: "export the table as it stands: select * from salesforce.account", records: .csv,
            signature: Signature(has: ["_fivetran_start", "_fivetran_end", "is_deleted"])),
        ForeignExport(
            what: "Salesforce records of another kind than accounts, or contacts without the ids of their accounts",
            instead: "export accounts, and contacts with their AccountId: sf data export tree",
            records: .json(arrays: ["records", "result.records"]), signature: Signature(has: ["attributes.type"])),
        ForeignExport(
            what: "the statuses of a GitHub deployment",
            instead: "export the deployments: gh api repos/OWNER/NAME/deployments", records: .json(arrays: []),
            signature: Signature(has: ["deployment_url", "state", "environment"])),
    ]
}
