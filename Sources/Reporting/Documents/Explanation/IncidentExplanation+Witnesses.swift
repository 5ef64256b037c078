import Diagnostics
import IncidentModel

/// What stands at a place of the record that stopped a clock.
extension IncidentExplanation {
    /// The timeline entry or the message at an origin; `nil` for a field, whose line says it all.
    func words(at origin: Origin) -> String? {
        if let entry = incident.timeline.first(where: { $0.origin == origin }) { return words(of: entry) }
        guard let message = incident.communications.first(where: { $0.origin == origin }) else { return nil }
        return "a message on “\(message.channel)”" + (message.audience.map { " to “\($0)”" } ?? "")
    }

    func words(of entry: TimelineEntry) -> String {
        "the entry “\(shortened(entry.text))”" + (entry.actor.map { " by “\(shortened($0))”" } ?? "")
    }

    /// The line of the export follows; so many characters tell which entry it is.
    private func shortened(_ text: String) -> String {
        let folded = text.folded
        return folded.count > 120 ? folded.prefix(119) + "…" : folded
    }
}
