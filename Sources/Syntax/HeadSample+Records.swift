extension HeadSample {
    /// The first record, where records stand as a path says.
    func firstRecord(_ path: RecordPath) -> UInt32? {
        guard let root = roots.first else { return nil }
        switch path {
        case .json(let arrays):
            guard kind(root) != .element else { return nil }
            return firstRecord(.shared(arrays))
        case .xml(let elements, let below):
            guard kind(root) == .element else { return nil }
            return firstElement(elements.map(FieldStep.init), below.map(FieldStep.init)[...], in: root)
        case .csv: return nil
        }
    }

    private enum Found {
        case record(UInt32)
        /// Lists of records, but none in them.
        case emptyList
        case nothing
    }

    private func firstRecord(_ tree: PathTree) -> UInt32? {
        for root in roots {
            let objects = kind(root) == .array ? Array(children(of: root)) : [root]
            for object in objects where kind(object) == .object {
                switch find(tree, in: object) {
                case .record(let record): return record
                case .emptyList: continue
                case .nothing: return object
                }
            }
        }
        return nil
    }

    private func find(_ tree: PathTree, in object: UInt32) -> Found {
        var found = Found.nothing
        for member in children(of: object) {
            guard kind(member) == .array || kind(member) == .object,
                let branch = tree.branch(tape.nodes + Int(member), on: tape)
            else { continue }
            if kind(member) == .array, branch.isEnd {
                if let record = self.object(at: member) { return .record(record) }
                found = .emptyList
            } else if kind(member) == .object {
                switch find(branch, in: member) {
                case .record(let record): return .record(record)
                case .emptyList: found = .emptyList
                case .nothing where branch.isEnd && tape.nodes[Int(member)].next > member + 1: return .record(member)
                case .nothing: break
                }
            }
        }
        return found
    }

    private func firstElement(_ names: [FieldStep], _ below: ArraySlice<FieldStep>, in parent: UInt32) -> UInt32? {
        let wanted = below.first.map { [$0] } ?? names
        for child in children(of: parent) where kind(child) == .element {
            guard wanted.contains(where: { tape.isNamed(tape.nodes + Int(child), $0) }) else { continue }
            guard !below.isEmpty else { return child }
            if let record = firstElement(names, below.dropFirst(), in: child) { return record }
        }
        return nil
    }
}
