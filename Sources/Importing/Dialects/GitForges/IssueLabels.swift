import Diagnostics
import Syntax

/// Labels of an issue, among them the one by which teams declare a severity: `sev1`, `severity::2`, `priority: high`,
/// `P1`.
enum IssueLabels {
    /// The label that is nearest to a severity: one that begins with `sev`, then a priority.
    static func severity(among labels: [Sourced<String>]) -> Sourced<String>? {
        labels.first { $0.value.lowercased().hasPrefix("sev") }
            ?? labels.first { $0.value.lowercased().hasPrefix("priority") }
            ?? labels.first { isPriority($0.value) }
    }

    /// The names of labels that are objects, texts, or both.
    static func names(_ record: RecordReader, _ field: FieldPath) -> [Sourced<String>] {
        record.list(field).compactMap { label in
            label.has(name) ? label.text(name) : label.ownText
        }
    }

    private static func isPriority(_ label: String) -> Bool {
        let bytes = Array(label.utf8)
        return bytes.count == 2 && bytes[0] | 0x20 == UInt8(ascii: "p") && (48...57).contains(bytes[1])
    }

    private static let name: FieldPath = "name"
}
