/// A header line of a mail: ASCII, folded at 76 columns, unable to hold a second header.
struct MailHeader {
    private var text: String
    private var column: Int

    init(_ name: String) {
        text = name + ":"
        column = name.utf8.count + 1
    }

    /// The line, with its line break.
    var line: String { text + "\r\n" }

    /// One line of data for a header: white space and controls become spaces, invisible characters go.
    static func line(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x200C, 0x200D: continue
            case 0..<0x20, 0x7F..<0xA0, 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: out += " "
            case let value where VisibleText.isInvisible(value): continue
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out.split(separator: " ").joined(separator: " ")
    }

    /// Adds a word that stays whole, on a new line if this one is full.
    mutating func add(word: String) {
        let width = word.utf8.count
        if column + 1 + width > 76 {
            text += "\r\n " + word
            column = 1 + width
        } else {
            text += " " + word
            column += 1 + width
        }
    }

    /// Adds free text: its words as they are where they are plain ASCII, else encoded (RFC 2047).
    mutating func add(text: String) {
        let line = Self.line(text)
        let words = line.split(separator: " ")
        let plain =
            line.utf8.allSatisfy { (0x20..<0x7F).contains($0) } && !line.contains("=?")
            && words.allSatisfy { $0.utf8.count <= 70 }
        if plain {
            for word in words { add(word: String(word)) }
        } else {
            addEncoded(line)
        }
    }

    /// Adds a display name as a phrase: atoms, a quoted string, or encoded words (RFC 5322, RFC 2047).
    mutating func add(phrase name: String) {
        let isASCII = name.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
        if !isASCII || name.contains("=?") || name.utf8.count > 60 { return addEncoded(name) }
        if name.utf8.allSatisfy({ MarkdownToken.isAlphanumeric($0) || $0 == 0x20 }) {
            for word in name.split(separator: " ") { add(word: String(word)) }
        } else {
            var quoted = "\""
            for scalar in name.unicodeScalars {
                if scalar == "\"" || scalar == "\\" { quoted += "\\" }
                quoted.unicodeScalars.append(scalar)
            }
            add(word: quoted + "\"")
        }
    }

    /// Encoded words in base64, never splitting a character; the first leaves room for the header's name.
    private mutating func addEncoded(_ line: String) {
        let frame = "=?utf-8?B?".utf8.count + "?=".utf8.count
        var chunk: [UInt8] = []
        func room(_ column: Int) -> Int { max(0, (76 - column - 1 - frame) / 4 * 3) }
        var limit = room(column)
        if limit < 12 { limit = room(0) }
        for character in line {
            for scalar in character.utf8.count <= 24
                ? [String(character)] : character.unicodeScalars.map({ String($0) })
            {
                if chunk.count + scalar.utf8.count > limit, !chunk.isEmpty {
                    add(word: "=?utf-8?B?" + Base64Text.encoded(chunk) + "?=")
                    chunk = []
                    limit = room(0)
                }
                chunk.append(contentsOf: scalar.utf8)
            }
        }
        if !chunk.isEmpty { add(word: "=?utf-8?B?" + Base64Text.encoded(chunk) + "?=") }
    }
}
