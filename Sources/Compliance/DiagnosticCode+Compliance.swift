package import Diagnostics

extension DiagnosticCode {
    /// Every code that this room can say, in alphabetical order.
    package static let complianceCodes: [DiagnosticCode] = [
        .controlsUnknownProof, .notificationsUnknownWord,
        .policyAmbiguousWord, .policyBadDate, .policyBadDuration, .policyBadHours, .policyBadName, .policyBadNumber,
        .policyBeforeFirst, .policyDuplicateKey, .policyMissingKey, .policyMixedClock, .policyNotYAML,
        .policySameDate, .policyStandingClock, .policyTooLarge, .policyTooMany, .policyUnknownKey,
        .policyUnknownMilestone, .policyUnknownName, .policyUnknownSeverity, .policyUnknownZone, .policyWrongShape,
    ]
}
