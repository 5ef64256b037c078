import Diagnostics
package import IncidentModel
package import Syntax

/// The incidents of Yandex Cloud's status page: the list, or one with its comments. Stamps are in UTC with their `Z`.
///
/// `startDate` and `endDate` frame the impact; an `endDate` counts only where the status or a comment says that it is
/// over. `createdAt` is when the page opened the incident, sometimes after its end.
package struct YandexStatusDialect: ExportDialect {
    package let name = "yandex-status"
    package let system = "yandex-status"
    package let kind = SystemKind.statusPage
    package let summary = "Yandex Cloud status incidents with their comments (JSON)"
    package let howToExport = "curl https://status.yandex.cloud/api/incidents"
    package let milestones: [Milestone] = [.started, .detected, .communicated, .resolved, .reviewed]
    package let records = RecordPath.json(arrays: ["items"])
    package let signature = Signature(has: ["id", "title", "startDate", "createdAt", "levelId"])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        var draft = newDraft(record)
        draft.id = record.text(Field.id)
        record.notes.recordName = draft.id?.value
        draft.severityWord = record.text(Field.levelName) ?? record.text(Field.level)
        draft.facts.title = record.wordsOfHTML(Field.title)
        draft.facts.statusWord = record.text(Field.status)
        draft.facts.service = record.names(in: Field.services)

        let updates = PageUpdates(
            record.list(Field.comments).map { update($0, stamps, depth) }, isNewestFirst: true)
        updates.record(in: &draft, depth: depth)
        let created = stamps.instant(Field.createdAt, in: record)
        if updates.all.isEmpty { draft.record(.communicated, at: created) }
        let isOver = draft.facts.statusWord?.value == "resolved" || updates.resolved != nil
        let ended = isOver ? stamps.instant(Field.endDate, in: record) ?? updates.resolved : nil
        draft.record(.started, at: stamps.instant(Field.startDate, in: record))
        draft.recordOpening(created, posted: created, ended: ended, in: record)
        draft.record(.resolved, at: ended)
        readReport(record, stamps, depth, &draft)
        return .incident(draft)
    }

    private func update(
        _ record: RecordReader, _ stamps: StampReader, _ depth: ReadingDepth
    ) -> PageUpdates.Update? {
        guard let posted = stamps.instant(Field.createdAt, in: record) else { return nil }
        let type = record.text(Field.type)
        return PageUpdates.Update(
            posted: posted, shown: posted, status: type, phase: type.flatMap { Self.phases[$0.value] },
            body: depth == .everything ? record.wordsOfHTML(Field.content)?.value : nil, origin: record.origin)
    }

    /// `update` only adds words, also after the end.
    private static let phases: [String: PageUpdates.Phase] = [
        "investigation": .running, "identified": .running, "monitoring": .watching, "resolved": .over,
    ]

    private func readReport(
        _ record: RecordReader, _ stamps: StampReader, _ depth: ReadingDepth, _ draft: inout IncidentDraft
    ) {
        guard record.flag(Field.isReportPublished)?.value ?? false else { return }
        draft.record(.reviewed, at: stamps.instant(Field.reportPublishedAt, in: record))
        guard depth == .everything, let report = record.wordsOfHTML(Field.report),
            let cause = PublishedCause.section(of: report)
        else { return }
        draft.facts.story.rootCause = cause
        draft.facts.story.isCauseConfirmed = true
    }
}

private enum Field {
    static let id: FieldPath = "id"
    static let title: FieldPath = "title"
    static let status: FieldPath = "status"
    static let startDate: FieldPath = "startDate"
    static let endDate: FieldPath = "endDate"
    static let createdAt: FieldPath = "createdAt"
    static let level: FieldPath = "levelId"
    static let levelName: FieldPath = "level.label"
    static let services: FieldPath = "services"
    static let comments: FieldPath = "comments"
    static let type: FieldPath = "type"
    static let content: FieldPath = "content"
    static let report: FieldPath = "report"
    static let isReportPublished: FieldPath = "isReportPublished"
    static let reportPublishedAt: FieldPath = "reportPublishedTime"
}
