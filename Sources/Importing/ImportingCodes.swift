package import Diagnostics

extension DiagnosticCode {
    /// Everything that this room can say.
    package static let importingCodes: [DiagnosticCode] = [
        .badTimestamp, .zoneMissing, .doubtfulLocalTime, .missingID, .unknownSeverity, .unknownDue, .outOfOrder,
        .journalWithoutStamp, .orphanedRecord, .otherElements, .setAside, .noRecords, .notText, .unknownDialect,
        .ambiguousDialect, .noIncidentsInside, .duplicateRecord, .mergedRecord, .joinedRecord, .sharedNumber,
        .ambiguousReference, .joinUnknown, .joinTooShort, .resembles, .accountOfUnknownIncident,
        .undatedUpdates, .durationDiffers, .looseEntry, .analyticsZone, .namelessContext, .brokenCell,
        .rewrittenDate, .resolutionUndone, .changelogCut,
        .fieldMapNotYAML, .fieldMapTooLarge, .fieldMapDuplicateKey, .fieldMapUnknownKey, .fieldMapMissingKey,
        .fieldMapWrongShape, .fieldMapUnknownDialect,
        .script, .postedAfterwards, .foreignEntry, .feedTimeUnclear, .badAnswer, .badAmount, .namelessAccount,
        .undatedDeployment, .namelessService,
    ]
}
