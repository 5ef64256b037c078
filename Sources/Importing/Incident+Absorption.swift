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
            && communications.map(\.body) == other.communications.map(\.body)
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
        description = description ?? other.description
        declared = declared ?? other.declared
        if let theirs = other.severity, theirs.value > (severity?.value ?? .sev4) || severity == nil { severity = theirs }
        severityHistory = (severityHistory + other.severityHistory).sorted { $0.instant < $1.instant }
        statusWord = statusWord ?? other.statusWord
        reopenings = max(reopenings, other.reopenings)
        service = service ?? other.service
        team = team ?? other.team
        source = source ?? other.source
        rootCause = rootCause ?? other.rootCause
        isCauseConfirmed = isCauseConfirmed || other.isCauseConfirmed
        resolution = resolution ?? other.resolution
        absorbImpact(other.impact)
        absorbLists(other)
        asksForPostMortem = asksForPostMortem ?? other.asksForPostMortem
    }

    private mutating func absorbImpact(_ other: Impact) {
        impact.summary = impact.summary ?? other.summary
        impact.customersAffected = impact.customersAffected ?? other.customersAffected
        impact.strategicAccountsAffected = impact.strategicAccountsAffected ?? other.strategicAccountsAffected
        impact.revenueAtRisk = impact.revenueAtRisk ?? other.revenueAtRisk
        impact.workaround = impact.workaround ?? other.workaround
        impact.isWorkaroundAvailable = impact.isWorkaroundAvailable ?? other.isWorkaroundAvailable
        impact.isDataLossPossible = impact.isDataLossPossible ?? other.isDataLossPossible
        if impact.history.isEmpty { impact.history = other.history }
    }

    private mutating func absorbLists(_ other: Incident) {
        let known = Set(timeline.map { "\($0.instant.microseconds) \($0.text)" })
        timeline += other.timeline.filter { !known.contains("\($0.instant.microseconds) \($0.text)") }
        timeline.sort { ($0.instant, $0.origin) < ($1.instant, $1.origin) }
        let messages = Set(communications.map { "\($0.instant?.microseconds ?? 0) \($0.channel) \($0.body ?? "")" })
        communications += other.communications.filter {
            !messages.contains("\($0.instant?.microseconds ?? 0) \($0.channel) \($0.body ?? "")")
        }
        let tasks = Set(actions.map(\.text))
        actions += other.actions.filter { !tasks.contains($0.text) }
        let customers = Set(accounts.map(\.id))
        accounts += other.accounts.filter { !customers.contains($0.id) }
        let people = Set(responders.map { "\($0.role) \($0.name ?? "")" })
        responders += other.responders.filter { !people.contains("\($0.role) \($0.name ?? "")") }
        if deployments.isEmpty { deployments = other.deployments }
        let references = Set(self.references.map { "\($0.system) \($0.id)" })
        self.references += other.references.filter { !references.contains("\($0.system) \($0.id)") }
    }
}
