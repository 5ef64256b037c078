internal import Diagnostics

extension RecordTape {
    /// The name of a node, escapes resolved.
    func name(of node: TapeNode) -> String {
        let start = (finder?.columns.base ?? base) + Int(node.nameStart)
        if node.traits.contains(.nameEscaped) { return JSONEscapes.string(start, Int(node.nameLength)) }
        return String(decoding: UnsafeBufferPointer(start: start, count: Int(node.nameLength)), as: UTF8.self)
    }

    /// Gives a node the key that stands in the input, where it was read apart from its value.
    func setName(of node: UInt32, _ key: JSONStringPlace) {
        let node = nodes + Int(node)
        node.pointee.nameStart = UInt32(truncatingIfNeeded: key.start - base)
        node.pointee.nameLength = UInt32(truncatingIfNeeded: key.length)
        if key.isEscaped { node.pointee.traits.insert(.nameEscaped) }
        node.pointee.fingerprint = FieldStep(name(of: node.pointee)).fingerprint
    }

    /// Whether a node goes by the name of a path's step.
    @inline(__always)
    func isNamed(_ node: UnsafeMutablePointer<TapeNode>, _ step: FieldStep) -> Bool {
        guard node.pointee.fingerprint == step.fingerprint else { return false }
        if node.pointee.traits.contains(.nameEscaped) { return name(of: node.pointee).utf8.elementsEqual(step.bytes) }
        let count = Int(node.pointee.nameLength)
        guard count == step.bytes.count else { return false }
        let start = base + Int(node.pointee.nameStart)
        return step.bytes.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map { alike($0, start, count) } ?? true
        }
    }

    /// Whether an open object holds a member of this name already. Cheap for the usual object, and never quadratic:
    /// beyond 512 members names are no longer looked for one by one but in a table.
    @inline(__always)
    func isRepeated(_ pending: TapeNode, at depth: Int) -> Bool {
        let frame = frames + depth
        frame.pointee.members &+= 1
        if frame.pointee.members > 512 { return searchTable(of: pending, at: depth) }
        let bit: UInt64 = 1 << UInt64(pending.fingerprint & 63)
        let isPossible: Bool
        switch (pending.fingerprint >> 6) & 3 {
        case 0:
            isPossible = frame.pointee.seen.0 & bit != 0
            frame.pointee.seen.0 |= bit
        case 1:
            isPossible = frame.pointee.seen.1 & bit != 0
            frame.pointee.seen.1 |= bit
        case 2:
            isPossible = frame.pointee.seen.2 & bit != 0
            frame.pointee.seen.2 |= bit
        default:
            isPossible = frame.pointee.seen.3 & bit != 0
            frame.pointee.seen.3 |= bit
        }
        return isPossible && searchName(of: pending, in: frame)
    }

    private func searchName(of pending: TapeNode, in frame: UnsafeMutablePointer<Frame>) -> Bool {
        var index = Int(frame.pointee.node) + 1
        while index < count {
            let node = nodes + index
            if node.pointee.fingerprint == pending.fingerprint, haveSameName(node.pointee, pending) { return true }
            index = Int(node.pointee.next)
        }
        return false
    }

    private func haveSameName(_ left: TapeNode, _ right: TapeNode) -> Bool {
        if left.traits.contains(.nameEscaped) || right.traits.contains(.nameEscaped) {
            return name(of: left).utf8.elementsEqual(name(of: right).utf8)
        }
        return left.nameLength == right.nameLength
            && alike(base + Int(left.nameStart), base + Int(right.nameStart), Int(left.nameLength))
    }

    private func searchTable(of pending: TapeNode, at depth: Int) -> Bool {
        let frame = frames[depth]
        if wideNames[depth]?.node != frame.node {
            var names: Set<[UInt8]> = []
            var index = Int(frame.node) + 1
            while index < count {
                names.insert(nameBytes(of: nodes[index]))
                index = Int(nodes[index].next)
            }
            wideNames[depth] = (frame.node, names)
        }
        return wideNames[depth]?.names.insert(nameBytes(of: pending)).inserted == false
    }

    func nameBytes(of node: TapeNode) -> [UInt8] {
        let start = base + Int(node.nameStart)
        if node.traits.contains(.nameEscaped) { return JSONEscapes.decoded(start, Int(node.nameLength)) }
        return Array(UnsafeBufferPointer(start: start, count: Int(node.nameLength)))
    }

    /// How many repeated keys of one record are named.
    static let toldDuplicates = 20

    func noteDuplicate(_ node: TapeNode, line: UInt32, column: UInt32) {
        duplicates += 1
        guard duplicates <= Self.toldDuplicates else { return }
        let name = self.name(of: node)
        notes.add(
            Diagnostic(
                .duplicateKey, "the key \(jsonString(name)) stands here again; its first value is used",
                at: Origin(source: source, line: line, column: column, field: name)))
    }
}
