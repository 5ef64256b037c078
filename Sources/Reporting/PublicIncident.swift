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
    /// `nil` while it runs.
    package var resolved: Instant?
    package var progress: Progress
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

    /// How far it is, in the words of status pages.
    package enum Progress: String, Sendable, CaseIterable {
        case investigating, identified, monitoring, resolved
    }

    /// As things stood at the edition's moment: a mark that is later than that has not happened yet.
    package init(_ assessed: AssessedIncident, edition: Edition) {
        let asOf = edition.asOf
        let incident = assessed.seen(at: asOf).incident
        progress = Progress(incident, policy: edition.policy)
        reference = incident.id
        title = incident.title?.value.trimmed
        impact = incident.impact.summary?.value.trimmed
        service = incident.service?.value.trimmed
        started = incident.milestones[.started]?.instant
        detected = incident.milestones[.detected]?.instant
        resolved = incident.milestones[.resolved]?.instant
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
    package var begin: Instant? {
        [started, detected].lazy.compactMap { $0 }.first { begin in resolved.map { begin <= $0 } ?? true }
    }
}

extension PublicIncident.Progress {
    /// By the milestones. Whether the fault was found has no milestone: a cause on record shows it, be it unconfirmed,
    /// or a status word of this meaning; the cause itself stays inside.
    init(_ incident: Incident, policy: Policy) {
        let word = incident.statusWord?.value.lowercased()
        let saysSo =
            word.map { [Self.identified.rawValue, Self.monitoring.rawValue, "mitigating"].contains($0) } ?? false
        let isCauseKnown = incident.rootCause.map { !policy.conduct.recurrence.namesNoCause($0.value) } ?? false
        self =
            if incident.milestones[.resolved] != nil {
                .resolved
            } else if incident.milestones[.mitigated] != nil {
                .monitoring
            } else if isCauseKnown || saysSo {
                .identified
            } else {
                .investigating
            }
    }
}
