/// The states of the specification ("Incident Lifecycle"), as the milestones tell them.
package enum LifecycleState: String, CaseIterable, Sendable {
    case detected, triaged, mitigating, resolved
    case postMortem = "post-mortem"

    package init(_ milestones: Milestones) {
        self =
            if milestones[.reviewed] != nil {
                .postMortem
            } else if milestones[.resolved] != nil {
                .resolved
            } else if milestones[.mitigated] != nil || milestones[.communicated] != nil {
                .mitigating
            } else if milestones[.triaged] != nil {
                .triaged
            } else {
                .detected
            }
    }
}
