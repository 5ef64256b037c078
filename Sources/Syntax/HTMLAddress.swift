/// The address of a link, out of its attribute.
enum HTMLAddress {
    /// An address of the web or of mail, character references resolved; `nil` for every other scheme, for addresses
    /// without one, and for what holds white space or control characters.
    static func read(_ attribute: [UInt8]) -> [UInt8]? {
        let address = unescaped(attribute).trimmed
        guard address.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { return nil }
        let head = String(decoding: address.prefix(8), as: UTF8.self).lowercased()
        let isKnown = ["http://", "https://", "mailto:"].contains {
            head.hasPrefix($0) && address.count > $0.utf8.count
        }
        return isKnown ? address : nil
    }

    /// Whether the words of a link are its address, up to the scheme of mail and a slash at the end.
    static func says(_ words: some Collection<UInt8>, _ address: [UInt8]) -> Bool {
        if words.elementsEqual(address) { return true }
        if address.last == UInt8(ascii: "/"), words.elementsEqual(address.dropLast()) { return true }
        let mail = "mailto:".utf8
        return address.prefix(mail.count).elementsEqual(mail) && words.elementsEqual(address.dropFirst(mail.count))
    }

    /// An attribute's value, its character references resolved.
    static func unescaped(_ attribute: [UInt8]) -> [UInt8] {
        guard attribute.contains(UInt8(ascii: "&")) else { return attribute }
        return attribute.withUnsafeBufferPointer { bytes in
            var out: [UInt8] = []
            out.reserveCapacity(bytes.count)
            var at = 0
            while at < bytes.count {
                if bytes[at] == UInt8(ascii: "&"), let (scalar, end) = HTMLReference.read(bytes, at: at) {
                    out.append(contentsOf: String(scalar).utf8)
                    at = end
                } else {
                    out.append(bytes[at])
                    at += 1
                }
            }
            return out
        }
    }
}

extension [UInt8] {
    fileprivate var trimmed: [UInt8] {
        let start = firstIndex { !HTMLText.isBlank($0) } ?? endIndex
        let end = lastIndex { !HTMLText.isBlank($0) } ?? start
        return start < endIndex ? Array(self[start...end]) : []
    }
}
