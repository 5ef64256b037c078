internal import Diagnostics

extension RecordDesk {
    /// Reads a batch to its end, or until too much of it was rejected.
    mutating func read(_ batch: JSONBatch, tree: PathTree) {
        switch batch {
        case .lines(let start, let end, let line):
            portion.end = InputPlace(offset: start, line: line, lineStart: start)
            while portion.end.offset < end, !isFull { readLine(before: end, tree) }
        case .pieces(let pieces):
            for piece in pieces where !isFull {
                read(piece, tree)
                portion.end = InputPlace(offset: piece.end, line: piece.line, lineStart: piece.lineStart)
            }
        }
    }

    /// Reads the line that begins where the last one ended; bytes before `end` are whole lines.
    private mutating func readLine(before end: Int, _ tree: PathTree) {
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
            takeAll(tree)
            if isFull { return }
        }
    }

    private mutating func read(_ piece: JSONPiece, _ tree: PathTree) {
        var scanner = JSONScanner(
            tape.input, from: piece.start, to: piece.end, line: piece.line, lineStart: piece.lineStart, limits: limits)
        let begin = scanner
        let range = piece.start..<piece.end
        switch piece.content {
        case .fault(let fault):
            scanner.fault = fault
            return reject(scanner, from: begin, range)
        case .around(let envelope):
            tape.surrounding = envelope
            return
        case .record, .element, .envelope: break
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
        switch piece.content {
        case .element:
            takeAll(tree)
        case .record:
            if tape.nodes[0].kind == .object { take(0) } else { refuse(0) }
        case .envelope, .around, .fault:
            portion.result.diagnostics += tape.notes.take().diagnostics
        }
    }

    /// Takes the value on the tape: a record, or an object around records.
    private mutating func takeAll(_ tree: PathTree) {
        guard tape.nodes[0].kind == .object else { return refuse(0) }
        if !takeRecords(in: 0, tree) { take(0) }
    }

    /// Takes the records that an object holds; `false` where no path leads to any.
    private mutating func takeRecords(in object: UInt32, _ tree: PathTree) -> Bool {
        var isEnvelope = false
        let end = tape.nodes[Int(object)].next
        var at = object + 1
        while at < end {
            let member = tape.nodes + Int(at)
            let next = member.pointee.next
            if member.pointee.kind == .array || member.pointee.kind == .object,
                let branch = tree.branch(member, on: tape)
            {
                tape.wraps.append(object)
                if takeMember(at, branch) { isEnvelope = true }
                tape.wraps.removeLast()
            }
            at = next
        }
        return isEnvelope
    }

    private mutating func takeMember(_ member: UInt32, _ branch: PathTree) -> Bool {
        let end = tape.nodes[Int(member)].next
        if tape.nodes[Int(member)].kind == .object {
            if takeRecords(in: member, branch) { return true }
            guard branch.isEnd, end > member + 1 else { return false }
            take(member)
            return true
        }
        guard branch.isEnd else { return false }
        var element = member + 1
        while element < end {
            if tape.nodes[Int(element)].kind == .object { take(element) } else { refuse(element) }
            element = tape.nodes[Int(element)].next
        }
        return true
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
