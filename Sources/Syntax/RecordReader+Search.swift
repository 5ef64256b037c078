internal import Diagnostics

extension RecordReader {
    /// The node of a field, null and empty ones included.
    func find(_ field: FieldPath) -> UInt32? {
        if tape.nodes[Int(node)].kind == .row { return cell(field) }
        let parts = field.parts
        var at = node
        if let first = parts.first {
            guard let found = child(of: at, first) else { return nil }
            at = found
            for step in parts.rest {
                guard let found = child(of: at, step) else { return nil }
                at = found
            }
        }
        guard let attribute = parts.attribute else { return at }
        return self.attribute(of: at, attribute)
    }

    /// The first member, or child element, of a name. The search begins behind the one that was found last.
    private func child(of parent: UInt32, _ step: FieldStep) -> UInt32? {
        let tape = tape
        let nodes = tape.nodes
        let own = nodes + Int(parent)
        let end = own.pointee.next
        let first = parent &+ 1
        switch own.pointee.kind {
        case .element:
            return search(step, .element, first, end)
        case .object:
            let from = tape.hintParent == parent ? tape.hint : first
            guard let found = search(step, nil, from, end) ?? search(step, nil, first, from) else { return nil }
            tape.hintParent = parent
            tape.hint = nodes[Int(found)].next
            return found
        default:
            return nil
        }
    }

    /// The cell under the first column of this name. A row has no depth: the path as a whole is the name.
    private func cell(_ field: FieldPath) -> UInt32? {
        guard let ordinal = tape.finder?.ordinal(of: field), ordinal < .max else { return nil }
        let at = node &+ 1 &+ ordinal
        return at < tape.nodes[Int(node)].next ? at : nil
    }

    /// The cells that say something, under this cell's column and the later ones of the same name.
    func cells(_ first: UInt32) -> [UInt32] {
        var cells: [UInt32] = []
        var ordinal: UInt32? = first &- root &- 1
        while let column = ordinal, root &+ 1 &+ column < tape.nodes[Int(root)].next {
            let at = root &+ 1 &+ column
            if !isBlank(at) { cells.append(at) }
            ordinal = tape.finder?.columns.namesake(of: column)
        }
        return cells
    }

    private func attribute(of parent: UInt32, _ step: FieldStep) -> UInt32? {
        var at = parent &+ 1
        let end = tape.nodes[Int(parent)].next
        while at < end, tape.nodes[Int(at)].kind == .attribute {
            if tape.isNamed(tape.nodes + Int(at), step) { return at }
            at &+= 1
        }
        return nil
    }

    @inline(__always)
    private func search(_ step: FieldStep, _ kind: TapeNode.Kind?, _ from: UInt32, _ end: UInt32) -> UInt32? {
        let nodes = tape.nodes
        var at = from
        while at < end {
            let node = nodes + Int(at)
            if node.pointee.fingerprint == step.fingerprint, kind == nil || node.pointee.kind == kind,
                !node.pointee.traits.contains(.shadowed), tape.isNamed(node, step)
            {
                return at
            }
            at = node.pointee.next
        }
        return nil
    }

    /// The element that was found, and its later siblings of the same name.
    func namesakes(of found: UInt32, _ field: FieldPath) -> [UInt32] {
        guard let last = field.parts.rest.last ?? field.parts.first else { return [found] }
        var parent = node
        if let first = field.parts.first, !field.parts.rest.isEmpty {
            parent = child(of: parent, first) ?? parent
            for step in field.parts.rest.dropLast() { parent = child(of: parent, step) ?? parent }
        }
        var all: [UInt32] = []
        let end = tape.nodes[Int(parent)].next
        var at = found
        while let next = search(last, .element, at, end) {
            all.append(next)
            at = tape.nodes[Int(next)].next
        }
        return all
    }
}
