package import Diagnostics
package import IncidentModel

/// Which incidents of a run happened before: on the same service, with the same cause or a title alike, within the
/// policy's window (definitions, "Recurring").
package struct Recurrence: Sendable {
    /// An earlier incident, and the rule that matched.
    package struct Earlier: Sendable, Equatable {
        package var id: String
        package var system: String
        package var detected: Instant
        package var origin: Origin
        package var rule: Rule
    }

    package enum Rule: Sendable, Equatable {
        /// The same service, and the same cause in plain words.
        case sameCause(String)
        /// The same service, and titles that have this share of their words in common.
        case titleAlike(Double)
    }

    package enum Answer: Sendable, Equatable {
        /// The latest ones, latest first, as many as the policy names; and how many there are by either rule.
        case recurs([Earlier], sameCause: Int, titleAlike: Int)
        /// None of so many earlier incidents of the service within the window.
        case noneFound(among: Int)
        case cannotBeTold([String])
    }

    /// How often two titles were compared.
    package let comparisons: Int
    /// For how many incidents a title was not compared with every other one of its service within the window, because there
    /// are too many.
    package let cutComparisons: Int
    let answers: [Answer]
    let places: [IncidentName: Int]

    init(answers: [Answer], names: [IncidentName], comparisons: Int, cutComparisons: Int) {
        self.answers = answers
        self.comparisons = comparisons
        self.cutComparisons = cutComparisons
        places = Dictionary(names.enumerated().map { ($0.element, $0.offset) }) { first, _ in first }
    }

    init(answers: [Answer], places: [IncidentName: Int], comparisons: Int, cutComparisons: Int) {
        self.answers = answers
        self.places = places
        self.comparisons = comparisons
        self.cutComparisons = cutComparisons
    }

    /// `nil` for an incident that was not in the run.
    package func answer(for incident: Incident) -> Answer? { places[IncidentName(incident)].map { answers[$0] } }

    /// For the incident at a place of the run.
    package subscript(_ place: Int) -> Answer? { answers.indices.contains(place) ? answers[place] : nil }

    package static func find(in incidents: [Incident], by rule: Policy.RecurrenceRule) -> Recurrence {
        var search = RecurrenceSearch(rule)
        for incident in incidents { search.add(RecurrenceSearch.Told(incident, by: rule)) }
        let services = search.placesByService()
        return search.recurrence([search.findings(of: services)])
    }

    /// The same on up to `width` threads: words are read off part by part, and services do not know of each other.
    package static func find(
        in incidents: [SharedIncident], by rule: Policy.RecurrenceRule, width: Int
    ) async -> Recurrence {
        var search = RecurrenceSearch(rule)
        let told = await incidents.parts(width: width) { part in
            part.map { RecurrenceSearch.Told($0.value, by: rule) }
        }
        for part in told {
            for one in part { search.add(one) }
        }
        let services = search.placesByService()
        let ready = search
        let findings = await services.parts(width: width) { ready.findings(of: Array($0)) }
        return search.recurrence(findings)
    }
}

/// What tells the incidents of a run apart.
struct IncidentName: Hashable, Sendable {
    let system: String
    let id: String
    let key: String?

    init(system: String, id: String, key: String?) {
        self.system = system
        self.id = id
        self.key = key
    }

    init(_ incident: borrowing Incident) {
        system = incident.system
        id = incident.id
        key = incident.key
    }
}
