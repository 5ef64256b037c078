/// Replaces what rules name in the bytes of an export, byte for byte, so that every line and column stays.
///
/// Rules are about text, and bytes spell it in many ways: what they name is looked for in the text that the bytes stand
/// for, and replaced where it is spelled. What is left reads as before: escapes and references go as a whole, markup stays.
struct ByteRedaction {
    private(set) var bytes: [UInt8]
    private let form: Form
    /// Made when they are asked for, and anew after something was replaced.
    private var known: [DecodedBytes]?

    private enum Form { case json, xml, plain }

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        switch bytes.first(where: { $0 > 0x20 && $0 < 0x80 }) {
        case UInt8(ascii: "{"), UInt8(ascii: "["): form = .json
        case UInt8(ascii: "<"): form = .xml
        default: form = .plain
        }
    }

    /// What stands in the place of a replaced byte. A line break stays one, as do the marks that part cells where they
    /// might.
    mutating func cover(_ range: Range<Int>, with byte: UInt8 = UInt8(ascii: "x")) {
        for at in range where bytes[at] != 0x0A && bytes[at] != 0x0D {
            if form == .plain, Self.partsCells(bytes[at]) { continue }
            bytes[at] = byte
        }
        known = nil
    }

    private static func partsCells(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "\""), 0x09: true
        default: false
        }
    }

    /// The digits of a number alone: it stays one.
    mutating func coverNumber(_ range: Range<Int>) {
        for at in range where RedactedPatterns.isDigit(bytes[at]) { bytes[at] = UInt8(ascii: "1") }
        known = nil
    }

    mutating func coverAddresses() -> Int { cover(RedactedPatterns.addresses) }

    mutating func coverPhones() -> Int { cover(RedactedPatterns.phones) }

    /// `words` are in small letters.
    mutating func cover(words: [String]) -> Int { cover { RedactedPatterns.words(words, in: $0) } }

    // MARK: Texts

    /// The texts that the bytes may stand for, for whoever reads them: their own, HTML inside of that, JSON inside of
    /// that.
    private mutating func texts() -> [DecodedBytes] {
        if let known { return known }
        let plain = DecodedBytes(plain: bytes)
        var texts: [DecodedBytes]
        switch form {
        case .json: texts = [plain.withoutJSONEscapes(isDocument: true)]
        case .xml: texts = [plain.xmlText()] + [plain.xmlAsides()].compactMap { $0 }
        case .plain: texts = [plain]
        }
        let inner = texts[0].withoutJSONEscapes(isDocument: false)
        if inner !== texts[0] { texts.append(inner) }
        for text in texts {
            let read = text.withoutReferences()
            if read !== text { texts.append(read) }
        }
        known = texts
        return texts
    }

    /// How many places there were. What two readings of one place find is one.
    private mutating func cover(_ find: ([UInt8]) -> [RedactedPatterns.Find]) -> Int {
        var places: [[Range<Int>]] = []
        for text in texts() {
            for found in find(text.bytes) {
                let spelled = found.flatMap(text.spelling)
                if !spelled.isEmpty { places.append(spelled) }
            }
        }
        places.sort { ($0[0].lowerBound, $1[0].upperBound) < ($1[0].lowerBound, $0[0].upperBound) }
        let bare = form == .json ? JSONBareWords(bytes, among: places) : nil
        var count = 0
        // Places that the next one may be a part of, or the same.
        var before: [Range<Int>] = []
        for (number, place) in places.enumerated() {
            switch bare?.kind(of: number) {
            case .literal: continue
            case .number: for range in place { coverNumber(range) }
            case nil: for range in place { cover(range) }
            }
            before.removeAll { $0.upperBound <= place[0].lowerBound }
            if !before.contains(where: place[0].overlaps) { count += 1 }
            before += place
        }
        return count
    }
}
