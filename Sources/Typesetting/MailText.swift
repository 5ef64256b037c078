/// What a reader sees of a mail (`.eml`): its subject and its first text/plain part, decoded.
package enum MailText {
    /// Parts inside parts are followed so deep.
    private static let deepest = 8

    /// The subject, a blank line, and the text; `nil` where the mail has no text/plain part.
    package static func plain(of mail: [UInt8]) -> DecodedText? {
        let head = MailHead(mail, in: 0..<mail.count)
        guard let body = plainPart(head, of: mail, depth: 0) else { return nil }
        guard let subject = head.fields["subject"] else { return body }
        var text = EncodedWords.decoded(subject, of: mail)
        let end = text.offsets.last ?? subject.lowerBound
        for _ in 0..<2 { text.append(0x0A, from: end) }
        text.append(body)
        return text
    }

    private static func plainPart(_ head: MailHead, of mail: [UInt8], depth: Int) -> DecodedText? {
        let type = head.words("content-type", of: mail) ?? "text/plain"
        if type.lowercased().hasPrefix("multipart/") {
            guard depth < deepest, let boundary = boundary(in: type) else { return nil }
            return parts(of: head.body, boundary: boundary, in: mail).lazy.compactMap {
                plainPart(MailHead(mail, in: $0), of: mail, depth: depth + 1)
            }.first
        }
        guard type.lowercased().hasPrefix("text/plain") else { return nil }
        var text = DecodedText()
        switch head.words("content-transfer-encoding", of: mail)?.lowercased() {
        case "quoted-printable": text.append(quotedPrintable: head.body, of: mail)
        case "base64": text.append(base64: head.body, of: mail)
        default: text.append(verbatim: head.body, of: mail)
        }
        return text
    }

    private static func boundary(in type: String) -> String? {
        guard let name = type.lowercased().range(of: "boundary=") else { return nil }
        let rest = type.dropFirst(name)
        let value = rest.first == "\"" ? rest.dropFirst().prefix { $0 != "\"" } : rest.prefix { $0 != ";" && $0 != " " }
        return value.isEmpty ? nil : String(value)
    }

    /// What stands between the lines that begin with `--boundary`.
    private static func parts(of body: Range<Int>, boundary: String, in mail: [UInt8]) -> [Range<Int>] {
        let mark = Array("--\(boundary)".utf8)
        var parts: [Range<Int>] = []
        var open: Int?
        var at = body.lowerBound
        while at < body.upperBound {
            let end = (mail[at..<body.upperBound].firstIndex(of: 0x0A) ?? body.upperBound - 1) + 1
            if mail[at..<end].starts(with: mark) {
                if let begin = open { parts.append(begin..<at) }
                open = end
                if mail[at..<end].dropFirst(mark.count).starts(with: "--".utf8) { return parts }
            }
            at = end
        }
        if let begin = open, begin < body.upperBound { parts.append(begin..<body.upperBound) }
        return parts
    }
}

extension String {
    /// How many characters lie before the end of `part`; `nil` where it is not there.
    fileprivate func range(of part: String) -> Int? {
        let text = Array(self)
        let wanted = Array(part)
        guard text.count >= wanted.count else { return nil }
        for start in 0...(text.count - wanted.count) where text[start..<start + wanted.count].elementsEqual(wanted) {
            return start + wanted.count
        }
        return nil
    }
}

/// The header of a mail or of one of its parts.
struct MailHead {
    /// By name in lower case: where the value stands, folded lines and all. The first of a name counts.
    private(set) var fields: [String: Range<Int>] = [:]
    /// Everything behind the blank line.
    private(set) var body: Range<Int>

    init(_ mail: [UInt8], in range: Range<Int>) {
        var at = range.lowerBound
        var last: (name: String, value: Range<Int>)?
        body = range.upperBound..<range.upperBound
        while at < range.upperBound {
            let end = mail[at..<range.upperBound].firstIndex(of: 0x0A) ?? range.upperBound
            let next = min(end + 1, range.upperBound)
            let stop = end > at && mail[end - 1] == 0x0D ? end - 1 : end
            if stop == at {
                body = next..<range.upperBound
                break
            }
            if let field = last, mail[at] == 0x20 || mail[at] == 0x09 {
                last = (field.name, field.value.lowerBound..<stop)
            } else {
                if let field = last { keep(field) }
                last = mail[at..<stop].firstIndex(of: 0x3A).map {
                    (String(decoding: mail[at..<$0], as: UTF8.self).lowercased(), $0 + 1..<stop)
                }
            }
            at = next
        }
        if let field = last { keep(field) }
    }

    private mutating func keep(_ field: (name: String, value: Range<Int>)) {
        if fields[field.name] == nil { fields[field.name] = field.value }
    }

    /// A value with its folds as single spaces.
    func words(_ name: String, of mail: [UInt8]) -> String? {
        fields[name].map { range in
            let words = mail[range].split(whereSeparator: ProseMask.isSpace)
            return String(decoding: Array(words.joined(separator: [0x20])), as: UTF8.self)
        }
    }
}

/// A header's text with encoded words (RFC 2047).
enum EncodedWords {
    static func decoded(_ range: Range<Int>, of mail: [UInt8]) -> DecodedText {
        var text = DecodedText()
        var wasEncoded = false
        for word in mail[range].split(whereSeparator: ProseMask.isSpace) {
            let parts = encodedParts(word)
            // White space between two encoded words belongs to neither.
            if !text.bytes.isEmpty, !(wasEncoded && parts != nil) { text.append(0x20, from: word.startIndex) }
            if let parts {
                if parts.isBase64 {
                    text.append(base64: parts.content, of: mail)
                } else {
                    text.append(quotedPrintable: parts.content, of: mail, inHeader: true)
                }
            } else {
                text.append(verbatim: word.startIndex..<word.endIndex, of: mail)
            }
            wasEncoded = parts != nil
        }
        return text
    }

    /// `=?charset?B?…?=`.
    private static func encodedParts(_ word: ArraySlice<UInt8>) -> (isBase64: Bool, content: Range<Int>)? {
        guard word.starts(with: "=?".utf8), word.suffix(2).elementsEqual("?=".utf8), word.count > 8 else { return nil }
        let parts = word.dropFirst(2).dropLast(2).split(separator: UInt8(ascii: "?"), omittingEmptySubsequences: false)
        guard parts.count == 3, let method = parts[1].first, parts[1].count == 1 else { return nil }
        switch method | 0x20 {
        case UInt8(ascii: "b"): return (true, parts[2].startIndex..<parts[2].endIndex)
        case UInt8(ascii: "q"): return (false, parts[2].startIndex..<parts[2].endIndex)
        default: return nil
        }
    }
}
