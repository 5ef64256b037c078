import Diagnostics
import IncidentModel

extension Incident {
    /// Whether two records say the same, wherever they stand: milestones, words and facts without their origins.
    func sameWords(as other: Incident) -> Bool {
        milestones.marks.map(\.milestone) == other.milestones.marks.map(\.milestone)
            && milestones.marks.map(\.instant) == other.milestones.marks.map(\.instant)
            && title?.value == other.title?.value && description?.value == other.description?.value
            && severity?.value == other.severity?.value && statusWord?.value == other.statusWord?.value
            && timeline.map(\.text) == other.timeline.map(\.text)
            && actions.map(\.text) == other.actions.map(\.text)
            && actions.map(\.statusWord) == other.actions.map(\.statusWord)
            && communications.map(\.text) == other.communications.map(\.text)
            && accounts.map(\.id) == other.accounts.map(\.id)
    }

    /// Takes from another record of the same incident what this one does not say.
    mutating func absorb(_ other: Incident) {
        for mark in other.milestones.marks {
            guard let mine = milestones[mark.milestone] else {
                milestones[mark.milestone] = mark
                continue
            }
            let wins =
                switch mark.milestone {
                case .detected: mark.instant < mine.instant
                case .resolved: mark.instant > mine.instant
                default: false
                }
            if wins { milestones[mark.milestone] = mark }
        }
        title = title ?? other.title
        declared = declared ?? other.declared
        if let theirs = other.severity, severity.map({ theirs.value > $0.value }) ?? true { severity = theirs }
        severityHistory = (severityHistory + other.severityHistory).sorted { $0.instant < $1.instant }
        statusWord = statusWord ?? other.statusWord
        reopenings = max(reopenings, other.reopenings)
        service = service ?? other.service
        asksForPostMortem = asksForPostMortem ?? other.asksForPostMortem
        story.absorb(other.story)
    }
}

extension Story {
    fileprivate mutating func absorb(_ other: Story) {
        description = description ?? other.description
        team = team ?? other.team
        source = source ?? other.source
        rootCause = rootCause ?? other.rootCause
        isCauseConfirmed = isCauseConfirmed || other.isCauseConfirmed
        resolution = resolution ?? other.resolution
        impact.absorb(other.impact)
        timeline.absorb(other.timeline, by: EntryName.init)
        timeline.sort { ($0.instant, $0.origin) < ($1.instant, $1.origin) }
        communications.absorb(other.communications) {
            [$0.instant?.rfc3339 ?? "", $0.channel, $0.audience ?? "", $0.text ?? ""]
        }
        responders.absorb(other.responders) { [$0.role, $0.name ?? ""] }
        actions.absorb(other.actions, by: \.text)
        accounts.absorb(other.accounts, by: \.id)
        deployments.absorb(other.deployments) { [$0.instant.rfc3339, $0.service ?? "", $0.version ?? ""] }
        references.absorb(other.references) { [$0.system, $0.id] }
    }
}

extension Impact {
    fileprivate mutating func absorb(_ other: Impact) {
        summary = summary ?? other.summary
        customersAffected = customersAffected ?? other.customersAffected
        strategicAccountsAffected = strategicAccountsAffected ?? other.strategicAccountsAffected
        revenueAtRisk = revenueAtRisk ?? other.revenueAtRisk
        workaround = workaround ?? other.workaround
        isWorkaroundAvailable = isWorkaroundAvailable ?? other.isWorkaroundAvailable
        isDataLossPossible = isDataLossPossible ?? other.isDataLossPossible
        if history.isEmpty { history = other.history }
    }
}

extension Array {
    /// Adds what is not there yet, by what makes two elements the same.
    fileprivate mutating func absorb<Name: Hashable>(_ others: [Element], by name: (Element) -> Name) {
        var known = Set(map(name))
        for other in others where known.insert(name(other)).inserted { append(other) }
    }
}
