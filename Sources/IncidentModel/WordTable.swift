/// What the words of other systems mean here. Tables stand in the policy file; a word that is in none is a diagnostic.
package struct WordTable: Sendable, Equatable {
    /// By dialect name, then by the foreign word in lower case. The dialect `*` serves all.
    package var severities: [String: [String: Severity]]
    /// Words for action items that are done or cancelled; every other word leaves them open.
    package var actionStates: [String: ActionItem.State]
    /// Words that put an action's due date at a milestone: `upon resolution`.
    package var dueAt: [String: Milestone]

    package init(
        severities: [String: [String: Severity]] = [:], actionStates: [String: ActionItem.State] = [:],
        dueAt: [String: Milestone] = [:]
    ) {
        self.severities = severities
        self.actionStates = actionStates
        self.dueAt = dueAt
    }

    package func severity(_ word: String, in dialect: String) -> Severity? {
        let key = word.lowercased()
        return severities[dialect]?[key] ?? severities["*"]?[key]
    }
}

/// A named rule by which a timeline entry stands for a milestone that no field records.
package struct InferenceRule: Sendable, Equatable {
    package var name: String
    package var milestone: Milestone
    /// Words, in lower case, one of which the entry must contain at word ends.
    package var phrases: [String]
    /// Words, in lower case: an entry that contains one of them at word ends does not count (`not yet resolved`).
    package var unless: [String]
    /// Whether the last entry that matches counts (a resolution), or the first (all others).
    package var takesLast: Bool

    package init(name: String, milestone: Milestone, phrases: [String], unless: [String] = [], takesLast: Bool) {
        self.name = name
        self.milestone = milestone
        self.phrases = phrases
        self.unless = unless
        self.takesLast = takesLast
    }
}
