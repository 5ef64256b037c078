package import Diagnostics
import IncidentModel
import Syntax

/// One row of a ServiceNow table, in whatever syntax it was exported.
struct ServiceNowRow {
    enum Form {
        /// XML: values as the database holds them, words in an attribute.
        case elements
        /// JSON: plain values, `link` and `value`, or `display_value` and `value`.
        case members
        /// CSV: values as people see them, unless the server was told otherwise.
        case cells
    }

    let record: RecordReader
    let form: Form
    /// Reads the stamps of the row, and those of its journals, which are always as people see them.
    let stamps: StampReader
    let journalStamps: StampReader

    /// `stamps` reads what people see, in the zone of whoever exported it; what the database holds is UTC (ServiceNow
    /// documentation, "Exporting data").
    init(_ record: RecordReader, _ form: Form, _ stamps: StampReader) {
        self.record = record
        self.form = form
        journalStamps = stamps
        let isRaw = form == .members && !Self.showsWords(record)
        self.stamps = isRaw ? StampReader(zone: .utc) : stamps
    }

    /// Whether a row in JSON holds what people see in place of what the database holds: choices are words then.
    private static func showsWords(_ record: RecordReader) -> Bool {
        for column in [ServiceNowColumn.state, .incidentState, .priority] {
            if record.has(column.value) { return false }
            if record.has(column.shown) { return true }
            if let word = record.text(column.plain) { return !word.value.utf8.allSatisfy { (48...57).contains($0) } }
        }
        return false
    }

    /// What the database holds, as far as the export has it.
    func raw(_ column: ServiceNowColumn) -> Sourced<String>? {
        switch form {
        case .elements: record.text(column.plain)
        case .members: record.text(place(of: column))
        case .cells: record.text(column.plain).flatMap(Self.cell)
        }
    }

    /// What people see. A bare key is nothing to them, and left out.
    func shown(_ column: ServiceNowColumn) -> Sourced<String>? {
        let words: Sourced<String>? =
            switch form {
            case .elements: record.text(column.attribute)
            case .members: record.has(column.shown) ? record.text(column.shown) : nil
            case .cells: nil
            }
        return (words ?? raw(column)).flatMap { Self.isKey($0.value) ? nil : $0 }
    }

    func instant(_ column: ServiceNowColumn) -> Stamp? {
        guard form == .cells, let text = raw(column) else {
            return stamps.instant(form == .members ? place(of: column) : column.plain, in: record)
        }
        guard !text.value.contains("/") else {
            record.notes.add(
                Diagnostic(
                    .rewrittenDate, "“\(text.value)” is not how ServiceNow writes a date", at: text.origin,
                    help: "export again without a spreadsheet in between, or name the form in a field map; the field "
                        + "is left out"))
            return nil
        }
        return stamps.instant(text, in: record)
    }

    private func place(of column: ServiceNowColumn) -> FieldPath {
        if record.has(column.value) { return column.value }
        return record.has(column.shown) ? column.shown : column.plain
    }

    /// Scripts that write the Table API's answer as CSV leave the text of a dictionary in cells:
    /// `{'link': '…', 'value': '…'}`.
    private static func cell(_ text: Sourced<String>) -> Sourced<String>? {
        if text.value == "null" { return nil }
        let mark = "'value': '"
        guard text.value.hasPrefix("{'"), text.value.hasSuffix("'}"),
            let place = text.value.firstPlace(of: mark)
        else { return text }
        let value = text.value[place...].dropFirst(mark.count).dropLast(2)
        return value.contains("'") ? text : Sourced(text: String(value), text.origin)
    }

    /// A `sys_id`: 32 hexadecimal digits.
    static func isKey(_ text: String) -> Bool {
        text.utf8.count == 32
            && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) || (65...70).contains($0) }
    }
}

extension DiagnosticCode {
    package static let rewrittenDate = DiagnosticCode(
        "rewritten-date", .error, "a spreadsheet has rewritten a date",
        """
        ServiceNow writes `2026-02-03 10:12:44`. Where such an export was opened and saved in a spreadsheet, dates stand \
        in the form of that computer, and nobody can tell 3/4/2026 from 4/3/2026. The field is left out. Export again \
        and do not open the file in between, or say the form in a field map.
        """)
}
