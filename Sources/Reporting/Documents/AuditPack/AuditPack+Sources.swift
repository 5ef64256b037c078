import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// Where everything on the page comes from: numbers, exports, the sample, the texts in force.
extension AuditPack {
    func row(_ series: IDSeries) -> Context {
        let shown = series.missing.prefix(20).map(series.words)
        let rest = series.missing.count - shown.count
        let list = shown.joined(separator: ", ")
        let words =
            rest > 0
            ? edition.phrases(
                "audit.gaps.more",
                ["shown": list, "rest": Phrasing.count(rest, "more stretch", "more stretches")])
            : shown.isEmpty ? edition.phrases("audit.gaps.none") : list
        return [
            "system": .text(series.system.folded), "first": .text(series.id(series.first)),
            "last": .text(series.id(series.last)), "present": .text(Phrasing.number(series.present)),
            "missingCount": .text(Phrasing.number(series.missingCount)),
            "missing": .text(series.isSparse ? edition.phrases("audit.gaps.sparse", ["gaps": words]) : words),
        ]
    }

    var sum: String {
        let parts = RecordLedger.Fate.allCases.map {
            "\(Phrasing.number(ledger.count($0))) \(DataQualityLedger.word($0))"
        }
        return "\(Phrasing.count(ledger.total, "record").sentenceStart) from "
            + "\(Phrasing.count(ledger.inputs.count, "input")) = \(parts.joined(separator: " + "))."
    }

    func row(_ export: AuditExport) -> Context {
        let input = ledger.inputs.first { $0.source == export.source }
        let fates = RecordLedger.Fate.allCases.filter { (input?.count($0) ?? 0) > 0 }
            .map { "\(Phrasing.number(input?.count($0) ?? 0)) \(DataQualityLedger.word($0))" }
        let used = incidents.reduce(0) { sum, incident in
            sum + incident.records.count { $0.origin.source == export.source }
        }
        return [
            "name": .text(export.name.folded), "path": .text(export.file), "digest": .text(export.sha256),
            "dialect": .text(input?.dialect ?? edition.phrases("audit.noDialect")),
            "total": .text(Phrasing.number(input?.total ?? 0)),
            "fates": .text(fates.isEmpty ? "–" : fates.joined(separator: ", ")),
            "used": .text(Phrasing.number(used)),
            "isImported": .flag(export.imported != nil),
            "import": .text(
                export.imported.map { imported in
                    edition.phrases(
                        "audit.import",
                        ["turn": String(imported.turn), "moment": phrasing.moment(imported.imported)])
                } ?? ""),
        ]
    }

    var sampleContext: Context {
        [
            "size": .text(Phrasing.number(sample.numbers.count)),
            "population": .text(Phrasing.number(sample.population)),
            "seed": .text(String(scope.seed)), "isWhole": .flag(sample.numbers.count == sample.population),
            "hasNumbers": .flag(!sample.numbers.isEmpty),
            "numbers": .text(sample.numbers.map(String.init).joined(separator: ", ")),
        ]
    }

    func row(_ text: AuditText) -> Context {
        [
            "kind": .text(edition.phrases("audit.text." + text.kind.rawValue)), "name": .text(text.name.folded),
            "path": .text(text.file),
            "digest": .text(text.sha256),
        ]
    }
}
