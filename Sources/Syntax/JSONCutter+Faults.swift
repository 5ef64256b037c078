internal import Diagnostics

extension JSONCutter {
    /// What lies between a place and where the scanner stands.
    func piece(_ content: JSONPiece.Content, from start: JSONScanner) -> JSONPiece {
        JSONPiece(
            content: content, start: start.at - start.base, end: scanner.at - start.base, line: start.line,
            lineStart: start.lineStart - start.base)
    }

    /// Puts the value that was passed over into the queue, or says why it cannot be one, and finds the next record.
    mutating func finish(_ end: SkimEnd, from start: JSONScanner) {
        switch end {
        case .complete:
            if scanner.at - start.at > limits.record {
                fault(
                    .recordTooLarge, "a record of \(scanner.at - start.at) bytes, where \(limits.record) are the limit",
                    from: start, at: start)
            } else {
                let isPlain = isInRootArray && open.isEmpty
                queue.append(piece(isPlain ? .element : .record, from: start))
            }
        case .broken(let message):
            let place = scanner
            if !goOn(behind: start) { giveUp() }
            fault(.jsonSyntax, message, from: start, at: place)
        case .endedEarly:
            if goOn(behind: start) {
                fault(
                    .jsonSyntax, "the brackets that open here are not closed before the next record", from: start,
                    at: start)
            } else {
                giveUp()
                fault(.truncated, "the file ends in the middle of this record", from: start, at: start)
            }
        }
    }

    mutating func truncated(_ message: String) {
        state = .done
        fault(.truncated, message, from: scanner)
    }

    /// Text that is no value: rejected up to the next line that begins with a bracket.
    mutating func garbage(_ message: String, from start: JSONScanner? = nil) {
        let start = start ?? scanner
        state = .root
        surround(with: nil)
        (open, isInRootArray) = ([], false)
        lastEnd = nil
        while true {
            scanner.at = place(of: 0x0A, from: scanner.at, to: scanner.end)
            guard scanner.at < scanner.end else { break }
            scanner.at += 1
            scanner.line &+= 1
            scanner.lineStart = scanner.at
            if scanner.at < scanner.end, scanner.at.pointee == 0x7B || scanner.at.pointee == 0x5B { break }
        }
        fault(.jsonSyntax, message, from: start, at: start)
    }

    mutating func fault(
        _ code: DiagnosticCode, _ message: String, from start: JSONScanner, at place: JSONScanner? = nil
    ) {
        let place = place ?? scanner
        let fault = JSONFault(
            code: code, message: message, offset: place.at - place.base, line: place.line,
            column: place.column(of: place.at))
        queue.append(piece(.fault(fault), from: start))
    }

    private mutating func giveUp() {
        scanner.at = scanner.end
        state = .done
    }

    /// Finds where the next record begins behind a broken one, and moves there.
    ///
    /// Records of one export are written alike: the next one begins as this one does, up to its first colon, and either
    /// at a line's beginning with the same indentation, or behind the break and behind a comma.
    private mutating func goOn(behind start: JSONScanner) -> Bool {
        patience -= scanner.at - start.at
        let colon = place(of: 0x3A, from: start.at, to: min(start.end, start.at + 256))
        let length = colon - start.at
        guard patience > 0, start.at.pointee == 0x7B, length >= 4, colon < start.end else { return false }
        let indentation = start.at - start.lineStart
        let isIndented = (0..<indentation).allSatisfy { start.lineStart[$0] == 0x20 || start.lineStart[$0] == 0x09 }
        var next = isIndented ? start : scanner
        if next.at == start.at { next.at += 1 }
        while true {
            let found = place(of: 0x7B, from: next.at, to: next.end)
            patience -= found - next.at
            next.passLines(to: found)
            guard next.end - found > length, patience > 0 else { return false }
            if alike(found, start.at, length), isIndented ? next.beginsLine(like: start) : next.followsComma(start.at) {
                scanner = next
                return true
            }
            next.at += 1
        }
    }
}

extension JSONScanner {
    /// Moves to a place further on, counting lines.
    mutating func passLines(to place: Byte) {
        let lines = lineFeeds(from: at, to: place)
        if lines > 0 {
            line &+= UInt32(truncatingIfNeeded: lines)
            lineStart = Syntax.lineStart(from: at, to: place)
        }
        at = place
    }

    fileprivate func beginsLine(like other: JSONScanner) -> Bool {
        let indentation = other.at - other.lineStart
        return at - lineStart == indentation && alike(lineStart, other.lineStart, indentation)
    }

    fileprivate func followsComma(_ limit: Byte) -> Bool {
        var before = at - 1
        while before > limit, before.pointee <= 0x20 { before -= 1 }
        return before.pointee == 0x2C
    }
}
