internal import Diagnostics

/// Cuts a JSON input into records by its brackets, so that they can be read apart and a broken one costs itself alone.
struct JSONCutter {
    enum State {
        /// Between values at the root.
        case root
        /// In an array of records; `isWrapped` in the root object.
        case array(isWrapped: Bool, isFirst: Bool)
        /// In the root object, behind an array of records.
        case members
        case done
    }

    let input: InputText
    let keys: [[UInt8]]
    let limits: ReadingLimits
    var scanner: JSONScanner
    var state = State.root
    var queue: [JSONPiece] = []
    var queued = 0
    /// Where the last value at the root ended.
    var lastEnd: Byte?
    var lastLine: UInt32 = 0
    /// Bytes that may still be passed over more than once, so that broken brackets cannot make reading quadratic.
    var patience: Int

    init(_ input: InputText, from start: Int, keys: [String], limits: ReadingLimits) {
        self.input = input
        self.keys = keys.map { Array($0.utf8) }
        self.limits = limits
        scanner = JSONScanner(input, from: start, to: input.count, line: 1, lineStart: 0, limits: limits)
        patience = input.count * 4 + (64 << 20)
    }

    mutating func nextBatch() -> JSONBatch? {
        var pieces: [JSONPiece] = []
        var size = 0
        while size < JSONBatch.size, pieces.count < 1 << 14, let piece = next() {
            pieces.append(piece)
            size += piece.end - piece.start
        }
        return pieces.isEmpty ? nil : .pieces(pieces)
    }

    private mutating func next() -> JSONPiece? {
        while true {
            if queued < queue.count {
                queued += 1
                return queue[queued - 1]
            }
            queue.removeAll(keepingCapacity: true)
            queued = 0
            switch state {
            case .root: cutRoot()
            case .array(let isWrapped, let isFirst): cutElement(isWrapped: isWrapped, isFirst: isFirst)
            case .members: cutMember()
            case .done: return nil
            }
        }
    }

    /// A value at the root, or an array of records, ended where the scanner stands.
    private mutating func endValue() {
        lastEnd = scanner.at
        lastLine = scanner.line
    }

    // MARK: The root

    private mutating func cutRoot() {
        scanner.skipWhiteSpace()
        let start = scanner
        guard start.at < start.end else {
            state = .done
            return
        }
        let byte = start.at.pointee
        if lastEnd == start.at, byte != 0x7B {
            garbage("white space or the end must follow a value, not \(shown(byte))")
            return
        }
        switch byte {
        case 0x5B:
            scanner.at += 1
            state = .array(isWrapped: false, isFirst: true)
        case 0x7B:
            cutObject(start)
        case 0x22, 0x2D, 0x30...0x39, 0x66, 0x6E, 0x74:
            if lastEnd != nil, lastLine == start.line {
                garbage("a line break or the end must follow a value, not \(shown(byte))")
                return
            }
            finish(scanner.skim(), from: start)
            endValue()
        default:
            garbage("a value must begin here, not \(shown(byte))")
        }
    }

    /// The root object is a record, unless an array of records turns up among its members.
    private mutating func cutObject(_ start: JSONScanner) {
        var passed: [JSONPiece] = []
        scanner.at += 1
        scanner.skipWhiteSpace()
        while scanner.at < scanner.end, scanner.at.pointee == 0x22, let isWanted = memberName() {
            if isWanted {
                queue += passed
                scanner.at += 1
                state = .array(isWrapped: true, isFirst: true)
                return
            }
            let value = scanner
            guard scanner.at < scanner.end, case .complete = scanner.skim() else { break }
            if passed.count < 1_000 { passed.append(piece(.envelope, from: value)) }
            scanner.skipWhiteSpace()
            guard scanner.at < scanner.end, scanner.at.pointee == 0x2C else { break }
            scanner.at += 1
            scanner.skipWhiteSpace()
        }
        // No records inside, or not even a right object: then it is cut as one piece, and its reading says what is wrong.
        patience -= scanner.at - start.at
        scanner = start
        finish(scanner.skim(), from: start)
        endValue()
    }

    /// Reads a key and its colon; whether an array of records begins behind them. `nil` where the grammar is broken.
    private mutating func memberName() -> Bool? {
        guard let key = scanner.string() else { return nil }
        scanner.skipWhiteSpace()
        guard scanner.at < scanner.end, scanner.at.pointee == 0x3A else { return nil }
        scanner.at += 1
        scanner.skipWhiteSpace()
        guard scanner.at < scanner.end, scanner.at.pointee == 0x5B else { return false }
        let bytes = UnsafeBufferPointer(start: key.start, count: key.length)
        return keys.contains { $0.elementsEqual(bytes) }
    }

    /// What stands in the root object behind an array of records.
    private mutating func cutMember() {
        scanner.skipWhiteSpace()
        guard scanner.at < scanner.end else { return truncated("the object around the records is not closed") }
        switch scanner.at.pointee {
        case 0x7D:
            scanner.at += 1
            endValue()
            state = .root
        case 0x2C:
            scanner.at += 1
            scanner.skipWhiteSpace()
            guard scanner.at < scanner.end else { return truncated("the object around the records is not closed") }
            guard scanner.at.pointee == 0x22 else {
                return garbage("a key in quotes must stand here, not \(shown(scanner.at.pointee))")
            }
            guard let isWanted = memberName() else { return garbage("a key and its colon must stand here") }
            if isWanted {
                scanner.at += 1
                state = .array(isWrapped: true, isFirst: true)
                return
            }
            let value = scanner
            guard scanner.at < scanner.end else { return truncated("the object around the records is not closed") }
            guard case .complete = scanner.skim() else {
                scanner = value
                return garbage("the value that begins here is not closed")
            }
            queue.append(piece(.envelope, from: value))
        default:
            garbage("a comma or `}` must stand here, not \(shown(scanner.at.pointee))")
        }
    }

    // MARK: Arrays

    private mutating func cutElement(isWrapped: Bool, isFirst: Bool) {
        scanner.skipWhiteSpace()
        guard scanner.at < scanner.end else { return truncated("the list of records is not closed") }
        if isFirst, scanner.at.pointee == 0x5D { return closeArray(isWrapped) }
        let start = scanner
        if scanner.at.pointee == 0x5D || scanner.at.pointee == 0x2C {
            fault(.jsonSyntax, "a value must begin here, not \(shown(scanner.at.pointee))", from: start)
        } else {
            let end = skimElement()
            state = .array(isWrapped: isWrapped, isFirst: false)
            guard case .complete = end else { return finish(end, from: start) }
            finish(end, from: start)
        }
        scanner.skipWhiteSpace()
        guard scanner.at < scanner.end else { return truncated("the list of records is not closed") }
        switch scanner.at.pointee {
        case 0x2C:
            scanner.at += 1
            state = .array(isWrapped: isWrapped, isFirst: false)
        case 0x5D:
            closeArray(isWrapped)
        default:
            garbage("a comma or `]` must stand here, not \(shown(scanner.at.pointee))")
        }
    }

    /// Up to the next comma or bracket that belongs to the array itself.
    private mutating func skimElement() -> SkimEnd {
        while true {
            let end = scanner.skim()
            guard case .complete = end else { return end }
            let behind = scanner
            scanner.skipWhiteSpace()
            guard scanner.at < scanner.end else {
                scanner = behind
                return .complete
            }
            let byte = scanner.at.pointee
            if byte == 0x2C || byte == 0x5D || byte == 0x7D {
                scanner = behind
                return .complete
            }
        }
    }

    private mutating func closeArray(_ isWrapped: Bool) {
        scanner.at += 1
        endValue()
        state = isWrapped ? .members : .root
    }
}
