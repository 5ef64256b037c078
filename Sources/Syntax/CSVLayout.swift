internal import Diagnostics

/// What stands before the rows of a CSV input: how it is written, and the names of its columns.
struct CSVLayout: Sendable {
    enum Finding {
        case table(CSVLayout)
        /// UTF-16 or UTF-32.
        case encoded(String)
        case refused(Diagnostic)
        case empty
    }

    var shape: CSVShape
    var sample: CSVSample
    /// As in the header row, without white space around them; empty where a column has none.
    var names: [String]
    /// Where the header row ends.
    var end: InputPlace
    var remarks: [Diagnostic] = []

    static func of(
        _ input: InputText, limits: ReadingLimits, encoding: TextEncoding, source: SourceID = SourceID(0)
    ) -> Finding {
        if let name = JSONLayout.foreignEncoding(input) { return .encoded(name) }
        var start = 0
        while input.bytes.dropFirst(start).starts(with: [0xEF, 0xBB, 0xBF]) { start += 3 }
        guard input.bytes.dropFirst(start).contains(where: { $0 > 0x20 || $0 == 0 }) else { return .empty }

        let head = input.bytes.prefix(ExportHead.size)
        let lineBreak: UInt8 = !head.contains(0x0A) && head.contains(0x0D) ? 0x0D : 0x0A
        let shape = CSVShape(delimiter: 0x2C, lineBreak: lineBreak, encoding: start > 0 ? .utf8 : encoding)
        var scanner = CSVScanner(
            input, from: InputPlace(offset: start), to: input.count, source: source, shape: shape, limits: limits)
        let declared = scanner.passDeclaration()
        guard scanner.findRow() else { return .empty }
        let offset = scanner.place.offset
        var sample = declared.map { CSVSample($0, input, from: offset) } ?? .best(input, from: offset)
        sample.isDeclared = declared != nil
        return header(input, from: scanner.place, limits, source, shape, sample)
    }

    /// Reads the header row.
    private static func header(
        _ input: InputText, from place: InputPlace, _ limits: ReadingLimits, _ source: SourceID, _ shape: CSVShape,
        _ sample: CSVSample
    ) -> Finding {
        var shape = shape
        shape.delimiter = sample.delimiter
        var scanner = CSVScanner(
            input, from: place, to: input.count, source: source, shape: shape, limits: limits)
        let tape = RecordTape(input, source: source, depth: 0)
        tape.inputBase = scanner.at
        tape.encoding = shape.encoding
        guard let row = scanner.row(onto: tape) else {
            return scanner.fault.map { .refused($0) } ?? .empty
        }
        let reader = RecordReader(tape: tape, root: 0)
        let names = (1..<UInt32(tape.count)).map { trimmed(reader.string($0)) }
        var layout = CSVLayout(shape: shape, sample: sample, names: names, end: scanner.place)
        let nameless = names.indices.filter { names[$0].isEmpty }
        guard let first = nameless.first else { return .table(layout) }
        let origin = reader.origin(of: UInt32(first + 1), "")
        guard nameless.count < row.cells else {
            return .refused(Diagnostic(.csvSyntax, "the header row names no column", at: origin))
        }
        let which = nameless.count == 1 ? "column \(first + 1) has" : "\(nameless.count) columns have"
        layout.remarks = [Diagnostic(.unnamedColumns, "\(which) no name, so nothing is read from there", at: origin)]
        return .table(layout)
    }

    /// A name without white space and byte order marks around it.
    private static func trimmed(_ name: String) -> String {
        func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace || scalar == "\u{FEFF}" }
        let scalars = name.unicodeScalars.drop(while: isSpace)
        guard let last = scalars.lastIndex(where: { !isSpace($0) }) else { return "" }
        return String(scalars[...last])
    }
}

extension CSVScanner {
    /// Passes over a first line `sep=;`, as Excel reads and writes it, and says which delimiter it names.
    fileprivate mutating func passDeclaration() -> UInt8? {
        let lineEnd = shape.rowEnd(from: at, in: at, to: end)
        var word = Array(UnsafeBufferPointer(start: at, count: min(lineEnd - at, 8)))
        if word.count == 7, word.first == 0x22, word.last == 0x22 { word = Array(word[1..<6]) }
        guard word.count == 5, word[3] == 0x3D, word[4] < 0x80, word[4] != 0x22, word[4] != 0,
            word[..<3].map({ $0 | 0x20 }) == Array("sep".utf8)
        else { return nil }
        at = lineEnd
        passBreak()
        return word[4]
    }
}
