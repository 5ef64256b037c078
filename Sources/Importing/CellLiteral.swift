/// An object or list that stands as a text in a cell of a table: JSON, or what Python prints of its dictionaries, with
/// single quotes and `None`.
enum CellLiteral: Equatable {
    case text(String)
    /// A number or a word without quotes: `True`, `null`.
    case word(String)
    case list([CellLiteral])
    case object([Member])

    struct Member: Equatable {
        var name: String
        var value: CellLiteral
    }

    /// `nil` unless the whole of the text is one object or list, at most 16 levels deep.
    init?(_ text: String) {
        var text = text
        let read = text.withUTF8 { bytes -> CellLiteral? in
            guard let first = bytes.first, first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else { return nil }
            var scanner = CellLiteralScanner(bytes)
            guard let literal = scanner.value(depth: 16), scanner.isAtEnd else { return nil }
            return literal
        }
        guard let read else { return nil }
        self = read
    }

    /// A member of an object; the first of several of one name.
    subscript(name: String) -> CellLiteral? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// The elements of a list; an object is a list of one.
    var elements: [CellLiteral] {
        switch self {
        case .list(let elements): elements
        case .object: [self]
        case .text, .word: []
        }
    }

    /// A text that says something.
    var string: String? {
        guard case .text(let text) = self, !text.allSatisfy(\.isWhitespace) else { return nil }
        return text
    }
}

/// Reads a literal from its bytes, each of them once.
private struct CellLiteralScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var at = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    var isAtEnd: Bool { mutating get { peek() == nil } }

    /// The next byte that is no white space.
    private mutating func peek() -> UInt8? {
        while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
        return at < bytes.count ? bytes[at] : nil
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard peek() == UInt8(ascii: character) else { return false }
        at += 1
        return true
    }

    mutating func value(depth: Int) -> CellLiteral? {
        guard depth > 0, let first = peek() else { return nil }
        switch first {
        case UInt8(ascii: "{"): return object(depth: depth - 1)
        case UInt8(ascii: "["): return list(depth: depth - 1)
        case UInt8(ascii: "'"), UInt8(ascii: "\""): return string().map(CellLiteral.text)
        default: return word()
        }
    }

    private mutating func object(depth: Int) -> CellLiteral? {
        at += 1
        var members: [CellLiteral.Member] = []
        while !take("}") {
            guard members.isEmpty || take(","), let name = string(), take(":"), let value = value(depth: depth) else {
                return nil
            }
            members.append(CellLiteral.Member(name: name, value: value))
        }
        return .object(members)
    }

    private mutating func list(depth: Int) -> CellLiteral? {
        at += 1
        var elements: [CellLiteral] = []
        while !take("]") {
            guard elements.isEmpty || take(","), let value = value(depth: depth) else { return nil }
            elements.append(value)
        }
        return .list(elements)
    }

    private mutating func word() -> CellLiteral? {
        let start = at
        while at < bytes.count, Self.isWordByte(bytes[at]) { at += 1 }
        return at > start ? .word(String(decoding: bytes[start..<at], as: UTF8.self)) : nil
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 43 || byte == 45
            || byte == 46 || byte == 95
    }

    /// Quoted either way. An escape of more than one letter (`\u00e9`) is kept as it stands.
    private mutating func string() -> String? {
        guard let quote = peek(), quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") else { return nil }
        at += 1
        var text: [UInt8] = []
        while at < bytes.count, bytes[at] != quote {
            if bytes[at] == UInt8(ascii: "\\"), at + 1 < bytes.count {
                at += 1
                switch bytes[at] {
                case UInt8(ascii: "n"): text.append(0x0A)
                case UInt8(ascii: "t"): text.append(0x09)
                case UInt8(ascii: "r"): text.append(0x0D)
                case UInt8(ascii: "u"), UInt8(ascii: "x"): text += [UInt8(ascii: "\\"), bytes[at]]
                default: text.append(bytes[at])
                }
            } else {
                text.append(bytes[at])
            }
            at += 1
        }
        guard at < bytes.count else { return nil }
        at += 1
        return String(decoding: text, as: UTF8.self)
    }
}
