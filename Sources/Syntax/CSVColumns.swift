/// The columns of a CSV input, as its header row names them.
// `@unchecked`: all is written before the initializer returns and never after.
final class CSVColumns: @unchecked Sendable {
    /// Cells in the header row, those without a name included.
    let count: Int
    /// By cell of the header row: what the cell of a row looks like but for its text and place. Without a name it gets
    /// no node at all.
    let nodes: UnsafeMutablePointer<TapeNode>
    /// What the places of names count from.
    let base: Byte
    private let storage: UnsafeMutablePointer<UInt8>
    /// By name: which of the named columns is the first to bear it.
    private let ordinals: [[UInt8]: UInt32]
    /// By named column: the next one of the same name, or 0.
    private let namesakes: [UInt32]

    init(_ names: [String]) {
        count = names.count
        nodes = .allocate(capacity: max(1, count))
        let bytes = names.map { Array($0.utf8) }
        storage = .allocate(capacity: max(1, bytes.reduce(0) { $0 + $1.count }))
        base = Byte(storage)
        var offset = 0
        var ordinals: [[UInt8]: UInt32] = [:]
        var last: [[UInt8]: Int] = [:]
        var namesakes: [UInt32] = []
        var columns: [Int] = []
        for (column, name) in bytes.enumerated() {
            var node = TapeNode(kind: .string)
            node.nameStart = UInt32(truncatingIfNeeded: offset)
            node.nameLength = UInt32(truncatingIfNeeded: name.count)
            for byte in name {
                storage[offset] = byte
                offset += 1
            }
            if !name.isEmpty {
                let ordinal = namesakes.count
                node.next = UInt32(truncatingIfNeeded: ordinal + 2)
                namesakes.append(0)
                columns.append(column)
                if let earlier = last.updateValue(ordinal, forKey: name) {
                    namesakes[earlier] = UInt32(truncatingIfNeeded: ordinal)
                    nodes[columns[earlier]].traits.insert(.repeated)
                } else {
                    ordinals[name] = UInt32(truncatingIfNeeded: ordinal)
                }
            }
            (nodes + column).initialize(to: node)
        }
        self.ordinals = ordinals
        self.namesakes = namesakes
    }

    deinit {
        nodes.deallocate()
        storage.deallocate()
    }

    /// Which of the named columns is the first of this name.
    func ordinal(of name: [UInt8]) -> UInt32? { ordinals[name] }

    /// Which of the named columns bears the name of this one next.
    func namesake(of ordinal: UInt32) -> UInt32? {
        let next = namesakes[Int(ordinal)]
        return next > 0 ? next : nil
    }
}

/// Where the columns stand that fields were asked of: one memory for each tape, since they are asked of every row.
final class ColumnFinder {
    let columns: CSVColumns
    private let memory: UnsafeMutablePointer<(id: UInt64, ordinal: UInt32)>

    init(_ columns: CSVColumns) {
        self.columns = columns
        memory = .allocate(capacity: 256)
        memory.initialize(repeating: (0, .max), count: 256)
    }

    deinit { memory.deallocate() }

    /// The place of a field's first column among the named ones; `UInt32.max` where no column has its name.
    func ordinal(of field: FieldPath) -> UInt32 {
        let id = field.parts.id
        let slot = memory + Int(truncatingIfNeeded: id & 255)
        if slot.pointee.id != id {
            slot.pointee = (id, columns.ordinal(of: Array(field.spelling.utf8)) ?? .max)
        }
        return slot.pointee.ordinal
    }
}
