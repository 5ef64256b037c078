internal import Diagnostics

extension RecordDesk {
    /// Reads the rows of a batch, or as many as can be before too many were rejected.
    mutating func read(_ batch: CSVBatch, _ shape: CSVShape, columns: Int) {
        var scanner = CSVScanner(
            tape.input, from: batch.start, to: batch.end, source: tape.source, shape: shape, limits: limits)
        while !isFull, scanner.findRow() {
            let start = scanner
            tape.clear()
            tape.inputBase = start.at
            if let row = scanner.row(onto: tape) {
                if !row.isBlank { take(row, columns, at: start) }
            } else if let fault = scanner.fault {
                scanner.leaveRow(from: start)
                scanner.fault = nil
                let range = start.place.offset..<scanner.place.offset
                reject(fault, at: start.origin, .place(tape.input, range, shape.encoding), isRecord: true)
            }
            scanner.passBreak()
        }
        portion.end = scanner.place
    }

    private mutating func take(_ row: CSVRow, _ columns: Int, at start: CSVScanner) {
        if row.cells < columns {
            portion.result.shortRows.add(start.origin, cells: row.cells)
        } else if let extra = row.extra {
            let message = "the row has \(row.cells) cells, where the header has \(columns)"
            tape.notes.add(Diagnostic(.extraCells, message, at: extra))
        }
        take(0)
    }
}
