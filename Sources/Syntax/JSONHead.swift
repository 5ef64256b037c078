internal import Diagnostics

/// The head of a JSON text.
package struct JSONHead: Sendable, Equatable {
    package enum Shape: Sendable, Equatable {
        case object, array
        /// Several values after one another: NDJSON, or objects in a row.
        case values
    }

    package var shape: Shape
    /// The keys of the first object at the root (of the first element in an array), as far as the head reaches, in order.
    package var keys: [String]
    /// Per key of that object that holds an array: the keys of the array's first object.
    package var arrays: [String: [String]]
    /// Per key of that object that holds an object: the keys in it.
    package var objects: [String: [String]]

    package init(
        shape: Shape, keys: [String], arrays: [String: [String]] = [:], objects: [String: [String]] = [:]
    ) {
        self.shape = shape
        self.keys = keys
        self.arrays = arrays
        self.objects = objects
    }

    /// The keys of the first record, if records stand as `RecordPath.json(arrays:)` says.
    package func recordKeys(arrays names: [String]) -> [String] {
        guard shape != .array else { return keys }
        for name in names { if let keys = arrays[name] { return keys } }
        return keys
    }
}

extension JSONHead {
    /// `nil` where not even the first value begins like JSON.
    init?(_ input: InputText) {
        let reach = min(input.count, ExportHead.size)
        let start = input.bytes.prefix(3).elementsEqual([0xEF, 0xBB, 0xBF]) ? 3 : 0
        let tape = RecordTape(input, source: SourceID(0), depth: ReadingLimits.standard.depth)
        tape.inputBase = input.base
        var scanner = JSONScanner(
            input, from: start, to: reach, line: 1, lineStart: 0, limits: ReadingLimits.standard)
        let isWhole = scanner.value(onto: tape)
        tape.closeOpenNodes()
        guard tape.count > 0 else { return nil }
        let isCutOff = reach < input.count && scanner.fault?.endedEarly == true
        // `[12 May] something happened` is no JSON: a fault in the first few values is one too many.
        guard isWhole || isCutOff || tape.count > 2 || scanner.fault?.endedEarly == true else { return nil }

        scanner.skipWhiteSpace()
        let isFollowed = isWhole && scanner.at < scanner.end
        let root = tape.nodes[0].kind
        var object: UInt32? = 0
        if root == .array { object = tape.firstObject(in: 0) }
        shape = isFollowed && root == .object ? .values : root == .array ? .array : .object
        guard let object else {
            (keys, arrays, objects) = ([], [:], [:])
            return
        }
        keys = tape.keys(of: object)
        (arrays, objects) = ([:], [:])
        for (name, reader) in RecordReader(tape: tape, root: object).members {
            switch tape.nodes[Int(reader.node)].kind {
            case .array: arrays[name] = tape.firstObject(in: reader.node).map { tape.keys(of: $0) } ?? []
            case .object: objects[name] = tape.keys(of: reader.node)
            default: break
            }
        }
    }
}

extension RecordTape {
    /// Makes a tape whole that was left in the middle of a record.
    fileprivate func closeOpenNodes() {
        for index in 0..<count where nodes[index].kind == .object || nodes[index].kind == .array {
            if nodes[index].length == 0 { nodes[index].next = UInt32(truncatingIfNeeded: count) }
        }
    }

    fileprivate func firstObject(in array: UInt32) -> UInt32? {
        var at = array + 1
        while at < nodes[Int(array)].next {
            if nodes[Int(at)].kind == .object { return at }
            at = nodes[Int(at)].next
        }
        return nil
    }

    fileprivate func keys(of object: UInt32) -> [String] {
        RecordReader(tape: self, root: object).members.map(\.name)
    }
}
