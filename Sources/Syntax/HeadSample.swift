internal import Diagnostics
internal import Synchronization

/// The values that a head shows: laid onto a tape once, and only looked at from then on.
final class HeadSample: Sendable {
    let tape: RecordTape
    /// The values at the root.
    let roots: [UInt32]
    /// Whether more text stands behind the first value.
    let isFollowed: Bool
    /// The fields of the records that were asked for: most dialects ask for the same one.
    private let known = Mutex<[UInt32: Set<String>]>([:])

    init(tape: RecordTape, roots: [UInt32], isFollowed: Bool = false) {
        self.tape = tape
        self.roots = roots
        self.isFollowed = isFollowed
    }

    /// `nil` where not even the first value begins like JSON.
    convenience init?(json input: InputText) {
        let reach = min(input.count, ExportHead.size)
        let start = input.bytes.prefix(3).elementsEqual([0xEF, 0xBB, 0xBF]) ? 3 : 0
        let limits = ReadingLimits.standard
        let tape = RecordTape(input, source: SourceID(0), depth: limits.depth)
        tape.inputBase = input.base
        var scanner = JSONScanner(input, from: start, to: reach, line: 1, lineStart: 0, limits: limits)
        let isWhole = scanner.value(onto: tape)
        guard tape.count > 0 else { return nil }
        // `[12 May] something happened` is no JSON: a fault in the first few values is one too many.
        guard isWhole || tape.count > 2 || scanner.fault?.endedEarly == true else { return nil }
        var roots: [UInt32] = [0]
        scanner.skipWhiteSpace()
        let isFollowed = isWhole && scanner.at < scanner.end
        var goesOn = isFollowed
        while goesOn {
            let root = tape.count
            goesOn = scanner.value(onto: tape)
            if tape.count > root { roots.append(UInt32(truncatingIfNeeded: root)) }
            scanner.skipWhiteSpace()
            if scanner.at == scanner.end { goesOn = false }
        }
        tape.closeOpenNodes()
        if !isWhole, scanner.fault?.endedEarly == true, reach < input.count { tape.layMembersBehindLongOne() }
        self.init(tape: tape, roots: roots, isFollowed: isFollowed)
    }

    func kind(_ node: UInt32) -> TapeNode.Kind { tape.nodes[Int(node)].kind }

    /// The nodes right inside another one, attributes included.
    func children(of parent: UInt32) -> some Sequence<UInt32> {
        let end = tape.nodes[Int(parent)].next
        return sequence(state: parent + 1) { [tape] at -> UInt32? in
            guard at < end else { return nil }
            defer { at = tape.nodes[Int(at)].next }
            return at
        }
    }

    /// All paths below a record, joined by dots; remembered.
    func fields(of record: UInt32) -> Set<String> {
        known.withLock { known in
            if let fields = known[record] { return fields }
            var fields: Set<String> = []
            gather(record, under: "", depth: 4, into: &fields)
            known[record] = fields
            return fields
        }
    }

    private func gather(_ node: UInt32, under stem: String, depth: Int, into fields: inout Set<String>) {
        for child in children(of: node) {
            let inner = tape.nodes[Int(child)]
            let name = tape.name(of: inner)
            if inner.kind == .attribute {
                fields.insert(stem + "@" + name)
                continue
            }
            guard depth > 0 else { continue }
            let path = stem.isEmpty ? name : stem + "." + name
            fields.insert(path)
            if let object = object(at: child) { gather(object, under: path, depth: depth - 1, into: &fields) }
        }
    }

    /// An object or element, or the first object of a list.
    func object(at node: UInt32) -> UInt32? {
        switch kind(node) {
        case .object, .element: node
        case .array: children(of: node).first { kind($0) == .object }
        default: nil
        }
    }

    /// The text at a path that ``fields(of:)`` knows; the first of several.
    func value(of field: String, in record: UInt32) -> String? {
        let path = FieldPath(field)
        var at = record
        for step in [path.parts.first].compactMap(\.self) + path.parts.rest {
            guard let object = object(at: at), let next = child(of: object, named: step, isAttribute: false) else {
                return nil
            }
            at = next
        }
        if let attribute = path.parts.attribute {
            guard let next = child(of: at, named: attribute, isAttribute: true) else { return nil }
            at = next
        }
        let node = tape.nodes[Int(at)]
        switch node.kind {
        case .object, .array, .null: return nil
        case .element where node.traits.contains(.parent): return nil
        default: break
        }
        let reader = RecordReader(tape: tape, root: at)
        return node.length > 200 || reader.isBlank(at) ? nil : reader.string(at)
    }

    private func child(of parent: UInt32, named step: FieldStep, isAttribute: Bool) -> UInt32? {
        children(of: parent).first { child in
            (kind(child) == .attribute) == isAttribute && tape.isNamed(tape.nodes + Int(child), step)
        }
    }
}
