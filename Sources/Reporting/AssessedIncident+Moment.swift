import Compliance
import IncidentModel

extension AssessedIncident {
    /// As things stood at a moment: a mark later than that has not happened yet, as for the judge of promises.
    func seen(at moment: Instant) -> AssessedIncident {
        guard incident.milestones.marks.contains(where: { $0.instant > moment }) else { return self }
        var copy = self
        copy.incident.milestones = Milestones(incident.milestones.marks.filter { $0.instant <= moment })
        return copy
    }
}
