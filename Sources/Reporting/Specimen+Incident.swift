import Diagnostics
import IncidentModel

extension Specimen {
    /// An incident of which every field is known, several of them at odds with each other.
    static var incident: Incident {
        let origin = Origin(source: SourceID(0), line: 1, column: 1, field: "field")
        func at(_ minutes: Int) -> Instant { Instant(seconds: 1_700_000_040 + minutes * 60) }
        func said(_ text: String) -> Sourced<String> { Sourced(text, origin) }

        var incident = Incident(id: "ID", system: "system", origin: origin)
        incident.title = said("Title")
        incident.description = said("Description")
        incident.severity = Sourced(.sev1, origin)
        incident.declared = DeclaredSeverity(severity: .sev1, word: said("1 - Critical"))
        incident.severityHistory = [
            SeverityChange(instant: at(1), declared: DeclaredSeverity(severity: .sev2, word: said("2"))),
            SeverityChange(instant: at(2), declared: DeclaredSeverity(severity: .sev1, word: said("1"))),
        ]
        incident.statusWord = said("open")
        incident.milestones = Milestones([
            MilestoneMark(.started, at(-10), origin: origin), MilestoneMark(.detected, at(0), origin: origin),
            MilestoneMark(.triaged, at(2), origin: origin, knowledge: .inferred(rule: "rule")),
            MilestoneMark(.communicated, at(12), origin: origin), MilestoneMark(.mitigated, at(80), origin: origin),
            MilestoneMark(.resolved, at(70), origin: origin),
        ])
        incident.reopenings = 1
        incident.service = said("service")
        incident.team = said("team")
        incident.source = said("customer")
        incident.rootCause = said("Cause")
        incident.isCauseConfirmed = true
        incident.resolution = said("Resolution")
        incident.impact.summary = said("Impact")
        incident.impact.customersAffected = Sourced(127, origin)
        incident.impact.strategicAccountsAffected = Sourced(8, origin)
        incident.impact.revenueAtRisk = Sourced(890_000, origin)
        incident.impact.workaround = said("Workaround")
        incident.impact.isWorkaroundAvailable = Sourced(true, origin)
        incident.impact.isDataLossPossible = Sourced(true, origin)
        incident.impact.history = [CustomerCount(instant: at(3), customers: 12, origin: origin)]
        incident.responders = [
            Responder(role: "Incident Commander", name: "Name", team: "Team", status: "active", origin: origin)
        ]
        incident.timeline = [
            TimelineEntry(
                instant: at(2), text: String(repeating: "long ", count: 100), actor: "actor", system: "system",
                origin: origin)
        ]
        incident.communications = [
            Communication(
                instant: at(12), channel: "status page", audience: "everyone",
                body: String(repeating: "long ", count: 100), nextUpdate: at(30), recipients: 3,
                origin: Origin(source: SourceID(0), line: 2, column: 1)),
            Communication(
                instant: at(20), channel: "status page", audience: "everyone",
                origin: Origin(source: SourceID(0), line: 3, column: 1)),
        ]
        incident.actions = [
            ActionItem(
                text: "Do", owner: "Owner", due: .words("soon"), statusWord: "pending", state: .open, origin: origin),
            ActionItem(
                text: "Do", owner: "Owner", due: .at(at(20)), statusWord: "pending", state: .open, origin: origin),
        ]
        var reachable = Account(id: "A", origin: origin)
        reachable.contactAddress = "contact@customer.example"
        incident.accounts = [reachable, Account(id: "B", origin: origin)]
        incident.deployments = [
            Deployment(instant: at(-8), service: "service", version: "1", actor: "actor", origin: origin)
        ]
        incident.references = [Reference(system: "other", id: "REF", origin: origin)]
        return incident
    }
}
