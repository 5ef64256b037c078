internal import Diagnostics

extension RecordTape {
    /// Bytes that are passed over at most behind a long member of the root object.
    private static var reach: Int { 4 << 20 }

    /// Makes a tape whole that was left in the middle of a record.
    func closeOpenNodes() {
        for index in 0..<count where nodes[index].kind == .object || nodes[index].kind == .array {
            guard nodes[index].length == 0 else { continue }
            nodes[index].next = UInt32(truncatingIfNeeded: count)
            nodes[index].length = 1
        }
    }

    /// Goes on behind a member of the root object that is longer than a head, as the list of a status page's components:
    /// the records may stand behind it. The member itself is passed over, the ones behind it are laid onto the tape.
    func layMembersBehindLongOne() {
        guard count > 1, nodes[0].kind == .object else { return }
        var last: UInt32 = 1
        while nodes[Int(last)].next < count { last = nodes[Int(last)].next }
        let start = base - input.base + Int(nodes[Int(last)].start)
        let end = min(input.count, Self.reach)
        guard nodes[Int(last)].kind == .array || nodes[Int(last)].kind == .object, start < end else { return }
        let limits = ReadingLimits.standard
        var scanner = JSONScanner(input, from: start, to: end, line: 1, lineStart: 0, limits: limits)
        for _ in 0..<100 {
            guard scanner.at < scanner.end, case .complete = scanner.skim(), let key = scanner.nextKey(),
                scanner.at < scanner.end
            else { break }
            let node = UInt32(truncatingIfNeeded: count)
            let at = scanner.at - input.base
            var value = JSONScanner(
                input, from: at, to: min(end, at + ExportHead.size), line: 1, lineStart: 0, limits: limits)
            _ = value.value(onto: self)
            guard count > node else { break }
            closeOpenNodes()
            setName(of: node, key)
        }
        nodes[0].next = UInt32(truncatingIfNeeded: count)
    }
}

extension JSONScanner {
    /// Behind a member's value: the key of the next one, up to where its value begins.
    fileprivate mutating func nextKey() -> JSONStringPlace? {
        skipWhiteSpace()
        guard at < end, at.pointee == 0x2C else { return nil }
        at += 1
        skipWhiteSpace()
        guard at < end, at.pointee == 0x22, let key = string() else { return nil }
        skipWhiteSpace()
        guard at < end, at.pointee == 0x3A else { return nil }
        at += 1
        skipWhiteSpace()
        return key
    }
}
