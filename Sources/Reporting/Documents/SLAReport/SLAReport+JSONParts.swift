import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// What stands beside the figures of severities in the JSON: phases, the run of periods, groups, duties.
extension SLAReport {
    func json(_ split: PhaseSplit) -> JSONDocument {
        [
            "cohort": .integer(split.cohort),
            "disordered": .integer(split.disordered),
            "incomplete": .integer(split.incomplete),
            "phases": .array(
                split.phases.map { phase in
                    json(phase.spread).adding([
                        "from": .string(phase.start.rawValue),
                        "share": .optional(phase.share),
                        "to": .string(phase.stop.rawValue),
                        "wholeSeconds": .integer(phase.seconds),
                    ])
                }),
            "severity": .string(split.severity.rawValue),
            "whole": .integer(split.whole),
        ]
    }

    func json(_ series: PeriodSeries) -> JSONDocument {
        [
            "clock": .optional(series.clock),
            "periods": .array(
                series.points.map { point in
                    [
                        "cohort": .integer(point.cohort),
                        "compliance": .optional(point.compliance?.value),
                        "interval": interval(point.compliance?.interval),
                        "period": json(point.period),
                        "severities": .array(
                            point.severities.map { row in
                                json(row.spread).adding([
                                    "breached": .integer(row.breached),
                                    "cohort": .integer(row.cohort),
                                    "compliance": .optional(row.compliance?.value),
                                    "leftOut": json(row.leftOut),
                                    "met": .integer(row.met),
                                    "severity": .string(row.severity.rawValue),
                                ])
                            }),
                    ]
                }),
        ]
    }

    func json(_ groups: CohortGroups) -> JSONDocument {
        [
            "groups": .array(groups.groups.map(json)),
            "rest": groups.rest.map { json($0).adding(["groups": .integer(groups.restCount)]) } ?? .null,
            "unknown": groups.unknown.map(json) ?? .null,
        ]
    }

    private func json(_ figures: CohortGroups.Figures) -> JSONDocument {
        json(figures.spread).adding([
            "breached": .integer(figures.breached),
            "cohort": .integer(figures.cohort),
            "compliance": .optional(figures.compliance?.value),
            "interval": interval(figures.compliance?.interval),
            "met": .integer(figures.met),
            "name": .optional(figures.name),
            "severities": .object(
                Dictionary(zip(Severity.allCases, figures.severities).map { ($0.rawValue, .integer($1)) }) { first, _ in
                    first
                }),
        ])
    }

    func json(_ duty: Duty) -> JSONDocument {
        [
            "clock": .optional(duty.clock),
            "firstDue": .instant(duty.first?.due),
            "incident": .optional(duty.first.map { all[$0.place].incident.id }),
            "ofCohort": .integer(duty.ofCohort),
            "overdue": .integer(duty.count),
            "title": .string(duty.title),
        ]
    }
}
