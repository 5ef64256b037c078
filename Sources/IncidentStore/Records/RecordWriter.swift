internal import Diagnostics
internal import IncidentModel

/// Writes values into bytes: numbers in groups of seven bits, texts with their length before them, origins relative to
/// where the record begins.
struct RecordWriter {
    private(set) var bytes: [UInt8] = []
    private let book: WordBook
    private var line: UInt32 = 0

    init(_ book: WordBook) { self.book = book }

    mutating func begin(at origin: Origin) {
        bytes.removeAll(keepingCapacity: true)
        line = origin.line
    }

    mutating func byte(_ value: UInt8) { bytes.append(value) }

    mutating func bool(_ value: Bool) { bytes.append(value ? 1 : 0) }

    mutating func number(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    mutating func count(_ value: Int) { number(UInt64(max(0, value))) }

    /// Small whatever the sign.
    mutating func signed(_ value: Int64) { number(UInt64(bitPattern: (value << 1) ^ (value >> 63))) }

    mutating func double(_ value: Double) {
        var rest = value.bitPattern
        for _ in 0..<8 {
            bytes.append(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
    }

    mutating func text(_ value: String) {
        var value = value
        value.withUTF8 { utf8 in
            number(UInt64(utf8.count))
            bytes.append(contentsOf: utf8)
        }
    }

    /// A text that many records share: 0 and the text, or its number from 1 on.
    mutating func word(_ value: String) {
        if let known = book.number(of: value) {
            count(known + 1)
        } else {
            byte(0)
            text(value)
        }
    }

    mutating func instant(_ value: Instant) { signed(value.microseconds) }

    mutating func origin(_ value: Origin) {
        signed(Int64(value.line) - Int64(line))
        number(UInt64(value.column))
        word(value.field)
    }

    mutating func optional<Value>(_ value: Value?, _ write: (inout RecordWriter, Value) -> Void) {
        guard let value else { return byte(0) }
        byte(1)
        write(&self, value)
    }

    mutating func list<Value>(_ values: [Value], _ write: (inout RecordWriter, Value) -> Void) {
        count(values.count)
        for value in values { write(&self, value) }
    }

    mutating func sourced(_ value: Sourced<String>?) {
        optional(value) { writer, value in
            writer.text(value.value)
            writer.origin(value.origin)
        }
    }

    mutating func sourced<Value>(_ value: Sourced<Value>?, _ write: (inout RecordWriter, Value) -> Void) {
        optional(value) { writer, value in
            write(&writer, value.value)
            writer.origin(value.origin)
        }
    }
}
