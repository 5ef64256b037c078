/// Blank lines of a page: one between paragraphs, none at the start, one line break at the end.
enum BlankLines {
    /// Code blocks keep theirs.
    static func drawnTogether(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count + 1)
        var inFence = false
        // How many line breaks stand at the end of what is written: two of them are a blank line.
        var breaks = 2
        var start = 0
        while start <= bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            let line = bytes[start..<end]
            start = end + 1
            let isBlank = line.allSatisfy { $0 == 0x20 || $0 == 0x09 }
            if isBlank, !inFence {
                if breaks < 2 {
                    out.append(0x0A)
                    breaks += 1
                }
                continue
            }
            let body = line.drop { $0 == 0x20 }
            if body.starts(with: "```".utf8) || body.starts(with: "~~~".utf8) { inFence.toggle() }
            out += line
            out.append(0x0A)
            breaks = line.isEmpty ? breaks + 1 : 1
        }
        while out.last == 0x0A { out.removeLast() }
        out.append(0x0A)
        return String(decoding: out, as: UTF8.self)
    }
}
