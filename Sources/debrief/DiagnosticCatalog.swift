import Compliance
package import Diagnostics
import Importing
import Reporting
import Syntax
import Typesetting

/// Everything that the program can say, by code.
package enum DiagnosticCatalog {
    package static let all: [DiagnosticCode] =
        (DiagnosticCode.syntaxCodes + DiagnosticCode.importingCodes + DiagnosticCode.complianceCodes
        + DiagnosticCode.typesettingCodes + DiagnosticCode.reportingCodes + DiagnosticCode.draftCodes
        + DiagnosticCode.auditCodes + databaseCodes + [.editedPage, .world, .noSuchIncident])
        .sorted { $0.id < $1.id }

    private static let databaseCodes: [DiagnosticCode] = [
        .importedBefore, .readAnew, .keptErrors, .keptWarnings, .keptRejects, .pagesNotNoted, .databaseMalformed,
        .databaseDangling, .databaseExportChanged, .databaseCounts, .databaseRecords, .purgedExport, .purgedIncident,
        .purgeHeldBack, .sameBytes,
    ]
}
