internal import Diagnostics

/// The text of a cell, without its quotes, as it stands in the input.
struct CSVCell {
    var start: Byte
    var length = 0
    var traits: TapeNode.Traits = []
}

/// What a row turned out to be.
struct CSVRow {
    /// Cells, those beyond the header included.
    var cells = 0
    /// Where the first cell stands that is not empty and has no column.
    var extra: Origin?
    /// Nothing but delimiters.
    var isBlank = false
}

extension CSVScanner {
    /// Lays the row that begins here onto the tape, and stops at its line break. Without known columns every cell gets
    /// a node.
    ///
    /// Where it returns `nil`, ``fault`` says why.
    mutating func row(onto tape: RecordTape) -> CSVRow? {
        var row = CSVRow()
        let start = at
        let columns = tape.finder?.columns
        let models = columns?.nodes
        let expected = columns?.count ?? .max
        _ = tape.append(TapeNode(kind: .row, line: line, column: column(of: at)))
        while true {
            let place = (line, column(of: at))
            var cell = CSVCell(start: at)
            let isRight = at < end && at.pointee == 0x22 ? quoted(&cell) : plain(&cell)
            guard isRight else { return nil }
            guard cell.length <= limits.value, at - start <= limits.record, row.cells < limits.values else {
                refuse(cell, Origin(source: source, line: place.0, column: place.1), in: tape, at - start)
                return nil
            }
            if row.cells < expected {
                var node = models.map { $0[row.cells] } ?? TapeNode(kind: .string)
                if models == nil || node.nameLength > 0 {
                    node.traits.formUnion(cell.traits)
                    node.start = UInt32(truncatingIfNeeded: cell.start - tape.base)
                    node.length = UInt32(truncatingIfNeeded: cell.length)
                    (node.line, node.column) = place
                    _ = tape.append(node)
                }
            } else if row.extra == nil, cell.length > 0 {
                row.extra = Origin(source: source, line: place.0, column: place.1)
            }
            row.cells &+= 1
            guard at < end, at.pointee == shape.delimiter else { break }
            at += 1
        }
        row.isBlank = at - start == row.cells - 1
        tape.nodes[0].next = UInt32(truncatingIfNeeded: tape.count)
        tape.nodes[0].length = UInt32(truncatingIfNeeded: at - start)
        return row
    }

    @inline(__always)
    private func column(of place: Byte) -> UInt32 { UInt32(truncatingIfNeeded: place - lineStart + 1) }

    /// Says which limit a row has passed with a cell.
    private mutating func refuse(_ cell: CSVCell, _ origin: Origin, in tape: RecordTape, _ size: Int) {
        if cell.length > limits.value {
            let message = "a text of \(cell.length) bytes, where \(limits.value) are the limit"
            _ = fail(.valueTooLarge, message, at: origin)
            return
        }
        let root = tape.nodes[0]
        let start = Origin(source: source, line: root.line, column: root.column)
        let what = size > limits.record ? "\(limits.record) bytes" : "\(limits.values) cells"
        _ = fail(.recordTooLarge, "a row of more than \(what)", at: start)
    }

    // MARK: Cells

    /// Reads a cell that does not begin with a quote; quotes in it stand for themselves.
    @inline(__always)
    private mutating func plain(_ cell: inout CSVCell) -> Bool {
        while true {
            var marks: UInt64 = 0
            while end - at >= 8 {
                let word = word(at: at)
                marks =
                    Swar.marks(of: shape.delimiter, in: word) | Swar.marks(below: 0x0E, in: word) | (word & Swar.tops)
                if marks != 0 { break }
                at += 8
            }
            if marks != 0 {
                at += Swar.bytesBefore(marks)
            } else {
                while at < end, at.pointee >= 0x0E, at.pointee < 0x80, at.pointee != shape.delimiter { at += 1 }
            }
            if at == end || shape.endsCell(at.pointee) {
                cell.length = at - cell.start
                return true
            }
            guard special(&cell) else { return false }
        }
    }

    /// Reads a cell from its opening quote to behind its closing one.
    @inline(__always)
    private mutating func quoted(_ cell: inout CSVCell) -> Bool {
        let open = (at, line, lineStart)
        at += 1
        cell.start = at
        while true {
            var marks: UInt64 = 0
            while end - at >= 8 {
                let word = word(at: at)
                marks = Swar.marks(of: 0x22, in: word) | Swar.marks(below: 0x0E, in: word) | (word & Swar.tops)
                if marks != 0 { break }
                at += 8
            }
            if marks != 0 {
                at += Swar.bytesBefore(marks)
            } else {
                while at < end, at.pointee >= 0x0E, at.pointee < 0x80, at.pointee != 0x22 { at += 1 }
            }
            guard at < end else {
                (at, line, lineStart) = open
                return fail(.truncated, "the quote that opens here is not closed before the file ends")
            }
            if at.pointee == 0x22 {
                guard end - at > 1, at[1] == 0x22 else { break }
                cell.traits.insert(.doubled)
                at += 2
            } else if !special(&cell) {
                return false
            }
        }
        cell.length = at - cell.start
        at += 1
        return at == end || shape.endsCell(at.pointee) || passSpaces()
    }

    /// Passes over spaces between a closing quote and the cell's end.
    private mutating func passSpaces() -> Bool {
        while at < end, !shape.endsCell(at.pointee) {
            guard at.pointee == 0x20 || at.pointee == 0x09 else {
                return fail(
                    .csvSyntax,
                    "\(shown(at.pointee)) stands behind a closing quote; a quote inside a cell must be doubled")
            }
            at += 1
        }
        return true
    }

    /// Passes a control character, or characters outside ASCII.
    private mutating func special(_ cell: inout CSVCell) -> Bool {
        guard at.pointee >= 0x80 else {
            if at.pointee == 0 { return fail(.encoding, "a zero byte stands here, which no text holds") }
            passByte()
            return true
        }
        if shape.encoding != .utf8 { cell.traits.insert(.recoded) }
        while at < end, at.pointee >= 0x80 {
            let length =
                shape.encoding == .utf8
                ? UTF8Sequence.length(at: at, before: end) : shape.encoding.scalar(at.pointee) == nil ? 0 : 1
            guard length > 0 else {
                return fail(.encoding, "\(shown(at.pointee)) is not valid \(shape.encoding.name) here")
            }
            at += length
        }
        return true
    }
}
