/// A kind of diagnostic: its stable name, and the paragraph that `debrief explain` prints about it.
///
/// Codes stand as `static let` beside the code that says them.
package struct DiagnosticCode: Hashable, Sendable {
    /// Lower-case words with hyphens, unique: `out-of-order`.
    package let id: String
    package let level: DiagnosticLevel
    /// One sentence without a full stop: what happened.
    package let summary: String
    /// What it means for the figures, and what to do about it.
    package let explanation: String

    package init(_ id: String, _ level: DiagnosticLevel, _ summary: String, _ explanation: String) {
        self.id = id
        self.level = level
        self.summary = summary
        self.explanation = explanation
    }

    package static func == (left: DiagnosticCode, right: DiagnosticCode) -> Bool { left.id == right.id }
    package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// How grave a diagnostic is.
package enum DiagnosticLevel: String, Sendable, Comparable {
    /// Nothing to mend; said so that nothing happens silently.
    case note
    /// Input was used, but a figure may be missing or doubtful.
    case warning
    /// A part of the input was not used.
    case error

    package static func < (left: DiagnosticLevel, right: DiagnosticLevel) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }
}
