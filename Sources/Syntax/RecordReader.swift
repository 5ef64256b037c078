package import Diagnostics

/// A view of one node of a record: what dialects read fields with, JSON, XML and CSV alike.
///
/// A row of CSV has no depth: a path as a whole names a column, dots and all, exactly as the header row spells it without
/// white space around it.
///
/// It stands only while its record is being transformed; values taken out of it stay.
package struct RecordReader {
    let tape: RecordTape
    /// The node that is looked at, and the one that the record begins with.
    let node: UInt32
    let root: UInt32
    /// The path that led here.
    let stem: FieldStem

    init(tape: RecordTape, root: UInt32) {
        self.init(tape: tape, node: root, root: root, stem: .record)
    }

    init(tape: RecordTape, node: UInt32, root: UInt32, stem: FieldStem) {
        self.tape = tape
        self.node = node
        self.root = root
        self.stem = stem
    }

    package var notes: ReadingNotes { tape.notes }

    /// Where this node begins.
    package var origin: Origin { origin(of: node, stem.spelling) }

    /// The element's name as the file spells it, prefix included; empty in JSON and CSV.
    package var name: String {
        let node = tape.nodes[Int(node)]
        return node.kind == .element ? tape.name(of: node) : ""
    }

    /// An object, or a child element.
    package func inner(_ field: FieldPath) -> RecordReader? {
        guard let found = find(field) else { return nil }
        switch tape.nodes[Int(found)].kind {
        case .object, .element:
            return RecordReader(tape: tape, node: found, root: root, stem: tape.joints.path(stem, field))
        case .null:
            return nil
        default:
            if !isBlank(found) { misshape(found, field, "an object") }
            return nil
        }
    }

    /// The elements of an array; in XML all child elements of that name; in CSV the cells under the columns of that name
    /// that are not empty. A single object where an array belongs is a list of one.
    package func list(_ field: FieldPath) -> [RecordReader] {
        guard let found = find(field) else { return [] }
        let stem = tape.joints.path(stem, field)
        if tape.nodes[Int(node)].kind == .row {
            return cells(found).map { RecordReader(tape: tape, node: $0, root: root, stem: stem) }
        }
        let first = tape.nodes[Int(found)]
        switch first.kind {
        case .array:
            var readers: [RecordReader] = []
            var at = found &+ 1
            while at < first.next {
                readers.append(RecordReader(tape: tape, node: at, root: root, stem: stem))
                at = tape.nodes[Int(at)].next
            }
            return readers
        case .element:
            return namesakes(of: found, field).map { RecordReader(tape: tape, node: $0, root: root, stem: stem) }
        case .object:
            return [RecordReader(tape: tape, node: found, root: root, stem: stem)]
        case .null:
            return []
        default:
            if !isBlank(found) { misshape(found, field, "a list") }
            return []
        }
    }

    /// Whether the field holds an array, be it an empty one.
    package func holdsList(_ field: FieldPath) -> Bool {
        find(field).map { tape.nodes[Int($0)].kind == .array } ?? false
    }

    /// Whether the field is there at all, null and empty included.
    package func has(_ field: FieldPath) -> Bool { find(field) != nil }

    /// The members of this object, the attributes (`@name`) and child elements of this element, or the cells of this row,
    /// in their order.
    package var members: [(name: String, reader: RecordReader)] {
        let own = tape.nodes[Int(node)]
        guard own.kind == .object || own.kind == .element || own.kind == .row else { return [] }
        var members: [(name: String, reader: RecordReader)] = []
        var at = node &+ 1
        while at < own.next {
            let child = tape.nodes[Int(at)]
            if !child.traits.contains(.shadowed) {
                let name = (child.kind == .attribute ? "@" : "") + tape.name(of: child)
                members.append((name, RecordReader(tape: tape, node: at, root: root, stem: stem.member(name))))
            }
            at = child.next
        }
        return members
    }

    /// The record's own source text, as it stands in the file.
    package func verbatim() -> String { tape.text(ofRecord: root).string }

    /// Rejects the record as a whole.
    package func reject(because diagnostic: Diagnostic) { notes.reject(because: diagnostic) }
}
