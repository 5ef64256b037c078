import Diagnostics
package import IncidentModel
package import Syntax

/// The list of problems that Zabbix's pages export (Monitoring > Problems > Export to CSV).
///
/// Times are those of the user who exported, without a zone, by a clock of 12 or of 24 hours. The table has no id: a
/// problem is named by its host, its words and its time as they stand there. It says whether a problem was acknowledged,
/// and not when.
package struct ZabbixCSVDialect: ExportDialect {
    package let name = "zabbix-csv"
    package let system = "zabbix"
    package let kind = SystemKind.monitoring
    package let summary = "Zabbix problems (CSV of Monitoring > Problems; times need --source-time-zone)"
    package let howToExport = "Monitoring > Problems, show History, Export to CSV"
    package let milestones: [Milestone] = [.detected, .resolved]
    package let records = RecordPath.csv
    package let signature = Signature(has: ["Severity", "Time", "Recovery time", "Host", "Problem"])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        var draft = newDraft(record)
        let problem = record.text(Field.problem)
        let begin = record.text(Field.time)
        if let problem {
            let parts = [record.text(Field.host), problem, begin].compactMap { $0?.value }
            draft.id = Sourced(parts.joined(separator: " / "), problem.origin)
        }
        record.notes.recordName = draft.id?.value
        draft.severityWord = record.text(Field.severity)
        draft.facts.title = problem
        draft.facts.statusWord = record.text(Field.status)
        draft.facts.service = record.text(Field.host)
        draft.record(.detected, at: Self.moment(begin, record, stamps))
        draft.record(.resolved, at: Self.moment(record.text(Field.recoveryTime), record, stamps))
        if depth == .everything { draft.facts.story.description = record.text(Field.operationalData) }
        return .incident(draft)
    }

    /// The form is told by the letters of the twelve-hour clock.
    private static func moment(_ text: Sourced<String>?, _ record: RecordReader, _ stamps: StampReader) -> Stamp? {
        guard let text else { return nil }
        let isTwelveHours = text.value.hasSuffix("M") || text.value.hasSuffix("m")
        guard isTwelveHours, let twelveHours else { return stamps.instant(text, in: record) }
        return stamps.instant(text, in: record, as: .pattern(twelveHours))
    }

    private static let twelveHours = StampPattern("yyyy-MM-dd hh:mm:ss a")

    private enum Field {
        static let severity = FieldPath(steps: ["Severity"])
        static let time = FieldPath(steps: ["Time"])
        static let recoveryTime = FieldPath(steps: ["Recovery time"])
        static let status = FieldPath(steps: ["Status"])
        static let host = FieldPath(steps: ["Host"])
        static let problem = FieldPath(steps: ["Problem"])
        static let operationalData = FieldPath(steps: ["Operational data"])
    }
}
