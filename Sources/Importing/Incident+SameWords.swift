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
}
