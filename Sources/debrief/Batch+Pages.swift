import Compliance
import Importing
import IncidentModel
import Reporting

extension Batch {
    var newsroom: Newsroom {
        var edition = edition
        // Incidents that are only counted name no accounts.
        if depth == .everything {
            edition.usage = UsageRanking(
                incidents.lazy.flatMap(\.incident.accounts), by: edition.policy.customerPriority)
        }
        return Newsroom(edition: edition, templates: templates, sharedIDs: sharedIDs)
    }

    /// Which systems can record a milestone, by the dialects of the run.
    var recorders: [Milestone: [String]] {
        var systems: [Milestone: Set<String>] = [:]
        for dialect in dialects.all {
            for milestone in dialect.milestones { systems[milestone, default: []].insert(dialect.system) }
        }
        return systems.mapValues { $0.sorted() }
    }

    func report(_ name: PeriodName, cohort: Cohort) -> PeriodReport {
        PeriodReportBuilder.make(
            from: incidents, period: name.period(in: zone), cohort: cohort, asOf: edition.asOf,
            policy: edition.policy, previous: name.previous.period(in: zone))
    }
}

extension AssessedIncident {
    /// Whether a post-mortem is owed and can be drafted: the incident is over at the report moment.
    func needsDraft(asOf: Instant) -> Bool {
        guard postMortem.isOwed else { return false }
        let ends = [Milestone.resolved, .closed].compactMap { incident.milestones[$0]?.instant }
        return ends.contains { $0 <= asOf }
    }
}
