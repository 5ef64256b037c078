extension Incident {
    /// Whether every message of the incident is on record: the export keeps a log of them, be it an empty one, or names
    /// messages one by one. What is not there was not sent, as far as its system knows.
    package var hasWholeMessageRecord: Bool {
        guard !stories.isEmpty else { return false }
        return stories[0].keepsMessageLog
            || stories[0].communications.contains { !$0.isLatestOnly && $0.instant != nil }
    }

    /// Drops of the story what no clock looks at: an incident that is only counted keeps its messages without their
    /// texts, its accounts and responders, how many were affected, its cause (by which incidents recur), who did
    /// something when, its team and source (by which reports group), and which actions fall due.
    package mutating func keepEvidence() {
        guard !stories.isEmpty else { return }
        stories[0].keepEvidence()
        if stories[0].holdsNothing { forgetStory() }
    }
}

extension Story {
    fileprivate mutating func keepEvidence() {
        (description, resolution) = (nil, nil)
        isCauseConfirmed = false
        (deployments, references) = ([], [])
        actions.removeAll { $0.state != .open || $0.due == .never }
        for place in actions.indices { (actions[place].text, actions[place].owner) = ("", nil) }
        var counts = Impact()
        counts.customersAffected = impact.customersAffected
        counts.strategicAccountsAffected = impact.strategicAccountsAffected
        impact = counts
        for place in communications.indices where communications[place].body != nil {
            communications[place].body = nil
        }
        timeline.removeAll { $0.actor == nil }
        for place in timeline.indices where !timeline[place].text.isEmpty { timeline[place].text = "" }
    }

    fileprivate var holdsNothing: Bool {
        !keepsMessageLog && communications.isEmpty && accounts.isEmpty && responders.isEmpty && timeline.isEmpty
            && rootCause == nil && causeCode == nil && team == nil && source == nil && actions.isEmpty
            && impact.customersAffected == nil && impact.strategicAccountsAffected == nil
    }
}
