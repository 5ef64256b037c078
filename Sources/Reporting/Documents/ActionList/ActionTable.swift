package import Diagnostics
import Typesetting

/// The action items of a post-mortem, as people left them in its table: ticked, given to owners, dated, and added to.
///
/// The table stands below a heading that says "Action items". Its columns go by their names, in any order: `Done` (`[ ]` or
/// `[x]`), `Action`, `Owner`, `Due`, `Id`; others are passed over.
package struct ActionTable: Sendable, Equatable {
    /// The incident that the page names; `nil` where it names none.
    package var incident: Sourced<String>?
    /// The name of the file, without folder and ending: pages are named by their incident.
    package var fileName: String
    package var source: SourceID
    package var rows: [Row]

    package struct Row: Sendable, Equatable {
        package var isDone: Bool
        /// In plain words; so are the others. Empty where a person has not written it yet.
        package var action: String
        package var owner: String
        package var due: String
        package var id: String
        package var origin: Origin

        /// Without what stands in brackets at its end: pages add remarks there.
        var actionWithoutRemark: String {
            guard action.last == ")", let bracket = action.lastIndex(of: "(") else { return action }
            return String(action[..<bracket])
        }
    }

    /// Bytes of a page; a longer one was not written by a person.
    package static let longest = 1 << 20

    /// `nil` where the page has no such table.
    package init?(_ markdown: String, source: SourceID, fileName: String) {
        let page = MarkdownPage(markdown)
        let tables = page.tables.compactMap { table -> (Columns, MarkdownPage.Table)? in
            guard table.headings.contains(where: { $0.lowercased().contains("action items") }) else { return nil }
            return Columns(table.header).map { ($0, table) }
        }
        guard !tables.isEmpty else { return nil }
        self.source = source
        self.fileName = fileName
        incident = Self.incident(of: page, source)
        rows = tables.flatMap { columns, table in
            table.rows.compactMap { columns.row($0, source: source) }
        }
    }

    /// Only what people wrote: `base` is the same page as the program wrote it last. A row that is as it was says nothing, and
    /// neither does such a cell.
    package func edits(since base: ActionTable) -> ActionTable {
        let written = Dictionary(base.rows.map { ($0.id, $0) }) { first, _ in first }
        var copy = self
        copy.rows = rows.compactMap { row in
            guard !row.id.isEmpty, let old = written[row.id] else { return row }
            var row = row
            row.isDone = row.isDone && !old.isDone
            if row.owner == old.owner { row.owner = "" }
            if row.due == old.due { row.due = "" }
            let isUntouched = !row.isDone && row.owner.isEmpty && row.due.isEmpty && row.action == old.action
            return isUntouched ? nil : row
        }
        return copy
    }

    private static func incident(of page: MarkdownPage, _ source: SourceID) -> Sourced<String>? {
        func said(_ text: String, _ line: Int) -> Sourced<String> {
            Sourced(text: text, Origin(source: source, line: UInt32(clamping: line), column: 1, field: "incident"))
        }
        for key in ["incident", "incidentId", "incident_id", "id"] {
            if let value = page.frontMatter[key] { return said(value.text, value.line) }
        }
        // Pages without front matter begin with a table of facts: `| Incident | INC-7 |`.
        guard let first = page.tables.first, first.header.count >= 2, first.header[0].lowercased() == "incident",
            !first.header[1].isEmpty
        else { return nil }
        return said(first.header[1], max(1, (first.rows.first?.line ?? 3) - 2))
    }

    /// Where the columns stand.
    private struct Columns {
        private var places: [String: Int] = [:]

        /// `nil` for a table without actions.
        init?(_ header: [String]) {
            for (place, name) in header.enumerated() where places[name.lowercased()] == nil {
                places[name.lowercased()] = place
            }
            guard places["action"] != nil else { return nil }
        }

        /// `nil` for a row that says nothing.
        func row(_ row: MarkdownPage.Row, source: SourceID) -> Row? {
            func cell(_ name: String) -> String {
                guard let place = places[name], row.cells.indices.contains(place) else { return "" }
                let words = row.cells[place]
                return Self.isHole(words) ? "" : words
            }
            let found = Row(
                isDone: Self.isTicked(cell("done")), action: cell("action"), owner: cell("owner"), due: cell("due"),
                id: cell("id"),
                origin: Origin(source: source, line: UInt32(clamping: row.line), column: 1, field: "Action items"))
            let isEmpty = found.action.isEmpty && found.id.isEmpty && !found.isDone
            return isEmpty && found.owner.isEmpty ? nil : found
        }

        private static func isTicked(_ words: String) -> Bool {
            ["[x]", "x", "☑", "☒", "✓", "✔", "✅", "yes", "done"].contains(words.lowercased())
        }

        /// What stands where nobody has written yet.
        private static func isHole(_ words: String) -> Bool {
            let plain = words.lowercased()
            return plain.hasPrefix("to be written") || holes.contains(plain)
        }

        private static let holes: Set<String> = [
            "-", "–", "—", "…", "?", "tbd", "n/a", "none", "nobody", "nobody named", "no due date",
        ]
    }
}
