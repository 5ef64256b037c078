/// The plain text of a page of HTML while its tags come by.
struct HTMLPage {
    private var writer = PlainTextWriter()
    /// How many preformatted elements are open, and whether the line feed right behind a start tag is to be skipped.
    private var preformatted = 0
    private var isRightBehindPre = false
    /// The open link's address, and where its words begin.
    private var link: (address: [UInt8], start: Int)?

    mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
        var word = 0
        var at = 0
        while at < text.count {
            let width = blankWidth(text, at)
            if width == 0 {
                at += 1
                continue
            }
            add(word: text[word..<at])
            if text[at] != 0 { blank(text[at]) }
            at += width
            word = at
        }
        add(word: text[word..<at])
    }

    private mutating func add(word: Slice<UnsafeBufferPointer<UInt8>>) {
        guard !word.isEmpty else { return }
        isRightBehindPre = false
        writer.word(UnsafeBufferPointer(rebasing: word))
    }

    mutating func add(_ scalar: Unicode.Scalar) {
        if scalar == "\u{A0}" || scalar.isASCII && HTMLText.isBlank(UInt8(scalar.value)) {
            blank(scalar.isASCII ? UInt8(scalar.value) : 0x20)
        } else {
            writer.word(Array(String(scalar).utf8))
        }
        isRightBehindPre = false
    }

    mutating func begin(_ role: HTMLRole, attribute: [UInt8]?) {
        switch role {
        case .inline, .dropped: break
        case .block(let lines): writer.edge(lines)
        case .lineBreak: writer.lineBreak()
        case .preformatted:
            writer.edge(2)
            preformatted += 1
            isRightBehindPre = true
        case .link:
            closeLink()
            if let address = attribute.flatMap({ LinkAddress.read(HTMLReference.unescaped($0)) }) {
                link = (address, writer.bytes.count)
            }
        case .image:
            if let words = attribute.map(HTMLReference.unescaped), words.contains(where: { !HTMLText.isBlank($0) }) {
                writer.word(Array("[".utf8) + words.map { HTMLText.isBlank($0) ? 0x20 : $0 } + Array("]".utf8))
            }
        case .table: writer.edge(2)
        case .list: writer.beginList()
        case .item: writer.beginItem()
        case .row: writer.beginRow()
        case .cell: writer.beginCell()
        }
    }

    mutating func end(_ role: HTMLRole) {
        switch role {
        case .inline, .dropped, .image, .cell: break
        case .block(let lines): writer.edge(lines)
        case .lineBreak: writer.lineBreak()
        case .preformatted:
            preformatted = max(0, preformatted - 1)
            writer.edge(2)
        case .link: closeLink()
        case .item, .row: writer.endItem()
        case .table:
            writer.endItem()
            writer.edge(2)
        case .list: writer.endList()
        }
    }

    mutating func finished() -> String {
        closeLink()
        return writer.text
    }

    /// Adds the address behind the words of a link, unless they are the address.
    private mutating func closeLink() {
        guard let (address, start) = link else { return }
        link = nil
        let words = writer.bytes[start...].drop { HTMLText.isBlank($0) }
        if words.isEmpty {
            writer.word(address)
        } else if !LinkAddress.says(words, address) {
            writer.addBehind(Array(" (".utf8) + address + Array(")".utf8))
        }
    }

    private mutating func blank(_ byte: UInt8) {
        if preformatted == 0 {
            writer.blank()
        } else if !(isRightBehindPre && (byte == 0x0A || byte == 0x0D)) {
            writer.keptBlank(byte == 0xC2 ? 0x20 : byte)
        }
        if byte != 0x0D { isRightBehindPre = false }
    }

    /// How many bytes here are one piece of white space (U+00A0 is one), or nothing at all (U+0000).
    private func blankWidth(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
        if text[at] <= 0x20, HTMLText.isBlank(text[at]) || text[at] == 0 { return 1 }
        return text[at] == 0xC2 && at + 1 < text.count && text[at + 1] == 0xA0 ? 2 : 0
    }
}
