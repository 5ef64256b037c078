/// Cuts HTML into tags, characters and words, as the tokenizer of the HTML Living Standard does where it matters to a
/// reader of plain text.
///
/// It keeps no stack and looks at every byte a few times at most, so that neither depth nor size can hurt it: libxml2's
/// HTML parser gives up 256 levels down, and takes time by the square of the depth for end tags that fit nothing.
/// What is no tag of HTML (`<jo@example.com>`, `a < b`, a tag that nobody closes) is text.
struct HTMLScanner {
    enum Token {
        case text(Range<Int>)
        case scalar(Unicode.Scalar)
        /// The attribute that a link or an image is about, as it is spelled.
        case start(HTMLRole, attribute: Range<Int>?)
        case end(HTMLRole)
        /// A comment, and whatever else readers do not see.
        case nothing
    }

    let bytes: UnsafeBufferPointer<UInt8>
    var at = 0
    /// No tag that begins from here on is ever closed.
    var isBehindLastTag = false

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func next() -> Token? {
        guard at < bytes.count else { return nil }
        let start = at
        switch bytes[at] {
        case UInt8(ascii: "<"):
            if !isBehindLastTag, let token = markup() { return token }
            at = start + 1
        case UInt8(ascii: "&"):
            if let (scalar, end) = HTMLReference.read(bytes, at: at) {
                at = end
                return .scalar(scalar)
            }
            at = start + 1
        default: break
        }
        while at < bytes.count, bytes[at] != UInt8(ascii: "<"), bytes[at] != UInt8(ascii: "&") { at += 1 }
        return .text(start..<at)
    }

    /// What begins with the `<` here, or `nil` where it stands for itself.
    private mutating func markup() -> Token? {
        guard at + 1 < bytes.count else { return nil }
        at += 1
        switch bytes[at] {
        case UInt8(ascii: "!"):
            if bytes[at...].starts(with: "!--".utf8) {
                skipComment()
                return .nothing
            }
            return skip(behind: UInt8(ascii: ">")) ? .nothing : nil
        case UInt8(ascii: "?"):
            return skip(behind: UInt8(ascii: ">")) ? .nothing : nil
        case UInt8(ascii: "/"):
            at += 1
            guard let (role, _) = name(), attribute(of: .inline) != nil else { return nil }
            return .end(role)
        default:
            guard let (role, name) = name(), let attribute = attribute(of: role) else { return nil }
            if case .dropped = role { skipContent(of: name) }
            return .start(role, attribute: attribute.isEmpty ? nil : attribute)
        }
    }

    /// The name of a tag. Names with a colon are elements of other vocabularies (`<o:p>`), without a meaning here.
    private mutating func name() -> (role: HTMLRole, name: [UInt8])? {
        let start = at
        guard at < bytes.count, isLetter(bytes[at]) else { return nil }
        while at < bytes.count, at - start < 40, !HTMLText.isBlank(bytes[at]), bytes[at] != UInt8(ascii: ">"),
            bytes[at] != UInt8(ascii: "/")
        {
            at += 1
        }
        let name = bytes[start..<at].map { (65...90).contains($0) ? $0 + 32 : $0 }
        if let role = HTMLRole.named(String(decoding: name, as: UTF8.self)) { return (role, name) }
        guard let colon = name.firstIndex(of: UInt8(ascii: ":")), colon + 1 < name.count, isLetter(name[colon + 1])
        else { return nil }
        return (.inline, name)
    }

    private func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 0x20) }

    /// The end of the content that readers do not see: its end tag, or the end of the text.
    private mutating func skipContent(of name: [UInt8]) {
        while skip(behind: UInt8(ascii: "<")) {
            let end = at + 1 + name.count
            if end <= bytes.count, bytes[at] == UInt8(ascii: "/"),
                bytes[at + 1..<end].elementsEqual(name, by: { $0 | 0x20 == $1 })
            {
                at -= 1
                return
            }
        }
        at = bytes.count
    }

    private mutating func skipComment() {
        while skip(behind: UInt8(ascii: ">")) {
            if bytes[at - 3] == UInt8(ascii: "-"), bytes[at - 2] == UInt8(ascii: "-") { return }
        }
        at = bytes.count
    }

    /// Moves behind the next `byte`; stays, and says so, where there is none.
    private mutating func skip(behind byte: UInt8) -> Bool {
        guard let found = bytes[at...].firstIndex(of: byte) else {
            if byte == UInt8(ascii: ">") { isBehindLastTag = true }
            return false
        }
        at = found + 1
        return true
    }
}
