package import Diagnostics
import Importing
import IncidentModel
import IncidentStore
import Reporting

extension KeptSource {
    /// What was said when an export was imported, in short: whoever imported it read it, and got the exit status.
    /// `debrief check --database` says it in full.
    ///
    /// `anew`: what is said of it under rules that nobody imported it by.
    func saidInShort(as source: SourceID, anew: [Diagnostic]? = nil) -> [Diagnostic] {
        let when = anew == nil ? "when it was imported" : "as it is read now"
        func short(_ code: DiagnosticCode, _ level: DiagnosticLevel, _ counted: Int, _ word: String) -> Diagnostic? {
            let count = anew.map { $0.count { $0.level == level } } ?? counted
            guard count > 0 else { return nil }
            return Diagnostic(
                code, "\(Phrasing.count(count, word)) \(when)", at: .whole(source),
                help: "`debrief check --database` shows them")
        }
        let said = [
            short(.keptErrors, .error, counts.errors, "error"),
            short(.keptWarnings, .warning, counts.warnings, "warning"),
            purged > 0 ? .purged(purged, of: source) : nil,
        ]
        return said.compactMap { $0 }
    }
}

extension DiagnosticCode {
    package static let keptErrors = DiagnosticCode(
        "kept-errors", .warning, "an export of the database was imported with errors",
        """
        Some of its records were rejected when it was imported, or a part of it could not be read. The import said so, \
        and left with exit status 65; commands that read the database repeat it as a warning. The figures are made \
        without it, as they would be if the export were read now. `debrief check --database FILE` shows every error \
        with its line, and leaves with 65.
        """)
    package static let keptWarnings = DiagnosticCode(
        "kept-warnings", .warning, "an export of the database was imported with warnings",
        """
        Something about its records was doubtful when it was imported: a figure may be missing for it. \
        `debrief check --database FILE` shows every warning with its line.
        """)
}
