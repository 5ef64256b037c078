import Diagnostics
import IncidentModel
import Syntax

/// What a row of the `incident` table says.
///
/// `opened_at` is the detection, `work_start` the triage; what the table has no column for (the first message, the
/// mitigation) can only be inferred from journals.
extension ServiceNowRow {
    static let inferable: Set<Milestone> = [.communicated, .mitigated]

    /// Completes an empty draft of the row's incident.
    func incident(_ empty: IncidentDraft, depth: ReadingDepth) -> Draft {
        var draft = empty
        draft.id = raw(.number)
        record.notes.recordName = draft.id?.value
        if isOfAnotherTable(draft.id?.value) {
            return .setAside(SetAside(rule: SetAside.notAnIncident, id: draft.id?.value, origin: record.origin))
        }
        draft.facts.key = raw(.sysID)?.value
        draft.severityWord = raw(.priority)
        draft.facts.title = shown(.shortDescription)
        draft.facts.statusWord = raw(.state) ?? raw(.incidentState)
        draft.facts.service = shown(.businessService) ?? shown(.configurationItem)
        draft.facts.reopenings = raw(.reopenCount).flatMap { Int($0.value) } ?? 0
        draft.inferable = Self.inferable
        readMilestones(&draft)
        readNames(&draft)
        readJournals(&draft)
        draft.assign(to: shown(.assignedTo), team: shown(.assignmentGroup))
        if let account { draft.facts.story.accounts = [account] }
        if depth == .everything { readStory(&draft.facts.story) }
        return .incident(draft)
    }

    private func readMilestones(_ draft: inout IncidentDraft) {
        draft.record(.detected, at: instant(.openedAt))
        draft.record(.triaged, at: instant(.workStart))
        let resolved = instant(.resolvedAt)
        let isReopened = resolved.flatMap { first in instant(.reopenedTime).map { first.value < $0.value } } ?? false
        if isReopened { draft.facts.reopenings = max(1, draft.facts.reopenings) }
        draft.recordResolution(at: resolved, unless: isReopened, in: record)
        draft.record(.closed, at: instant(.closedAt))
    }

    /// The correlation fields hold another system's id of the incident, or its address; a parent is a `sys_id` or, where
    /// words are shown, a number.
    private func readNames(_ draft: inout IncidentDraft) {
        if let id = raw(.correlationID) {
            let isAddress = id.value.contains("://")
            draft.refer(to: id, in: isAddress ? Reference.url : raw(.correlationDisplay)?.value ?? "correlation")
        }
        draft.refer(to: raw(.parentIncident), in: draft.facts.system, as: .parent)
        draft.linkTexts = [raw(.description), raw(.closeNotes)].compactMap(\.self)
    }

    /// Other tables of tasks have the same columns: a row says its own table, or its number does by ServiceNow's default
    /// prefixes.
    private func isOfAnotherTable(_ number: String?) -> Bool {
        if let table = raw(.className) { return table.value.lowercased() != "incident" }
        guard let number else { return false }
        let prefix = number.prefix { $0.isLetter }
        return Self.otherPrefixes.contains(String(prefix))
    }

    private static let otherPrefixes: Set<String> = [
        "CHG", "CTASK", "KB", "PRB", "PTASK", "REQ", "RITM", "SCTASK", "TASK",
    ]

    private func readStory(_ story: inout Story) {
        story.description = raw(.description)
        story.team = shown(.assignmentGroup)
        story.source = raw(.contactType)
        story.rootCause = raw(.cause)
        story.resolution = raw(.closeNotes)
        story.impact.summary = raw(.businessImpact)
    }

    /// Read at either depth: promises are owed to accounts.
    private var account: Account? {
        guard let company = raw(.company) else { return nil }
        var account = Account(id: company.value, origin: company.origin)
        if let name = shown(.company) {
            account.name = name.value
            account.origin = name.origin
        }
        return account
    }
}
