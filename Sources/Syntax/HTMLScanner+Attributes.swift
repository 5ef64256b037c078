extension HTMLScanner {
    /// Moves behind the tag whose name has been read: the value of the attribute that its role asks for, empty where
    /// it has none; `nil` where the tag has no end.
    mutating func attribute(of role: HTMLRole) -> Range<Int>? {
        var found = at..<at
        while at < bytes.count {
            let byte = bytes[at]
            if byte == UInt8(ascii: ">") {
                at += 1
                return found
            }
            if HTMLText.isBlank(byte) || byte == UInt8(ascii: "/") {
                at += 1
                continue
            }
            let name = stretch(to: "=/>")
            skipBlanks()
            guard at < bytes.count, bytes[at] == UInt8(ascii: "="), !name.isEmpty else {
                if name.isEmpty { at += 1 }
                continue
            }
            at += 1
            skipBlanks()
            let value = value()
            if found.isEmpty, isWanted(name, by: role) { found = value }
        }
        isBehindLastTag = true
        return nil
    }

    private mutating func value() -> Range<Int> {
        guard at < bytes.count else { return at..<at }
        let quote = bytes[at]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            at += 1
            // A quote that nobody closes is a slip of the pen: it is left out.
            if let end = bytes[at...].firstIndex(of: quote) {
                defer { at = end + 1 }
                return at..<end
            }
        }
        return stretch(to: ">")
    }

    /// Up to white space or one of the letters.
    private mutating func stretch(to ends: StaticString) -> Range<Int> {
        let start = at
        ends.withUTF8Buffer { ends in
            while at < bytes.count, !HTMLText.isBlank(bytes[at]), !ends.contains(bytes[at]) { at += 1 }
        }
        return start..<at
    }

    private mutating func skipBlanks() { while at < bytes.count, HTMLText.isBlank(bytes[at]) { at += 1 } }

    private func isWanted(_ name: Range<Int>, by role: HTMLRole) -> Bool {
        let wanted: String
        switch role {
        case .link: wanted = "href"
        case .image: wanted = "alt"
        default: return false
        }
        return bytes[name].elementsEqual(wanted.utf8) { $0 | 0x20 == $1 }
    }
}
