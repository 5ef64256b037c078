import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// What the page says about controls, about the quality of the records, and about an earlier pack.
extension AuditPack {
    var frameworks: [Context] {
        let all = controlEvidence
        return controls.frameworks.map { framework in
            let rows = all.filter { $0.framework.id == framework.id }
            return [
                "id": .text(framework.id), "title": .text(framework.title),
                "controls": .list(
                    framework.controls.map { control in
                        [
                            "id": .text(control.id), "asks": .text(control.asks),
                            "evidence": .list(rows.filter { $0.control.id == control.id }.map(row)),
                        ]
                    }),
            ]
        }
    }

    func row(_ evidence: ControlEvidence) -> Context {
        let told: [PromiseOutcome] = [.kept, .broken, .open, .unproven]
        let counts = evidence.counts.map { counts in
            let parts = told.filter { (counts[$0] ?? 0) > 0 }.map { outcome in
                edition.phrases("audit.outcome." + outcome.rawValue, ["count": Phrasing.number(counts[outcome] ?? 0)])
            }
            return parts.isEmpty ? edition.phrases("audit.outcome.none") : parts.joined(separator: ", ")
        }
        return [
            "title": .text(evidence.title), "words": .text(evidence.words ?? counts ?? ""),
            "anchor": .text("#" + evidence.anchor), "file": .text(evidence.file),
        ]
    }

    var qualityRows: [Context] {
        findings.map { finding in
            [
                "what": .text(
                    (DataQuality.Code.all.first { $0.name == finding.code }?.summary ?? finding.code).sentenceStart),
                "count": .text(Phrasing.number(finding.count)),
                "which": .text(Phrasing.some(finding.incidents, most: 8)),
            ]
        }
            + remarks.map { remark in
                [
                    "what": .text(edition.phrases("audit.said", ["code": remark.code])),
                    "count": .text(Phrasing.number(remark.count)),
                    "which": .text(edition.phrases("audit.said.where")),
                ]
            }
    }

    var restatementContext: Context {
        guard let restatements else { return .absent }
        let listed = restatements.rows.prefix(Self.most)
        return [
            "previous": .text(restatements.previous.label), "asOf": .text(restatements.previous.asOf),
            "program": .text(restatements.previous.program), "overlaps": .flag(restatements.overlap != nil),
            "hasRows": .flag(!restatements.rows.isEmpty),
            "rows": .list(
                listed.map { row in
                    [
                        "incident": .text(row.incident.folded), "about": .text(row.about.folded),
                        "before": .text(row.before), "now": .text(row.now),
                        "causes": .text(Phrasing.list(row.causes.map(\.rawValue))),
                    ]
                }),
            "shown": shown(restatements.rows.count, in: "restatements.csv"),
        ]
    }
}
