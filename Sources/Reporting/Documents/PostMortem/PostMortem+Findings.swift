import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// What the page finds, as data: phases, the merged timeline with its gaps, the conduct, and what a review may talk
/// about.
extension PostMortem {
    func json(_ phase: Phase) -> JSONDocument {
        [
            "clock": .optional(phase.judged?.clock), "from": .string(phase.span.start.rawValue),
            "name": .string(phase.span.name), "seconds": .optional(phase.seconds),
            "to": .string(phase.span.stop.rawValue),
        ]
    }

    func json(_ entry: Entry) -> JSONDocument {
        [
            "actor": .optional(entry.actor), "at": .instant(entry.instant), "kind": .string(entry.kind),
            "milestones": .strings(entry.milestones.map(\.rawValue)), "origin": edition.originJSON(entry.origin),
            "system": .string(entry.system), "text": .string(entry.text),
        ]
    }

    func json(_ gap: Gap) -> JSONDocument {
        [
            "end": .instant(gap.end), "kind": .string(gap.kind.rawValue),
            "seconds": .integer(gap.end.wholeSeconds(since: gap.start)), "start": .instant(gap.start),
        ]
    }

    /// How long customers were touched, and how long it stood at each severity.
    var timeSpansJSON: JSONDocument {
        let marks = incident.milestones
        let impact = (marks[.mitigated] ?? marks[.resolved]).flatMap {
            marks.seconds(from: .started, to: $0.milestone)
        }
        return [
            "customerImpactSeconds": .optional(impact),
            "severities": .array(
                severitySpans.map { span in
                    [
                        "end": .instant(span.end), "origin": edition.originJSON(span.origin),
                        "seconds": .integer(span.end.wholeSeconds(since: span.start)),
                        "severity": .string(span.severity.rawValue), "start": .instant(span.start),
                    ]
                }),
        ]
    }

    var conductJSON: JSONDocument {
        CoordinatorAssessment(edition: edition, assessed: assessed, conduct: conduct).conductJSON
    }

    var lessonsJSON: JSONDocument {
        let lessons = Lessons(edition: edition, assessed: assessed, conduct: conduct)
        return [
            "badly": .strings(lessons.badly), "cause": .strings(lessons.cause), "lucky": .strings(lessons.lucky),
            "well": .strings(lessons.well),
        ]
    }

    /// What earlier incidents like it left to do, and nobody has done.
    var openSinceEarlierJSON: JSONDocument {
        guard case .recurs(let earlier, _, _)? = conduct.recurrence else { return [] }
        return .array(
            earlier.compactMap(precedents.incident).flatMap { other in
                other.incident.actions.filter { $0.state == .open }.map { action in
                    [
                        "incident": .string(other.incident.id), "origin": edition.originJSON(action.origin),
                        "owner": .optional(action.owner), "text": .string(action.text),
                    ]
                }
            })
    }
}

extension CoordinatorAssessment {
    init(edition: Edition, assessed: AssessedIncident, conduct: IncidentConduct) {
        self.edition = edition
        self.assessed = assessed
        self.conduct = conduct
        rivals = []
    }
}
