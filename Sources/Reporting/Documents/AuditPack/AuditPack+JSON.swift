import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// `debrief/audit-pack/1`: what the page says, for scripts, and all that a check needs to derive it again.
extension AuditPack {
    var json: LongJSON {
        let incidents = incidents
        let exceptions = exceptions
        let notified = notified
        var members = short.mapValues(LongJSON.Member.document)
        members["exceptions"] = .list(count: exceptions.count) { json(exceptions[$0]) }
        members["incidents"] = .list(count: incidents.count) { json(incidents[$0]) }
        members["notifications"] = .list(count: notified.count) { json(notified[$0]) }
        return LongJSON(members)
    }

    /// What is short enough to stand in memory as a whole.
    private var short: [String: JSONDocument] {
        [
            "asOf": .instant(edition.asOf),
            "controls": .array(controlEvidence.map(json)),
            "dataQuality": .array(
                findings.map {
                    ["code": .string($0.code), "count": .integer($0.count), "incidents": .strings($0.incidents)]
                }),
            "diagnostics": .array(remarks.map { ["code": .string($0.code), "count": .integer($0.count)] }),
            "excluded": .array(exclusions.map(json)),
            "exports": .array(scope.exports.map(json)),
            "idSeries": .array(series.map(json)),
            "openAtEnd": .strings(population.openAtEnd.map(\.incident.id)),
            "options": .object(
                Dictionary(scope.options.map { ($0.name, .strings($0.values)) }) { first, _ in first }),
            "period": [
                "end": .instant(scope.period.end), "label": .string(scope.period.label),
                "start": .instant(scope.period.start), "timeZone": .string(scope.period.timeZone),
            ],
            "policies": .array(edition.book.policies.map(\.json)),
            "program": .string(edition.program),
            "promises": .array(tallies.map(json)),
            "restatements": restatements.map(json) ?? .null,
            "sample": [
                "method": "simple random without replacement, SplitMix64",
                "numbers": .array(sample.numbers.map { .integer($0) }), "population": .integer(sample.population),
                "seed": .string(String(scope.seed)), "size": .integer(scope.sampleSize),
            ],
            "schema": "debrief/audit-pack/1",
            "texts": .array(
                scope.texts.map {
                    [
                        "file": .string($0.file), "kind": .string($0.kind.rawValue), "name": .string($0.name),
                        "sha256": .string($0.sha256),
                    ]
                }),
            "unplaced": .strings(population.unplaced.map(\.incident.id)),
        ]
    }

    func json(_ export: AuditExport) -> JSONDocument {
        let input = ledger.inputs.first { $0.source == export.source }
        let counts = RecordLedger.Fate.allCases.map { ($0.rawValue, JSONDocument.integer(input?.count($0) ?? 0)) }
        let members: JSONDocument = [
            "argument": .string(export.argument), "bytes": .integer(export.bytes),
            "dialect": .optional(input?.dialect), "file": .string(export.file), "name": .string(export.name),
            "records": .object(Dictionary(counts) { first, _ in first }).adding([
                "read": .integer(input?.total ?? 0)
            ]),
            "sha256": .string(export.sha256), "system": .optional(export.system),
        ]
        return export.imported.map { members.adding(["import": json($0)]) } ?? members
    }

    private func json(_ imported: AuditImport) -> JSONDocument {
        [
            "dialect": .optional(imported.dialect), "encoding": .string(imported.encoding),
            "imported": .instant(imported.imported), "sha256": .string(imported.sha256),
            "timeZone": .optional(imported.timeZone), "turn": .integer(imported.turn),
        ]
    }

    func json(_ incident: AuditedIncident) -> JSONDocument {
        let believed = incident.assessed.incident
        let marks = believed.milestones.marks.map { mark in
            (
                mark.milestone.rawValue,
                JSONDocument.object(
                    exhibit(.init(instant: mark.instant, origin: mark.origin), incident).merging([
                        "known": .string(phrasing.knowledge(mark.knowledge))
                    ]) { first, _ in first })
            )
        }
        return [
            "detectedInside": .bool(incident.member.isDetectedInside),
            "evidence": .string(incident.evidenceDigest),
            "id": .string(believed.id), "key": .optional(believed.key),
            "milestones": .object(Dictionary(marks) { first, _ in first }),
            "number": .integer(incident.number),
            "policy": .string(edition.book.policies[incident.assessed.policy].digest),
            "promises": .array(incident.promises.map { json($0, incident) }),
            "records": .array(
                incident.records.map { record in
                    [
                        "column": .integer(Int(record.origin.column)),
                        "export": .string(scope.export(record.origin.source)?.file ?? ""),
                        "file": .string(record.file), "id": .optional(record.id),
                        "line": .integer(Int(record.origin.line)), "sha256": .string(record.sha256),
                        "system": .string(record.system),
                    ]
                }),
            "recurs": incident.recurs.map { .bool($0) } ?? .null,
            "resolvedInside": .bool(incident.member.isResolvedInside),
            "sampled": .bool(incident.isSampled),
            "severity": .optional(believed.severity?.value.rawValue),
            "system": .string(believed.system), "title": .optional(believed.title?.value),
        ]
    }

    func json(_ promise: AuditedPromise, _ incident: AuditedIncident) -> JSONDocument {
        [
            "bySeconds": .seconds(promise.by), "due": .instant(promise.due),
            "elapsedSeconds": .seconds(promise.elapsed),
            "instance": .optional(promise.instance), "kind": .string(promise.kind.rawValue),
            "limitSeconds": .seconds(promise.limit), "name": .string(promise.name),
            "outcome": .string(promise.outcome.rawValue), "reason": .optional(promise.reason),
            "start": promise.start.map { .object(exhibit($0, incident)) } ?? .null,
            "stop": promise.stop.map { .object(exhibit($0, incident)) } ?? .null,
            "verdict": .string(promise.verdict),
        ]
    }

    /// When, and who said so: the system, the export with its digest, line and field, and the record's own file.
    private func exhibit(
        _ exhibit: AuditedPromise.Exhibit, _ incident: AuditedIncident
    ) -> [String: JSONDocument] {
        var members: [String: JSONDocument] = ["at": .instant(exhibit.instant)]
        guard let origin = exhibit.origin, let export = scope.export(origin.source) else { return members }
        members["system"] = .optional(export.system)
        members["export"] = .string(export.file)
        members["sha256"] = .string(export.sha256)
        members["line"] = .integer(Int(origin.line))
        members["field"] = .string(origin.field)
        members["record"] = .optional(incident.record(at: origin)?.file)
        return members
    }
}
