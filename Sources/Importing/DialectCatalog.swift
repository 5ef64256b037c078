package import Syntax

/// The dialects that a run reads: those built in, and those of field maps.
package struct DialectCatalog: Sendable {
    package let all: [any ExportDialect]

    package init(_ all: [any ExportDialect]) { self.all = all }

    package static let builtIn = DialectCatalog([
        CoordinatorDialect(),
        ServiceNowXMLDialect(),
        ServiceNowJSONDialect(),
        ServiceNowCSVDialect(),
        ServiceNowChangesDialect(),
        JiraRestDialect(),
        JiraCommentsDialect(),
        JiraFeedDialect(),
        JiraCSVDialect(),
        ZendeskTicketsDialect(),
        ZendeskMetricsDialect(),
        ZendeskAuditsDialect(),
        ZendeskOrganizationsDialect(),
        ZendeskTicketTableDialect(),
        ZendeskHistoryTableDialect(),
        ZendeskCommentTableDialect(),
        ZendeskOrganizationTableDialect(),
        FreshdeskTicketsDialect(),
        FreshdeskConversationsDialect(),
        FreshdeskCompaniesDialect(),
        GitHubIssuesDialect(),
        GitLabIssuesDialect(),
        BugzillaXMLDialect(),
        BugzillaRestDialect(),
        BugzillaHistoryDialect(),
        BugzillaCSVDialect(),
        BMCHelixDialect(),
        RedmineDialect(),
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
    ])

    package func dialect(named name: String) -> (any ExportDialect)? { all.first { $0.name == name } }

    /// The dialects that an input may be written in.
    package func candidates(for head: ExportHead) -> [any ExportDialect] { all.filter { $0.recognizes(head) } }
}
