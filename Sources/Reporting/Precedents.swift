package import Compliance
import Diagnostics
import IncidentModel

/// What a run knows of earlier incidents like one: which rule matched (``Recurrence``), and those incidents themselves.
package struct Precedents: Sendable {
    let recurrence: Recurrence?
    /// How action items stood from import to import.
    let history: ActionHistory
    private let all: [AssessedIncident]
    private var places: [Name: Int] = [:]

    private struct Name: Hashable {
        var system: String
        var id: String
        var origin: Origin
    }

    package init(
        _ recurrence: Recurrence, among all: [AssessedIncident], history: ActionHistory = ActionHistory()
    ) {
        self.recurrence = recurrence
        self.history = history
        self.all = all
        for (place, assessed) in all.enumerated() {
            let incident = assessed.incident
            places[Name(system: incident.system, id: incident.id, origin: incident.origin)] = place
        }
    }

    private init() {
        recurrence = nil
        history = ActionHistory()
        all = []
    }

    /// Nobody looked.
    package static let unknown = Precedents()

    func incident(_ earlier: Recurrence.Earlier) -> AssessedIncident? {
        places[Name(system: earlier.system, id: earlier.id, origin: earlier.origin)].map { all[$0] }
    }
}
