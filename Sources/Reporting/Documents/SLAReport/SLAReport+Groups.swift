import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// By service, team and source: the largest groups, the rest together, and those of which nobody said it.
extension SLAReport {
    func groups(_ groups: CohortGroups) -> Context {
        var rows = groups.groups.map { row($0, ($0.name ?? "").folded, isTotal: false) }
        if let rest = groups.rest {
            let name = phrases("sla.group.rest", ["count": Phrasing.number(groups.restCount)])
            rows.append(row(rest, name, isTotal: true))
        }
        if let unknown = groups.unknown { rows.append(row(unknown, phrases("sla.group.unknown"), isTotal: true)) }
        return [
            "kind": .text(groups.kind.rawValue),
            "title": .text(groups.kind.rawValue.sentenceStart),
            "isKnown": .flag(!groups.groups.isEmpty),
            "nothing": .text(phrases("sla.group.none")),
            "rows": .list(rows),
        ]
    }

    private func row(_ figures: CohortGroups.Figures, _ name: String, isTotal: Bool) -> Context {
        [
            "name": .text(name.isEmpty ? phrases("sla.group.unknown") : name),
            "isTotal": .flag(isTotal),
            "count": .text(Phrasing.number(figures.cohort)),
            "severities": .list(figures.severities.map { .text($0 == 0 ? "–" : Phrasing.number($0)) }),
            "kept": .text(figures.compliance.map { Phrasing.share($0.hits, of: $0.trials) } ?? "no data"),
            "median": .text(
                figures.spread.map { "\(Phrasing.rounded($0.median)) (\(Phrasing.number($0.count)))" } ?? "–"),
        ]
    }
}
