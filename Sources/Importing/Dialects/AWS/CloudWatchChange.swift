import Diagnostics
import IncidentModel
import Syntax

/// A change of an alarm's state, in whatever form CloudWatch tells of it.
///
/// An alarm keeps its name for ever: what went into `ALARM` is an incident of that moment, and what came out of it names
/// the alarm alone, so that it belongs to the last incident of the alarm before it. `INSUFFICIENT_DATA` ends nothing.
struct CloudWatchChange {
    static let system = "cloudwatch"

    var alarm: Sourced<String>?
    /// The alarm's Amazon resource name, which is unique where names are not.
    var resource: Sourced<String>?
    var state: Sourced<String>?
    var at: Stamp?
    var reason: Sourced<String>?
    var description: Sourced<String>?
    var service: Sourced<String>?

    /// `draft` is an empty one of the record.
    func draft(_ draft: IncidentDraft, _ record: RecordReader, _ depth: ReadingDepth) -> Draft {
        var draft = draft
        let name = alarm ?? resource
        draft.linkTexts = [description, reason].compactMap(\.self)
        if let at, let state {
            let words = reason.map { ": \($0.value)" } ?? ""
            draft.facts.story.timeline = [
                TimelineEntry(
                    instant: at.value, text: "Alarm went to \(state.value)\(words)", actor: nil, system: Self.system,
                    origin: state.origin)
            ]
        }
        guard state?.value == "ALARM" else {
            draft.id = name
            draft.facts.key = (resource ?? alarm)?.value
            if state?.value == "OK" { draft.record(.resolved, at: at) }
            return .fragment(draft)
        }
        draft.id = AlertEpisode.id(name, since: at)
        record.notes.recordName = draft.id?.value
        draft.facts.key = AlertEpisode.id(resource, since: at)?.value
        draft.record(.detected, at: at)
        draft.alias(resource, in: Reference.alertKey)
        draft.alias(alarm, in: Reference.alertKey)
        draft.facts.title = alarm
        draft.facts.service = service
        if depth == .everything {
            draft.facts.story.description = description
            draft.facts.story.source = alarm.map { Sourced("CloudWatch alarm \($0.value)", $0.origin) }
        }
        return .incident(draft)
    }
}
