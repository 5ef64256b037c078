package import Diagnostics
import Syntax

/// Values as people write them in tables.
extension RecordReader {
    /// A truth value: `yes`, `y`, `true`, `1`, `x`, and `no`, `n`, `false`, `0`, in any case; other words are noted.
    func answer(_ field: FieldPath) -> Sourced<Bool>? {
        guard let text = text(field) else { return nil }
        switch text.value.lowercased() {
        case "yes", "y", "true", "t", "1", "x": return Sourced(true, text.origin)
        case "no", "n", "false", "f", "0", "-": return Sourced(false, text.origin)
        default:
            notes.add(
                Diagnostic(
                    .badAnswer, "“\(text.value)” is neither yes nor no", at: text.origin,
                    help: "write yes or no; the field is left out"))
            return nil
        }
    }

    /// A number, also with thousands in groups (`1,200,000.50`, `1 200 000`) and with its currency (`$ 1,200`, `900 EUR`).
    func amount(_ field: FieldPath) -> Sourced<Double>? {
        guard let text = text(field) else { return nil }
        if let number = GroupedNumber.read(text.value) { return Sourced(number, text.origin) }
        notes.add(
            Diagnostic(
                .badAmount, "“\(text.value)” is no number", at: text.origin,
                help:
                    "write digits, a point before decimals, and thousands in groups of three: 1,200,000.50; the field "
                    + "is left out"))
        return nil
    }
}

/// A number as spreadsheets show it, read strictly: a comma can only stand between groups of three digits.
enum GroupedNumber {
    static func read(_ text: String) -> Double? {
        guard text.utf8.count <= 64 else { return nil }
        // Most are plain digits, and need no looking for groups.
        if !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return Double(text) }
        var spelling = bare(text[...])
        let isNegative = spelling.first == "-"
        if isNegative { spelling = spelling.dropFirst() }
        guard let first = spelling.first, first.isASCIIDigit else { return nil }
        let parts = spelling.split(separator: ".", omittingEmptySubsequences: false)
        let number: Double?
        if parts.count > 2 {
            // Only thousands can stand more than once.
            number = whole(spelling, ".")
        } else if let decimals = parts.dropFirst().first {
            number = isDigits(decimals) ? fraction(parts[0], decimals) : nil
        } else {
            number = whole(spelling)
        }
        return number.map { isNegative ? -$0 : $0 }
    }

    private static func fraction(_ whole: Substring, _ decimals: Substring) -> Double? {
        guard let digits = Self.digits(whole) else { return nil }
        return Double("\(digits).\(decimals)")
    }

    private static func whole(_ text: Substring, _ separator: Character? = nil) -> Double? {
        digits(text, separator).flatMap { Double($0) }
    }

    /// The digits of whole thousands, without what separates them.
    private static func digits(_ text: Substring, _ separator: Character? = nil) -> String? {
        if isDigits(text) { return String(text) }
        guard let mark = separator ?? text.first(where: { !$0.isASCIIDigit }), separators.contains(mark) else {
            return nil
        }
        let groups = text.split(separator: mark, omittingEmptySubsequences: false)
        guard groups.allSatisfy(isDigits), let first = groups.first, first.count <= 3,
            groups.dropFirst().allSatisfy({ $0.count == 3 })
        else { return nil }
        return groups.joined()
    }

    private static func isDigits(_ text: Substring) -> Bool { !text.isEmpty && text.allSatisfy(\.isASCIIDigit) }

    /// Without blanks and the currency around it.
    private static func bare(_ text: Substring) -> Substring {
        var text = text.trimmingBlanks
        for symbol in ["$", "€", "£", "¥"] {
            if text.hasPrefix(symbol) { text = text.dropFirst().trimmingBlanks }
            if text.hasSuffix(symbol) { text = text.dropLast().trimmingBlanks }
        }
        if text.count > 3 {
            if text.prefix(3).allSatisfy(\.isASCIICapital) { text = text.dropFirst(3).trimmingBlanks }
            if text.suffix(3).allSatisfy(\.isASCIICapital) { text = text.dropLast(3).trimmingBlanks }
        }
        return text
    }

    private static let separators: Set<Character> = [",", " ", "\u{A0}", "\u{202F}", "'", "’", "_", "."]
}

extension Substring {
    fileprivate var trimmingBlanks: Substring {
        var slice = drop(while: \.isWhitespace)
        while slice.last?.isWhitespace ?? false { slice.removeLast() }
        return slice
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { asciiValue.map { (0x30...0x39).contains($0) } ?? false }
    fileprivate var isASCIICapital: Bool { asciiValue.map { (0x41...0x5A).contains($0) } ?? false }
}

extension DiagnosticCode {
    package static let badAnswer = DiagnosticCode(
        "bad-answer", .error, "a field that says yes or no says something else",
        """
        Tables of accounts say yes or no in words or digits: yes, no, true, false, 1, 0. This field says something else, \
        and is left out, as if it were empty. Mend the table.
        """)
    package static let badAmount = DiagnosticCode(
        "bad-amount", .error, "a field that should hold a number holds something else",
        """
        A revenue or a usage is written in digits, with a point before decimals and, if at all, with groups of three \
        digits for thousands. A comma before decimals is not read: 1,5 could be meant for 15. The field is left out.
        """)
}
