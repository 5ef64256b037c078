/// The words of a line of wiki markup: links, images and monospaced words first, then marks of emphasis around the rest.
struct WikiWords {
    /// What a line is made of.
    private enum Piece {
        /// Words, in which marks of emphasis may stand.
        case prose(Range<Int>)
        case literal([UInt8])
    }

    private let bytes: [UInt8]
    private var pieces: [Piece] = []

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var proseStart = 0
        var at = 0
        while at < bytes.count {
            guard !isEscaped(at), let (found, end) = piece(at: at) else {
                at += 1
                continue
            }
            pieces.append(.prose(proseStart..<at))
            pieces.append(contentsOf: found)
            (at, proseStart) = (end, end)
        }
        pieces.append(.prose(proseStart..<bytes.count))
    }

    func plain() -> [UInt8] {
        var marks = WikiMarks(bytes)
        for case .prose(let range) in pieces { marks.read(range) }
        let removed = marks.removed.sorted()
        var next = 0
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        for piece in pieces {
            switch piece {
            case .literal(let words): out.append(contentsOf: words)
            case .prose(let range):
                while next < removed.count, removed[next] < range.lowerBound { next += 1 }
                add(range, without: removed, &next, to: &out)
            }
        }
        return out
    }

    private func add(_ range: Range<Int>, without removed: [Int], _ next: inout Int, to out: inout [UInt8]) {
        var at = range.lowerBound
        while at < range.upperBound {
            defer { at += 1 }
            if next < removed.count, removed[next] == at {
                next += 1
            } else if bytes[at] == UInt8(ascii: "\\"), isLineBreak(at) {
                while out.last == 0x20 { out.removeLast() }
                out.append(0x0A)
                at += at + 2 < bytes.count ? 2 : 1
            } else if bytes[at] != UInt8(ascii: "\\") || at + 1 == bytes.count || !Self.brackets.contains(bytes[at + 1])
            {
                out.append(bytes[at])
            }
        }
    }

    /// Two backslashes, and behind them a blank or nothing.
    private func isLineBreak(_ at: Int) -> Bool {
        guard at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "\\"), !isEscaped(at) else { return false }
        return at + 2 == bytes.count || bytes[at + 2] == 0x20
    }

    /// What a backslash takes the meaning from, as Jira's editor writes it.
    private static let brackets = Set("{}[]".utf8)

    private func isEscaped(_ at: Int) -> Bool { at > 0 && bytes[at - 1] == UInt8(ascii: "\\") }

    // MARK: Pieces

    private func piece(at start: Int) -> ([Piece], end: Int)? {
        switch bytes[start] {
        case UInt8(ascii: "["):
            guard let end = end(of: start, UInt8(ascii: "]")), let link = link(start + 1..<end) else { return nil }
            return (link, end + 1)
        case UInt8(ascii: "!"):
            guard let end = end(of: start, UInt8(ascii: "!")), let image = image(start + 1..<end) else { return nil }
            return ([.literal(image)], end + 1)
        case UInt8(ascii: "{"):
            guard start + 1 < bytes.count, bytes[start + 1] == UInt8(ascii: "{"),
                let end = end(of: start + 1, UInt8(ascii: "}")), end > start + 2, end + 1 < bytes.count,
                bytes[end + 1] == UInt8(ascii: "}")
            else { return nil }
            return ([.literal(Array(bytes[start + 2..<end]))], end + 2)
        default:
            return nil
        }
    }

    /// The closing sign, unless the opening one stands here again before it.
    private func end(of start: Int, _ close: UInt8) -> Int? {
        let found = bytes[(start + 1)...].firstIndex { $0 == close || $0 == bytes[start] }
        return found.flatMap { bytes[$0] == close ? $0 : nil }
    }

    /// `[text|address]`, `[address]` and `[~user]`; all else in brackets is text.
    private func link(_ range: Range<Int>) -> [Piece]? {
        let inside = bytes[range]
        if inside.first == UInt8(ascii: "~") {
            let id = inside.dropFirst()
            guard !id.isEmpty, !id.contains(where: { HTMLText.isBlank($0) || $0 == UInt8(ascii: "|") }) else {
                return nil
            }
            let prefix = "accountid:".utf8
            return [.literal(Array(id.starts(with: prefix) ? id.dropFirst(prefix.count) : id))]
        }
        let parts = inside.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
        guard let text = parts.first, let address = LinkAddress.read(Array(parts.count > 1 ? parts[1] : text)) else {
            return nil
        }
        if parts.count == 1 || text.allSatisfy(HTMLText.isBlank) || LinkAddress.says(text, address) {
            let mail = "mailto:".utf8
            return [.literal(address.starts(with: mail) ? Array(address.dropFirst(mail.count)) : address)]
        }
        return [.prose(text.startIndex..<text.endIndex), .literal(Array(" (".utf8) + address + Array(")".utf8))]
    }

    /// `!name.png!` and `!name.png|thumbnail!`.
    private func image(_ range: Range<Int>) -> [UInt8]? {
        let isAtWordStart = range.lowerBound < 2 || !WikiMarks.isWord(bytes[range.lowerBound - 2])
        let name = bytes[range].prefix { $0 != UInt8(ascii: "|") }
        guard isAtWordStart, let first = name.first, !HTMLText.isBlank(first), name.count <= 1_024,
            let dot = name.lastIndex(of: UInt8(ascii: ".")),
            Self.images.contains(String(decoding: name[(dot + 1)...], as: UTF8.self).lowercased())
        else { return nil }
        return Array("[".utf8) + name + Array("]".utf8)
    }

    private static let images: Set<String> = [
        "png", "jpg", "jpeg", "gif", "bmp", "svg", "webp", "tif", "tiff", "mp4", "mov",
    ]
}
