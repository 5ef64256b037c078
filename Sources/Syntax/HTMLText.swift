/// HTML as people see it in text fields, and as plain text.
package enum HTMLText {
    /// The words of a piece of HTML, with its lines: list items begin with `- `, cells of a row are joined by ` | `, a
    /// link is `text (address)`, an image its `[alternative text]`. Scripts, styles and comments are left out.
    package static func plain(_ html: String) -> String {
        var html = html
        return html.withUTF8 { bytes in
            guard bytes.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else { return nil }
            return plain(bytes)
        } ?? html
    }

    /// Whether a text holds a tag that people write in running text, or a character reference. `a < b and c > d` does
    /// not, nor does `<jo@example.com>`.
    package static func looksLikeHTML(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            bytes.indices.contains { at in
                switch bytes[at] {
                case UInt8(ascii: "<"): HTMLText.isTag(bytes, at: at + 1)
                case UInt8(ascii: "&"): HTMLReference.read(bytes, at: at) != nil
                default: false
                }
            }
        }
    }

    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private static func plain(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        var scanner = HTMLScanner(bytes)
        var page = HTMLPage()
        while let token = scanner.next() {
            switch token {
            case .text(let range): page.add(UnsafeBufferPointer(rebasing: bytes[range]))
            case .scalar(let scalar): page.add(scalar)
            case .start(let role, let attribute): page.begin(role, attribute: attribute.map { Array(bytes[$0]) })
            case .end(let role): page.end(role)
            case .nothing: break
            }
        }
        return page.finished()
    }

    /// A telling name right behind `<` or `</`, with nothing but attributes up to its `>`; a few bytes are looked at.
    private static func isTag(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        var at = start
        func skip(_ isWanted: (UInt8) -> Bool) {
            let limit = min(bytes.count, at + 64)
            while at < limit, isWanted(bytes[at]) { at += 1 }
        }
        if bytes[at...].starts(with: "!--".utf8) { return true }
        if at < bytes.count, bytes[at] == UInt8(ascii: "/") { at += 1 }
        let first = at
        skip(isNamePart)
        let name = String(decoding: bytes[first..<at].map { $0 | 0x20 }, as: UTF8.self)
        guard HTMLRole.telling.contains(name) else { return false }
        let behindName = at
        skip(isBlank)
        if bytes[at...].starts(with: "/>".utf8) { return true }
        guard at < bytes.count, bytes[at] != UInt8(ascii: ">") else { return at < bytes.count }
        guard at > behindName else { return false }
        let attribute = at
        skip { isNamePart($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") }
        guard at > attribute else { return false }
        skip(isBlank)
        return at < bytes.count && bytes[at] == UInt8(ascii: "=")
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }
}
