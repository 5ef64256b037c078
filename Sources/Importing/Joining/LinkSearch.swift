import Diagnostics
import IncidentModel

/// Finds the links that people leave in texts, and the records that they lead to.
struct LinkSearch: Sendable {
    let forms: [LinkForm]

    /// Every address in a text, and the id in it where it has a known form. Looks at no more than ``limit`` links.
    func references(in text: Sourced<String>) -> [Reference] {
        var found: [Reference] = []
        var rest = text.value.utf8[...]
        var links = 0
        while links < Self.limit, let start = Self.next(in: rest) {
            let tail = rest[start...]
            let end = tail.firstIndex { Self.ends.contains($0) || $0 <= 0x20 } ?? tail.endIndex
            var url = tail[..<end]
            while let last = url.last, Self.trailing.contains(last) { url.removeLast() }
            rest = rest[end...]
            links += 1
            guard let address = String(url) else { continue }
            found.append(Reference(system: Reference.url, id: address, origin: text.origin))
            for form in forms {
                if let id = form.id(in: address) {
                    found.append(Reference(system: form.system, id: id, origin: text.origin))
                }
            }
        }
        return found
    }

    /// Links of one text that are looked at.
    static let limit = 100

    private static let ends = Set("<>\"'|]}`".utf8)
    private static let trailing = Set(".,;:!?)*_".utf8)

    /// Where the next `http://` or `https://` begins.
    private static func next(in bytes: Substring.UTF8View) -> Substring.UTF8View.Index? {
        var at = bytes.startIndex
        while let h = bytes[at...].firstIndex(of: UInt8(ascii: "h")) {
            let tail = bytes[h...]
            if tail.starts(with: "http://".utf8) || tail.starts(with: "https://".utf8) { return h }
            at = bytes.index(after: h)
        }
        return nil
    }
}

extension LinkForm {
    /// The id that an address of this form holds.
    fileprivate func id(in address: String) -> String? {
        let bare = JoinName.address(address)
        let hostEnd = bare.utf8.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") } ?? bare.endIndex
        guard host.isEmpty || bare[..<hostEnd] == host || bare[..<hostEnd].hasSuffix("." + host) else { return nil }
        let path = bare.utf8[hostEnd...]
        let wanted = Array(before.utf8)
        var at = path.startIndex
        while at < path.endIndex {
            if path[at...].starts(with: wanted) {
                let id = path[at...].dropFirst(wanted.count).prefix { Self.isIDCharacter($0) }
                return id.isEmpty ? nil : String(id)
            }
            at = path.index(after: at)
        }
        return nil
    }

    private static func isIDCharacter(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 45 || byte == 95
    }
}
