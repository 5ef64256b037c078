extension Incident {
    /// Whether every message of the incident is on record: the export keeps a log of them, be it an empty one, or names
    /// messages one by one. What is not there was not sent, as far as its system knows.
    package var hasWholeMessageRecord: Bool {
        guard hasStory else { return false }
        return story.keepsMessageLog || story.communications.contains { !$0.isLatestOnly && $0.instant != nil }
    }

    /// Drops of the story what no clock looks at: an incident that is only counted keeps its messages without their
    /// texts, its accounts by name, and who did something when.
    package mutating func keepEvidence() {
        guard hasStory else { return }
        var kept = Story()
        kept.keepsMessageLog = story.keepsMessageLog
        kept.communications = story.communications
        for place in kept.communications.indices { kept.communications[place].body = nil }
        kept.accounts = story.accounts.map { account in
            var named = Account(id: account.id, origin: account.origin)
            named.name = account.name
            named.isStrategic = account.isStrategic
            named.contactAddress = account.contactAddress
            return named
        }
        kept.responders = story.responders
        kept.impact.customersAffected = story.impact.customersAffected
        kept.impact.strategicAccountsAffected = story.impact.strategicAccountsAffected
        for entry in story.timeline where entry.actor != nil {
            kept.timeline.append(entry)
            kept.timeline[kept.timeline.count - 1].text = ""
        }
        if kept == Story() { forgetStory() } else { story = kept }
    }
}
