internal import Diagnostics
internal import IncidentModel

/// The bytes of a kept record are not what this program wrote.
struct BrokenRecord: Error {}

/// Reads what ``RecordWriter`` wrote. Bytes that end too early or say what cannot be are a ``BrokenRecord``.
struct RecordReader {
    private let bytes: UnsafeRawBufferPointer
    private let words: [String]
    private let source: SourceID
    private var at = 0
    private var line: UInt32 = 0

    init(_ bytes: UnsafeRawBufferPointer, words: [String], source: SourceID) {
        self.bytes = bytes
        self.words = words
        self.source = source
    }

    var isAtEnd: Bool { at == bytes.count }

    mutating func begin(at line: UInt32) { self.line = line }

    mutating func byte() throws(BrokenRecord) -> UInt8 {
        guard at < bytes.count else { throw BrokenRecord() }
        defer { at += 1 }
        return bytes[at]
    }

    mutating func bool() throws(BrokenRecord) -> Bool {
        switch try byte() {
        case 0: false
        case 1: true
        default: throw BrokenRecord()
        }
    }

    mutating func number() throws(BrokenRecord) -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let next = try byte()
            guard shift < 64 else { throw BrokenRecord() }
            value |= UInt64(next & 0x7F) << shift
            if next < 0x80 { return value }
            shift += 7
        }
    }

    /// A number of things of which each takes a byte at least.
    mutating func count() throws(BrokenRecord) -> Int {
        let value = try number()
        guard value <= UInt64(bytes.count - at) else { throw BrokenRecord() }
        return Int(value)
    }

    mutating func signed() throws(BrokenRecord) -> Int64 {
        let value = try number()
        return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
    }

    mutating func integer() throws(BrokenRecord) -> Int { Int(try signed()) }

    mutating func double() throws(BrokenRecord) -> Double {
        var value: UInt64 = 0
        for shift in 0..<8 { value |= UInt64(try byte()) << UInt64(shift * 8) }
        return Double(bitPattern: value)
    }

    mutating func text() throws(BrokenRecord) -> String {
        let length = try count()
        defer { at += length }
        return String(decoding: UnsafeRawBufferPointer(rebasing: bytes[at..<at + length]), as: UTF8.self)
    }

    mutating func word() throws(BrokenRecord) -> String {
        let number = try number()
        if number == 0 { return try text() }
        guard number <= UInt64(words.count) else { throw BrokenRecord() }
        return words[Int(number) - 1]
    }

    mutating func instant() throws(BrokenRecord) -> Instant { Instant(microseconds: try signed()) }

    mutating func origin() throws(BrokenRecord) -> Origin {
        let line = Int64(line) &+ (try signed())
        let column = try number()
        guard let line = UInt32(exactly: line), let column = UInt32(exactly: column) else { throw BrokenRecord() }
        return Origin(source: source, line: line, column: column, field: try word())
    }

    mutating func optional<Value>(
        _ read: (inout RecordReader) throws(BrokenRecord) -> Value
    ) throws(BrokenRecord) -> Value? {
        try bool() ? try read(&self) : nil
    }

    mutating func list<Value>(
        _ read: (inout RecordReader) throws(BrokenRecord) -> Value
    ) throws(BrokenRecord) -> [Value] {
        let length = try count()
        var values: [Value] = []
        values.reserveCapacity(length)
        for _ in 0..<length { values.append(try read(&self)) }
        return values
    }

    mutating func sourced() throws(BrokenRecord) -> Sourced<String>? {
        guard try bool() else { return nil }
        let value = try text()
        return Sourced(text: value, try origin())
    }

    mutating func sourced<Value>(
        _ read: (inout RecordReader) throws(BrokenRecord) -> Value
    ) throws(BrokenRecord) -> Sourced<Value>? {
        guard try bool() else { return nil }
        let value = try read(&self)
        return Sourced(value, try origin())
    }

    /// A case of an enumeration by its place.
    mutating func one<Value>(of cases: [Value]) throws(BrokenRecord) -> Value {
        let place = Int(try byte())
        guard place < cases.count else { throw BrokenRecord() }
        return cases[place]
    }
}
