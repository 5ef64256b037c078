import Compliance
import Diagnostics
import IncidentModel
package import Typesetting

/// The page: the story for an auditor, with what was counted, what has to be explained, and how to check it.
extension AuditPack {
    /// A table on the page has at most so many rows; the tables beside it have all.
    static let most = 200

    package var context: Context {
        let exceptions = exceptions
        let exclusions = exclusions
        let broken = exceptions.filter { $0.kind == .broken }
        let other = exceptions.filter { $0.kind != .broken && $0.kind != .unproven }
        return [
            "title": .text(title),
            "headline": .list(headline.map { .text($0) }),
            "period": [
                "label": .text(scope.period.label), "start": .text(phrasing.minute(scope.period.start)),
                "end": .text(phrasing.minute(scope.period.end)), "zone": .text(scope.period.timeZone),
            ],
            "membership": .text(membership),
            "cellZone": .optional(phrasing.cellZone),
            "hasIncidents": .flag(!incidents.isEmpty),
            "incidents": .list(incidents.prefix(Self.most).map(row)),
            "shownIncidents": shown(incidents.count, in: "population.csv"),
            "tallies": .list(tallyRows),
            "hasBroken": .flag(!broken.isEmpty),
            "broken": .list(broken.prefix(Self.most).map(row)),
            "shownBroken": shown(broken.count, in: "exceptions.csv"),
            "hasUnproven": .flag(exceptions.contains { $0.kind == .unproven }),
            "unproven": .list(unproven(exceptions)),
            "hasOther": .flag(!other.isEmpty),
            "other": .list(other.prefix(Self.most).map(row)),
            "shownOther": shown(other.count, in: "exceptions.csv"),
            "hasExcluded": .flag(!exclusions.isEmpty),
            "excluded": .list(exclusions.prefix(Self.most).map(row)),
            "shownExcluded": shown(exclusions.count, in: "excluded.csv"),
            "hasSeries": .flag(!series.isEmpty),
            "series": .list(series.prefix(Self.most).map(row)),
            "shownSeries": shown(series.count, in: "audit.json"),
            "sum": .text(sum),
            "exports": .list(scope.exports.map(row)),
            "sample": sampleContext,
            "texts": .list(scope.texts.map(row)),
            "controlsName": .text(controls.name),
            "frameworks": .list(frameworks),
            "hasFindings": .flag(!findings.isEmpty || !remarks.isEmpty),
            "findings": .list(qualityRows),
            "hasRegimes": .flag(!regimes.isEmpty),
            "regimes": .list(
                regimes.map { ["title": .text($0.title), "concerns": .text($0.concerns)] }),
            "notified": .list(notifiedContexts),
            "shownNotified": shown(notified.count, in: "notifications.csv"),
            "restatements": restatementContext,
            "computed": ComputationNote(edition: edition, policies: edition.book.policies).context,
        ]
    }

    /// How many rows of a table stand on the page, and which file has all of them.
    func shown(_ count: Int, in file: String) -> Context {
        count > Self.most
            ? .text(
                edition.phrases(
                    "audit.rows.first", ["shown": String(Self.most), "all": Phrasing.number(count), "file": file]))
            : .text(
                edition.phrases("audit.rows.all", ["rows": Phrasing.count(count, "row").sentenceStart, "file": file]))
    }
}

extension PromiseTally {
    /// Whether there is more to say than that the promise does not apply.
    var isTold: Bool { counts.contains { $0.key != .notApplicable && $0.value > 0 } }
}
