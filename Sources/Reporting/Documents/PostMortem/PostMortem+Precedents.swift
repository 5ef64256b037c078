import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// "Has this happened before": the earlier incidents, the rule that matched, how far back, and what they left to do.
extension PostMortem {
    var before: Context {
        var earlier: [Recurrence.Earlier] = []
        var summary = ""
        let window = Phrasing.window(edition.policy.conduct.recurrence.window)
        switch conduct.recurrence {
        case .recurs(let found, let sameCause, let titleAlike)?:
            earlier = found
            let counts = [
                sameCause > 0 ? "\(Phrasing.count(sameCause, "earlier incident")) with the same cause" : nil,
                titleAlike > 0 ? "\(Phrasing.count(titleAlike, "earlier incident")) with a title alike" : nil,
            ].compactMap { $0 }
            summary = "Yes: \(Phrasing.list(counts)) on the same service within \(window)."
        case .noneFound(let count)?:
            summary =
                count == 0
                ? "No other incident of the service is on record within \(window) before."
                : "No: of \(Phrasing.count(count, "earlier incident")) of the service within \(window), "
                    + "none has the same cause or a title alike."
        case .cannotBeTold(let missing)?:
            summary = "It cannot be told: not on record: \(Phrasing.list(missing))."
        case nil:
            summary = "Nobody looked: this page was made of one incident alone."
        }
        return [
            "summary": .text(summary.folded), "hasRows": .flag(!earlier.isEmpty),
            "rows": .list(earlier.map(row)), "openActions": .list(openActions(earlier)),
        ]
    }

    private func row(_ earlier: Recurrence.Earlier) -> Context {
        let title = precedents.incident(earlier).map { IncidentWords(edition: edition, assessed: $0).title } ?? "–"
        return [
            "id": .text(earlier.id.folded), "title": .text(title.folded),
            "detected": .text(phrasing.minute(earlier.detected)), "back": .text(distanceBack(earlier.detected)),
            "rule": .text(words(earlier.rule).folded), "address": .text(edition.address(earlier.origin)),
        ]
    }

    func distanceBack(_ earlier: Instant) -> String {
        guard let detected = incident.milestones[.detected]?.instant else { return "–" }
        let seconds = detected.wholeSeconds(since: earlier)
        return seconds >= 172_800
            ? "\(Phrasing.count(seconds / 86_400, "day")) before" : "\(Phrasing.duration(seconds)) before"
    }

    func words(_ rule: Recurrence.Rule) -> String {
        switch rule {
        case .sameCause(let cause): "same service and cause: “\(cause)”"
        case .titleAlike(let share):
            "same service, and \(Phrasing.decimal(share * 100, places: 0)) % of the words of both titles"
        }
    }

    /// What the earlier incidents left to do and nobody has done: the backlog that could have prevented this one.
    private func openActions(_ earlier: [Recurrence.Earlier]) -> [Context] {
        earlier.compactMap(precedents.incident).flatMap { other in
            other.incident.actions.filter { $0.state == .open }.map { action -> Context in
                [
                    "incident": .text(other.incident.id.folded), "text": .text(action.text.folded),
                    "owner": .text(action.owner?.trimmed?.folded ?? "nobody named"),
                    "address": .text(edition.address(action.origin)),
                ]
            }
        }
    }
}
