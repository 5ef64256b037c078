import Diagnostics
package import IncidentModel
package import Syntax

private typealias Field = AzureField

/// Alerts of Azure Monitor: the common alert schema, the older messages of metric, log and activity-log alerts, and the
/// list of the alerts API.
///
/// The common schema names the firing (`alertId`) in every message. Older metric alerts name the rule alone, so that a
/// `Deactivated` belongs to its last `Activated`; older log alerts never say that it is over. Nothing says when an alert
/// was acknowledged. Stamps are UTC, as their names and `Z` say.
package struct AzureAlertDialect: ExportDialect {
    package let name = "azure-alert"
    package let system = "azure"
    package let kind = SystemKind.monitoring
    package let summary = "Azure Monitor alerts (webhook messages of every schema, or the list of the alerts API)"
    package let howToExport =
        "az rest --url …/providers/Microsoft.AlertsManagement/alerts?api-version=2019-05-05-preview; or keep what an "
        + "action group's webhook is sent"
    package let milestones: [Milestone] = [.started, .detected, .mitigated, .resolved]
    package let records = RecordPath.json(arrays: ["value"])
    package let signature = Signature(hasAny: [
        "data.essentials.monitorCondition", "properties.essentials.monitorCondition", "data.context.activityLog",
        "data.context.conditionType", "context.conditionType", "data.AlertRuleName", "SearchIntervalEndtimeUtc",
    ])
    package let writesUTC = true

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        var draft = newDraft(record)
        draft.isMessage = true
        let data = record.inner(Field.data) ?? record
        if let essentials = data.inner(Field.essentials) ?? record.inner(Field.listedEssentials) {
            return common(essentials, record, stamps, depth, draft)
        }
        if let event = data.inner(Field.activityLog) {
            return AzureActivity.draft(event, data.text(Field.status), stamps, depth, draft, record)
        }
        if let context = data.inner(Field.context) { return metric(context, data, record, stamps, depth, draft) }
        return log(data, record, stamps, depth, draft)
    }

    /// The common alert schema, and an element of the list, which has its id beside the essentials.
    private func common(
        _ essentials: RecordReader, _ record: RecordReader, _ stamps: StampReader, _ depth: ReadingDepth,
        _ draft: IncidentDraft
    ) -> Draft {
        var draft = draft
        let path = essentials.text(Field.alertID) ?? record.text(Field.id)
        draft.id = path.map { Sourced($0.value.split(separator: "/").last.map(String.init) ?? $0.value, $0.origin) }
        record.notes.recordName = draft.id?.value
        draft.severityWord = essentials.text(Field.essentialSeverity)
        let state = essentials.text(Field.monitorCondition)
        draft.record(.detected, at: stamps.first(Field.fired, in: essentials))
        // The word of the first message is no longer true after the second.
        if state?.value == "Resolved" {
            draft.facts.statusWord = state
            draft.record(.resolved, at: stamps.first(Field.ended, in: essentials))
        }
        draft.facts.title = essentials.text(Field.alertRule) ?? record.text(Field.name)
        let target = essentials.list(Field.targets).first?.ownText ?? essentials.text(Field.targetResource)
        draft.facts.service = essentials.list(Field.items).first?.ownText ?? essentials.text(Field.targetName) ?? target
        draft.linkTexts = [essentials.text(Field.description)].compactMap(\.self)
        if depth == .everything {
            draft.facts.story.description = essentials.text(Field.description)
            draft.facts.story.source = essentials.text(Field.monitoringService) ?? essentials.text(Field.monitorService)
            draft.facts.story.impact.summary = target.map { Sourced("Affected: \($0.value)", $0.origin) }
        }
        return .incident(draft)
    }

    private func metric(
        _ context: RecordReader, _ data: RecordReader, _ record: RecordReader, _ stamps: StampReader,
        _ depth: ReadingDepth, _ draft: IncidentDraft
    ) -> Draft {
        var draft = draft
        let rule = context.text(Field.id)
        let at = stamps.instant(Field.timestamp, in: context)
        let state = data.text(Field.status)
        guard state?.value == "Activated" else {
            draft.id = context.text(Field.name) ?? rule
            draft.facts.key = rule?.value
            draft.record(.resolved, at: at)
            return .fragment(draft)
        }
        draft.id = AlertEpisode.id(context.text(Field.name) ?? rule, since: at)
        draft.facts.key = AlertEpisode.id(rule, since: at)?.value
        record.notes.recordName = draft.id?.value
        draft.alias(rule, in: Reference.alertKey)
        draft.severityWord = context.text(Field.severity) ?? data.text(Field.customSeverity)
        draft.record(.detected, at: at)
        draft.facts.title = context.text(Field.name)
        draft.facts.service = context.text(Field.resourceName)
        draft.linkTexts = [context.text(Field.description)].compactMap(\.self)
        if depth == .everything {
            draft.facts.story.description = context.text(Field.description)
            draft.facts.story.source = context.text(Field.conditionType)
        }
        return .incident(draft)
    }

    /// A log alert fires for the rows that its query found up to the end of its interval.
    private func log(
        _ data: RecordReader, _ record: RecordReader, _ stamps: StampReader, _ depth: ReadingDepth,
        _ draft: IncidentDraft
    ) -> Draft {
        var draft = draft
        let rule = data.text(Field.ruleName)
        let at = stamps.instant(Field.intervalEnd, in: data)
        draft.id = AlertEpisode.id(rule, since: at)
        record.notes.recordName = draft.id?.value
        draft.alias(rule, in: Reference.alertKey)
        draft.severityWord = data.text(Field.logSeverity)
        draft.record(.detected, at: at)
        draft.facts.title = rule
        if depth == .everything {
            draft.facts.story.description = data.text(Field.logDescription)
            draft.facts.story.source = data.text(Field.query)
        }
        return .incident(draft)
    }
}
