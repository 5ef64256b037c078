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
        var out = ""
        write(to: &out, indent: "")
        return out + "\n"
    }

    private func write(to out: inout String, indent: String) {
        switch self {
        case .null: out += "null"
        case .bool(let flag): out += flag ? "true" : "false"
        case .integer(let value): out += String(value)
        case .number(let value): out += plainNumber(value) ?? "null"
        case .string(let text): out += jsonString(text)
        case .array(let elements):
            if elements.isEmpty { return out += "[]" }
            out += "["
            var separator = "\n"
            for element in elements {
                out += separator + indent + "  "
                element.write(to: &out, indent: indent + "  ")
                separator = ",\n"
            }
            out += "\n" + indent + "]"
        case .object(let members):
            if members.isEmpty { return out += "{}" }
            out += "{"
            var separator = "\n"
            for (key, value) in members.sorted(by: {
                $0.key.unicodeScalars.lexicographicallyPrecedes($1.key.unicodeScalars)
            }) {
                out += separator + indent + "  " + jsonString(key) + ": "
                value.write(to: &out, indent: indent + "  ")
                separator = ",\n"
            }
            out += "\n" + indent + "}"
        }
    }

    /// A value that may be missing: `null` then.
    package static func optional(_ value: Double?) -> JSONDocument { value.map { .number($0) } ?? .null }
    package static func optional(_ value: Int?) -> JSONDocument { value.map { .integer($0) } ?? .null }
    package static func optional(_ value: String?) -> JSONDocument { value.map { .string($0) } ?? .null }
}

/// A finite number in decimal digits without an exponent; `nil` for one that is not finite.
func plainNumber(_ value: Double) -> String? {
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
