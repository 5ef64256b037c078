package import Diagnostics
import Importing
import Syntax

/// Inputs of a run that have the same bytes: an export under two names tells nothing twice, as in a database.
struct InputCopies {
    private var known: [Int: [(name: String, text: InputText)]] = [:]

    /// The name of an earlier input with these bytes.
    mutating func original(of text: InputText, named name: String) -> String? {
        // Nearly always the sizes tell them apart.
        let earlier = known[text.count]?.first { $0.text.hasSameBytes(as: text) }
        if earlier == nil { known[text.count, default: []].append((name, text)) }
        return earlier?.name
    }
}

extension InputText {
    fileprivate func hasSameBytes(as other: InputText) -> Bool {
        withUnsafeBytes { left in other.withUnsafeBytes { right in left.elementsEqual(right) } }
    }
}

extension ImportedExport {
    /// An input with the bytes of an earlier one: nothing of it is counted twice.
    init(source: SourceID, copyOf original: String) {
        self.init(source: source, dialect: nil)
        copyOf = original
        diagnostics = [
            Diagnostic(.sameBytes, "the same bytes as \(original); they are read once", at: .whole(source))
        ]
    }
}

extension DiagnosticCode {
    package static let sameBytes = DiagnosticCode(
        "same-bytes", .note, "two inputs are one export",
        """
        Two of the named files have the same bytes: an export was copied, or downloaded twice. It is read once, under the \
        name that came first, so that no record is counted twice. A database does the same.
        """)
}
