import Diagnostics
package import IncidentModel
package import Syntax

/// The history that CloudWatch keeps of its alarms: changes of state, of settings, and actions that were taken.
///
/// The new state stands in a JSON text (`HistoryData`). Moments are ISO 8601 with an offset, or seconds since 1970 from
/// version 1 of the command line.
package struct CloudWatchHistoryDialect: ExportDialect {
    package let name = "cloudwatch-history"
    package let system = CloudWatchChange.system
    package let kind = SystemKind.monitoring
    package let summary = "Amazon CloudWatch alarm history (JSON of describe-alarm-history)"
    package let howToExport =
        "aws cloudwatch describe-alarm-history --history-item-type StateUpdate --start-date … --output json"
    package let milestones: [Milestone] = [.detected, .resolved]
    package let records = RecordPath.json(arrays: ["AlarmHistoryItems"])
    package let signature = Signature(
        has: ["AlarmName", "HistoryItemType", "Timestamp"], envelope: ["AlarmHistoryItems"])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        let alarm = record.text(Field.name)
        guard record.text(Field.kind)?.value == "StateUpdate" else {
            return .setAside(SetAside(rule: SetAside.notAnIncident, id: alarm?.value, origin: record.origin))
        }
        let data = record.nested(Field.data)
        let change = CloudWatchChange(
            alarm: alarm, state: data?.text(Field.state), at: stamps.isoOrSeconds(Field.timestamp, in: record),
            reason: data?.text(Field.reason) ?? record.text(Field.summary))
        var draft = newDraft(record)
        draft.isMessage = true
        return change.draft(draft, record, depth)
    }

    private enum Field {
        static let name: FieldPath = "AlarmName"
        static let kind: FieldPath = "HistoryItemType"
        static let timestamp: FieldPath = "Timestamp"
        static let summary: FieldPath = "HistorySummary"
        static let data: FieldPath = "HistoryData"
        static let state: FieldPath = "newState.stateValue"
        static let reason: FieldPath = "newState.stateReason"
    }
}

extension StampReader {
    /// A moment of Amazon's command line: version 2 writes ISO 8601, version 1 seconds since 1970 with decimals, and
    /// messages of AWS Health the form of mail. No text reads as more than one of them.
    func isoOrSeconds(_ field: FieldPath, in record: RecordReader) -> Stamp? {
        guard let text = record.text(field) else { return nil }
        for form in [StampForm.epochSeconds, .rfc2822] where form.read(text.value) != nil {
            return instant(text, in: record, as: form)
        }
        return instant(text, in: record)
    }
}
