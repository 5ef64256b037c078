import Diagnostics
import IncidentModel
import Syntax

private typealias Field = PagerDutyField

/// An incident as PagerDuty writes it in REST answers and, with fewer fields, in webhooks.
///
/// `acknowledgements` are those that hold at the moment, none once it is resolved; only log entries remember the first.
/// `resolved_at` came late to the API: before it, the last change of status is the resolution while the status is
/// `resolved`.
struct PagerDutyIncident {
    let record: RecordReader
    let stamps: StampReader

    static let milestones: [Milestone] = [.detected, .triaged, .resolved]
    /// What PagerDuty has no field for, and people say in notes.
    static let inferable: Set<Milestone> = [.communicated, .mitigated]

    var createdAt: Stamp? { stamps.first([Field.createdAt, Field.createdOn], in: record) }

    /// Names, words and milestones.
    func readFigures(into draft: inout IncidentDraft) {
        draft.id = record.text(Field.id)
        record.notes.recordName = draft.id?.value
        draft.severityWord =
            record.text(Field.priority) ?? record.text(Field.priorityName) ?? record.text(Field.urgency)
        draft.facts.title =
            record.text(Field.title) ?? record.text(Field.subjectV1) ?? record.text(Field.descriptionV1)
            ?? record.text(Field.description) ?? record.text(Field.summary)
        draft.facts.statusWord = record.text(Field.status)
        draft.facts.service = record.text(Field.service) ?? record.text(Field.serviceName)
        draft.inferable = Self.inferable
        readNames(into: &draft)
        readLog(into: &draft)
    }

    private func readNames(into draft: inout IncidentDraft) {
        draft.alias(record.text(Field.number) ?? record.text(Field.eventNumber))
        draft.alias(record.text(Field.htmlURL), in: Reference.url)
        draft.alias(record.text(Field.key), in: Reference.alertKey)
        for alert in record.list(Field.alerts) {
            draft.alias(alert.text(Field.alertKey), in: Reference.alertKey)
        }
        draft.refer(to: record.text(Field.mergedInto), in: draft.facts.system, as: .duplicate)
        draft.linkTexts += [record.text(Field.description), record.text(Field.details)].compactMap(\.self)
    }

    private func readLog(into draft: inout IncidentDraft) {
        var log = PhaseLog()
        for field in [Field.acknowledgements, Field.acknowledgersV1] {
            for acknowledgement in record.list(field) {
                log.add(.acknowledged, at: stamps.instant(Field.at, in: acknowledgement))
            }
        }
        log.add(.acknowledged, at: stamps.instant(Field.acknowledgeEntry, in: record))
        for entry in record.list(Field.logEntries) {
            PagerDutyLogEntry(record: entry, stamps: stamps).read(into: &draft, &log)
        }
        for note in record.list(Field.notes) {
            PagerDutyNote(record: note, stamps: stamps).read(into: &draft)
        }
        for alert in record.list(Field.alerts) {
            PagerDutyAlert(record: alert, stamps: stamps).read(into: &draft)
        }
        let reopened = stamps.instant(Field.reopenedAt, in: record)
        draft.facts.reopenings = max(log.reopenings, reopened == nil ? 0 : 1)
        draft.record(.detected, at: createdAt)
        draft.record(.triaged, at: log.firstAcknowledgement)
        // What was merged into another incident is over with that one, and not when it was merged.
        guard draft.facts.statusWord?.value == "resolved", !record.has(Field.mergedInto) else { return }
        draft.record(
            .resolved,
            at: stamps.instant(Field.resolvedAt, in: record) ?? log.standingResolution
                ?? stamps.first([Field.changedAt, Field.changedOn], in: record))
    }

    /// What only pages about the one incident need.
    func readStory(into story: inout Story, title: Sourced<String>?) {
        let description = record.text(Field.details) ?? record.text(Field.description)
        if description?.value != title?.value { story.description = description }
        story.team =
            record.list(Field.teams).lazy.compactMap { $0.text(Field.summary) }.first ?? record.text(Field.policy)
            ?? record.text(Field.policyName)
        story.source = record.text(Field.trigger) ?? record.text(Field.triggerType)
        for assignment in record.list(Field.assignments) {
            story.add("Assignee", assignment.text(Field.assignee))
        }
        for assignment in record.list(Field.assignedToV1) {
            story.add("Assignee", assignment.text(Field.objectName))
        }
        for assignee in record.list(Field.assignees) {
            story.add("Assignee", assignee.text(Field.summary))
        }
        for responder in record.list(Field.responders) {
            story.add(
                "Responder", responder.text(Field.userSummary), status: responder.text(Field.state)?.value)
        }
        guard record.text(Field.status)?.value == "resolved" else { return }
        let isPerson = record.text(Field.changedByType)?.value.hasPrefix("user") ?? false
        story.add("Resolved by", isPerson ? record.text(Field.changedBy) : record.text(Field.resolvedByV1))
    }
}

extension Story {
    /// Adds a person with a part in the response, once for each part. No real response has more than the first hundred;
    /// what a hostile list adds to them is not held against each other.
    mutating func add(_ role: String, _ name: Sourced<String>?, status: String? = nil) {
        guard let name, !responders.prefix(100).contains(where: { $0.role == role && $0.name == name.value }) else {
            return
        }
        responders.append(Responder(role: role, name: name.value, status: status, origin: name.origin))
    }
}
