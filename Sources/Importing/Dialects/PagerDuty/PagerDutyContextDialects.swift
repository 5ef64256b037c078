package import Diagnostics
package import IncidentModel
package import Syntax

private typealias Field = PagerDutyField

/// Services and business services: who owns them, and how they were doing when they were exported.
package struct PagerDutyServicesDialect: ExportDialect {
    package let name = "pagerduty-services"
    package let system = "pagerduty"
    package let kind = SystemKind.context
    package let summary = "PagerDuty services and business services: owners and health"
    package let howToExport = "GET https://api.pagerduty.com/services, or …/business_services"
    package let milestones: [Milestone] = []
    package let records = RecordPath.json(arrays: ["services", "business_services"])
    package let signature = Signature(
        has: ["id", "summary"], values: [("type", ["service", "service_reference", "business_service"])])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        guard let profile = Self.profile(record) else {
            return .unusable(
                Diagnostic(
                    .namelessContext, "a service without a name", at: record.origin,
                    help: "incidents name services by their names, so it can be of no use"))
        }
        return .service(profile)
    }

    static func profile(_ record: RecordReader) -> ServiceProfile? {
        guard let name = record.text(Field.name) ?? record.text(Field.summary) else { return nil }
        let owner =
            record.text(PagerDutyPath.contact) ?? record.text(PagerDutyPath.team)
            ?? record.list(Field.teams).lazy.compactMap { $0.text(Field.summary) }.first ?? record.text(Field.policy)
        return ServiceProfile(
            name: name.value, owner: owner?.value, health: record.text(Field.status)?.value, origin: record.origin)
    }
}

/// Change events: what was deployed, and when. The service is known by its name only where the export has expanded it.
package struct PagerDutyChangeEventsDialect: ExportDialect {
    package let name = "pagerduty-change-events"
    package let system = "pagerduty"
    package let kind = SystemKind.context
    package let summary = "PagerDuty change events, read as deployments"
    package let howToExport = "GET https://api.pagerduty.com/change_events"
    package let milestones: [Milestone] = []
    package let records = RecordPath.json(arrays: ["change_events", "change_event"])
    package let signature = Signature(
        has: ["summary", "timestamp"], values: [("type", ["change_event"])], envelope: ["change_events"])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        guard let at = stamps.instant(PagerDutyPath.timestamp, in: record) else {
            return .unusable(
                Diagnostic(
                    .namelessContext, "a change event without its `timestamp`", at: record.origin,
                    help: "it cannot stand before or after any incident, and is left out"))
        }
        let services = record.list(PagerDutyPath.services).compactMap { $0.text(Field.summary) ?? $0.text(Field.id) }
        let all = services.isEmpty ? [nil] : services.map { Optional($0.value) }
        let deployments = all.map { service in
            Draft.deployment(
                Deployment(
                    instant: at.value, service: service, version: record.text(Field.summary)?.value,
                    actor: record.text(PagerDutyPath.source)?.value, origin: record.origin))
        }
        return deployments.count == 1 ? deployments[0] : .several(deployments)
    }
}

private enum PagerDutyPath {
    static let contact: FieldPath = "point_of_contact"
    static let team: FieldPath = "team.summary"
    static let timestamp: FieldPath = "timestamp"
    static let services: FieldPath = "services"
    static let source: FieldPath = "source"
}

extension DiagnosticCode {
    package static let namelessContext = DiagnosticCode(
        "nameless-context", .error, "a service or a change lacks its name or its date",
        """
        Services are found by their names and deployments by their dates. A record without them can belong to no \
        incident: it is rejected and kept, verbatim, in rejects/.
        """)
}
