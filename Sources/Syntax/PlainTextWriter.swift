/// Plain text in the making, out of a marked-up one: white space waits until a word follows it, so that none stands at
/// the ends of lines and never more than one blank line in a row.
struct PlainTextWriter {
    private(set) var bytes: [UInt8] = []
    /// Line feeds that wait for a word: two are a blank line.
    private var breaks = 0
    private var hasBlank = false
    /// White space of preformatted text that waits for a word.
    private var keptBlanks: [UInt8] = []
    /// What goes before the next word: the hyphen of a list item, the bars between cells.
    private var lead: [UInt8] = []
    /// Nothing has been written in the item or cell, whose own breaks at the beginning do not count.
    private var isFresh = false
    private var lists = 0
    private var cells = 0
    private var isRowBlank = true

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Words with white space that is to stay as it is.
    mutating func preformatted(_ text: [UInt8]) {
        for part in text.split(omittingEmptySubsequences: false, whereSeparator: { HTMLText.isBlank($0) }) {
            word(Array(part))
            if part.endIndex < text.endIndex { keptBlank(text[part.endIndex]) }
        }
    }

    /// A stretch without white space, or one whose white space is to stay as it is.
    mutating func word(_ word: [UInt8]) { word.withUnsafeBufferPointer { self.word($0) } }

    mutating func word(_ word: UnsafeBufferPointer<UInt8>) {
        guard !word.isEmpty else { return }
        if !bytes.isEmpty, breaks > 0 { bytes.append(contentsOf: repeatElement(0x0A, count: breaks)) }
        if !lead.isEmpty {
            bytes.append(contentsOf: lead)
        } else if hasBlank, breaks == 0, !bytes.isEmpty {
            bytes.append(0x20)
        }
        if !keptBlanks.isEmpty, !bytes.isEmpty { bytes.append(contentsOf: keptBlanks) }
        bytes.append(contentsOf: word)
        (breaks, hasBlank, isFresh, isRowBlank) = (0, false, false, false)
        if !lead.isEmpty { lead.removeAll(keepingCapacity: true) }
        if !keptBlanks.isEmpty { keptBlanks.removeAll(keepingCapacity: true) }
    }

    /// White space that is one blank, however much of it there is.
    mutating func blank() { hasBlank = true }

    /// White space of preformatted text.
    mutating func keptBlank(_ byte: UInt8) {
        if byte == 0x0A { lineBreak() } else if byte != 0x0D { keptBlanks.append(byte) }
    }

    /// The end of a line: two of them leave a blank one.
    mutating func lineBreak() {
        guard !isFresh else { return }
        breaks = min(2, breaks + 1)
        keptBlanks.removeAll(keepingCapacity: true)
    }

    /// The edge of a block: at least so many line feeds.
    mutating func edge(_ lines: Int) {
        guard !isFresh else { return }
        breaks = max(breaks, lines)
        keptBlanks.removeAll(keepingCapacity: true)
    }

    /// A list stands apart, but not from the item that it is in.
    mutating func beginList() {
        if lists == 0 {
            edge(2)
        } else if !isFresh {
            breaks = 1
        }
        lists += 1
    }

    mutating func endList() {
        lists = max(0, lists - 1)
        endItem()
        edge(lists == 0 ? 2 : 1)
    }

    mutating func beginItem() {
        edge(1)
        if !isFresh || lead.isEmpty { lead.append(contentsOf: "- ".utf8) }
        isFresh = true
    }

    mutating func beginRow() {
        drop()
        edge(1)
        (cells, isRowBlank) = (0, true)
    }

    mutating func beginCell() {
        cells += 1
        if cells > 1 {
            // The breaks before a row without words yet are those in front of the row.
            if !isRowBlank { breaks = 0 }
            lead.append(contentsOf: (isRowBlank && lead.isEmpty ? "| " : " | ").utf8)
        }
        isFresh = true
    }

    /// The end of an item, a row or a list: what holds no word leaves no trace, and paragraphs no blank line.
    mutating func endItem() {
        if isFresh { drop() } else { breaks = min(1, breaks) }
        edge(1)
    }

    /// Forgets the hyphen or the bars that no word has followed.
    private mutating func drop() {
        lead.removeAll(keepingCapacity: true)
        isFresh = false
    }

    /// Adds something right behind the last word.
    mutating func addBehind(_ tail: [UInt8]) { bytes.append(contentsOf: tail) }
}
