/// Wiki markup of Jira and Confluence as plain text.
package enum WikiText {
    /// The words of a text with its lines: code and quotes without their braces, headings without `h1.`, list items
    /// with `- `, cells joined by ` | `, links as `text (address)`. Whatever is not surely markup stays as it is.
    package static func plain(_ jira: String) -> String {
        var jira = jira
        return jira.withUTF8 { bytes in
            guard bytes.contains(where: isSign) else { return nil }
            var out: [UInt8] = []
            for part in WikiMacros.cut(Array(bytes)) {
                if let last = out.last, last != 0x0A { out.append(0x0A) }
                if part.isVerbatim {
                    out.append(contentsOf: part.text)
                } else {
                    add(part.text, to: &out)
                }
            }
            return String(decoding: out, as: UTF8.self)
        } ?? jira
    }

    /// Without one of these there is no markup; headings and quoted lines have the full stop.
    private static func isSign(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "-"),
            UInt8(ascii: "#"), UInt8(ascii: "|"), UInt8(ascii: "!"), UInt8(ascii: "\\"), UInt8(ascii: "."):
            true
        default: false
        }
    }

    private static func add(_ prose: [UInt8], to out: inout [UInt8]) {
        var isFirst = true
        for line in prose.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if !isFirst { out.append(0x0A) }
            isFirst = false
            out.append(contentsOf: WikiLine.plain(line.last == 0x0D ? line.dropLast() : line))
        }
    }
}
