import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// The rows of the data: tallies, exceptions, gaps, controls, notices, restatements.
extension AuditPack {
    func json(_ tally: PromiseTally) -> JSONDocument {
        var members = Self.counts(tally.counts)
        members["kind"] = .string(tally.kind.rawValue)
        members["name"] = .string(tally.name)
        members["severity"] = .optional(tally.severity?.rawValue)
        members["resolvedInside"] = [
            "breached": .integer(tally.reportedBroken), "met": .integer(tally.reportedKept),
        ]
        return .object(members)
    }

    static func counts(_ counts: [PromiseOutcome: Int]) -> [String: JSONDocument] {
        Dictionary(
            uniqueKeysWithValues: PromiseOutcome.allCases.map { ($0.rawValue, .integer(counts[$0] ?? 0)) })
    }

    func json(_ exception: AuditException) -> JSONDocument {
        [
            "about": .string(exception.about), "incident": .string(exception.id),
            "kind": .string(exception.kind.rawValue), "number": .optional(exception.number),
            "origin": exception.origin.map(edition.originJSON) ?? .null,
            "record": .optional(exception.record?.file), "severity": .optional(exception.severity?.rawValue),
            "system": .string(exception.system), "what": .string(exception.words),
        ]
    }

    func json(_ exclusion: AuditExclusion) -> JSONDocument {
        [
            "about": .string(exclusion.about), "kind": .string(exclusion.kind.rawValue),
            "origin": edition.originJSON(exclusion.origin), "reason": .string(exclusion.reason),
            "record": .string(exclusion.id),
        ]
    }

    func json(_ series: IDSeries) -> JSONDocument {
        [
            "first": .string(series.id(series.first)), "isSparse": .bool(series.isSparse),
            "last": .string(series.id(series.last)),
            "missing": .array(
                series.missing.map {
                    ["first": .string(series.id($0.lowerBound)), "last": .string(series.id($0.upperBound))]
                }),
            "missingCount": .integer(series.missingCount), "present": .integer(series.present),
            "system": .string(series.system),
        ]
    }

    func json(_ row: ControlEvidence) -> JSONDocument {
        [
            "asks": .string(row.control.asks), "control": .string(row.control.id),
            "counts": row.counts.map { .object(Self.counts($0)) } ?? .null, "evidence": .string(row.proof.words),
            "figure": .optional(row.words), "file": .string(row.file), "framework": .string(row.framework.title),
            "population": .integer(row.population),
        ]
    }

    func json(_ notified: Notified) -> JSONDocument {
        [
            "incident": .string(notified.incident.assessed.incident.id),
            "notices": .array(
                notified.dues.map { due in
                    [
                        "article": .string(due.notice.article), "due": .instant(due.due),
                        "id": .string(due.notice.id), "outcome": .string(due.outcome.rawValue),
                        "sent": .instant(due.sent?.instant), "state": .string(words(due.state)),
                    ]
                }),
            "regime": .string(notified.regime.id),
        ]
    }

    func json(_ restatements: Restatements) -> JSONDocument {
        [
            "overlaps": .bool(restatements.overlap != nil),
            "previous": [
                "asOf": .string(restatements.previous.asOf), "label": .string(restatements.previous.label),
                "program": .string(restatements.previous.program),
            ],
            "rows": .array(
                restatements.rows.map { row in
                    [
                        "about": .string(row.about), "before": .string(row.before),
                        "changed": .strings(row.causes.map(\.rawValue)), "incident": .string(row.incident),
                        "now": .string(row.now),
                    ]
                }),
        ]
    }
}
