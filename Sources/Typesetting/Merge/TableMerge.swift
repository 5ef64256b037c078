/// Three states of a table with ids, merged row by row and cell by cell: a box that a person ticked, an owner that they
/// named and a row that they added stay, and what the program found since comes in.
struct TableMerge {
    private(set) var lines: [TextLine] = []
    /// `a-12ab34, Owner`: cells that both changed; the person's stays.
    private(set) var conflicts: [String] = []

    private let base: KeyedTable
    private let edited: KeyedTable
    private let new: KeyedTable

    /// `nil` where one of the three has no such table.
    init?(base: [TextLine], edited: [TextLine], new: [TextLine]) {
        guard let base = KeyedTable(base), let edited = KeyedTable(edited), let new = KeyedTable(new) else {
            return nil
        }
        (self.base, self.edited, self.new) = (base, edited, new)
        lines = around(base.before, edited.before, new.before, "above the table") + edited.head
        mergeRows()
        lines += around(base.after, edited.after, new.after, "below the table")
    }

    private mutating func mergeRows() {
        let (old, found) = (base.keyed, new.keyed)
        let kept = edited.keyed
        for row in edited.rows {
            guard let key = edited.key(of: row), let before = old[key] else {
                // A person's own row, or one that both came to have.
                lines.append(line(row))
                continue
            }
            if let now = found[key] {
                lines.append(line(merged(key, before, row, now)))
            } else if row.cells != before.cells {
                lines.append(line(row))
            }
        }
        for row in new.rows {
            guard let key = new.key(of: row), old[key] == nil, kept[key] == nil else { continue }
            lines.append(line(arranged(row)))
        }
    }

    private mutating func merged(_ key: String, _ before: TableRow, _ row: TableRow, _ now: TableRow) -> TableRow {
        var out = row
        for (place, column) in edited.columns.enumerated() where row.cells.indices.contains(place) {
            guard let old = base.cell(column, of: before), let fresh = new.cell(column, of: now), old != fresh else {
                continue
            }
            if row.cells[place] == old {
                out.cells[place] = fresh
                out.line = nil
            } else if row.cells[place] != fresh {
                conflicts.append("\(key), \(column)")
            }
        }
        return out
    }

    /// A row of the new table in the person's columns.
    private func arranged(_ row: TableRow) -> TableRow {
        TableRow(cells: edited.columns.map { new.cell($0, of: row) ?? "" })
    }

    private func line(_ row: TableRow) -> TextLine { row.line ?? TextLine(text: row.text, ending: "\n") }

    private mutating func around(_ old: [TextLine], _ own: [TextLine], _ fresh: [TextLine], _ place: String)
        -> [TextLine]
    {
        let (before, mine, now) = (TextLine.plain(old), TextLine.plain(own), TextLine.plain(fresh))
        if mine == before { return fresh }
        if now != before, now != mine { conflicts.append(place) }
        return own
    }
}
