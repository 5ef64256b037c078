package import Compliance
import Diagnostics
package import IncidentModel

/// What a customer may read about an incident. What is not here cannot leave the house: no unconfirmed cause, no names
/// of responders, no revenue, no timeline, no description and no notes; the compiler keeps the rule.
package struct PublicIncident: Sendable, Equatable {
    /// The number that a customer can quote.
    package var reference: String
    package var title: String?
    /// What customers noticed, in the words of the export's impact field.
    package var impact: String?
    package var service: String?
    /// When it began, if that is on record.
    package var started: Instant?
    package var detected: Instant?
    package var resolved: Instant
    /// Only where the cause is marked as confirmed for publication.
    package var confirmedCause: String?
    package var workaround: String?
    /// `nil` where the export does not say.
    package var isDataLossPossible: Bool?
    package var report: PostIncidentReport

    /// What a customer can expect to read afterwards (definitions, "Where the specification contradicts itself").
    package enum PostIncidentReport: Sendable, Equatable {
        case due(Instant)
        /// Owed, but the moment it was due has passed or is not known: no date is promised.
        case inPreparation
        case held(Instant)
        case notPlanned
    }

    /// `nil` for an incident that is not resolved on record.
    package init?(_ assessed: AssessedIncident, asOf: Instant) {
        let incident = assessed.incident
        guard let resolved = incident.milestones[.resolved]?.instant, resolved <= asOf else { return nil }
        reference = incident.id
        title = incident.title?.value.trimmed
        impact = incident.impact.summary?.value.trimmed
        service = incident.service?.value.trimmed
        started = incident.milestones[.started]?.instant
        detected = incident.milestones[.detected]?.instant
        self.resolved = resolved
        confirmedCause = incident.isCauseConfirmed ? incident.rootCause?.value.trimmed : nil
        workaround = incident.impact.workaround?.value.trimmed
        isDataLossPossible = incident.impact.isDataLossPossible?.value
        report =
            switch assessed.postMortem {
            case .mandatory(let due), .requested(let due), .recurring(let due):
                due.map { $0 > asOf ? .due($0) : .inPreparation } ?? .inPreparation
            case .done(let instant): .held(instant)
            case .notRequired: .notPlanned
            }
    }

    /// Start of the stretch that customers are told: the recorded start, otherwise the detection; `nil` where neither
    /// stands before the end.
    package var begin: Instant? { [started, detected].lazy.compactMap { $0 }.first { $0 <= resolved } }
}
