import Diagnostics
package import IncidentModel

/// Finds milestones that no field records in the words of the timeline, by the policy's named rules.
package struct MilestoneInference: Sendable {
    private let rules: [PreparedRule]

    package init(rules: [InferenceRule]) { self.rules = rules.map(PreparedRule.init) }

    /// Fills the milestones that are absent and may be inferred. The timeline must be in order.
    package func complete(
        _ milestones: inout Milestones, from timeline: [TimelineEntry], among allowed: Set<Milestone>
    ) {
        guard !allowed.isEmpty, !timeline.isEmpty else { return }
        for rule in rules where allowed.contains(rule.milestone) && milestones[rule.milestone] == nil {
            let entry = rule.takesLast ? timeline.last(where: rule.matches) : timeline.first(where: rule.matches)
            guard let entry else { continue }
            milestones[rule.milestone] = MilestoneMark(
                rule.milestone, entry.instant, origin: entry.origin, knowledge: .inferred(rule: rule.name))
        }
    }
}

/// A rule whose phrases are ready to be searched for.
private struct PreparedRule: Sendable {
    let name: String
    let milestone: Milestone
    let takesLast: Bool
    let phrases: [Phrase]
    let exceptions: [Phrase]

    init(_ rule: InferenceRule) {
        name = rule.name
        milestone = rule.milestone
        takesLast = rule.takesLast
        phrases = rule.phrases.map(Phrase.init)
        exceptions = rule.unless.map(Phrase.init)
    }

    func matches(_ entry: TimelineEntry) -> Bool {
        phrases.contains { $0.isFound(in: entry.text) } && !exceptions.contains { $0.isFound(in: entry.text) }
    }
}
