package import Diagnostics

extension RecordReader {
    /// The text of a field; numbers and truth values give their spelling. `nil` where the field is absent, null, empty
    /// or only white space, and where it is an object, an array or a parent of elements, which is noted (`field-shape`).
    package func text(_ field: FieldPath) -> Sourced<String>? {
        guard let found = worded(field, "a text") else { return nil }
        return Sourced(text: string(found), origin(of: found, field))
    }

    /// The text of this node itself: an element, or a text in an array.
    package var ownText: Sourced<String>? {
        guard isWorded(node) else {
            if !isNull(node) { tape.notes.misshape(origin, Self.unexpected("a text", tape.nodes[Int(node)].kind)) }
            return nil
        }
        return isBlank(node) ? nil : Sourced(text: string(node), origin)
    }

    /// Lets `read` look at the field's UTF-8 bytes, and says who said them; `nil` where ``text(_:)`` is `nil`.
    ///
    /// Not generic: it reads every stamp of every record, and what is generic is slow across modules.
    package func scan(_ field: FieldPath, _ read: (UnsafeRawBufferPointer) -> Void) -> Origin? {
        guard let found = worded(field, "a text") else { return nil }
        withBytes(of: found, read)
        return origin(of: found, field)
    }

    /// A whole number, or a text that spells one.
    package func integer(_ field: FieldPath) -> Sourced<Int>? {
        number(field, "a whole number") { spelling in
            if let number = Int(spelling) { return number }
            guard let number = Double(spelling), number.magnitude < 0x1p53 else { return nil }
            return Int(exactly: number)
        }
    }

    /// A finite number, or a text that spells one.
    package func number(_ field: FieldPath) -> Sourced<Double>? {
        number(field, "a number") { spelling in
            Double(spelling).flatMap { $0.isFinite ? $0 : nil }
        }
    }

    private func number<Number>(
        _ field: FieldPath, _ wanted: String, _ read: (String) -> Number?
    ) -> Sourced<Number>? {
        guard let found = worded(field, wanted) else { return nil }
        let spelling = withBytes(of: found) { NumberSpelling.trimmed($0) }
        guard let spelling, let number = read(spelling) else {
            misshape(found, field, wanted)
            return nil
        }
        return Sourced(number, origin(of: found, field))
    }

    /// `true` or `false`, or a text that spells one of them in any case.
    package func flag(_ field: FieldPath) -> Sourced<Bool>? {
        guard let found = worded(field, "`true` or `false`") else { return nil }
        switch tape.nodes[Int(found)].kind {
        case .yes: return Sourced(true, origin(of: found, field))
        case .no: return Sourced(false, origin(of: found, field))
        case .string, .element, .attribute:
            switch string(found).lowercased() {
            case "true": return Sourced(true, origin(of: found, field))
            case "false": return Sourced(false, origin(of: found, field))
            default: break
            }
        default: break
        }
        misshape(found, field, "`true` or `false`")
        return nil
    }

    // MARK: Pieces

    /// The node of a field that says something.
    @inline(__always)
    private func worded(_ field: FieldPath, _ wanted: String) -> UInt32? {
        guard let found = find(field) else { return nil }
        if isWorded(found) {
            guard isBlank(found) else { return found }
            return tape.nodes[Int(found)].traits.contains(.repeated) ? cells(found).first : nil
        }
        if !isNull(found) { misshape(found, field, wanted) }
        return nil
    }

    private func isWorded(_ index: UInt32) -> Bool {
        let node = tape.nodes[Int(index)]
        switch node.kind {
        case .object, .array, .null, .row: return false
        case .element: return !node.traits.contains(.parent)
        case .string, .number, .yes, .no, .attribute: return true
        }
    }

    private func isNull(_ index: UInt32) -> Bool { tape.nodes[Int(index)].kind == .null }

    /// Whether a text holds nothing but white space.
    func isBlank(_ index: UInt32) -> Bool {
        let node = tape.nodes[Int(index)]
        if node.length > 0, (tape.base + Int(node.start)).pointee > 0x20, !node.traits.contains(.escaped) {
            return false
        }
        return withBytes(of: index) { bytes in bytes.allSatisfy { $0 == 0x20 || ($0 >= 0x09 && $0 <= 0x0D) } }
    }

    func string(_ index: UInt32) -> String {
        let node = tape.nodes[Int(index)]
        let start = tape.base + Int(node.start)
        if !node.traits.isDisjoint(with: .respelled) {
            return node.traits.contains(.escaped)
                ? JSONEscapes.string(start, Int(node.length))
                : CSVText.string(start, Int(node.length), node.traits, tape.encoding)
        }
        return String(decoding: UnsafeBufferPointer(start: start, count: Int(node.length)), as: UTF8.self)
    }

    private func withBytes<Value>(
        of index: UInt32, _ body: (UnsafeRawBufferPointer) throws -> Value
    ) rethrows -> Value {
        let node = tape.nodes[Int(index)]
        let start = tape.base + Int(node.start)
        if !node.traits.isDisjoint(with: .respelled) {
            let bytes =
                node.traits.contains(.escaped)
                ? JSONEscapes.decoded(start, Int(node.length))
                : CSVText.decoded(start, Int(node.length), node.traits, tape.encoding)
            return try bytes.withUnsafeBytes(body)
        }
        return try body(UnsafeRawBufferPointer(start: start, count: Int(node.length)))
    }

    func origin(of index: UInt32, _ field: FieldPath) -> Origin {
        origin(of: index, stem.id == 0 ? field.spelling : tape.joints.path(stem, field).spelling)
    }

    func origin(of index: UInt32, _ field: String) -> Origin {
        let node = tape.nodes + Int(index)
        return Origin(source: tape.source, line: node.pointee.line, column: node.pointee.column, field: field)
    }

    func misshape(_ found: UInt32, _ field: FieldPath, _ wanted: String) {
        tape.notes.misshape(origin(of: found, field), Self.unexpected(wanted, tape.nodes[Int(found)].kind))
    }

    private static func unexpected(_ wanted: String, _ kind: TapeNode.Kind) -> String {
        let is_: String =
            switch kind {
            case .object: "an object"
            case .array: "a list"
            case .number: "a number"
            case .yes, .no: "a truth value"
            case .null: "null"
            case .string, .attribute: "a text"
            case .element: "an element"
            case .row: "a row"
            }
        return is_ == wanted ? "\(wanted) of another form belongs here" : "\(wanted) belongs here, but this is \(is_)"
    }
}
