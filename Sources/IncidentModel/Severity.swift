package import Diagnostics

/// How grave an incident is, in the four steps of the coordinator specification ("Severity Classification").
package enum Severity: String, CaseIterable, Sendable, Hashable {
    case sev1, sev2, sev3, sev4

    /// `Sev1`, as people write it.
    package var title: String { "Sev" + rawValue.dropFirst(3) }
}

/// Graver is greater: `sev1 > sev2`.
extension Severity: Comparable {
    package static func < (left: Severity, right: Severity) -> Bool { left.rawValue > right.rawValue }
}

/// A severity with the export's own word for it.
package struct DeclaredSeverity: Sendable, Equatable {
    /// `nil` where the word is in no table: an unknown word is a diagnostic, never a guess.
    package var severity: Severity?
    package var word: Sourced<String>

    package init(severity: Severity?, word: Sourced<String>) {
        self.severity = severity
        self.word = word
    }
}

/// A severity declared at a moment of the incident.
package struct SeverityChange: Sendable, Equatable {
    package var instant: Instant
    package var declared: DeclaredSeverity

    package init(instant: Instant, declared: DeclaredSeverity) {
        self.instant = instant
        self.declared = declared
    }
}
