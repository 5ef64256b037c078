package import Diagnostics

extension DiagnosticCode {
    /// Everything that this room can say.
    package static let importingCodes: [DiagnosticCode] = [
        .badTimestamp, .zoneMissing, .doubtfulLocalTime, .missingID, .unknownSeverity, .unknownDue, .outOfOrder,
        .journalWithoutStamp, .orphanedJournal, .otherElements, .noRecords, .notText, .unknownDialect,
        .ambiguousDialect, .duplicateRecord, .mergedRecord, .sharedNumber,
    ]
}
