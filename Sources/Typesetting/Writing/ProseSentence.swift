import Diagnostics

/// Sentences, as far as rules need them.
extension ProseBlock {
    /// A sentence is read no further than so many bytes on either side of a phrase.
    private static let reach = 400

    /// The sentence around a phrase. Where the phrase ends its line, as a heading or a label does, the next line that
    /// holds anything belongs to it.
    private func sentence(around phrase: Range<Int>) -> Range<Int> {
        var start = phrase.lowerBound
        let first = max(0, start - Self.reach)
        while start > first, !endsSentence(at: start - 1) { start -= 1 }
        var end = phrase.upperBound
        let last = min(text.count, end + Self.reach)
        if let line = restOfLine(from: end, to: last) {
            end = line
            while end < last, ProseMask.isSpace(text[end]) { end += 1 }
        }
        while end < last, !endsSentence(at: end) { end += 1 }
        return start..<end
    }

    /// Whether a sentence around one of the phrases (in their order) is as wanted; each is looked at once.
    func hasSentence(around phrases: [Range<Int>], _ isWanted: (Range<Int>) -> Bool) -> Bool {
        var end = 0
        for phrase in phrases where phrase.lowerBound >= end {
            let sentence = sentence(around: phrase)
            if isWanted(sentence) { return true }
            end = sentence.upperBound
        }
        return false
    }

    /// The end of the line, where only signs stand up to it.
    private func restOfLine(from place: Int, to last: Int) -> Int? {
        var at = place
        while at < last, text[at] != 0x0A {
            if ProseClock.isLetterOrDigit(text[at]) || Self.stops.contains(text[at]) { return nil }
            at += 1
        }
        return at
    }

    private static let stops = Set(".!?".utf8)

    /// A full stop, or a mark like it, before white space; or a blank line.
    private func endsSentence(at place: Int) -> Bool {
        let next = place + 1 < text.count ? text[place + 1] : 0x0A
        if Self.stops.contains(text[place]) { return ProseMask.isSpace(next) }
        return text[place] == 0x0A && next == 0x0A
    }

    /// Whether a stretch says when: a time of day, a date, or one of the words.
    func saysWhen(_ range: Range<Int>, _ moments: PhraseList) -> Bool {
        ProseClock.isFound(in: text[range]) || moments.isFound(in: text, within: range)
    }
}

/// Times of day and dates in digits: `14:30`, `9 am`, `2h`, `2026-02-10`, `10.02.2026`.
enum ProseClock {
    static func isFound(in text: ArraySlice<UInt8>) -> Bool {
        var at = text.startIndex
        while at < text.endIndex {
            guard isDigit(text[at]) else {
                at += 1
                continue
            }
            let digits = text[at...].prefix(while: isDigit)
            let isInWord = at > text.startIndex && isLetterOrDigit(text[at - 1])
            if !isInWord, isMoment(digits.count, text[digits.endIndex...]) { return true }
            at = digits.endIndex
        }
        return false
    }

    private static func isMoment(_ digits: Int, _ rest: ArraySlice<UInt8>) -> Bool {
        guard let mark = rest.first else { return false }
        let behind = rest.dropFirst()
        let more = behind.prefix(while: isDigit).count
        let last = behind.dropFirst(more).first
        switch mark {
        case UInt8(ascii: ":"): return digits <= 2 && more == 2
        case UInt8(ascii: "-"): return digits == 4 && more == 2 && last == mark
        case UInt8(ascii: "."), UInt8(ascii: "/"): return digits <= 2 && (1...2).contains(more) && last == mark
        default:
            let word = rest.drop { $0 == 0x20 }.prefix(while: isLetterOrDigit).map { $0 | 0x20 }
            return units.contains(String(decoding: word, as: UTF8.self))
        }
    }

    private static let units: Set<String> = ["am", "pm", "h", "m", "min"]

    static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        isDigit(byte) || (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80
    }
}
