import Compliance
import IncidentModel

/// What messages about an incident say, in the same words to everybody outside.
extension Phrasing {
    /// `Investigating`.
    static func word(_ progress: PublicIncident.Progress) -> String { progress.rawValue.sentenceStart }

    /// Where things stand, in one sentence: no more than the milestones prove, and no promise.
    static func sentence(_ progress: PublicIncident.Progress) -> String {
        switch progress {
        case .investigating: "We know about the problem and are looking into it."
        case .identified: "We have found what is wrong and are working on it."
        case .monitoring: "A fix is in place, and we are watching that it holds."
        case .resolved: "Everything is working normally again."
        }
    }

    /// `2024-02-15 14:23 to 15:33 UTC`; the end alone where no beginning can be said.
    func stretch(of incident: PublicIncident, until end: Instant) -> String {
        guard let begin = incident.begin else { return "resolved \(minute(end))" }
        return incident.started == begin
            ? span(begin, end) : "noticed \(minute(begin)), resolved \(minute(end))"
    }

    /// While it runs: `since 2024-02-15 14:15 UTC`, or when it was noticed; `nil` where neither is on record.
    func beginning(of incident: PublicIncident) -> String? {
        incident.begin.map { "\(incident.started == $0 ? "since" : "noticed") \(minute($0))" }
    }

    /// The end of a message that is the last one (definitions, "Where the specification contradicts itself").
    func finalUpdate(_ report: PublicIncident.PostIncidentReport) -> String {
        let words =
            switch report {
            case .due(let due): "Our post-incident report will follow by \(minute(due))."
            case .inPreparation: "Our post-incident report is in preparation."
            case .held(let instant): "We completed our post-incident review on \(day(instant))."
            case .notPlanned: "No post-incident report is planned."
            }
        return "This is the final update on this incident. \(words)"
    }

    /// When the next message comes.
    func nextUpdate(_ next: NextUpdate) -> String {
        next.isAsNeeded
            ? "We will update you as soon as there is news, and by \(minute(next.instant)) at the latest."
            : "Next update: \(minute(next.instant))."
    }
}
