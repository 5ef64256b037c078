import Diagnostics
import IncidentModel

extension Story {
    /// What several records tell together: of single facts the first that is told, of lists everything once.
    init(fusing incidents: [Incident]) {
        self.init()
        let stories = incidents.map(\.story)
        func first<Value>(_ field: (Story) -> Value?) -> Value? { stories.lazy.compactMap(field).first }
        description = first(\.description)
        team = first(\.team)
        source = first(\.source)
        rootCause = first(\.rootCause)
        causeCode = first(\.causeCode)
        isCauseConfirmed = stories.contains { $0.isCauseConfirmed }
        resolution = first(\.resolution)
        serviceProfile = first(\.serviceProfile)
        impact = Impact(fusing: stories.map(\.impact))
        keepsMessageLog = stories.contains { $0.keepsMessageLog }
        timeline = once(incidents.map(\.timeline), by: EntryName.init)
            .sorted { ($0.instant, $0.origin) < ($1.instant, $1.origin) }
        communications = once(stories.map(\.communications)) {
            [$0.instant?.rfc3339 ?? "", $0.channel, $0.audience ?? "", $0.text ?? ""]
        }
        responders = once(stories.map(\.responders)) { [$0.role, $0.name ?? ""] }
        actions = once(stories.map(\.actions), by: \.text)
        accounts = once(stories.map(\.accounts), by: \.id)
        deployments = once(stories.map(\.deployments)) { [$0.instant.rfc3339, $0.service ?? "", $0.version ?? ""] }
        references = once(stories.map(\.references)) { [$0.system, $0.id] }
    }
}

extension Impact {
    fileprivate init(fusing impacts: [Impact]) {
        self.init()
        func first<Value>(_ field: (Impact) -> Value?) -> Value? { impacts.lazy.compactMap(field).first }
        summary = first(\.summary)
        customersAffected = first(\.customersAffected)
        customerShare = first(\.customerShare)
        strategicAccountsAffected = first(\.strategicAccountsAffected)
        revenueAtRisk = first(\.revenueAtRisk)
        workaround = first(\.workaround)
        isWorkaroundAvailable = first(\.isWorkaroundAvailable)
        isDataLossPossible = first(\.isDataLossPossible)
        history = impacts.lazy.map(\.history).first { !$0.isEmpty } ?? []
    }
}

/// The elements of all lists, each once, by what makes two the same; in the order of the lists.
private func once<Element, Name: Hashable>(_ lists: [[Element]], by name: (Element) -> Name) -> [Element] {
    // A single list is as its record has it, repetitions included.
    var known = Set((lists.first ?? []).map(name))
    var all = lists.first ?? []
    for element in lists.dropFirst().joined() where known.insert(name(element)).inserted { all.append(element) }
    return all
}

/// What makes two timeline entries the same.
struct EntryName: Hashable {
    let instant: Instant
    let text: String
    let actor: String?

    init(_ entry: TimelineEntry) {
        instant = entry.instant
        text = entry.text
        actor = entry.actor
    }
}
