/// Tells JavaScript around data by its beginning: `var history = {`, `module.exports = [`, `callback({`.
enum ScriptHead {
    static func begins(_ head: some Collection<UInt8>) -> Bool {
        var bytes = Array(head.prefix(200))[...]
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
        skipBlanks(&bytes)
        let isDeclared = ["var", "let", "const"].contains { keyword in
            guard bytes.starts(with: keyword.utf8), bytes.dropFirst(keyword.utf8.count).first.map(isBlank) ?? false
            else { return false }
            bytes = bytes.dropFirst(keyword.utf8.count)
            return true
        }
        skipBlanks(&bytes)
        let name = bytes.prefix(while: isNamePart)
        guard let first = name.first, !(0x30...0x39).contains(first) else { return false }
        bytes = bytes.dropFirst(name.count)
        skipBlanks(&bytes)
        guard let mark = bytes.popFirst() else { return false }
        skipBlanks(&bytes)
        let isBeforeData = bytes.first == UInt8(ascii: "{") || bytes.first == UInt8(ascii: "[")
        switch mark {
        case UInt8(ascii: "="): return isDeclared || isBeforeData
        case UInt8(ascii: "("): return !isDeclared && isBeforeData
        default: return false
        }
    }

    private static func skipBlanks(_ bytes: inout ArraySlice<UInt8>) { bytes = bytes.drop(while: isBlank) }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: "$") || byte == UInt8(ascii: ".")
    }
}
