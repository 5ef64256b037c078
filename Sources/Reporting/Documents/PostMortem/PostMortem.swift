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
    let precedents: Precedents
    /// What the specification says of it beside the clocks.
    let conduct: IncidentConduct

    package init(edition: Edition, assessed: AssessedIncident, precedents: Precedents = .unknown) {
        let own = edition.judging(assessed)
        self.edition = own
        self.assessed = assessed.seen(at: edition.asOf)
        self.precedents = precedents
        conduct = IncidentConduct(
            assessed, policy: own.policy, recurrence: precedents.recurrence, asOf: own.asOf, usage: own.usage)
        future = assessed.incident.milestones.marks.filter { $0.instant > edition.asOf }
    }

    var incident: Incident { assessed.incident }
    var phrasing: Phrasing { edition.phrasing }
    var words: IncidentWords { IncidentWords(edition: edition, assessed: assessed) }

    /// Everything that a template of this document may say.
    package var context: Context {
        let lessons = Lessons(edition: edition, assessed: assessed, conduct: conduct)
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
            "frontMatter": frontMatter,
            "phases": ["chart": .optional(chart), "rows": .list(phaseRows), "hasRows": .flag(!phases.isEmpty)],
            "promises": promises,
            "conduct": ConductTable(edition: edition, conduct: conduct).context,
            "before": before,
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

    /// What Git hosts and wikis read at the top of a page.
    private var frontMatter: Context {
        [
            "title": .text("Post-mortem: \(words.title.folded)"),
            "incident": .text(incident.id.folded),
            "severity": .text(incident.severity?.value.rawValue ?? "unknown"),
            "service": .optional(incident.service?.value.folded),
            "detected": .optional(incident.milestones[.detected]?.instant.rfc3339),
            "resolved": .optional(incident.milestones[.resolved]?.instant.rfc3339),
            "asOf": .text(edition.asOf.rfc3339),
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
