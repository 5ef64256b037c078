import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// The page in plain words: whether incidents were resolved in time, whether anything changed, and how much there was.
extension SLAReport {
    /// The first paragraph.
    var headline: [String] { resolutions + [change].compactMap { $0 } }

    /// The second one: how many incidents, how many promises, the worst miss.
    var summary: [String] { [volume, promiseCount, worst].compactMap { $0 } }

    /// The clock from detection to resolution.
    private var resolveClock: String? {
        edition.book.clocks.first { $0.start == .detected && $0.stop == .resolved }?.id
    }

    private struct Outcome {
        var severity: Severity
        var met: Int
        var late: Int
        var limit: String
    }

    /// The gravest severity that can be judged, and the others together.
    private var resolutions: [String] {
        let outcomes = report.severities.compactMap { figures -> Outcome? in
            guard let clock = figures.clocks.first(where: { $0.clock == resolveClock }) else { return nil }
            let outcome = Outcome(
                severity: figures.severity, met: clock.verdicts[.met] ?? 0, late: clock.verdicts[.breached] ?? 0,
                limit: clock.limits.isEmpty
                    ? clock.limit.map(phrasing.spoken) ?? phrases("time.promised") : phrases("time.promised"))
            return outcome.met + outcome.late > 0 ? outcome : nil
        }
        guard let first = outcomes.first else { return [nothingToJudge] }
        let others = outcomes.dropFirst().reduce((met: 0, late: 0)) { ($0.met + $1.met, $0.late + $1.late) }
        return [sentence(first)] + (others.met + others.late > 0 ? [sentence(met: others.met, late: others.late)] : [])
    }

    private var nothingToJudge: String {
        let period = ["period": report.period.label]
        if report.severities.contains(where: { $0.cohort > 0 }) { return phrases("sla.resolve.unjudged", period) }
        return report.cohort == .resolved
            ? phrases("sla.resolve.none", period) : phrases("sla.resolve.none.detected", period)
    }

    private func sentence(_ outcome: Outcome) -> String {
        let clock = resolveClock
        var worst: Duration?
        // By index: a report of a year has a hundred thousand breaches, and a copy of each would count references.
        for place in report.breaches.indices
        where report.breaches[place].severity == outcome.severity && report.breaches[place].clock == clock {
            worst = max(worst ?? .zero, report.breaches[place].by)
        }
        let holes = [
            "met": Phrasing.number(outcome.met), "late": Phrasing.number(outcome.late),
            "count": Phrasing.number(outcome.met + outcome.late), "severity": outcome.severity.title,
            "limit": outcome.limit, "by": worst.map(phrasing.spoken) ?? "",
        ]
        switch (outcome.met, outcome.late) {
        case (1, 0): return phrases("sla.resolve.one.met", holes)
        case (0, 1): return phrases("sla.resolve.one.late", holes)
        case (_, 0): return phrases("sla.resolve.all", holes)
        case (0, _): return phrases("sla.resolve.late", holes)
        case (_, 1): return phrases("sla.resolve.some.one", holes)
        default: return phrases("sla.resolve.some", holes)
        }
    }

    private func sentence(met: Int, late: Int) -> String {
        guard met + late > 1 else { return phrases(met == 1 ? "sla.resolve.other" : "sla.resolve.other.late") }
        return phrases(
            late == 0 ? "sla.resolve.others.all" : "sla.resolve.others",
            ["count": Phrasing.number(met + late), "met": Phrasing.number(met)])
    }

    private var volume: String {
        let rows = report.severities
        func were(_ count: Int, _ words: String) -> String {
            phrases(count == 1 ? "sla.volume.one" : "sla.volume.many", ["count": words])
        }
        let resolved = rows.reduce(0) { $0 + $1.resolved }
        let detected = rows.reduce(0) { $0 + $1.detected }
        let open = rows.reduce(0) { $0 + $1.open }
        return phrases(
            "sla.volume",
            [
                "period": report.period.label, "resolved": were(resolved, Phrasing.count(resolved, "incident")),
                "detected": were(detected, Phrasing.number(detected)), "open": were(open, Phrasing.number(open)),
            ])
    }

    private var promiseCount: String {
        let figures = report.severities.flatMap(\.clocks)
        func sum(_ kind: Verdict.Kind) -> Int { figures.reduce(0) { $0 + ($1.verdicts[kind] ?? 0) } }
        let (met, breached, unproven) = (sum(.met), sum(.breached), sum(.unproven))
        let judged = Phrasing.number(met + breached)
        let kept =
            switch (met, breached) {
            case (0, 0): phrases("sla.kept.none")
            case (_, 0): phrases("sla.kept.all", ["met": Phrasing.number(met)])
            case (_, 1): phrases("sla.kept.one", ["judged": judged])
            default: phrases("sla.kept.some", ["breached": Phrasing.number(breached), "judged": judged])
            }
        switch unproven {
        case 0: return kept
        case 1: return kept + " " + phrases("sla.unproven.one")
        default: return kept + " " + phrases("sla.unproven", ["count": Phrasing.number(unproven)])
        }
    }

    private var worst: String? {
        let gravest = report.breaches.map(\.severity).max()
        guard let breach = report.breaches.filter({ $0.severity == gravest }).max(by: { $0.by < $1.by }) else {
            return nil
        }
        return phrases(
            "sla.worst",
            [
                "incident": breach.incident.id.folded, "severity": breach.severity.title,
                "clock": edition.title(ofClock: breach.clock).lowercased(), "by": Phrasing.duration(breach.by),
            ])
    }
}

extension Phrasing {
    /// A time as people say it in a sentence: `an hour`, `4 hours`, `11 minutes`; exact, or in short units.
    func spoken(_ duration: Duration) -> String {
        let seconds = duration.wholeSeconds
        guard seconds > 0 else { return Self.duration(seconds) }
        if seconds.isMultiple(of: 3600), seconds <= 100 * 3600 {
            return seconds == 3600 ? phrases("time.hour") : phrases("time.hours", ["count": String(seconds / 3600)])
        }
        if seconds.isMultiple(of: 60), seconds < 7200 {
            return seconds == 60 ? phrases("time.minute") : phrases("time.minutes", ["count": String(seconds / 60)])
        }
        if seconds < 60 {
            return seconds == 1 ? phrases("time.second") : phrases("time.seconds", ["count": String(seconds)])
        }
        return Self.duration(seconds)
    }
}
