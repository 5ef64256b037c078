/// What a system is for: the order of trust in the policy names systems or their kinds.
package enum SystemKind: String, CaseIterable, Sendable {
    /// The coordinator's own response documents.
    case coordinator
    /// Incident tools that keep milestones of their own: FireHydrant, Datadog Incidents.
    case incidentTool = "incident-tool"
    /// Pagers: PagerDuty, Opsgenie.
    case paging
    /// What raises alarms: Alertmanager, Zabbix, CloudWatch.
    case monitoring
    /// Tickets: ServiceNow, Jira, Zendesk.
    case ticketing
    /// What customers are told: Statuspage, a cloud's status feed.
    case statusPage = "status-page"
    /// Accounts, deployments, service catalogues: they tell of no incident.
    case context
}
