/// Words that machines go by: letters, digits and the signs that names of hosts, addresses and mailboxes are made of.
enum MachineToken {
    /// The places of all of them that have a sign inside; others name nothing.
    static func all(in text: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var at = 0
        while at < text.count {
            guard isPart(text[at]) else {
                at += 1
                continue
            }
            var start = at
            var hasSign = false
            while at < text.count, isPart(text[at]) {
                if !ProseClock.isLetterOrDigit(text[at]) { hasSign = true }
                at += 1
            }
            guard hasSign else { continue }
            var end = at
            while end > start, isEdge(text[end - 1]), !isColons(text, end - 2, end - 1) { end -= 1 }
            while start < end, isEdge(text[start]), !isColons(text, start, start + 1) { start += 1 }
            if start < end { found.append(start..<end) }
        }
        return found
    }

    private static func isPart(_ byte: UInt8) -> Bool {
        ProseClock.isDigit(byte) || (0x61...0x7A).contains(byte | 0x20) || isSign(byte)
    }

    /// `.-_:@%+`.
    private static func isSign(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x2E, 0x2D, 0x5F, 0x3A, 0x40, 0x25, 0x2B: true
        default: false
        }
    }

    /// Signs that end a sentence or begin an option rather than belong to a name.
    private static func isEdge(_ byte: UInt8) -> Bool { isSign(byte) }

    private static func isColons(_ text: [UInt8], _ first: Int, _ second: Int) -> Bool {
        first >= 0 && second < text.count && text[first] == 0x3A && text[second] == 0x3A
    }

    static func isMailbox(_ word: String) -> Bool { MailAddress(word) != nil }

    static func isIPv4(_ word: String) -> Bool {
        let parts = word.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy(isOctet)
    }

    private static func isOctet(_ digits: Substring.UTF8View) -> Bool {
        (1...3).contains(digits.count) && digits.allSatisfy(ProseClock.isDigit)
            && digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } <= 255
    }

    /// Eight groups of hexadecimal digits, or fewer around one `::`; words of letters alone are no address.
    static func isIPv6(_ word: String) -> Bool {
        guard word.utf8.contains(UInt8(ascii: ":")) else { return false }
        let address = word.utf8.prefix { $0 != UInt8(ascii: "%") }
        let groups = address.split(separator: 0x3A, omittingEmptySubsequences: false)
        guard (3...9).contains(groups.count), address.contains(where: ProseClock.isDigit) else { return false }
        let isHexadecimal = groups.allSatisfy { group in
            group.count <= 4 && group.allSatisfy { ProseClock.isDigit($0) || (0x61...0x66).contains($0) }
        }
        let gaps = groups.dropFirst().dropLast().filter(\.isEmpty).count
        guard isHexadecimal, gaps <= 1 else { return false }
        return gaps == 1 ? true : groups.count == 8 && !groups.contains(where: \.isEmpty)
    }

    /// `billing.internal`, `db-prod-03`, `ip-10-0-0-7`.
    static func isHost(_ word: String, _ machines: MachineWords) -> Bool {
        let labels = word.utf8.split(separator: UInt8(ascii: "."))
        if labels.count > 1, let last = labels.last, machines.hostEndings.contains(String(Substring(last))) {
            return true
        }
        return labels.contains { label in
            guard let end = label.last, ProseClock.isDigit(end) else { return false }
            let parts = label.split { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
            guard parts.count >= 3 else { return false }
            if parts.count == 5, parts[0].elementsEqual("ip".utf8), parts.dropFirst().allSatisfy(isOctet) {
                return true
            }
            return parts.contains { machines.environments.contains(String(Substring($0))) }
        }
    }

    /// The word in front of a place, in lower case; empty where there is none.
    static func word(before start: Int, in text: [UInt8]) -> String {
        var end = start
        while end > 0, text[end - 1] == 0x20 { end -= 1 }
        var begin = end
        while begin > 0, end - begin < 32, ProseClock.isLetterOrDigit(text[begin - 1]) { begin -= 1 }
        return String(decoding: text[begin..<end], as: UTF8.self).lowercased()
    }
}
