import Compliance
import Diagnostics
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
        var room = Newsroom(edition: edition, templates: templates, sharedIDs: sharedIDs)
        room.precedents = Precedents(recurrence, among: incidents, history: actionHistory)
        return room
    }

    /// What the writing rules find in the messages on record.
    var writingFindings: [Diagnostic] {
        let desk = WritingDesk(edition.policy)
        return incidents.flatMap { WritingFindings.of($0.incident, by: desk, under: edition.policy) }
    }

    /// Which systems can record a milestone, by the dialects of the run.
    var recorders: [Milestone: [String]] {
        var systems: [Milestone: Set<String>] = [:]
        for dialect in dialects.all {
            for milestone in dialect.milestones { systems[milestone, default: []].insert(dialect.system) }
        }
        return systems.mapValues { $0.sorted() }
    }

    /// The run chart of a report shows so many.
    static let periodsInARow = 12

    /// Incidents of which pages can be made. That the texts of one were purged that is asked for by its id is an error.
    func told(_ ids: [String] = []) -> [AssessedIncident] {
        guard !purged.isEmpty else { return incidents }
        for assessed in incidents where purged.contains(assessed.incident.origin) {
            let incident = assessed.incident
            guard ids.contains(incident.id) else { continue }
            diagnostics.append(
                Diagnostic(
                    .purgedIncident, "the texts of \(incident.id) were purged: no page can be made of them",
                    at: incident.origin, record: incident.id, help: "its figures stand in every report of its period"))
        }
        return incidents.filter { !purged.contains($0.incident.origin) }
    }

    func report(_ name: PeriodName, cohort: Cohort) -> PeriodReport {
        let period = name.period(in: zone)
        var report = PeriodReportBuilder.make(
            from: incidents, period: period, cohort: cohort, asOf: edition.asOf, book: edition.book,
            previous: name.previous.period(in: zone),
            series: name.run(of: Self.periodsInARow).map { $0.period(in: zone) }, besides: settled,
            recurrence: recurrence)
        if let dated {
            report.replay = PolicyComparison(
                dated.incidents, under: dated.book, named: "the policy in force at detection",
                incidents, under: edition.book, named: "“\(edition.policy.name)”", period: period, cohort: cohort,
                asOf: edition.asOf)
        }
        return report
    }

    /// The same report with the same incidents held against another policy.
    func compared(_ report: PeriodReport, with other: PolicyBook, width: Int) async -> PeriodReport {
        let again = await Assessor(book: other, asOf: edition.asOf, recurrence: recurrence).assess(
            incidents.map(\.sharedIncident), width: width)
        var report = report
        report.replay = PolicyComparison(
            incidents, under: edition.book, named: Self.names(edition.book), again, under: other,
            named: Self.names(other), period: report.period, cohort: report.cohort, asOf: edition.asOf)
        return report
    }

    private static func names(_ book: PolicyBook) -> String {
        Phrasing.list(book.policies.map { "“\($0.name)”" })
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
