/// How the values of a JSON input lie in it.
enum JSONLayout {
    /// NDJSON: every line is whole in itself. Begins at this place.
    case lines(from: Int)
    /// An array, one object, or values with white space between them. Begins at this place.
    case values(from: Int)
    /// Not UTF-8 at all, so not JSON: the name of the encoding that it looks like.
    case encoded(String)
    case empty

    static func of(_ input: InputText, limits: ReadingLimits) -> JSONLayout {
        if let name = foreignEncoding(input) { return .encoded(name) }
        let start = input.count >= 3 && input.bytes.prefix(3).elementsEqual([0xEF, 0xBB, 0xBF]) ? 3 : 0
        var scanner = JSONScanner(input, from: start, to: input.count, line: 1, lineStart: 0, limits: limits)
        scanner.skipWhiteSpace()
        guard scanner.at < scanner.end else { return .empty }
        let first = scanner.at
        let lineEnd = place(of: 0x0A, from: first, to: scanner.end)
        guard first.pointee == 0x7B, lineEnd < scanner.end, lineEnd - first <= limits.record,
            var next = nextText(behind: lineEnd, scanner)
        else { return .values(from: start) }

        var line = JSONScanner(
            input, from: first - input.base, to: lineEnd - input.base, line: 1, lineStart: 0, limits: limits)
        while line.at < line.end, line.at.pointee == 0x7B {
            switch line.skim() {
            case .complete: line.skipWhiteSpace()
            case .endedEarly, .broken:
                // A broken first line among whole ones: the next one must be whole, and the first one no opening of it.
                let nextEnd = place(of: 0x0A, from: next.at, to: next.end)
                guard next.at.pointee == 0x7B, nextEnd - next.at <= limits.record else { return .values(from: start) }
                let isTorn = first.pointee == 0x7B && endsInsideString(line, from: first)
                guard isTorn, case .complete = next.skim(), next.at <= nextEnd else { return .values(from: start) }
                return .lines(from: start)
            }
        }
        return .lines(from: start)
    }

    /// Where the next line that is not blank begins.
    private static func nextText(behind lineEnd: Byte, _ scanner: JSONScanner) -> JSONScanner? {
        var next = scanner
        next.at = lineEnd
        next.skipWhiteSpace()
        return next.at < next.end ? next : nil
    }

    /// Whether an odd number of quotes stands before the line's end: no value may go on behind it.
    private static func endsInsideString(_ line: JSONScanner, from start: Byte) -> Bool {
        var isInside = false
        var at = start
        while at < line.end {
            if at.pointee == 0x5C, isInside { at += 1 } else if at.pointee == 0x22 { isInside.toggle() }
            at += 1
        }
        return isInside
    }

    /// UTF-16 and UTF-32 by their mark, or by the zero bytes around the first character.
    static func foreignEncoding(_ input: InputText) -> String? {
        let head = Array(input.bytes.prefix(4))
        guard head.count >= 2 else { return nil }
        if head.starts(with: [0xFF, 0xFE, 0, 0]) || head.starts(with: [0, 0, 0xFE, 0xFF]) { return "UTF-32" }
        if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
        guard let zeros = head.count == 4 ? head.filter({ $0 == 0 }).count : nil else {
            return head.contains(0) ? "UTF-16" : nil
        }
        if zeros == 3 { return "UTF-32" }
        let isAlternating = (head[0] == 0) == (head[2] == 0) && (head[1] == 0) == (head[3] == 0)
        return zeros == 2 && isAlternating ? "UTF-16" : nil
    }
}
