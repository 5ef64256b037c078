import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// The ledger as data: `debrief/data-quality/1`, and a table of every record for spreadsheets.
extension DataQualityLedger {
    var json: JSONDocument {
        [
            "asOf": .instant(edition.asOf),
            "disputes": .array(disputes.map(json)),
            "findings": .array(
                DataQuality.findings(for: all, asOf: edition.asOf, policy: edition.policy).map {
                    [
                        "code": .string($0.code), "count": .integer($0.count),
                        "incidents": .array($0.incidents.map { .string($0) }),
                    ]
                }),
            "inputs": .array(records.inputs.map(json)),
            "latePaperwork": .array(
                latePaperwork.map {
                    [
                        "incident": .string($0.incident), "lagSeconds": .integer($0.lag),
                        "origin": edition.originJSON($0.origin),
                    ]
                }),
            "policy": edition.policyJSON,
            "records": counts(records.count),
            "schema": "debrief/data-quality/1",
            "unjudged": .array(
                ClockGap.all(in: all, of: edition.policy, recorders: recorders).map {
                    [
                        "clock": .string($0.clock), "count": .integer($0.incidents.count),
                        "incidents": .array($0.incidents.map { .string($0) }),
                        "missing": .string($0.missing.words), "remedy": .string($0.remedy),
                        "system": .string($0.system),
                    ]
                }),
        ]
    }

    private func counts(_ count: (RecordLedger.Fate) -> Int) -> JSONDocument {
        [
            "context": .integer(count(.context)), "joined": .integer(count(.joined)),
            "merged": .integer(count(.merged)), "orphaned": .integer(count(.orphaned)),
            "read": .integer(RecordLedger.Fate.allCases.reduce(0) { $0 + count($1) }),
            "rejected": .integer(count(.rejected)), "setAside": .integer(count(.setAside)),
            "used": .integer(count(.used)),
        ]
    }

    private func json(_ input: RecordLedger.Input) -> JSONDocument {
        [
            "copyOf": .optional(input.copyOf), "dialect": .optional(input.dialect),
            "input": .string(edition.sources.name(of: input.source)),
            "records": counts(input.count),
        ]
    }

    private func json(_ dispute: Dispute) -> JSONDocument {
        func claim(_ claim: Claim) -> JSONDocument {
            [
                "origin": edition.originJSON(claim.origin), "system": .string(claim.record.system),
                "words": .string(claim.words),
            ]
        }
        return [
            "believed": claim(dispute.conflict.believed),
            "consequences": .array(dispute.consequences(edition).map { .string($0) }),
            "fact": .string(dispute.conflict.subject.name), "incident": .string(dispute.incident),
            "others": .array(dispute.conflict.others.map(claim)), "rule": .string(dispute.conflict.rule),
        ]
    }

    var csv: String {
        var table = CSVTable(
            ["input", "line", "record", "fate", "incident", "reason"].map {
                CSVTable.Column($0, isNumeric: $0 == "line")
            })
        for entry in records.entries {
            table.append([
                edition.sources.name(of: entry.origin.source), String(entry.origin.line), entry.record ?? "",
                Self.word(entry.fate), entry.incident ?? "", entry.reason ?? "",
            ])
        }
        for input in records.inputs {
            for (name, count) in input.others {
                table.append([
                    edition.sources.name(of: input.source), "", "\(count) × <\(name)>", Self.word(.setAside), "",
                    "no table of incidents",
                ])
            }
        }
        return table.text
    }
}
