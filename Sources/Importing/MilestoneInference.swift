package import IncidentModel

/// Finds milestones that no field records in the words of the timeline, by the policy's named rules.
package struct MilestoneInference: Sendable {
    package var rules: [InferenceRule]

    package init(rules: [InferenceRule]) { self.rules = rules }

    /// Fills the milestones that are absent and may be inferred. The timeline must be in order.
    package func complete(_ incident: inout Incident, among allowed: Set<Milestone>) {
        guard !allowed.isEmpty, !incident.timeline.isEmpty else { return }
        let absent = allowed.filter { incident.milestones[$0] == nil }
        for rule in rules where absent.contains(rule.milestone) && incident.milestones[rule.milestone] == nil {
            let entry =
                rule.takesLast
                ? incident.timeline.last { rule.matches($0.text) } : incident.timeline.first { rule.matches($0.text) }
            guard let entry else { continue }
            incident.milestones[rule.milestone] = MilestoneMark(
                rule.milestone, entry.instant, origin: entry.origin, knowledge: .inferred(rule: rule.name))
        }
    }
}
