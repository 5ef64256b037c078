import IncidentModel

/// Ids of one system that count up behind one prefix, and the numbers between the first and the last that no record of
/// the run has: `INC0010001` … `INC0010090`.
///
/// A gap proves nothing by itself: a system may number other things along, discard drafts, or leave records out of an
/// export by its filter. It is where an auditor asks.
package struct IDSeries: Sendable, Equatable {
    package var system: String
    /// `INC`, `INC-2026-`; empty for plain numbers.
    package var prefix: String
    /// The fewest digits that a number of the series has.
    package var width: Int
    package var first: Int
    package var last: Int
    /// How many different numbers are on record.
    package var present: Int
    /// Stretches of numbers that no record has, in ascending order: fewer than there are numbers.
    package var missing: [ClosedRange<Int>]

    /// How many numbers between the first and the last no record has.
    package var missingCount: Int { last - first + 1 - present }

    /// Fewer than one number in ``sparseness`` is on record: the system most likely numbers more than incidents.
    package var isSparse: Bool { missingCount > present * (Self.sparseness - 1) }

    private static let sparseness = 10

    /// The id of a number.
    package func id(_ number: Int) -> String { prefix + padded(number, width) }

    /// `INC0010003`, or `INC0010003 to INC0010007`.
    package func words(_ range: ClosedRange<Int>) -> String {
        range.count == 1 ? id(range.lowerBound) : "\(id(range.lowerBound)) to \(id(range.upperBound))"
    }

    /// Every series of two or more numbers, by system, then prefix.
    package static func all(in ids: [(system: String, id: String)]) -> [IDSeries] {
        var numbers: [Name: Numbers] = [:]
        for (system, id) in ids {
            guard let (prefix, number, digits) = split(id) else { continue }
            let name = Name(system: system, prefix: prefix)
            numbers[name, default: Numbers(width: digits)].add(number, digits: digits)
        }
        return numbers.filter { $0.value.all.count > 1 }
            .sorted { ($0.key.system, $0.key.prefix) < ($1.key.system, $1.key.prefix) }
            .compactMap { series($0.key, $0.value) }
    }

    private struct Name: Hashable {
        let system: String
        let prefix: String
    }

    private struct Numbers {
        var width: Int
        var all: Set<Int> = []

        mutating func add(_ number: Int, digits: Int) {
            width = min(width, digits)
            all.insert(number)
        }
    }

    private static func series(_ name: Name, _ numbers: Numbers) -> IDSeries? {
        let sorted = numbers.all.sorted()
        guard let first = sorted.first, let last = sorted.last else { return nil }
        var series = IDSeries(
            system: name.system, prefix: name.prefix, width: numbers.width, first: first, last: last,
            present: sorted.count, missing: [])
        series.missing = zip(sorted, sorted.dropFirst()).filter { $1 > $0 + 1 }.map { $0 + 1...$1 - 1 }
        return series
    }

    /// The number at an id's end and what stands before it; `nil` for an id that does not count up, such as a random one:
    /// each part between separators must be letters alone or digits alone, but for letters before the number.
    private static func split(_ id: String) -> (prefix: String, number: Int, digits: Int)? {
        let bytes = Array(id.utf8)
        guard bytes.count <= 64, bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
        var start = bytes.count
        while start > 0, isDigit(bytes[start - 1]) { start -= 1 }
        let digits = bytes.count - start
        guard (1...15).contains(digits), let number = Int(String(decoding: bytes[start...], as: UTF8.self)) else {
            return nil
        }
        var kind: Bool?
        for byte in bytes[..<start] {
            if isLetter(byte) || isDigit(byte) {
                if let kind, kind != isLetter(byte) { return nil }
                kind = isLetter(byte)
            } else {
                guard "-_/#.:".utf8.contains(byte) else { return nil }
                kind = nil
            }
        }
        return (String(decoding: bytes[..<start], as: UTF8.self), number, digits)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

    private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 0x20) }
}
