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
        return Newsroom(edition: edition, templates: templates, sharedIDs: sharedIDs)
    }

    /// What the writing rules find in the messages on record.
    var writingFindings: [Diagnostic] {
        let desk = WritingDesk(edition.policy)
        return incidents.flatMap { WritingFindings.of($0.incident, by: desk, under: edition.policy) }
    }

    var readCounts: ReadCounts {
        ReadCounts(
            read: counts.incidentRecords + counts.rejected, rejected: counts.rejected, merged: counts.merged)
    }

    /// What went in, and what became of it.
    var countsSentence: String {
        var parts = [Phrasing.count(counts.incidents, "incident")]
        if counts.merged > 0 { parts.append("\(counts.merged) merged") }
        if counts.journals > 0 {
            parts.append("\(Phrasing.count(counts.journals, "journal entry", "journal entries")) joined")
        }
        if counts.setAside > 0 {
            parts.append("\(Phrasing.count(counts.setAside, "journal entry", "journal entries")) of no incident")
        }
        if counts.rejected > 0 { parts.append("\(counts.rejected) rejected") }
        let records = Phrasing.count(counts.records, "record").sentenceStart
        return "\(records) from \(Phrasing.count(counts.inputs, "input")): " + parts.joined(separator: ", ")
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
