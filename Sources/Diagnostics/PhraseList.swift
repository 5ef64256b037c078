/// Many phrases, to be found in one pass over running text, with their places.
///
/// A phrase matches as a ``Phrase`` does, and runs on over white space and one line break, so that a text may be wrapped
/// anywhere; `'` matches the typographic apostrophe, too. Where a phrase stands inside one of the exceptions, or overlaps
/// it, it does not count.
package struct PhraseList: Sendable, Equatable {
    private struct Entry: Sendable, Equatable {
        /// In ``letters``: in lower case, with single spaces.
        var place: Range<Int>
        var isException: Bool
    }

    /// All phrases behind one another: one buffer to search with.
    private let letters: [UInt8]
    /// In the order of their first bytes.
    private let entries: [Entry]
    /// For each byte, where the entries begin that begin with it; one more for the end.
    private let bounds: [Int]

    package init(_ phrases: some Sequence<String>, unless exceptions: some Sequence<String> = []) {
        let all =
            phrases.map { (bytes: Self.plain($0), isException: false) }
            + exceptions.map { (bytes: Self.plain($0), isException: true) }
        var letters: [UInt8] = []
        var entries: [Entry] = []
        for phrase in all.filter({ !$0.bytes.isEmpty }).sorted(by: { $0.bytes[0] < $1.bytes[0] }) {
            let start = letters.count
            letters += phrase.bytes
            entries.append(Entry(place: start..<letters.count, isException: phrase.isException))
        }
        var bounds: [Int] = []
        if !entries.isEmpty {
            bounds.reserveCapacity(257)
            for (place, entry) in entries.enumerated() {
                while bounds.count <= Int(letters[entry.place.lowerBound]) { bounds.append(place) }
            }
            while bounds.count <= 256 { bounds.append(entries.count) }
        }
        self.letters = letters
        self.entries = entries
        self.bounds = bounds
    }

    package var isEmpty: Bool { entries.isEmpty }

    /// In lower case, with plain apostrophes and single spaces.
    private static func plain(_ text: String) -> [UInt8] {
        var out: [UInt8] = []
        let bytes = Array(text.utf8)
        var index = 0
        while index < bytes.count {
            if isApostrophe(bytes, at: index) {
                out.append(apostrophe)
                index += 3
            } else {
                out.append(WordByte.lowered(bytes[index]))
                index += 1
            }
        }
        return Array(out.split(whereSeparator: WordByte.isSpace).joined(separator: [0x20]))
    }

    /// The places of the phrases, in order, none overlapping another; where several begin at one place, the longest.
    package func ranges(in text: [UInt8], within part: Range<Int>? = nil) -> [Range<Int>] {
        guard !entries.isEmpty else { return [] }
        let part = part ?? 0..<text.count
        return text.withUnsafeBufferPointer { text in
            letters.withUnsafeBufferPointer { letters in
                search(text, part, letters)
            }
        }
    }

    private func search(
        _ text: UnsafeBufferPointer<UInt8>, _ part: Range<Int>, _ letters: UnsafeBufferPointer<UInt8>
    ) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var exceptions: [Range<Int>] = []
        var isInWord = part.lowerBound > 0 && WordByte.isLetter(text[part.lowerBound - 1])
        for start in part {
            let first = WordByte.lowered(text[start])
            // Most places are inside a word, where no word begins.
            let isLetter = WordByte.isLetter(first)
            defer { isInWord = isLetter }
            if isInWord, isLetter { continue }
            for place in bounds[Int(first)]..<bounds[Int(first) + 1] {
                let entry = entries[place]
                let phrase = UnsafeBufferPointer(rebasing: letters[entry.place])
                guard let end = Self.end(of: phrase, in: text, from: start, before: part.upperBound) else { continue }
                if entry.isException {
                    exceptions.append(start..<end)
                } else if let last = found.last, last.lowerBound == start {
                    if end > last.upperBound { found[found.count - 1] = start..<end }
                } else if found.last.map({ $0.upperBound <= start }) ?? true {
                    found.append(start..<end)
                }
            }
        }
        return exceptions.isEmpty ? found : Self.outside(exceptions, found)
    }

    package func isFound(in text: [UInt8], within part: Range<Int>? = nil) -> Bool {
        !ranges(in: text, within: part).isEmpty
    }

    /// What overlaps none of the exceptions; both begin in order.
    private static func outside(_ exceptions: [Range<Int>], _ found: [Range<Int>]) -> [Range<Int>] {
        var kept: [Range<Int>] = []
        var next = 0
        var reach = 0
        for range in found {
            while next < exceptions.count, exceptions[next].lowerBound < range.upperBound {
                reach = max(reach, exceptions[next].upperBound)
                next += 1
            }
            if reach <= range.lowerBound { kept.append(range) }
        }
        return kept
    }

    /// Where the phrase ends that begins at `start`, if it does.
    private static func end(
        of phrase: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, from start: Int, before limit: Int
    ) -> Int? {
        guard WordByte.isEdge(text, at: start, before: phrase[0]) else { return nil }
        var at = start
        for byte in phrase {
            guard at < limit else { return nil }
            if byte == 0x20 {
                guard let next = afterSpace(text, from: at, before: limit) else { return nil }
                at = next
            } else if WordByte.lowered(text[at]) == byte {
                at += 1
            } else if byte == apostrophe, isApostrophe(text, at: at), at + 3 <= limit {
                at += 3
            } else {
                return nil
            }
        }
        return WordByte.isEnd(text, at: at, behind: phrase[phrase.count - 1]) ? at : nil
    }

    /// Behind white space with one line break at most: a blank line parts paragraphs.
    private static func afterSpace(_ text: UnsafeBufferPointer<UInt8>, from start: Int, before limit: Int) -> Int? {
        var at = start
        var breaks = 0
        while at < limit, WordByte.isSpace(text[at]) {
            if text[at] == 0x0A { breaks += 1 }
            if breaks > 1 { return nil }
            at += 1
        }
        return at > start ? at : nil
    }

    private static let apostrophe = UInt8(ascii: "'")

    private static func isApostrophe<Bytes: RandomAccessCollection<UInt8>>(_ text: Bytes, at index: Int) -> Bool
    where Bytes.Index == Int {
        index + 2 < text.count && text[index] == 0xE2 && text[index + 1] == 0x80 && text[index + 2] == 0x99
    }
}
