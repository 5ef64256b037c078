package import Syntax

/// The dialects that a run reads: those built in, and those of field maps.
package struct DialectCatalog: Sendable {
    package let all: [any ExportDialect]

    package init(_ all: [any ExportDialect]) { self.all = all }

    package static let builtIn = DialectCatalog([
        CoordinatorDialect(),
        ServiceNowXMLDialect(),
        PagerDutyIncidentsDialect(),
        PagerDutyLogEntriesDialect(),
        PagerDutyNotesDialect(),
        PagerDutyAlertsDialect(),
        PagerDutyAnalyticsDialect(),
        PagerDutyWebhookDialect(),
        PagerDutyCSVDialect(),
        PagerDutyStatusUpdatesDialect(),
        PagerDutyStatusPageDialect(),
        PagerDutyServicesDialect(),
        PagerDutyChangeEventsDialect(),
        OpsgenieAlertsDialect(),
        OpsgenieIncidentsDialect(),
        SplunkOnCallDialect(),
        SquadcastDialect(),
        SquadcastEventsDialect(),
        GrafanaOnCallDialect(),
        GrafanaOnCallAlertsDialect(),
        GrafanaIncidentDialect(),
        StatuspageIncidentsDialect(),
        StatuspageAtomDialect(),
        StatusIOWebhookDialect(),
        GoogleCloudStatusDialect(),
        YandexStatusDialect(),
        FireHydrantDialect(),
        IncidentIODialect(),
        RootlyDialect(),
        AccountsDialect.table,
        AccountsDialect.list,
        SalesforceDialect.accounts,
        SalesforceDialect.contacts,
        SalesforceDialect.warehouseAccounts,
        SalesforceDialect.warehouseContacts,
        SalesforceDialect.records,
        DeploymentsDialect.table,
        DeploymentsDialect.list,
        GitHubDeploymentsDialect(),
        GitLabDeploymentsDialect(),
        ArgoCDDialect(),
        AWSDeploymentsDialect(),
        SpinnakerDialect(),
        ServicesDialect.table,
        ServicesDialect.list,
    ])

    package func dialect(named name: String) -> (any ExportDialect)? { all.first { $0.name == name } }

    /// The dialects that an input may be written in.
    package func candidates(for head: ExportHead) -> [any ExportDialect] { all.filter { $0.recognizes(head) } }
}
