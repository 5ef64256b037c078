package import Diagnostics

/// A view of one node of a record: what dialects read fields with, JSON and XML alike.
///
/// It stands only while its record is being transformed; values taken out of it stay.
package struct RecordReader {
    package let notes: ReadingNotes
    /// Where this node begins.
    package var origin: Origin
    /// The element's name as the file spells it, prefix included; empty in JSON.
    package var name: String

    /// The text of a field; numbers and truth values give their spelling. `nil` where the field is absent, null, empty
    /// or only white space, and where it is an object, an array or a parent of elements, which is noted (`field-shape`).
    package func text(_ field: FieldPath) -> Sourced<String>? { nil }
    /// A whole number, or a text that spells one.
    package func integer(_ field: FieldPath) -> Sourced<Int>? { nil }
    /// A finite number, or a text that spells one.
    package func number(_ field: FieldPath) -> Sourced<Double>? { nil }
    /// `true` or `false`, or a text that spells one of them.
    package func flag(_ field: FieldPath) -> Sourced<Bool>? { nil }
    /// Lets `read` make a value straight from the field's UTF-8 bytes, without a string in between; `nil` as in
    /// ``text(_:)``. What `read` returns stands, `nil` included.
    package func scan<Value>(
        _ field: FieldPath, _ read: (UnsafeRawBufferPointer) -> Value
    ) -> Sourced<Value>? { nil }
    /// An object, or a child element.
    package func inner(_ field: FieldPath) -> RecordReader? { nil }
    /// The elements of an array; in XML all child elements of that name.
    package func list(_ field: FieldPath) -> [RecordReader] { [] }
    /// The text of this node itself.
    package var ownText: Sourced<String>? { nil }
    /// Whether the field is there at all, null and empty included.
    package func has(_ field: FieldPath) -> Bool { false }
    /// The members of this object, or the child elements and attributes (`@name`) of this element, in their order.
    package var members: [(name: String, reader: RecordReader)] { [] }
    /// The record's own source text, as it stands in the file.
    package func verbatim() -> String { "" }
    /// Rejects the record as a whole.
    package func reject(because diagnostic: Diagnostic) { notes.reject(because: diagnostic) }
}
