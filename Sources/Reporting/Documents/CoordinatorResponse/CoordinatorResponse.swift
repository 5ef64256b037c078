import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// `debrief/coordinator-response/1`: an incident as things stood at the report moment, in the specification's "Response
/// Format", with the optional members that the coordinator's own format has beside it, and `assessment`.
///
/// What is not known is left out; a severity that no table knows and a deadline that does not run are `null`. Members
/// that are derived (`assessment`, duties among `nextActions`) are not read back: they are judged anew.
///
/// The format has no place for these, so that they are lost when a document is read back:
/// - the systems of the incident and of its timeline entries, and what several records claim: it is one record of the
///   coordinator's then, and its status word is read by the words that serve all systems;
/// - the history of status words, which pauses of clocks are read from, and how often it was opened again;
/// - the export's own word for a severity, and changes to words that no table knows;
/// - changes to a severity graver than the one that judges, made while it was open: another source was believed;
/// - what a service catalogue says about the affected service;
/// - whatever lies after the report moment.
struct CoordinatorResponse {
    static let schema = "debrief/coordinator-response/1"

    let edition: Edition
    let assessed: AssessedIncident
    let conduct: IncidentConduct
    /// The verdicts that another source's word would change.
    let rivals: [RivalVerdict]

    init(edition: Edition, assessed: AssessedIncident, recurrence: Recurrence?, assessor: Assessor) {
        let own = edition.judging(assessed)
        self.edition = own
        self.assessed = assessed
        conduct = IncidentConduct(
            assessed, policy: own.policy, recurrence: recurrence, asOf: own.asOf, usage: own.usage)
        rivals = assessed.incident.conflicts.isEmpty ? [] : assessor.rivals(of: assessed)
    }

    /// The incident as it was known at the report moment.
    var incident: Incident { conduct.known.incident }

    var json: JSONDocument {
        .known([
            "affectedCustomers": Self.list(incident.accounts.map(Self.json)),
            "assessment": CoordinatorAssessment(self).json,
            "communications": communicationsJSON,
            "exitState": .string(incident.state.rawValue),
            "impactAssessment": impactJSON,
            "incidentId": .string(incident.id),
            "incidentKey": incident.key.map { .string($0) },
            "incidentSummary": summaryJSON,
            "lifecycle": lifecycleJSON,
            "nextActions": .array(nextActions),
            "postMortemAskedFor": incident.asksForPostMortem.map { .bool($0.value) },
            "postMortemDeadline": .instant(assessed.postMortem.due),
            "postMortemRequired": .bool(isPostMortemRequired),
            "recentDeployments": Self.list(incident.deployments.map(Self.json)),
            "references": Self.list(incident.references.map(Self.json)),
            "responseTeam": .array(incident.responders.map(Self.json)),
            "rootCauseConfirmed": incident.rootCause.map { _ in .bool(incident.isCauseConfirmed) },
            "schema": .string(Self.schema),
            "severity": .optional(incident.severity?.value.rawValue),
            "severityHistory": Self.list(severityHistory),
            "status": .string(incident.state.rawValue),
            "statusWord": incident.statusWord.map { .string($0.value) },
            "timeline": .array(incident.timeline.map(Self.json)),
        ])
    }

    /// Owed, held, or asked for by the export, whatever the policy says.
    private var isPostMortemRequired: Bool {
        switch assessed.postMortem {
        case .mandatory, .requested, .recurring: true
        case .done, .notRequired:
            incident.asksForPostMortem?.value ?? false
                || edition.policy.postMortemClock.map { clock in
                    assessed.verdicts.contains { $0.clock == clock.id && $0.verdict.kind != .notApplicable }
                } ?? false
        }
    }

    /// A list that is left out where nothing is in it.
    private static func list(_ elements: [JSONDocument]) -> JSONDocument? {
        .given(!elements.isEmpty, .array(elements))
    }
}
