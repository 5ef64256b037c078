import Diagnostics
import IncidentModel
import Syntax

/// What Jira's exports have in common, whatever their syntax.
///
/// `Created` is the detection. Triage is the first change of status or assignee on record. A resolution counts while the
/// status is one of the category “done”. What Jira has no field for can only be inferred from comments: a comment is not
/// known to have reached a customer.
enum JiraIssue {
    static let system = "jira"
    static let inferable: Set<Milestone> = [.communicated, .mitigated]
    static let milestones: [Milestone] = [.detected, .triaged, .resolved, .closed]

    /// Records a resolution that still holds. `category` is the key of the status's category, where the export has it.
    static func resolve(
        _ draft: inout IncidentDraft, at resolved: Stamp?, category: Sourced<String>?, in record: RecordReader
    ) {
        let isRunning = category.map { !isDone($0.value) } ?? false
        draft.recordResolution(at: resolved, unless: isRunning, in: record)
    }

    /// By the key of a category (`done`) or by its English name (`Done`).
    static func isDone(_ category: String) -> Bool { category.lowercased() == "done" }

    /// A sub-task is a step of its parent and no other record of it; only a ticket that calls itself an incident is read
    /// as a part of the incident above it.
    static func isIncident(type: Sourced<String>?) -> Bool {
        type?.value.lowercased().contains("incident") ?? false
    }
}
