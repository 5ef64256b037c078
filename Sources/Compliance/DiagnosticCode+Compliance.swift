package import Diagnostics

extension DiagnosticCode {
    /// Every code that this room can say, in alphabetical order.
    package static let complianceCodes: [DiagnosticCode] = [
        .policyAmbiguousWord, .policyBadDate, .policyBadDuration, .policyBadName, .policyBadNumber,
        .policyDuplicateKey, .policyMissingKey, .policyNotYAML, .policyStandingClock, .policyTooLarge,
        .policyUnknownKey, .policyUnknownMilestone, .policyUnknownName, .policyUnknownSeverity, .policyWrongShape,
    ]
}
