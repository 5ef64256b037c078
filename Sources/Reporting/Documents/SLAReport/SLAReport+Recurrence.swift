import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// How many incidents had happened before, against the period before, and on which services.
extension SLAReport {
    /// Absent where it can be told of no incident of either period.
    var recurrence: Context {
        guard let figures = report.recurrence, figures.now.told > 0 || figures.before?.told ?? 0 > 0 else {
            return .absent
        }
        let services = figures.services.prefix(Self.namedServices)
        let rest = figures.services.count - services.count
        return [
            "sentences": .list(sentences(figures).map { .text($0) }),
            "window": .text(Phrasing.window(edition.policy.conduct.recurrence.window)),
            "hasServices": .flag(!services.isEmpty),
            "services": .list(services.map(row)),
            "more": rest > 0
                ? .text(phrases("sla.recurrence.more", ["services": Phrasing.count(rest, "more service")])) : .absent,
        ]
    }

    private static let namedServices = 5
    private static let namedIncidents = 5

    private func sentences(_ figures: PeriodRecurrence) -> [String] {
        var sentences = [sentence(figures.now, of: report.period.label, isNow: true)]
        if let before = figures.before, let previous = report.comparison?.previous.label {
            sentences.append(sentence(before, of: previous, isNow: false))
        }
        // Where nothing happened before in either period there is no change to look for.
        if let p = figures.p, figures.now.recurring + (figures.before?.recurring ?? 0) > 0 {
            sentences.append(
                phrases(
                    "sla.recurrence.test",
                    [
                        "judgement": judgement(isReal: isReal(p)).sentenceStart,
                        "test": Comparison.Change.Test.fisherExact.rawValue, "p": Phrasing.pValue(p),
                        "visible": figures.visible.map(visibleShare) ?? phrases("sla.visible.none"),
                    ]))
        }
        return sentences
    }

    private func isReal(_ p: Double) -> Bool { p < edition.policy.statistics.significance }

    private func sentence(_ count: PeriodRecurrence.Count, of period: String, isNow: Bool) -> String {
        guard let share = count.share else {
            return phrases(isNow ? "sla.recurrence.none" : "sla.recurrence.before.none", ["period": period])
        }
        let said = phrases(
            isNow ? "sla.recurrence" : "sla.recurrence.before",
            [
                "period": period, "incidents": Phrasing.count(count.told, "incident"),
                "told": Phrasing.number(count.told),
                "recurring": count.recurring == 0
                    ? phrases("sla.recurrence.zero") : Phrasing.number(count.recurring),
                "share": "\(Phrasing.percent(share.hits, of: share.trials)), \(Phrasing.interval(share.interval))",
            ])
        let untold = count.cohort - count.told
        return untold == 0
            ? said : said + " " + phrases("sla.recurrence.untold", ["count": Phrasing.number(untold)])
    }

    private func row(_ service: PeriodRecurrence.Service) -> Context {
        var names = service.recurring.prefix(Self.namedIncidents).map(\.folded)
        let rest = service.recurring.count - names.count
        if rest > 0 { names.append("\(Phrasing.number(rest)) more") }
        return [
            "name": .text(service.name.folded),
            "recurring": .text(Phrasing.number(service.recurring.count)),
            "told": .text(Phrasing.number(service.told)),
            "incidents": .text(Phrasing.list(names)),
        ]
    }

    func json(_ figures: PeriodRecurrence) -> JSONDocument {
        [
            "before": figures.before.map(json) ?? .null,
            "now": json(figures.now),
            "p": .optional(figures.p),
            "services": .array(
                figures.services.map { service in
                    [
                        "incidents": .strings(service.recurring), "recurring": .integer(service.recurring.count),
                        "service": .string(service.name), "told": .integer(service.told),
                    ]
                }),
            "significant": .bool(figures.p.map(isReal) ?? false),
            "test": .string(Comparison.Change.Test.fisherExact.rawValue),
            "visible": figures.visible.map {
                ["atLeast": .optional($0.atLeast), "atMost": .optional($0.atMost)]
            } ?? .null,
            "windowSeconds": .seconds(edition.policy.conduct.recurrence.window),
        ]
    }

    private func json(_ count: PeriodRecurrence.Count) -> JSONDocument {
        [
            "cohort": .integer(count.cohort), "interval": interval(count.share?.interval),
            "recurring": .integer(count.recurring), "share": .optional(count.share?.value),
            "told": .integer(count.told),
        ]
    }
}
