import Compliance
import IncidentModel
import Typesetting

/// What messages about an incident say, in the same words to everybody outside.
extension Phrasing {
    /// `Investigating`.
    func word(_ progress: PublicIncident.Progress) -> String { phrases("progress." + progress.rawValue) }

    /// Where things stand, in one sentence: no more than the milestones prove, and no promise.
    func sentence(_ progress: PublicIncident.Progress) -> String {
        phrases("progress.\(progress.rawValue).sentence")
    }

    /// `2024-02-15 14:23 to 15:33 UTC`; the end alone where no beginning can be said.
    func stretch(of incident: PublicIncident, until end: Instant) -> String {
        guard let begin = incident.begin else { return phrases("stretch.resolved", ["end": minute(end)]) }
        return incident.started == begin
            ? span(begin, end) : phrases("stretch.noticed", ["begin": minute(begin), "end": minute(end)])
    }

    /// While it runs: `since 2024-02-15 14:15 UTC`, or when it was noticed; `nil` where neither is on record.
    func beginning(of incident: PublicIncident) -> String? {
        incident.begin.map {
            phrases(incident.started == $0 ? "beginning.since" : "beginning.noticed", ["begin": minute($0)])
        }
    }

    /// The end of a message that is the last one (definitions, "Where the specification contradicts itself").
    func finalUpdate(_ report: PublicIncident.PostIncidentReport) -> String {
        let words =
            switch report {
            case .due(let due): phrases("report.due", ["due": minute(due)])
            case .inPreparation: phrases("report.inPreparation")
            case .held(let instant): phrases("report.held", ["day": day(instant)])
            case .notPlanned: phrases("report.notPlanned")
            }
        return phrases("update.final", ["report": words])
    }

    /// When the next message comes.
    func nextUpdate(_ next: NextUpdate) -> String {
        phrases(next.isAsNeeded ? "update.asNeeded" : "update.next", ["due": minute(next.instant)])
    }
}
