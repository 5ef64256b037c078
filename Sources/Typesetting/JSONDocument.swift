import Diagnostics

/// A JSON text that the program writes (RFC 8259): sorted keys, two spaces a level, plain numbers, a final line break.
package indirect enum JSONDocument: Sendable, Equatable {
    case object([String: JSONDocument])
    case array([JSONDocument])
    case string(String)
    case integer(Int)
    /// Shortest digits that read back as the same value, never an exponent: `303.25`, `187.0`. Not finite: `null`.
    case number(Double)
    case bool(Bool)
    case null

    /// The whole document, with its final line break.
    package var text: String {
        var out: [UInt8] = []
        write(to: &out, depth: 0)
        out.append(UInt8(ascii: "\n"))
        return String(decoding: out, as: UTF8.self)
    }

    /// The whole document in one line, with its line break: what NDJSON is made of.
    package var line: String {
        var out: [UInt8] = []
        write(to: &out, depth: nil)
        out.append(UInt8(ascii: "\n"))
        return String(decoding: out, as: UTF8.self)
    }

    /// `depth`: levels around it; `nil` for a document in one line.
    func write(to out: inout [UInt8], depth: Int?) {
        let inner = depth.map { $0 + 1 }
        switch self {
        case .null: out += "null".utf8
        case .bool(let flag): out += (flag ? "true" : "false").utf8
        case .integer(let value): out += String(value).utf8
        case .number(let value): out += (plainNumber(value) ?? "null").utf8
        case .string(let text): appendJSON(text, to: &out)
        case .array(let elements):
            if elements.isEmpty { return out += "[]".utf8 }
            out.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                Self.breakLine(in: &out, depth: inner, isFirst: index == 0)
                element.write(to: &out, depth: inner)
            }
            Self.breakLine(in: &out, depth: depth, isFirst: true)
            out.append(UInt8(ascii: "]"))
        case .object(let members):
            if members.isEmpty { return out += "{}".utf8 }
            out.append(UInt8(ascii: "{"))
            let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            for (index, (key, value)) in sorted.enumerated() {
                Self.breakLine(in: &out, depth: inner, isFirst: index == 0)
                appendJSON(key, to: &out)
                out += (depth == nil ? ":" : ": ").utf8
                value.write(to: &out, depth: inner)
            }
            Self.breakLine(in: &out, depth: depth, isFirst: true)
            out.append(UInt8(ascii: "}"))
        }
    }

    static func breakLine(in out: inout [UInt8], depth: Int?, isFirst: Bool) {
        if !isFirst { out.append(UInt8(ascii: ",")) }
        guard let depth else { return }
        out.append(UInt8(ascii: "\n"))
        out.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
    }

    /// A value that may be missing: `null` then.
    package static func optional(_ value: Double?) -> JSONDocument { value.map { .number($0) } ?? .null }
    package static func optional(_ value: Int?) -> JSONDocument { value.map { .integer($0) } ?? .null }
    package static func optional(_ value: String?) -> JSONDocument { value.map { .string($0) } ?? .null }
}

/// A finite number in decimal digits without an exponent; `nil` for one that is not finite.
package func plainNumber(_ value: Double) -> String? {
    guard value.isFinite else { return nil }
    let shortest = value == 0 ? "0.0" : value.description
    guard let mark = shortest.firstIndex(of: "e") else { return shortest }
    let exponent = Int(shortest[shortest.index(after: mark)...]) ?? 0
    var mantissa = shortest[..<mark]
    let sign = mantissa.hasPrefix("-") ? "-" : ""
    if !sign.isEmpty { mantissa = mantissa.dropFirst() }
    let parts = mantissa.split(separator: ".", omittingEmptySubsequences: false)
    let whole = String(parts.first ?? "0")
    let fraction = parts.count > 1 && parts[1] != "0" ? String(parts[1]) : ""
    let digits = whole + fraction
    let point = whole.count + exponent
    if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + digits }
    if point >= digits.count { return sign + digits + String(repeating: "0", count: point - digits.count) + ".0" }
    return sign + digits.prefix(point) + "." + digits.dropFirst(point)
}

extension JSONDocument: ExpressibleByStringLiteral {
    package init(stringLiteral value: String) { self = .string(value) }
}

extension JSONDocument: ExpressibleByIntegerLiteral {
    package init(integerLiteral value: Int) { self = .integer(value) }
}

extension JSONDocument: ExpressibleByBooleanLiteral {
    package init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension JSONDocument: ExpressibleByArrayLiteral {
    package init(arrayLiteral elements: JSONDocument...) { self = .array(elements) }
}

extension JSONDocument: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral elements: (String, JSONDocument)...) {
        self = .object(Dictionary(elements) { _, last in last })
    }
}

extension JSONDocument: ExpressibleByNilLiteral {
    package init(nilLiteral: ()) { self = .null }
}
