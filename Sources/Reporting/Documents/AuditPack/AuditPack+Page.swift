import Compliance
import Diagnostics
import IncidentModel
import Typesetting

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
            "tallies": .list(tallies.filter(\.isTold).map(row)),
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
    private func shown(_ count: Int, in file: String) -> Context {
        count > Self.most
            ? .text(
                edition.phrases(
                    "audit.rows.first", ["shown": String(Self.most), "all": Phrasing.number(count), "file": file]))
            : .text(
                edition.phrases("audit.rows.all", ["rows": Phrasing.count(count, "row").sentenceStart, "file": file]))
    }

    // MARK: The story

    private var headline: [String] {
        let counts = tallies.filter { $0.kind == .clock }.reduce(into: [PromiseOutcome: Int]()) { sum, tally in
            sum.merge(tally.counts) { $0 + $1 }
        }
        let kept = counts[.kept] ?? 0
        let broken = counts[.broken] ?? 0
        let unproven = counts[.unproven] ?? 0
        let first = edition.phrases(
            "audit.headline.population",
            [
                "incidents": Phrasing.count(incidents.count, "incident").sentenceStart, "period": scope.period.label,
                "membership": membership,
            ])
        guard kept + broken + unproven > 0 else { return [first, edition.phrases("audit.headline.none")] }
        return [
            first,
            edition.phrases(
                "audit.headline.promises",
                [
                    "kept": Phrasing.number(kept), "broken": Phrasing.number(broken),
                    "unproven": Phrasing.number(unproven),
                ]),
        ]
    }

    private var membership: String {
        let both = incidents.count { $0.member.isDetectedInside && $0.member.isResolvedInside }
        let detected = incidents.count { $0.member.isDetectedInside } - both
        let resolved = incidents.count { $0.member.isResolvedInside } - both
        return edition.phrases(
            "audit.membership",
            [
                "both": Phrasing.number(both), "detected": Phrasing.number(detected),
                "resolved": Phrasing.number(resolved), "open": Phrasing.number(population.openAtEnd.count),
            ])
    }

    private func row(_ incident: AuditedIncident) -> Context {
        let words = IncidentWords(edition: edition, assessed: incident.assessed)
        let marks = incident.assessed.incident.milestones
        let own = incident.promises.filter { $0.kind != .instance }
        let count = { (outcome: PromiseOutcome) in own.count { $0.outcome == outcome } }
        let shown = incident.records.prefix(3)
        return [
            "number": .text(String(incident.number)), "id": .text(incident.assessed.incident.id.folded),
            "title": .text(words.title.folded), "severity": .text(words.shortSeverity),
            "detected": .text(marks[.detected].map { phrasing.cell($0.instant) } ?? edition.phrases("audit.absent")),
            "resolved": .text(marks[.resolved].map { phrasing.cell($0.instant) } ?? edition.phrases("audit.absent")),
            "kept": .text(String(count(.kept))), "broken": .text(String(count(.broken))),
            "isBroken": .flag(count(.broken) > 0), "unproven": .text(String(count(.unproven))),
            "isSampled": .flag(incident.isSampled),
            "records": .list(
                shown.enumerated().map { place, record in
                    ["name": .text("\(record.system) \(place + 1)"), "path": .text(record.file)]
                }),
            "moreRecords": incident.records.count > shown.count
                ? .text(
                    edition.phrases(
                        "audit.more", ["count": Phrasing.number(incident.records.count - shown.count)])) : .absent,
        ]
    }

    private func row(_ tally: PromiseTally) -> Context {
        [
            "title": .text(tally.title), "kind": .text(tally.kind.rawValue),
            "severity": .text(tally.severity?.title ?? "unknown"),
            "kept": .text(Phrasing.number(tally.count(.kept))), "broken": .text(Phrasing.number(tally.count(.broken))),
            "isBroken": .flag(tally.count(.broken) > 0), "open": .text(Phrasing.number(tally.count(.open))),
            "unproven": .text(Phrasing.number(tally.count(.unproven))),
            "notApplicable": .text(Phrasing.number(tally.count(.notApplicable))),
            "reported": .text(
                tally.kind == .clock
                    ? Phrasing.share(tally.reportedKept, of: tally.reportedKept + tally.reportedBroken) : "–"),
        ]
    }

    // MARK: What has to be explained

    private func row(_ exception: AuditException) -> Context {
        [
            "incident": .text(exception.id.folded), "severity": .text(exception.severity?.title ?? "unknown"),
            "title": .text(exception.title), "what": .text(exception.words.folded),
            "kind": .text(exception.kind.rawValue),
            "address": .text(exception.origin.map(edition.address) ?? "–"),
            "path": .optional(exception.record?.file),
        ]
    }

    /// By promise and reason: the same gap in many records is one thing to explain.
    private func unproven(_ exceptions: [AuditException]) -> [Context] {
        var places: [String: Int] = [:]
        var groups: [[AuditException]] = []
        for exception in exceptions where exception.kind == .unproven {
            let key = "\(exception.title)\n\(exception.words)"
            if let place = places[key] {
                groups[place].append(exception)
            } else {
                places[key] = groups.count
                groups.append([exception])
            }
        }
        return groups.enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
            .map(\.element).prefix(Self.most).map { group in
                [
                    "title": .text(group[0].title), "what": .text(group[0].words.folded),
                    "count": .text(Phrasing.number(group.count)),
                    "incidents": .text(Phrasing.some(group.map(\.id), most: 8)),
                ]
            }
    }

    private func row(_ exclusion: AuditExclusion) -> Context {
        [
            "kind": .text(edition.phrases("audit.excluded." + exclusion.kind.rawValue)),
            "record": .text(exclusion.id.isEmpty ? edition.phrases("audit.excluded.noID") : exclusion.id.folded),
            "about": .text(exclusion.about), "reason": .text(exclusion.reason.folded),
            "address": .text(edition.address(exclusion.origin)),
        ]
    }

    // MARK: Where it comes from

    private func row(_ series: IDSeries) -> Context {
        let shown = series.missing.prefix(20).map(series.words)
        let rest = series.missing.count - shown.count
        let words =
            series.isSparse
            ? edition.phrases("audit.gaps.sparse")
            : shown.isEmpty
                ? edition.phrases("audit.gaps.none")
                : rest > 0
                    ? edition.phrases(
                        "audit.gaps.more",
                        [
                            "shown": shown.joined(separator: ", "),
                            "rest": Phrasing.count(rest, "more stretch", "more stretches"),
                        ]) : shown.joined(separator: ", ")
        return [
            "system": .text(series.system.folded), "first": .text(series.id(series.first)),
            "last": .text(series.id(series.last)), "present": .text(Phrasing.number(series.present)),
            "missingCount": .text(Phrasing.number(series.missingCount)), "missing": .text(words),
        ]
    }

    private var sum: String {
        let parts = RecordLedger.Fate.allCases.map {
            "\(Phrasing.number(ledger.count($0))) \(DataQualityLedger.word($0))"
        }
        return "\(Phrasing.count(ledger.total, "record").sentenceStart) from "
            + "\(Phrasing.count(ledger.inputs.count, "input")) = \(parts.joined(separator: " + "))."
    }

    private func row(_ export: AuditExport) -> Context {
        let input = ledger.inputs.first { $0.source == export.source }
        let fates = RecordLedger.Fate.allCases.filter { (input?.count($0) ?? 0) > 0 }
            .map { "\(Phrasing.number(input?.count($0) ?? 0)) \(DataQualityLedger.word($0))" }
        let used = incidents.reduce(0) { sum, incident in
            sum + incident.records.count { $0.origin.source == export.source }
        }
        return [
            "name": .text(export.name.folded), "path": .text(export.file), "digest": .text(export.sha256),
            "dialect": .text(input?.dialect ?? edition.phrases("audit.noDialect")), "total": .text(Phrasing.number(input?.total ?? 0)),
            "fates": .text(fates.isEmpty ? "–" : fates.joined(separator: ", ")),
            "used": .text(Phrasing.number(used)),
        ]
    }

    private var sampleContext: Context {
        [
            "size": .text(Phrasing.number(sample.numbers.count)), "population": .text(Phrasing.number(sample.population)),
            "seed": .text(String(scope.seed)), "isWhole": .flag(sample.numbers.count == sample.population),
            "hasNumbers": .flag(!sample.numbers.isEmpty),
            "numbers": .text(sample.numbers.map(String.init).joined(separator: ", ")),
        ]
    }

    private func row(_ text: AuditText) -> Context {
        [
            "kind": .text(edition.phrases("audit.text." + text.kind.rawValue)), "name": .text(text.name.folded), "path": .text(text.file),
            "digest": .text(text.sha256),
        ]
    }

    private var frameworks: [Context] {
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

    private func row(_ evidence: ControlEvidence) -> Context {
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

    private var qualityRows: [Context] {
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
                    "what": .text(edition.phrases("audit.said", ["code": remark.code])), "count": .text(Phrasing.number(remark.count)),
                    "which": .text(edition.phrases("audit.said.where")),
                ]
            }
    }

    private var restatementContext: Context {
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

extension PromiseTally {
    /// Whether there is more to say than that the promise does not apply.
    var isTold: Bool { counts.contains { $0.key != .notApplicable && $0.value > 0 } }
}
