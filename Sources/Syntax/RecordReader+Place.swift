package import Diagnostics

extension RecordReader {
    /// Where the bytes of the record stand in its input, from its first to its last; `nil` for XML in an encoding whose
    /// bytes cannot be told.
    package var place: Range<Int>? {
        if case .place(_, let range, _) = tape.text(ofRecord: root) { return range }
        return nil
    }

    /// Where the record begins.
    package var beginning: Origin { origin(of: root, "") }

    /// Where the texts and numbers of a field stand in the input, those of every element where a list stands on the way:
    /// of a text what is between its quotes. JSON and CSV alone; an element of XML does not know where its text stands.
    package func places(of field: String) -> [(bytes: Range<Int>, isNumber: Bool)] {
        guard let base = tape.inputBase else { return [] }
        let offset = base - tape.input.base
        let isRow = tape.nodes[Int(root)].kind == .row
        let steps = isRow ? [Substring(field)] : field.split(separator: ".")
        var places: [(bytes: Range<Int>, isNumber: Bool)] = []
        collect(root, steps[...]) { node in
            let start = offset + Int(node.start)
            places.append((start..<start + Int(node.length), node.kind == .number))
        }
        return places
    }

    private func collect(_ index: UInt32, _ steps: ArraySlice<Substring>, _ take: (TapeNode) -> Void) {
        let node = tape.nodes[Int(index)]
        let isList = node.kind == .array
        if steps.isEmpty, node.kind == .string || node.kind == .number { take(node) }
        guard node.kind == .object || node.kind == .row || isList else { return }
        var at = index &+ 1
        while at < node.next {
            let child = tape.nodes[Int(at)]
            if isList || steps.isEmpty {
                collect(at, steps, take)
            } else if let step = steps.first, tape.name(of: child).elementsEqual(step) {
                collect(at, steps.dropFirst(), take)
            }
            at = child.next
        }
    }
}
