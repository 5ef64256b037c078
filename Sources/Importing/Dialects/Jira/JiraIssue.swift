package import Diagnostics
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
        guard let resolved else { return }
        if let category, !isDone(category.value) {
            record.notes.add(
                Diagnostic(
                    .resolutionUndone, "resolved at \(resolved.value.rfc3339), but the status is not one of “done”",
                    at: resolved.origin, help: "it was opened again, or resolved without a change of status"))
            return
        }
        draft.record(.resolved, at: resolved)
    }

    /// By the key of a category (`done`) or by its English name (`Done`).
    static func isDone(_ category: String) -> Bool { category.lowercased() == "done" }

    /// A sub-task is a step of its parent and no other record of it; only a ticket that calls itself an incident is read
    /// as a part of the incident above it.
    static func isIncident(type: Sourced<String>?) -> Bool {
        type?.value.lowercased().contains("incident") ?? false
    }

    static func person(_ role: String, _ name: Sourced<String>?) -> Responder? {
        name.map { Responder(role: role, name: $0.value, origin: $0.origin) }
    }
}

extension DiagnosticCode {
    package static let resolutionUndone = DiagnosticCode(
        "resolution-undone", .note, "a time of resolution does not hold any more",
        """
        The record has a time of resolution, and its status says that the ticket is not done. The resolution is left \
        out, and the clocks that need it run on: an incident that was opened again is resolved when it is resolved for \
        good.
        """)
}
