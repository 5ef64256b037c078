internal import Diagnostics

/// Cuts a JSON input into records by its brackets, so that they can be read apart and a broken one costs itself alone.
struct JSONCutter {
    enum State {
        /// Between values at the root.
        case root
        /// In an array of records, or of pages of them.
        case array(isFirst: Bool)
        /// In an object, behind records.
        case members
        case done
    }

    let input: InputText
    let tree: PathTree
    let limits: ReadingLimits
    var scanner: JSONScanner
    var state = State.root
    var queue: [JSONPiece] = []
    var queued = 0
    /// The objects around the records, outermost first.
    var open: [OpenObject] = []
    /// Whether records were told what stands around them, and what the last ones of the last batch were told.
    var hasEnvelope = false
    private var envelope: JSONEnvelope?
    var isInRootArray = false
    /// Where the last value at the root ended.
    var lastEnd: Byte?
    var lastLine: UInt32 = 0
    /// Bytes that may still be passed over more than once, so that broken brackets cannot make reading quadratic.
    var patience: Int

    init(_ input: InputText, from start: Int, tree: PathTree, limits: ReadingLimits) {
        self.input = input
        self.tree = tree
        self.limits = limits
        scanner = JSONScanner(input, from: start, to: input.count, line: 1, lineStart: 0, limits: limits)
        patience = input.count * 4 + (64 << 20)
    }

    mutating func nextBatch() -> JSONBatch? {
        var pieces: [JSONPiece] = []
        var size = 0
        while size < JSONBatch.size, pieces.count < 1 << 14, let piece = next() {
            if pieces.isEmpty, envelope != nil {
                pieces.append(JSONPiece(.around(envelope), at: piece))
            }
            if case .around(let envelope) = piece.content { self.envelope = envelope }
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
            case .array(let isFirst): cutElement(isFirst: isFirst)
            case .members: cutMember()
            case .done: return nil
            }
        }
    }

    /// A value at the root, or an array of records, ended where the scanner stands.
    mutating func endValue() {
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
            isInRootArray = true
            state = .array(isFirst: true)
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

    /// The root object is a record, unless records turn up in it.
    private mutating func cutObject(_ start: JSONScanner) {
        var passed: [JSONPiece] = []
        switch search(tree, key: nil, &passed) {
        case .records:
            return
        case .nothing:
            finish(.complete, from: start)
        case .broken:
            // Cut as one piece: its reading says what is wrong.
            patience -= scanner.at - start.at
            open = []
            scanner = start
            finish(scanner.skim(), from: start)
        }
        endValue()
    }

    /// What stands in an object behind records.
    private mutating func cutMember() {
        scanner.skipWhiteSpace()
        guard scanner.at < scanner.end else { return truncated("the object around the records is not closed") }
        switch scanner.at.pointee {
        case 0x7D:
            closeObject()
        case 0x2C:
            scanner.at += 1
            scanner.skipWhiteSpace()
            guard scanner.at < scanner.end else { return truncated("the object around the records is not closed") }
            guard scanner.at.pointee == 0x22 else {
                return garbage("a key in quotes must stand here, not \(shown(scanner.at.pointee))")
            }
            guard let key = memberName() else { return garbage("a key and its colon must stand here") }
            guard scanner.at < scanner.end else { return truncated("the object around the records is not closed") }
            cutValue(key)
        default:
            garbage("a comma or `}` must stand here, not \(shown(scanner.at.pointee))")
        }
    }

    private mutating func cutValue(_ key: JSONStringPlace) {
        let (value, depth) = (scanner, open.count)
        var passed: [JSONPiece] = []
        switch enter(key, &passed) {
        case .records: break
        case .nothing: queue += passed
        case .broken:
            open.removeSubrange(depth...)
            scanner = value
            if case .complete = scanner.skim() { return queue.append(piece(.envelope, from: value)) }
            patience -= scanner.at - value.at
            if patience < 0 { scanner.at = scanner.end } else { scanner = value }
            garbage("the value that begins here is not closed", from: value)
        }
    }

    private mutating func closeObject() {
        scanner.at += 1
        open.removeLast()
        guard open.isEmpty else { return }
        surround(with: nil)
        if isInRootArray { return cutSeparator() }
        endValue()
        state = .root
    }
}
