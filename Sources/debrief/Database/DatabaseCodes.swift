package import Diagnostics

extension DiagnosticCode {
    /// What is said about incident databases.
    package static let databaseCodes: [DiagnosticCode] = [
        .importedBefore, .keptErrors, .keptWarnings, .pagesNotNoted, .readAnew,
    ]
}
