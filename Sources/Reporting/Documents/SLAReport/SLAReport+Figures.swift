import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// The rows of figures: incidents by severity, and a table of promises with severities as columns.
extension SLAReport {
    /// The severities that the figures are about.
    private var present: [SeverityFigures] { report.severities.filter { $0.cohort > 0 } }

    func severity(_ figures: SeverityFigures) -> Context {
        let resolve = figures.metrics.first { $0.metric.id == "mttr" }?.spread
        let clock = figures.clocks.first { id in
            edition.clock(id.clock).map { $0.start == .detected && $0.stop == .resolved } ?? false
        }
        let parts = [
            "severity": figures.severity.title, "resolved": Phrasing.number(figures.resolved),
            "detected": Phrasing.number(figures.detected), "open": Phrasing.number(figures.open),
            "median": resolve.map { Phrasing.rounded($0.median) } ?? "",
            "limit": clock.map(target) ?? "",
        ]
        let hasLimit = clock?.limit != nil && clock?.limits.isEmpty == true
        return [
            "title": .text(figures.severity.title),
            "detected": .text(Phrasing.number(figures.detected)),
            "resolved": .text(Phrasing.number(figures.resolved)),
            "open": .text(Phrasing.number(figures.open)),
            "promise": .text(phrases(hasLimit ? "sla.fact.promise" : "sla.fact.plain", parts)),
            "kept": .text(
                clock?.compliance.map { "\(Phrasing.number($0.hits)) of \(Phrasing.number($0.trials))" } ?? "–"),
            "counts": .text(phrases(resolve == nil ? "sla.fact.nothing" : "sla.fact.counts", parts)),
        ]
    }

    /// One row for each promise that was judged at all, one column for each severity of the cohort; the others in a list,
    /// each with its reason.
    var promises: Context {
        let columns = present
        let rows = edition.book.clocks.filter { clock in
            columns.contains { $0.clocks.contains { $0.clock == clock.id && $0.compliance != nil } }
        }
        let judged = Set(rows.map(\.id))
        let silent = edition.book.clocks.filter { !judged.contains($0.id) && isMade($0, columns) }
        let absent = report.severities.filter { $0.cohort == 0 }.map(\.severity.title)
        return [
            "hasRows": .flag(!rows.isEmpty),
            "columns": .list(columns.map { .text("\($0.severity.title) (\(Phrasing.number($0.cohort)))") }),
            "rows": .list(
                rows.map { clock in
                    [
                        "title": .text(clock.title),
                        "cells": .list(columns.map { cell(clock, $0) }),
                    ]
                }),
            "hasSilent": .flag(!silent.isEmpty),
            "silent": .list(
                silent.map { ["title": .text($0.title), "reason": .text(Phrasing.list(silence(of: $0)))] }),
            "absent": absent.isEmpty || columns.isEmpty
                ? .absent : .text(phrases("sla.absent", ["severities": Phrasing.list(absent, phrases("list.or"))])),
        ]
    }

    /// Whether a policy that judged makes the promise to any of these severities.
    private func isMade(_ clock: Clock, _ severities: [SeverityFigures]) -> Bool {
        severities.contains { figures in
            judging.contains { $0.clock(clock.id)?.applies(to: figures.severity) ?? false }
        }
    }

    private func cell(_ clock: Clock, _ severity: SeverityFigures) -> Context {
        guard let figures = severity.clocks.first(where: { $0.clock == clock.id }),
            judging.contains(where: { $0.clock(clock.id)?.applies(to: severity.severity) ?? false })
        else {
            return [
                "text": .text(phrases("exemption.noLimit", ["severity": severity.severity.title])),
                "isKept": false, "isMissed": false, "isSilent": true, "share": .absent, "limit": .absent,
                "beside": .absent,
            ]
        }
        let beside = Verdict.Kind.allCases.filter { $0 != .met && $0 != .breached }
            .compactMap { kind -> String? in
                let count = figures.verdicts[kind] ?? 0
                return count > 0
                    ? phrases(
                        "sla.silent.reason", ["count": Phrasing.number(count), "verdict": phrasing.word(kind)])
                    : nil
            }
        return [
            "text": .text(figures.compliance.map { Self.counted($0) } ?? "no data"),
            "isKept": .flag(figures.compliance.map { $0.hits == $0.trials } ?? false),
            "isMissed": .flag((figures.verdicts[.breached] ?? 0) > 0),
            "isSilent": .flag(figures.compliance == nil),
            "share": .optional(
                figures.compliance.map {
                    "\(Phrasing.percent($0.hits, of: $0.trials)), \(Phrasing.interval($0.interval))"
                }),
            "limit": .text(limit(figures)),
            "beside": .optional(beside.joined(separator: ", ")),
        ]
    }

    /// `3 of 4`.
    private static func counted(_ share: Proportion) -> String {
        "\(Phrasing.number(share.hits)) of \(Phrasing.number(share.trials))"
    }

    /// `within 5 min`, or `as promised`.
    private func limit(_ figures: ClockFigures) -> String {
        figures.limit == nil && figures.limits.isEmpty
            ? phrases("target.promised") : phrases("sla.cell.limit", ["limit": target(figures)])
    }

    /// Why a promise was judged for nobody: each kind of verdict with its count and its commonest reason.
    private func silence(of clock: Clock) -> [String] {
        var reasons: [Verdict.Kind: [String: Int]] = [:]
        var counts: [Verdict.Kind: Int] = [:]
        for place in cohort where all[place].incident.severity != nil {
            guard let verdict = all[place].verdict(of: clock.id) else { continue }
            counts[verdict.kind, default: 0] += 1
            switch verdict {
            case .unproven(let doubt): reasons[verdict.kind, default: [:]][phrasing.doubt(doubt), default: 0] += 1
            case .notApplicable(let exemption):
                reasons[verdict.kind, default: [:]][phrasing.exemption(exemption), default: 0] += 1
            case .met, .breached, .open, .overdue: break
            }
        }
        let kinds: [Verdict.Kind] = [.unproven, .overdue, .open, .notApplicable]
        let words = kinds.compactMap { kind -> String? in
            guard let count = counts[kind] else { return nil }
            let commonest = reasons[kind]?.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
            let parts = [
                "count": Phrasing.number(count), "verdict": phrasing.word(kind), "reason": commonest ?? "",
            ]
            return commonest == nil ? phrases("sla.silent.reason", parts) : phrases("sla.silent.because", parts)
        }
        return words.isEmpty ? [phrases("sla.silent.nobody")] : words
    }

    /// The policies that judged the period; where none had anything to judge, the newest.
    var judging: [Policy] {
        let found = report.policies.filter(edition.book.policies.indices.contains).map { edition.book.policies[$0] }
        return found.isEmpty ? [edition.policy] : found
    }

    /// `5 min`; where policies differ, each with its name: `5 min (2026), 10 min (2025)`.
    private func target(_ figures: ClockFigures) -> String {
        guard !figures.limits.isEmpty else {
            return figures.limit.map { Phrasing.limit($0) } ?? phrases("target.promised")
        }
        return figures.limits.reversed().map { limit in
            let name =
                edition.book.policies.indices.contains(limit.policy) ? edition.book.policies[limit.policy].name : "?"
            return "\(limit.limit.map { Phrasing.limit($0) } ?? "none") (\(name))"
        }.joined(separator: ", ")
    }

    /// Says that several policies judged, newest last; `nil` for one.
    var severalPolicies: String? {
        guard judging.count > 1 else { return nil }
        let names = judging.map { "“\($0.name)” (from \(phrasing.minute($0.effectiveFrom)))" }
        return "Each incident is judged under the policy in force when it was detected: \(Phrasing.list(names))."
    }
}
