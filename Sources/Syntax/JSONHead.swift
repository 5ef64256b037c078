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
    /// `nil` where the sample is no JSON.
    init?(_ sample: HeadSample) {
        guard let root = sample.roots.first, sample.kind(root) == .object || sample.kind(root) == .array else {
            return nil
        }
        let isArray = sample.kind(root) == .array
        self.init(shape: isArray ? .array : sample.isFollowed ? .values : .object, keys: [])
        guard let object = sample.object(at: root) else { return }
        keys = sample.keys(of: object)
        for (name, reader) in RecordReader(tape: sample.tape, root: object).members {
            switch sample.kind(reader.node) {
            case .array: arrays[name] = sample.object(at: reader.node).map { sample.keys(of: $0) } ?? []
            case .object: objects[name] = sample.keys(of: reader.node)
            default: break
            }
        }
    }
}

extension HeadSample {
    fileprivate func keys(of object: UInt32) -> [String] {
        RecordReader(tape: tape, root: object).members.map(\.name)
    }
}
