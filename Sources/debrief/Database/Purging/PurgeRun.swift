import Compliance
import Diagnostics
import Importing
import IncidentModel
import IncidentStore
import Reporting
import Syntax

/// One purge of a database: texts and names of incidents that ended before a moment go, figures stay.
struct PurgeRun {
    let path: String
    let before: Instant
    let at: Instant
    let width: Int
    /// The incidents as they are believed now: what their records stand for together, and whether they happened before.
    let batch: Batch

    /// Throws ``WorldFault`` and ``StoreFault``; the database is then as it was.
    func run(_ database: IncidentDatabase) async throws -> PurgeOutcome {
        let session = try PurgeSession(database, before: before, at: at, by: Debrief.signature)
        do {
            let groups = try session.groups()
            guard !groups.isEmpty else {
                try session.sweep()
                return PurgeOutcome()
            }
            var plan = PurgePlan(groups)
            let sources = try session.sources()
            let touched = Set(groups.flatMap { $0.entries.map(\.source) })
            for source in sources where touched.contains(source.id) {
                try await plan.look(at: source, session, dialects: batch.dialects, width: width)
            }
            let due = plan.settled()
            for (source, blanks) in plan.blanks(of: due).sorted(by: { $0.key < $1.key }) {
                guard let kept = plan.sources[source] else { continue }
                var bytes = try session.bytes(of: kept.source)
                var gaps: [SourceGap] = []
                if kept.isBlank(without: blanks) {
                    RecordPlaces.blankAll(&bytes)
                } else {
                    for record in blanks.sorted() {
                        if let gap = kept.places.blank(record, in: &bytes) { gaps.append(gap) }
                    }
                }
                try await session.replace(
                    kept.source, by: bytes, gaps: gaps, isBlank: kept.isBlank(without: blanks), width: width)
            }
            let numbers = Dictionary(sources.enumerated().map { ($1.id, SourceID(UInt32($0))) }) { first, _ in first }
            let believed = Dictionary(batch.incidents.map { (PurgeGroup.Name($0.incident), $0) }) { first, _ in first }
            let emptied = due.map { scrubbed(groups[$0], numbers, believed) }
            var outcome = try session.apply(emptied, recurrence: recurrence())
            outcome.heldBack = groups.count - due.count
            guard !due.isEmpty else {
                try session.sweep()
                return outcome
            }
            try session.commit(outcome)
            return outcome
        } catch {
            session.rollback()
            throw error
        }
    }

    /// Whether each incident up to one window after the moment had happened before: titles and causes that say so go.
    private func recurrence() -> [KeptRecurrence] {
        let window = batch.edition.policy.conduct.recurrence.window.wholeSeconds
        let end = before.advanced(bySeconds: window)
        return batch.incidents.compactMap { assessed in
            let incident = assessed.incident
            guard let detected = incident.milestones.instant(of: .detected), detected < end else { return nil }
            let recurs: Bool
            switch batch.recurrence.answer(for: incident) {
            case .recurs: recurs = true
            case .noneFound: recurs = false
            case .cannotBeTold, nil: return nil
            }
            return KeptRecurrence(system: incident.system, number: incident.id, key: incident.key, recurs: recurs)
        }
    }

    private func scrubbed(
        _ group: PurgeGroup, _ numbers: [Int64: SourceID], _ believed: [PurgeGroup.Name: AssessedIncident]
    ) -> PurgeGroup {
        var group = group
        keepInferences(in: &group, numbers, believed)
        let responders = batch.edition.policy.responders
        let accounts = group.incidents.flatMap { believed[$0]?.incident.accounts ?? [] }
        var scrubbing = Scrubbing(group.entries.map(\.record.incident), known: accounts) { responders.word(in: $0) }
        for place in group.entries.indices {
            let incident = scrubbing.scrubbed(group.entries[place].record.incident)
            group.entries[place].record.incident = SharedIncident(incident)
        }
        return group
    }

    /// A milestone that was inferred from a journal entry of another record stays with that record, for the words that it
    /// was inferred from go.
    private func keepInferences(
        in group: inout PurgeGroup, _ numbers: [Int64: SourceID], _ believed: [PurgeGroup.Name: AssessedIncident]
    ) {
        guard group.entries.count > 1 else { return }
        for assessed in group.incidents.compactMap({ believed[$0] }) {
            for mark in assessed.incident.milestones.marks where mark.knowledge != .recorded {
                let holds = { (incident: Incident) in incident.milestones[mark.milestone]?.instant == mark.instant }
                guard !group.entries.contains(where: { holds($0.record.incident.value) }) else { continue }
                let home = group.entries.firstIndex { entry in
                    numbers[entry.source] == mark.origin.source
                        && entry.record.incident.value.timeline.contains {
                            $0.origin.line == mark.origin.line && $0.origin.column == mark.origin.column
                        }
                }
                guard let home else { continue }
                var incident = group.entries[home].record.incident.value
                incident.milestones = Milestones(incident.milestones.marks + [mark])
                group.entries[home].record.incident = SharedIncident(incident)
            }
        }
    }
}
