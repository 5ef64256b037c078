import Diagnostics
package import IncidentModel
package import Syntax

/// Events of AWS Health: EventBridge events, the entries that tests put there (their detail a JSON text), and the answer
/// of `describe-events`.
///
/// Issues and investigations are incidents. Scheduled changes are maintenance, and notifications about an account are no
/// incidents. `startTime` is the beginning; the time of a message is when the account learned of it.
package struct AWSHealthDialect: ExportDialect {
    package let name = "aws-health"
    package let system = "aws-health"
    package let kind = SystemKind.statusPage
    package let summary = "AWS Health events (EventBridge events, or JSON of describe-events)"
    package let howToExport =
        "aws health describe-events --filter eventTypeCategories=issue; or keep what an EventBridge rule delivers"
    package let milestones: [Milestone] = [.started, .detected, .resolved]
    package let records = RecordPath.json(arrays: ["events", "Entries", "Records"])
    package let signature = Signature(hasAny: ["detail.eventTypeCode", "DetailType", "eventTypeCode"])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        let detail = record.inner(Field.detail) ?? record.nested(Field.detailText) ?? record
        let resource = detail.text(Field.eventResource) ?? detail.text(Field.resource)
        guard let type = detail.text(Field.typeCode) else {
            return .setAside(SetAside(rule: SetAside.notAnIncident, id: resource?.value, origin: record.origin))
        }
        var draft = newDraft(record)
        draft.isMessage = true
        draft.id = resource.map { Sourced(Self.lastPart($0.value), $0.origin) }
        draft.facts.key = resource?.value
        record.notes.recordName = draft.id?.value
        draft.setAside = Self.rule(type.value, detail.text(Field.category)?.value)
        let told = stamps.first([Field.time, Field.entryTime], in: record)
        draft.record(.started, at: stamps.isoOrSeconds(Field.startTime, in: detail))
        let end = stamps.isoOrSeconds(Field.endTime, in: detail)
        // What is told after the end is no detection.
        if let told, end.map({ told.value <= $0.value }) ?? true { draft.record(.detected, at: told) }
        let status = detail.text(Field.status)
        if told == nil || status?.value == "closed" { draft.facts.statusWord = status }
        if status.map({ $0.value == "closed" }) ?? true {
            draft.record(.resolved, at: end)
        }
        draft.facts.title = type
        draft.facts.service = detail.text(Field.service)
        let words = detail.list(Field.descriptions).lazy.compactMap { $0.text(Field.latest) }.first
        draft.linkTexts = [words].compactMap(\.self)
        if let told, let words {
            draft.facts.story.timeline = [
                TimelineEntry(
                    instant: told.value, text: words.value, actor: "AWS Health", system: system, kind: .note,
                    origin: words.origin)
            ]
        }
        if depth == .everything { readStory(record, detail, words, &draft.facts.story) }
        return .incident(draft)
    }

    /// A category that nobody knows is taken for an issue: nothing is left out that could be one.
    private static func rule(_ type: String, _ category: String?) -> String? {
        if type.contains("_TEST_") { return SetAside.test }
        return switch category {
        case "scheduledChange": SetAside.maintenance
        case "accountNotification": SetAside.notAnIncident
        default: nil
        }
    }

    private func readStory(
        _ record: RecordReader, _ detail: RecordReader, _ words: Sourced<String>?, _ story: inout Story
    ) {
        story.description = words
        let entities = detail.list(Field.entities).compactMap { $0.text(Field.entity) }
        if let first = entities.first {
            let shown = entities.prefix(20).map(\.value).joined(separator: ", ")
            let rest = entities.count > 20 ? ", and \(entities.count - 20) more" : ""
            story.impact.summary = Sourced("Affected: \(shown)\(rest)", first.origin)
        }
    }

    /// What an Amazon resource name calls the event itself.
    private static func lastPart(_ resource: String) -> String {
        resource.split(separator: "/").last.map(String.init) ?? resource
    }

    private enum Field {
        static let detail: FieldPath = "detail"
        static let detailText: FieldPath = "Detail"
        static let time: FieldPath = "time"
        static let entryTime: FieldPath = "Time"
        static let eventResource: FieldPath = "eventArn"
        static let resource: FieldPath = "arn"
        static let typeCode: FieldPath = "eventTypeCode"
        static let category: FieldPath = "eventTypeCategory"
        static let status: FieldPath = "statusCode"
        static let service: FieldPath = "service"
        static let startTime: FieldPath = "startTime"
        static let endTime: FieldPath = "endTime"
        static let descriptions: FieldPath = "eventDescription"
        static let latest: FieldPath = "latestDescription"
        static let entities: FieldPath = "affectedEntities"
        static let entity: FieldPath = "entityValue"
    }
}
