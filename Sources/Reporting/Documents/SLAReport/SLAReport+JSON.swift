import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// `debrief/sla-report/1`: the shape that scripts rely on. Keys may be added to it, never renamed.
extension SLAReport {
    var json: JSONDocument {
        [
            "asOf": .instant(edition.asOf),
            "breaches": .array(report.breaches.map(json)),
            "cohort": .string(report.cohort.rawValue),
            "comparison": report.comparison.map(json) ?? .null,
            "dataQuality": .array(
                report.dataQuality.map {
                    [
                        "code": .string($0.code), "count": .integer($0.count),
                        "incidents": .array($0.incidents.map { .string($0) }),
                    ]
                }),
            "duties": .array(duties.map(json)),
            "dutiesSince": .instant(report.reach(asOf: edition.asOf).start),
            "endUnknown": .array(report.endUnknown.map { .string($0) }),
            "groups": .object(
                Dictionary(report.groups.map { ($0.kind.rawValue, json($0)) }) { first, _ in first }),
            "headline": .strings(headline),
            "incidents": [
                "context": .integer(counts.context), "joined": .integer(counts.joined),
                "merged": .integer(counts.merged), "orphaned": .integer(counts.orphaned),
                "read": .integer(counts.read), "rejected": .integer(counts.rejected),
                "setAside": .integer(counts.setAside), "used": .integer(counts.incidents),
            ],
            "period": json(report.period),
            "phases": .array(report.phases.map(json)),
            "policies": .array(judging.map { $0.json }),
            "policy": edition.policyJSON,
            "policyComparison": report.replay.map(json) ?? .null,
            "recurrence": report.recurrence.map(json) ?? .null,
            "run": report.series.map(json) ?? .null,
            "schema": "debrief/sla-report/1",
            "severities": .array(report.severities.map(json)),
            "withoutSeverity": .array(report.withoutSeverity.map { .string($0) }),
        ]
    }

    func json(_ period: Period) -> JSONDocument {
        [
            "end": .instant(period.end), "label": .string(period.label), "start": .instant(period.start),
            "timeZone": .string(period.timeZone),
        ]
    }

    private func json(_ figures: SeverityFigures) -> JSONDocument {
        [
            "clocks": .object(Dictionary(figures.clocks.map { ($0.clock, json($0)) }) { first, _ in first }),
            "cohort": .integer(figures.cohort),
            "detected": .integer(figures.detected),
            "metrics": .object(Dictionary(figures.metrics.map { ($0.metric.id, json($0)) }) { first, _ in first }),
            "open": .integer(figures.open),
            "resolved": .integer(figures.resolved),
            "severity": .string(figures.severity.rawValue),
        ]
    }

    private func json(_ figures: ClockFigures) -> JSONDocument {
        var members: [String: JSONDocument] = [
            "compliance": .optional(figures.compliance?.value),
            "interval": interval(figures.compliance?.interval),
            "leftOut": json(figures.leftOut),
            "limitSeconds": .seconds(figures.limit),
        ]
        if !figures.limits.isEmpty {
            members["limits"] = .array(
                figures.limits.map { limit in
                    let name = edition.book.policies[limit.policy].name
                    return ["limitSeconds": .seconds(limit.limit), "policy": .string(name)]
                })
        }
        for (name, count) in counts(figures.verdicts) { members[name] = count }
        return json(figures.spread).adding(members)
    }

    private func json(_ figures: MetricFigures) -> JSONDocument {
        json(figures.spread).adding([
            "from": .string(figures.metric.start.rawValue),
            "leftOut": json(figures.leftOut),
            "to": .string(figures.metric.stop.rawValue),
        ])
    }

    func json(_ spread: Spread?) -> JSONDocument {
        [
            "count": .integer(spread?.count ?? 0),
            "maxSeconds": .optional(spread?.maximum),
            "meanSeconds": .optional(spread?.mean),
            "medianIntervalSeconds": interval(spread?.medianInterval),
            "medianSeconds": .optional(spread?.median),
            "minSeconds": .optional(spread?.minimum),
            "p90Seconds": .optional(spread?.p90),
            "p95Seconds": .optional(spread?.p95),
        ]
    }

    func json(_ out: LeftOut) -> JSONDocument {
        [
            "missingStart": .integer(out.missingStart), "missingStop": .integer(out.missingStop),
            "notApplicable": .integer(out.notApplicable), "outOfOrder": .integer(out.outOfOrder),
        ]
    }

    func interval(_ range: ClosedRange<Double>?) -> JSONDocument {
        range.map { [.number($0.lowerBound), .number($0.upperBound)] } ?? .null
    }

    private func json(_ breach: Breach) -> JSONDocument {
        [
            "bySeconds": .seconds(breach.by),
            "clock": .string(breach.clock),
            "elapsedSeconds": .seconds(breach.elapsed),
            "firstSlip": breach.reason.map {
                ["at": .instant($0.slippedAt), "clock": .string($0.firstSlip)]
            } ?? .null,
            "incident": .string(breach.incident.id),
            "longestStretch": breach.reason?.longest.map {
                [
                    "from": .string($0.start.rawValue), "seconds": .integer($0.seconds),
                    "to": .string($0.stop.rawValue),
                ]
            } ?? .null,
            "limitSeconds": .seconds(breach.limit),
            "origin": breach.origin.map(edition.originJSON) ?? .null,
            "severity": .string(breach.severity.rawValue),
        ]
    }

    private func counts(_ verdicts: [Verdict.Kind: Int]) -> [String: JSONDocument] {
        Dictionary(
            uniqueKeysWithValues: Verdict.Kind.allCases.map { ($0.rawValue, .integer(verdicts[$0] ?? 0)) })
    }

    private func json(_ replay: PolicyComparison) -> JSONDocument {
        [
            "after": .string(replay.after),
            "before": .string(replay.before),
            "clocks": .array(
                replay.rows.map { row in
                    [
                        "after": .object(counts(row.after)), "before": .object(counts(row.before)),
                        "clock": .string(row.clock), "severity": .string(row.severity.rawValue),
                    ]
                }),
            "flips": .array(
                replay.flips.map { flip in
                    [
                        "after": .string(flip.after.rawValue), "before": .string(flip.before.rawValue),
                        "clock": .string(flip.clock), "incident": .string(flip.incident),
                        "severity": .string(flip.severity.rawValue),
                    ]
                }),
        ]
    }

    private func json(_ comparison: Comparison) -> JSONDocument {
        [
            "changes": .array(
                comparison.rows.map { change in
                    [
                        "before": .optional(change.before),
                        "clock": .optional(change.clock),
                        "figure": .string(change.figure.rawValue),
                        "now": .optional(change.now),
                        "p": .optional(change.p),
                        "severity": .string(change.severity.rawValue),
                        "significant": .bool(isReal(change)),
                        "test": .string(change.test.rawValue),
                        "visible": change.visible.map {
                            ["atLeast": .optional($0.atLeast), "atMost": .optional($0.atMost)]
                        } ?? .null,
                    ]
                }),
            "previous": json(comparison.previous),
        ]
    }
}
