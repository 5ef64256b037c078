/// Names of elements and attributes, known by the pointer under which libxml2 keeps them for the life of a parser.
struct XMLNames {
    struct Entry {
        var local: UInt = 0
        var prefix: UInt = 0
        /// Which batch's tape the name was stored on last, and where.
        var epoch = 0
        var start: UInt32 = 0
        var length: UInt32 = 0
        var fingerprint: UInt16 = 0
        /// Whether elements of this name are records.
        var isRecord = false
    }

    private(set) var entries = [Entry](repeating: Entry(), count: 1024)
    private var used = 0
    private let records: [[UInt8]]
    var epoch = 1

    init(records: [String]) { self.records = records.map { Array($0.utf8) } }

    /// The name's entry, with its spelling on the tape.
    mutating func entry(_ local: Byte, _ prefix: Byte?, on tape: RecordTape) -> Entry {
        let localKey = UInt(bitPattern: local)
        let prefixKey = prefix.map { UInt(bitPattern: $0) } ?? 0
        var slot = hash(localKey, prefixKey)
        while entries[slot].local != 0 {
            if entries[slot].local == localKey, entries[slot].prefix == prefixKey {
                if entries[slot].epoch != epoch { store(slot, local, prefix, on: tape) }
                return entries[slot]
            }
            slot = (slot + 1) & (entries.count - 1)
        }
        if used * 2 >= entries.count {
            grow()
            return entry(local, prefix, on: tape)
        }
        used += 1
        entries[slot].local = localKey
        entries[slot].prefix = prefixKey
        store(slot, local, prefix, on: tape)
        return entries[slot]
    }

    private func hash(_ local: UInt, _ prefix: UInt) -> Int {
        let mix = (local ^ prefix &* 31) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mix >> 32) & (entries.count - 1)
    }

    private mutating func store(_ slot: Int, _ local: Byte, _ prefix: Byte?, on tape: RecordTape) {
        var bytes: [UInt8] = []
        if let prefix {
            bytes += UnsafeBufferPointer(start: prefix, count: length(prefix))
            bytes.append(0x3A)
        }
        bytes += UnsafeBufferPointer(start: local, count: length(local))
        entries[slot].isRecord = records.contains(bytes)
        entries[slot].epoch = epoch
        entries[slot].length = UInt32(truncatingIfNeeded: bytes.count)
        bytes.withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return }
            entries[slot].start = tape.store(start, buffer.count)
            entries[slot].fingerprint = fingerprint(start, buffer.count)
        }
    }

    private func length(_ text: Byte) -> Int {
        var count = 0
        while text[count] != 0 { count += 1 }
        return count
    }

    private mutating func grow() {
        let old = entries
        entries = [Entry](repeating: Entry(), count: old.count * 2)
        for entry in old where entry.local != 0 {
            var slot = hash(entry.local, entry.prefix)
            while entries[slot].local != 0 { slot = (slot + 1) & (entries.count - 1) }
            entries[slot] = entry
        }
    }
}
