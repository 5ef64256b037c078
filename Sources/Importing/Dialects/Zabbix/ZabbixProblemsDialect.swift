import Diagnostics
package import IncidentModel
package import Syntax

private typealias Field = ZabbixField

/// Problems and events as Zabbix's API gives them (`problem.get`, `event.get`), all values texts, moments in seconds since
/// 1970.
///
/// `r_eventid` and `r_clock` are 0 while a problem runs. `problem.get` says when it ended; `event.get` only names the
/// event that ended it, which stands in the same answer if recovery events were asked for, too. Whether a problem was
/// acknowledged is always said, and when only in `acknowledges`.
package struct ZabbixProblemsDialect: ExportDialect {
    package let name = "zabbix-problems"
    package let system = "zabbix"
    package let kind = SystemKind.monitoring
    package let summary = "Zabbix problems and events with their updates (JSON-RPC answers of problem.get, event.get)"
    package let howToExport =
        "problem.get or event.get (value 0 and 1) with output: extend, selectAcknowledges: extend, selectTags: extend, "
        + "selectHosts: [name]"
    package let milestones: [Milestone] = [.detected, .triaged, .resolved]
    package let records = RecordPath.json(arrays: ["result"])
    package let signature = Signature(
        has: ["eventid", "clock"], hasAny: ["r_eventid", "severity", "objectid"], envelope: ["jsonrpc", "result"])
    package let writesUTC = true

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        var draft = newDraft(record)
        draft.id = record.text(Field.eventID)
        record.notes.recordName = draft.id?.value
        let begin = stamps.instant(Field.clock, in: record, as: .epochSeconds)
        let isTrigger = record.text(Field.source).map { $0.value == "0" } ?? true
        guard isTrigger else {
            return .setAside(SetAside(rule: SetAside.notAnIncident, id: draft.id?.value, origin: record.origin))
        }
        if record.text(Field.value)?.value == "0" { return recovery(record, draft, at: begin) }
        if record.text(Field.suppressed)?.value == "1" { draft.setAside = SetAside.maintenance }
        draft.severityWord = record.text(Field.severity)
        draft.facts.title = record.text(Field.name)
        draft.record(.detected, at: begin)
        draft.record(.resolved, at: stamps.instant(Field.recoveryClock, in: record, as: .epochSeconds))
        if let end = record.text(Field.recoveryID), end.value != "0" { draft.alias(end) }
        if let cause = record.text(Field.causeID), cause.value != "0" {
            draft.refer(to: cause, in: system, as: .parent)
        }
        let host = record.list(Field.hosts).first
        draft.facts.service = host?.text(Field.name) ?? host?.text(Field.host)
        readTags(record, &draft)
        readUpdates(record, stamps, &draft)
        if depth == .everything { draft.facts.story.description = record.text(Field.operationalData) }
        return .incident(draft)
    }

    /// The event that ends problems, which name it.
    private func recovery(_ record: RecordReader, _ draft: IncidentDraft, at end: Stamp?) -> Draft {
        var draft = draft
        draft.record(.resolved, at: end)
        return .fragment(draft)
    }

    /// Integrations leave the ids and addresses of tickets in tags.
    private func readTags(_ record: RecordReader, _ draft: inout IncidentDraft) {
        for tag in record.list(Field.tags) {
            guard let name = tag.text(Field.tag), let value = tag.text(Field.tagValue) else { continue }
            switch name.value {
            case "service": draft.facts.service = value
            case "team": draft.facts.story.team = value
            case "__zbx_jira_issuekey": draft.refer(to: value, in: "jira")
            case "__zbx_servicenow_number": draft.refer(to: value, in: "servicenow")
            case "__zbx_zdk_ticket_id": draft.refer(to: value, in: "zendesk")
            default: if value.value.contains("://") { draft.linkTexts.append(value) }
            }
        }
    }

    private func readUpdates(_ record: RecordReader, _ stamps: StampReader, _ draft: inout IncidentDraft) {
        var updates = record.list(Field.acknowledges).compactMap { ZabbixUpdate($0, stamps) }
        updates.sort { ($0.at.value, $0.at.origin) < ($1.at.value, $1.at.origin) }
        draft.record(.triaged, at: updates.first { $0.did.contains(.acknowledge) }?.at)
        let changes = updates.filter { $0.did.contains(.changeSeverity) }
        if let first = changes.first?.oldSeverity, let begin = draft.facts.milestones.instant(of: .detected) {
            draft.severityChanges.append(.init(instant: begin, word: first))
        }
        draft.severityChanges += changes.compactMap { change in
            change.newSeverity.map { .init(instant: change.at.value, word: $0) }
        }
        for update in updates {
            if let message = update.message { draft.linkTexts.append(message) }
            draft.facts.story.timeline.append(update.entry(of: system))
        }
        draft.inferable = [.communicated, .mitigated]
    }
}
