/// The address that a link leads to.
enum LinkAddress {
    /// An address of the web or of mail; `nil` for every other scheme, for addresses without one, and for what holds
    /// white space or control characters.
    static func read(_ spelling: [UInt8]) -> [UInt8]? {
        let start = spelling.firstIndex { !HTMLText.isBlank($0) } ?? 0
        let end = spelling.lastIndex { !HTMLText.isBlank($0) } ?? -1
        guard start <= end else { return nil }
        let address = spelling[start...end]
        guard address.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { return nil }
        let head = String(decoding: address.prefix(8), as: UTF8.self).lowercased()
        let isKnown = ["http://", "https://", "mailto:"].contains {
            head.hasPrefix($0) && address.count > $0.utf8.count
        }
        return isKnown ? Array(address) : nil
    }

    /// Whether the words of a link are its address, up to the scheme of mail and a slash at the end.
    static func says(_ words: ArraySlice<UInt8>, _ address: [UInt8]) -> Bool {
        if words.elementsEqual(address) { return true }
        if address.last == UInt8(ascii: "/"), words.elementsEqual(address.dropLast()) { return true }
        let mail = "mailto:".utf8
        return address.starts(with: mail) && words.elementsEqual(address.dropFirst(mail.count))
    }
}
