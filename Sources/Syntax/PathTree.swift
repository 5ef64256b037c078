internal import Synchronization

/// The paths of ``RecordPath/json(arrays:)``, joined where they begin alike.
final class PathTree: Sendable {
    struct Branch: Sendable {
        let name: FieldStep
        let tree: PathTree
    }

    let branches: [Branch]
    /// Whether a path ends here: an array here holds records.
    let isEnd: Bool
    /// Which of 64 bits the fingerprints of the branches' names set.
    private let mask: UInt64

    /// The tree of some paths, made once: every dialect asks every head for its own.
    static func shared(_ paths: [String]) -> PathTree {
        trees.withLock { trees in
            if let tree = trees[paths] { return tree }
            let steps = paths.map { $0.split(separator: ".").map(String.init)[...] }.filter { !$0.isEmpty }
            let tree = PathTree(steps: steps)
            trees[paths] = tree
            return tree
        }
    }
    private static let trees = Mutex<[[String]: PathTree]>([:])

    private init(steps paths: [ArraySlice<String>]) {
        isEnd = paths.contains { $0.isEmpty }
        var names: [String] = []
        for case let name? in paths.map(\.first) where !names.contains(name) { names.append(name) }
        branches = names.map { name in
            let behind = paths.filter { $0.first == name }.map { $0.dropFirst() }
            return Branch(name: FieldStep(name), tree: PathTree(steps: behind))
        }
        mask = branches.reduce(0) { $0 | 1 << UInt64($1.name.fingerprint & 63) }
    }

    /// Where the paths go on that begin with the name of a node.
    @inline(__always)
    func branch(_ node: UnsafeMutablePointer<TapeNode>, on tape: RecordTape) -> PathTree? {
        guard mask & (1 << UInt64(node.pointee.fingerprint & 63)) != 0 else { return nil }
        return branches.first { tape.isNamed(node, $0.name) }?.tree
    }

    /// Where the paths go on that begin with a key as it stands in the input.
    func branch(_ key: JSONStringPlace) -> PathTree? {
        if key.isEscaped {
            let decoded = JSONEscapes.decoded(key.start, key.length)
            return branches.first { $0.name.bytes == decoded }?.tree
        }
        let bytes = UnsafeBufferPointer(start: key.start, count: key.length)
        return branches.first { $0.name.bytes.elementsEqual(bytes) }?.tree
    }
}
