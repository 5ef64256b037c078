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
                sameCause > 0 ? phrasing.phrases("before.sameCause", ["count": Self.earlier(sameCause)]) : nil,
                titleAlike > 0 ? phrasing.phrases("before.titleAlike", ["count": Self.earlier(titleAlike)]) : nil,
            ].compactMap { $0 }
            summary = phrasing.phrases("before.recurs", ["counts": Phrasing.list(counts), "window": window])
        case .noneFound(let count)?:
            summary =
                count == 0
                ? phrasing.phrases("before.alone", ["window": window])
                : phrasing.phrases("before.noneFound", ["count": Self.earlier(count), "window": window])
        case .cannotBeTold(let missing)?:
            summary = phrasing.phrases("before.cannotBeTold", ["missing": Phrasing.list(missing)])
        case nil:
            summary = phrasing.phrases("before.notAsked")
        }
        return [
            "summary": .text(summary.folded), "hasRows": .flag(!earlier.isEmpty),
            "rows": .list(earlier.map(row)), "openActions": .list(openActions(earlier)),
            "closedActions": .list(closedActions.map(row)),
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

    private static func earlier(_ count: Int) -> String { Phrasing.count(count, "earlier incident") }

    func distanceBack(_ earlier: Instant) -> String {
        guard let detected = incident.milestones[.detected]?.instant else { return "–" }
        let seconds = detected.wholeSeconds(since: earlier)
        let distance =
            seconds >= 172_800 ? Phrasing.count(seconds / 86_400, "day") : Phrasing.duration(seconds)
        return phrasing.phrases("before.back", ["distance": distance])
    }

    func words(_ rule: Recurrence.Rule) -> String {
        switch rule {
        case .sameCause(let cause): phrasing.phrases("before.rule.sameCause", ["cause": cause])
        case .titleAlike(let share):
            phrasing.phrases("before.rule.titleAlike", ["percent": Phrasing.decimal(share * 100, places: 0)])
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
