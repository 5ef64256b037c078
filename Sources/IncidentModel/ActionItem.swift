package import Diagnostics

/// Something that somebody is to do.
package struct ActionItem: Sendable, Equatable {
    package var text: String
    package var owner: String?
    package var due: Due
    /// The export's own status word.
    package var statusWord: String?
    package var state: State
    /// When the export says that it was closed; `nil` where it says nothing of it.
    package var completed: Instant?
    package var origin: Origin

    package enum State: String, Sendable, CaseIterable {
        case open, done, cancelled
    }

    package enum Due: Sendable, Equatable {
        case at(Instant)
        /// Due when a milestone comes ("Upon resolution"); the words are kept.
        case when(Milestone, words: String)
        /// Words that no rule knows: kept as they are, and flagged.
        case words(String)
        case never
    }

    package init(
        text: String, owner: String?, due: Due, statusWord: String?, state: State, completed: Instant? = nil,
        origin: Origin
    ) {
        self.text = text
        self.owner = owner
        self.due = due
        self.statusWord = statusWord
        self.state = state
        self.completed = completed
        self.origin = origin
    }

    /// The moment it falls due, if that is known by now.
    package func dueInstant(_ milestones: Milestones) -> Instant? {
        switch due {
        case .at(let instant): instant
        case .when(let milestone, _): milestones[milestone]?.instant
        case .words, .never: nil
        }
    }
}
