internal import Diagnostics

extension RecordDesk {
    /// Reads a batch to its end, or until too much of it was rejected.
    mutating func read(_ batch: JSONBatch, keys: [FieldStep]) {
        switch batch {
        case .lines(let start, let end, let line):
            portion.end = InputPlace(offset: start, line: line, lineStart: start)
            while portion.end.offset < end, !isFull { readLine(before: end, keys) }
        case .pieces(let pieces):
            for piece in pieces where !isFull {
                read(piece)
                portion.end = InputPlace(offset: piece.end, line: piece.line, lineStart: piece.lineStart)
            }
        }
    }

    /// Reads the line that begins where the last one ended; bytes before `end` are whole lines.
    private mutating func readLine(before end: Int, _ keys: [FieldStep]) {
        let input = tape.input
        let start = portion.end
        let lineEnd = place(of: 0x0A, from: input.base + start.offset, to: input.base + end) - input.base
        portion.end = InputPlace(offset: lineEnd + 1, line: start.line &+ 1, lineStart: lineEnd + 1)
        var scanner = JSONScanner(
            input, from: start.offset, to: lineEnd, line: start.line, lineStart: start.lineStart, limits: limits)
        if start.offset == 0, input.bytes.prefix(3).elementsEqual([0xEF, 0xBB, 0xBF]) { scanner.at += 3 }
        while true {
            scanner.skipWhiteSpace()
            guard scanner.at < scanner.end else { return }
            let begin = scanner
            let range = begin.at - input.base..<lineEnd
            guard range.count <= limits.record else {
                let message = "a line of \(range.count) bytes, where \(limits.record) are the limit"
                _ = scanner.fail(.recordTooLarge, message)
                return reject(scanner, from: begin, range)
            }
            tape.clear()
            tape.inputBase = begin.at
            guard scanner.value(onto: tape) else { return reject(scanner, from: begin, range) }
            scanner.skipWhiteSpace()
            if scanner.at < scanner.end, scanner.at.pointee != 0x7B {
                _ = scanner.fail(
                    .jsonSyntax, "a line break or the end must follow a value, not \(shown(scanner.at.pointee))")
                return reject(scanner, from: begin, range)
            }
            takeAll(keys, isAlone: true)
            if isFull { return }
        }
    }

    private mutating func read(_ piece: JSONPiece) {
        var scanner = JSONScanner(
            tape.input, from: piece.start, to: piece.end, line: piece.line, lineStart: piece.lineStart, limits: limits)
        let begin = scanner
        let range = piece.start..<piece.end
        if case .fault(let fault) = piece.content {
            scanner.fault = fault
            return reject(scanner, from: begin, range)
        }
        tape.clear()
        tape.inputBase = begin.at
        guard scanner.value(onto: tape) else {
            return reject(scanner, from: begin, range)
        }
        scanner.skipWhiteSpace()
        if scanner.at < scanner.end {
            _ = scanner.fail(
                .jsonSyntax, "a comma or a closing bracket must stand here, not \(shown(scanner.at.pointee))")
            return reject(scanner, from: begin, range)
        }
        if case .record = piece.content { takeAll([], isAlone: false) }
    }

    /// Takes the value on the tape: a record, or an object around an array of them.
    private mutating func takeAll(_ keys: [FieldStep], isAlone: Bool) {
        guard tape.nodes[0].kind == .object else { return refuse(0) }
        var isEnvelope = false
        if isAlone, !keys.isEmpty {
            var at = 1
            while at < tape.count {
                let member = tape.nodes + at
                if member.pointee.kind == .array, keys.contains(where: { tape.isNamed(member, $0) }) {
                    isEnvelope = true
                    var element = UInt32(at + 1)
                    while element < member.pointee.next {
                        if tape.nodes[Int(element)].kind == .object { take(element) } else { refuse(element) }
                        element = tape.nodes[Int(element)].next
                    }
                }
                at = Int(tape.nodes[at].next)
            }
        }
        if !isEnvelope { take(0) }
    }

    /// Rejects a value that is no object.
    private mutating func refuse(_ node: UInt32) {
        let origin = RecordReader(tape: tape, root: node).origin
        let what =
            switch tape.nodes[Int(node)].kind {
            case .array: "a list"
            case .string: "a text"
            case .number: "a number"
            case .null: "null"
            default: "a truth value"
            }
        let diagnostic = Diagnostic(.notARecord, "\(what) stands where a record belongs", at: origin)
        reject(diagnostic, at: origin, tape.text(ofRecord: node), isRecord: true)
    }

    private mutating func reject(_ scanner: JSONScanner, from begin: JSONScanner, _ range: Range<Int>) {
        guard var fault = scanner.fault else { return }
        if fault.endedEarly {
            if fault.offset == tape.input.count {
                fault.code = .truncated
                fault.message = "the file ends in the middle of a value"
            } else if fault.offset == range.upperBound {
                fault.message = "the line or the record ends in the middle of a value"
            }
        }
        let origin = Origin(source: tape.source, line: begin.line, column: begin.column(of: begin.at))
        reject(fault.diagnostic(in: tape.source), at: origin, .place(tape.input, range), isRecord: true)
    }
}
