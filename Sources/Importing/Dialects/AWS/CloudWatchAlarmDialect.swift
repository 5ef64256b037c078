import Diagnostics
package import IncidentModel
package import Syntax

/// Changes of CloudWatch alarms as they are sent: Amazon SNS notifications (the alarm is a JSON text in `Message`), the
/// records that SNS hands to a function, that JSON itself, and EventBridge events.
///
/// Stamps carry their offset (`+0000`). There is no acknowledgement and no severity.
package struct CloudWatchAlarmDialect: ExportDialect {
    package let name = "cloudwatch-alarm"
    package let system = CloudWatchChange.system
    package let kind = SystemKind.monitoring
    package let summary = "Amazon CloudWatch alarm changes (SNS notifications, EventBridge events), one or many"
    package let howToExport =
        "keep what the alarm's SNS topic or EventBridge rule delivers; better: aws cloudwatch describe-alarm-history"
    package let milestones: [Milestone] = [.detected, .resolved]
    package let records = RecordPath.json(arrays: ["Records"])
    package let signature = Signature(hasAny: ["Sns.Message", "TopicArn", "NewStateValue", "detail.alarmName"])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        var draft = newDraft(record)
        draft.isMessage = true
        if let event = record.inner(Field.detail) {
            return event.has(Field.eventAlarm)
                ? change(record, event, stamps).draft(draft, record, depth) : other(record)
        }
        let notification = record.inner(Field.notification) ?? record
        let isAlarm = notification.has(Field.state)
        guard let alarm = isAlarm ? notification : notification.nested(Field.message), alarm.has(Field.state) else {
            return other(record)
        }
        return change(alarm, stamps).draft(draft, record, depth)
    }

    /// A message of another kind on the same topic.
    private func other(_ record: RecordReader) -> Draft {
        .setAside(
            SetAside(rule: SetAside.notAnIncident, id: record.text(Field.messageID)?.value, origin: record.origin))
    }

    /// As SNS sends it.
    private func change(_ alarm: RecordReader, _ stamps: StampReader) -> CloudWatchChange {
        CloudWatchChange(
            alarm: alarm.text(Field.name), resource: alarm.text(Field.resource), state: alarm.text(Field.state),
            at: stamps.instant(Field.changed, in: alarm), reason: alarm.text(Field.reason),
            description: alarm.text(Field.description), service: alarm.text(Field.namespace))
    }

    /// As EventBridge sends it.
    private func change(_ record: RecordReader, _ event: RecordReader, _ stamps: StampReader) -> CloudWatchChange {
        let metric = event.list(Field.eventMetrics).lazy.compactMap { $0.text(Field.eventNamespace) }.first
        return CloudWatchChange(
            alarm: event.text(Field.eventAlarm), resource: record.list(Field.resources).first?.ownText,
            state: event.text(Field.eventState),
            at: stamps.instant(Field.eventChanged, in: event) ?? stamps.instant(Field.time, in: record),
            reason: event.text(Field.eventReason), description: event.text(Field.eventDescription), service: metric)
    }

    private enum Field {
        static let notification: FieldPath = "Sns"
        static let message: FieldPath = "Message"
        static let messageID: FieldPath = "MessageId"
        static let name: FieldPath = "AlarmName"
        static let resource: FieldPath = "AlarmArn"
        static let state: FieldPath = "NewStateValue"
        static let changed: FieldPath = "StateChangeTime"
        static let reason: FieldPath = "NewStateReason"
        static let description: FieldPath = "AlarmDescription"
        static let namespace: FieldPath = "Trigger.Namespace"

        static let detail: FieldPath = "detail"
        static let resources: FieldPath = "resources"
        static let time: FieldPath = "time"
        static let eventAlarm: FieldPath = "alarmName"
        static let eventState: FieldPath = "state.value"
        static let eventChanged: FieldPath = "state.timestamp"
        static let eventReason: FieldPath = "state.reason"
        static let eventDescription: FieldPath = "configuration.description"
        static let eventMetrics: FieldPath = "configuration.metrics"
        static let eventNamespace: FieldPath = "metricStat.metric.namespace"
    }
}
