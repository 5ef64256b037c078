package import Diagnostics

extension RecordReader {
    /// The object in a field: one that stands there itself, or one that the field's text spells in JSON, as messages
    /// carry the documents of other systems.
    ///
    /// `nil` where the field is absent or blank, and where its text spells no object, which is noted
    /// (`nested-document`). What is read in a text has the place of that text, and a path of its own below it.
    package func nested(_ field: FieldPath) -> RecordReader? {
        guard let found = find(field) else { return nil }
        switch tape.nodes[Int(found)].kind {
        case .object,
            .element where tape.nodes[Int(found)].traits.contains(.parent):
            return inner(field)
        default: break
        }
        var bytes: [UInt8] = []
        guard let origin = scan(field, { bytes = Array($0) }) else { return nil }
        let inside = RecordTape(InputText(bytes: bytes), source: tape.source, depth: tape.frameCapacity, notes: notes)
        if let fault = inside.layDocument(at: origin) {
            notes.add(
                Diagnostic(
                    .nestedDocument, "the text in this field should be a JSON object: \(fault)", at: origin,
                    help: "the field is left out"))
            return nil
        }
        return RecordReader(tape: inside, node: 0, root: 0, stem: tape.joints.path(stem, field))
    }
}

extension RecordTape {
    /// Lays the one object that the input spells, as if all of it stood at `place`; says what is wrong otherwise.
    fileprivate func layDocument(at place: Origin) -> String? {
        inputBase = input.base
        // Keys that repeat are told once, with the place of the text.
        duplicates = Self.toldDuplicates
        var scanner = JSONScanner(
            input, from: 0, to: input.count, line: place.line, lineStart: 0, limits: .standard)
        guard scanner.value(onto: self) else { return scanner.fault?.message ?? "it ends early" }
        scanner.skipWhiteSpace()
        guard scanner.at == scanner.end else { return "more text follows behind the first value" }
        guard nodes[0].kind == .object else { return "it is a value of another kind" }
        for index in 0..<count {
            nodes[index].line = place.line
            nodes[index].column = place.column
        }
        let repeated = duplicates - Self.toldDuplicates
        if repeated > 0 {
            let keys = repeated == 1 ? "a key repeats" : "\(repeated) keys repeat"
            notes.add(Diagnostic(.duplicateKey, "\(keys) in this text; the first value of each is used", at: place))
        }
        return nil
    }
}

extension DiagnosticCode {
    package static let nestedDocument = DiagnosticCode(
        "nested-document", .warning, "a text that should spell a JSON object does not",
        """
        Some systems put a whole JSON document into a text of another one, such as the alarm in the `Message` of an Amazon \
        SNS notification. This text is none, or was cut short. What would have been read from it counts as absent.
        """)
}
