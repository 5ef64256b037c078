import Compliance
import IncidentModel
import Typesetting

/// The report's own figures, each with the sum that gives it.
extension FigureExplanation {
    /// `met ÷ (met + breached) = 5 ÷ (5 + 1) = 83.3 %`.
    func compliance(_ figures: ClockFigures) -> Statement {
        let met = figures.verdicts[.met] ?? 0
        let breached = figures.verdicts[.breached] ?? 0
        let beside = [Verdict.Kind.unproven, .open, .overdue, .notApplicable].compactMap { kind in
            figures.verdicts[kind].flatMap { $0 > 0 ? "\(Phrasing.number($0)) \(phrasing.word(kind))" : nil }
        }
        let rest = beside.isEmpty ? "" : "; beside it, not in it: \(Phrasing.list(beside))"
        guard let share = figures.compliance else {
            return Statement(
                "compliance", "no data: no promise is met or breached\(rest)", values: ["compliance": .null])
        }
        return Statement(
            "compliance",
            "met ÷ (met + breached) = \(met) ÷ (\(met) + \(breached)) = "
                + "\(Phrasing.percent(share.hits, of: share.trials)), 95 % interval (Wilson) "
                + Phrasing.interval(share.interval) + rest,
            values: [
                "breached": .integer(breached), "compliance": .number(share.value), "met": .integer(met),
            ])
    }

    func duration(_ spread: Spread?, _ shares: [FigureShare], _ leftOut: LeftOut) -> Statement {
        let seconds = shares.compactMap(\.seconds).sorted()
        let reasons = [
            (leftOut.missingStart, "without a start"), (leftOut.missingStop, "without a stop"),
            (leftOut.outOfOrder, "out of order"), (leftOut.notApplicable, "not promised"),
        ].filter { $0.0 > 0 }.map { "\(Phrasing.number($0.0)) \($0.1)" }
        let out = Statement("left out", reasons.isEmpty ? "none" : Phrasing.list(reasons))
        guard let spread else {
            return Statement("durations", "no data: no incident has both ends on record, in order", parts: [out])
        }
        return Statement(
            "durations", "\(Phrasing.count(spread.count, "duration")), in order: \(listed(seconds))",
            values: [
                "count": .integer(spread.count), "meanSeconds": .number(spread.mean),
                "medianSeconds": .number(spread.median),
            ],
            parts: [mean(spread, seconds), median(spread, seconds), out])
    }

    private func mean(_ spread: Spread, _ seconds: [Int]) -> Statement {
        let sum = seconds.reduce((0, false)) { sum, next in
            let (value, overflow) = sum.0.addingReportingOverflow(next)
            return (value, sum.1 || overflow)
        }
        let words = sum.1 ? "the sum" : "\(Phrasing.number(sum.0)) s"
        return Statement(
            "mean",
            "\(words) ÷ \(Phrasing.number(spread.count)) = \(Phrasing.decimal(spread.mean, places: 2)) s, "
                + "on pages \(Phrasing.rounded(spread.mean))")
    }

    private func median(_ spread: Spread, _ seconds: [Int]) -> Statement {
        let middle = seconds.count / 2
        let how =
            seconds.count.isMultiple(of: 2)
            ? "halfway between numbers \(middle) and \(middle + 1) of \(seconds.count)"
            : "number \(middle + 1) of \(seconds.count)"
        let interval =
            spread.medianInterval.map {
                ", 95 % interval (order statistics) \(Phrasing.rounded($0.lowerBound)) to \(Phrasing.rounded($0.upperBound))"
            } ?? ", too few for an interval"
        return Statement(
            "median",
            "\(how) = \(Phrasing.decimal(spread.median, places: 2)) s, on pages "
                + Phrasing.rounded(spread.median) + interval)
    }

    /// The first and the last ones where there are many.
    private func listed(_ seconds: [Int]) -> String {
        guard seconds.count > 12 else { return seconds.map { Phrasing.duration($0) }.joined(separator: ", ") }
        let ends = [seconds.prefix(6), seconds.suffix(6)].map {
            $0.map { Phrasing.duration($0) }.joined(separator: ", ")
        }
        return "\(ends[0]), …, \(ends[1])"
    }

    // MARK: Incidents

    func incident(_ share: FigureShare) -> Statement {
        let assessed = incidents[share.incident]
        let incident = assessed.incident
        var words: [String] = []
        var limit: Duration?
        if case .clock(let clock) = figure {
            if let judged = assessed.verdicts.first(where: { $0.clock == clock.id }) {
                words.append(phrasing.verdict(judged.verdict, limit: judged.limit))
                limit = judged.limit
                if judged.verdict.kind != share.counted, let counted = share.counted {
                    words.append("counted as \(phrasing.word(counted))")
                }
            } else {
                words.append("its policy has no such promise")
            }
        }
        words.append(
            share.seconds.map { "\(Phrasing.duration($0)) in the durations" }
                ?? "left out of the durations: \(reason(share))")
        return Statement(
            incident.id, words.joined(separator: "; "),
            values: [
                "counted": .optional(share.counted?.rawValue), "limitSeconds": .seconds(limit),
                "seconds": .optional(share.seconds),
            ],
            exhibits: [Exhibit(address: room.address(incident.origin), field: "", excerpt: [])])
    }

    private func reason(_ share: FigureShare) -> String {
        let out = share.leftOut
        if out.missingStart > 0 { return "its start is not on record" }
        if out.missingStop > 0 { return "its stop is not on record" }
        if out.outOfOrder > 0 { return "its ends are out of order" }
        return out.notApplicable > 0 ? "not promised here" : "no such promise"
    }
}
