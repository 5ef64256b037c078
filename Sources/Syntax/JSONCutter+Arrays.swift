internal import Diagnostics

extension JSONCutter {
    mutating func cutElement(isFirst: Bool) {
        scanner.skipWhiteSpace()
        guard scanner.at < scanner.end else { return truncated("the list of records is not closed") }
        if isFirst, scanner.at.pointee == 0x5D { return closeArray() }
        let start = scanner
        if scanner.at.pointee == 0x5D || scanner.at.pointee == 0x2C {
            fault(.jsonSyntax, "a value must begin here, not \(shown(scanner.at.pointee))", from: start)
        } else {
            let end = skimElement()
            state = .array(isFirst: false)
            guard case .complete = end else { return finish(end, from: start) }
            if scanner.at - start.at > limits.record, findRecords(inElement: start) { return }
            finish(end, from: start)
        }
        cutSeparator()
    }

    /// A page too large for a record is streamed like an object at the root.
    private mutating func findRecords(inElement start: JSONScanner) -> Bool {
        guard open.isEmpty, start.at.pointee == 0x7B, patience > 0 else { return false }
        let behind = scanner
        patience -= behind.at - start.at
        scanner = start
        var passed: [JSONPiece] = []
        if case .records = search(tree, key: nil, &passed) { return true }
        open = []
        scanner = behind
        return false
    }

    /// What stands behind an element: the next one, or the end.
    mutating func cutSeparator() {
        scanner.skipWhiteSpace()
        guard scanner.at < scanner.end else { return truncated("the list of records is not closed") }
        switch scanner.at.pointee {
        case 0x2C:
            scanner.at += 1
            state = .array(isFirst: false)
        case 0x5D:
            closeArray()
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

    private mutating func closeArray() {
        scanner.at += 1
        guard open.isEmpty else {
            state = .members
            return
        }
        isInRootArray = false
        endValue()
        state = .root
    }
}
