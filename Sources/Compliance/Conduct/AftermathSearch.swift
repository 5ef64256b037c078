package import IncidentModel

/// Finds what came after some incidents, by the rule of ``RecurrenceSearch``, in time that grows with the run and not with
/// its square.
///
/// ``Recurrence`` names the latest earlier ones of each incident, and within the window from detection to detection; what
/// came after a closing needs all of them, and a window that begins later. Incidents that are asked for are put on a shelf
/// for each service; every incident of the run is held against the causes and titles there, each different title once.
package struct AftermathSearch {
    private let rule: Policy.RecurrenceRule
    private var shelves: [String: AftermathShelf] = [:]
    private var asked: [Int: Asked] = [:]
    private var toldUntil: Instant?

    private enum Asked {
        case on(service: String, cause: String?, title: Int?, detected: Instant)
        case missing([String])
    }

    /// What came after the incidents at some places of a run, and was detected by a moment.
    package static func find(
        after places: Set<Int>, in incidents: [AssessedIncident], by rule: Policy.RecurrenceRule, asOf: Instant
    ) -> [Int: Aftermath] {
        var search = AftermathSearch(rule: rule)
        for place in places where incidents.indices.contains(place) {
            search.ask(place, RecurrenceSearch.Told(incidents[place].incident, by: rule))
        }
        for service in search.shelves.keys { search.shelves[service]?.rank() }
        for place in incidents.indices where !search.shelves.isEmpty {
            search.reach(incidents[place].incident.milestones, asOf: asOf)
            let told = RecurrenceSearch.Told(incidents[place].incident, by: rule)
            guard let detected = told.detected, detected <= asOf else { continue }
            search.add(Aftermath.Later(detected: detected, place: place), told)
        }
        for service in search.shelves.keys { search.shelves[service]?.sort() }
        return search.asked.mapValues(search.aftermath)
    }

    private init(rule: Policy.RecurrenceRule) { self.rule = rule }

    private mutating func ask(_ place: Int, _ told: RecurrenceSearch.Told) {
        let title = comparable(told.theme.title)
        let missing = told.missing(by: rule)
        guard let detected = told.detected, missing.isEmpty else {
            asked[place] = .missing(missing)
            return
        }
        var shelf = shelves.removeValue(forKey: told.theme.service) ?? AftermathShelf(rule)
        if let cause = told.theme.cause { shelf.sameCause[cause] = [] }
        let number = title.isEmpty ? nil : shelf.ask(title)
        shelves[told.theme.service] = shelf
        asked[place] = .on(service: told.theme.service, cause: told.theme.cause, title: number, detected: detected)
    }

    /// A review may be planned, and tells of nothing that has happened.
    private mutating func reach(_ milestones: Milestones, asOf: Instant) {
        for mark in milestones.marks where mark.milestone != .reviewed && mark.instant <= asOf {
            toldUntil = max(toldUntil ?? mark.instant, mark.instant)
        }
    }

    private func comparable(_ title: [String]) -> [String] { title.count >= rule.titleWordsFrom ? title : [] }

    private mutating func add(_ later: Aftermath.Later, _ told: RecurrenceSearch.Told) {
        guard var shelf = shelves.removeValue(forKey: told.theme.service) else { return }
        let title = comparable(told.theme.title)
        if let cause = told.theme.cause { shelf.sameCause[cause]?.append(later) }
        if !title.isEmpty { shelf.add(later, titled: title) }
        if told.theme.cause == nil, title.isEmpty { shelf.silent.append(later) }
        shelves[told.theme.service] = shelf
    }

    private func aftermath(_ asked: Asked) -> Aftermath {
        switch asked {
        case .missing(let missing): return .cannotBeTold(missing)
        case .on(let service, let cause, let title, let detected):
            var matches = Aftermath.Matches(detected: detected)
            guard let shelf = shelves[service] else { return .known(matches) }
            matches.sameCause = cause.flatMap { shelf.sameCause[$0] } ?? []
            matches.titleAlike = title.map { shelf.titleAlike[$0] } ?? []
            matches.silent = shelf.silent
            matches.isCut = title != nil && shelf.isCut
            matches.toldUntil = toldUntil
            return .known(matches)
        }
    }
}
