package import Compliance
import Diagnostics
import IncidentModel
package import Typesetting

/// The internal post-mortem of one incident: what the export knows, and visible holes for what it does not.
package struct PostMortem: Sendable {
    let edition: Edition
    /// As things stood at the report moment.
    let assessed: AssessedIncident
    /// Marks later than that: shown, but not counted.
    let future: [MilestoneMark]

    package init(edition: Edition, assessed: AssessedIncident) {
        self.edition = edition.judging(assessed)
        self.assessed = assessed.seen(at: edition.asOf)
        future = assessed.incident.milestones.marks.filter { $0.instant > edition.asOf }
    }

    var incident: Incident { assessed.incident }
    var phrasing: Phrasing { edition.phrasing }
    var words: IncidentWords { IncidentWords(edition: edition, assessed: assessed) }

    /// Everything that a template of this document may say.
    package var context: Context {
        let lessons = Lessons(edition: edition, assessed: assessed)
        return [
            "id": .text(incident.id.folded),
            "system": .text(incident.system),
            "title": .text(words.title.folded),
            "severity": .text(words.severity.folded),
            "state": .text(words.state),
            "statusWord": .optional(incident.statusWord?.value.folded),
            "contradiction": .optional(words.contradiction?.folded),
            "commander": .optional(words.commander?.folded),
            "service": .optional(incident.service?.value.folded),
            "team": .optional(incident.team?.value.folded),
            "duty": .text(words.postMortemDuty),
            "isReviewed": .flag(incident.milestones[.reviewed] != nil),
            "overview": .text(overview),
            "hasDescription": .flag(incident.description?.value.trimmed != nil),
            "description": .paragraphs(incident.description?.value),
            "impact": impact,
            "clocks": .list(clocks),
            "exempt": .optional(exempt?.folded),
            "milestones": .list(Milestone.allCases.map(milestone)),
            "disorder": .list(disorder.map { .text($0) }),
            "timeline": timeline,
            "detection": detection,
            "response": response,
            "resolution": resolution,
            "cause": cause(lessons),
            "lessons": [
                "well": .list(lessons.well.map { .text($0.folded) }),
                "badly": .list(lessons.badly.map { .text($0.folded) }),
                "lucky": .list(lessons.lucky.map { .text($0.folded) }),
            ],
            "hasDeployments": .flag(!incident.deployments.isEmpty),
            "deployments": .list(deployments),
            "hasCommunications": .flag(!incident.communications.isEmpty),
            "communications": .list(communications),
            "hasActions": .flag(!actions.isEmpty),
            "actions": .list(actions),
            "references": .list(incident.references.map(reference)),
            "sources": .list(sources),
            "computed": ComputationNote(edition: edition).context,
        ]
    }

    /// What happened when, in one or two sentences made of milestones alone.
    private var overview: String {
        let marks = incident.milestones
        guard let detected = marks[.detected]?.instant else {
            return marks[.resolved].map {
                "No time of detection is on record; resolved \(phrasing.minute($0.instant))."
            } ?? "Neither a detection nor a resolution is on record."
        }
        let steps: [(Milestone, String)] = [
            (.triaged, "acknowledged"), (.communicated, "first communicated"), (.mitigated, "mitigated"),
            (.resolved, "resolved"),
        ]
        let spans = steps.compactMap { milestone, word in
            marks.seconds(from: .detected, to: milestone).map { "\(word) after \(Phrasing.duration($0))" }
        }
        let how = incident.source.map { " (source: \($0.value.folded))" } ?? ""
        var out = "Detected \(phrasing.minute(detected))\(how)"
        if !spans.isEmpty { out += ", \(Phrasing.list(spans))" }
        out += "."
        if marks[.resolved] == nil {
            out += " No resolution is on record as of \(phrasing.minute(edition.asOf))."
        }
        return out
    }

    private func reference(_ reference: Reference) -> Context {
        ["system": .text(reference.system), "id": .text(reference.id.folded)]
    }
}

extension Context {
    /// The lines of a text as a list; empty for `nil`.
    static func paragraphs(_ text: String?) -> Context {
        .list((text?.paragraphs ?? []).map { .text($0) })
    }
}
