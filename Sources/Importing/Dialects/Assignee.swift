import Diagnostics
import IncidentModel

extension IncidentDraft {
    /// Names somebody whom a ticket is assigned to. Clocks look for what responders did, so this is read at either depth;
    /// who reported it is no responder.
    mutating func assign(to person: Sourced<String>?, team: Sourced<String>? = nil) {
        guard let person else { return }
        facts.story.responders.append(
            Responder(role: "Assignee", name: person.value, team: team?.value, origin: person.origin))
    }
}
