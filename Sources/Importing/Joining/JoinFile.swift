package import Diagnostics
package import Syntax

/// A user's word on which records are one incident: a line for each, the ids separated by commas, semicolons or tabs.
///
/// An id may be written as `system:id` where several systems give out the same. `#` begins a comment.
package struct JoinFile: Sendable {
    struct Row: Sendable {
        var names: [(system: String?, id: String)]
        var origin: Origin
    }

    let rows: [Row]

    /// The rows of a text, and a fault for each line that joins nothing.
    package static func read(_ text: InputText, source: SourceID) -> Outcome<JoinFile> {
        var rows: [Row] = []
        var faults: [Diagnostic] = []
        var number = 0
        while let line = text.line(number + 1) {
            number += 1
            let origin = Origin(source: source, line: UInt32(clamping: number), column: 1)
            let names = line.prefix { $0 != "#" }.split { $0 == "," || $0 == ";" || $0 == "\t" }
                .compactMap { name($0) }
            guard !names.isEmpty else { continue }
            if names.count < 2 {
                faults.append(Diagnostic(.joinTooShort, "one id alone joins nothing", at: origin))
            } else {
                rows.append(Row(names: names, origin: origin))
            }
        }
        return Outcome(JoinFile(rows: rows), faults)
    }

    private static func name(_ cell: Substring) -> (system: String?, id: String)? {
        var cell = cell
        while let first = cell.first, first.isWhitespace || first == "\"" || first == "\u{FEFF}" { cell.removeFirst() }
        while let last = cell.last, last.isWhitespace || last == "\"" { cell.removeLast() }
        guard !cell.isEmpty else { return nil }
        let parts = cell.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, !cell.contains("//") else { return (nil, String(cell)) }
        return (String(parts[0]), String(parts[1]))
    }
}

extension DiagnosticCode {
    package static let joinTooShort = DiagnosticCode(
        "join-too-short", .warning, "a row of the join file joins nothing",
        "Every row lists two or more records that tell of one incident, separated by commas.")
}
