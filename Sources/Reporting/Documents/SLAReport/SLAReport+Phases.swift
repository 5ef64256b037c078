import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// "Where the time went": the four phases of incidents, as shares of the time from detection to resolution.
extension SLAReport {
    var phases: Context {
        let splits = report.phases.filter { $0.cohort > 0 }
        guard !splits.isEmpty else { return .absent }
        let chart = chart(splits)
        return [
            "hasChart": .flag(chart != nil),
            "chart": .optional(chart),
            "columns": .list(PhaseSplit.milestones.dropLast().indices.map { .text(name(ofPhase: $0)) }),
            "rows": .list(splits.map(row)),
        ]
    }

    private func name(ofPhase place: Int) -> String {
        phrases(
            "sla.phase",
            [
                "start": PhaseSplit.milestones[place].rawValue.sentenceStart,
                "stop": PhaseSplit.milestones[place + 1].rawValue,
            ])
    }

    private func row(_ split: PhaseSplit) -> Context {
        [
            "severity": .text(split.severity.title),
            "whole": .text(
                phrases(
                    "sla.phase.whole",
                    ["count": Phrasing.number(split.whole), "cohort": Phrasing.number(split.cohort)])),
            "cells": .list(
                split.phases.map { phase in
                    [
                        "share": .text(phase.share.map(Self.percent) ?? "–"),
                        "median": .text(
                            phase.spread.map { "\(Phrasing.rounded($0.median)) (\(Phrasing.number($0.count)))" } ?? "–"
                        ),
                    ]
                }),
            "leftOut": .text(leftOut(split)),
        ]
    }

    private func leftOut(_ split: PhaseSplit) -> String {
        var parts: [String] = []
        if split.incomplete > 0 {
            parts.append(phrases("sla.phase.incomplete", ["count": Phrasing.number(split.incomplete)]))
        }
        if split.disordered > 0 {
            parts.append(phrases("sla.phase.disordered", ["count": Phrasing.number(split.disordered)]))
        }
        return parts.isEmpty ? "none" : parts.joined(separator: ", ")
    }

    private func chart(_ splits: [PhaseSplit]) -> String? {
        let bars = splits.compactMap { split -> ShareBars.Bar? in
            let shares = split.phases.compactMap(\.share)
            guard shares.count == split.phases.count else { return nil }
            return ShareBars.Bar(
                label: split.severity.title, remark: Phrasing.count(split.whole, "incident"),
                parts: zip(split.phases, shares).enumerated().map { place, part in
                    ShareBars.Part(
                        share: part.1,
                        label: "\(name(ofPhase: place)): \(Self.percent(part.1)), "
                            + "\(Phrasing.rounded(Double(part.0.seconds))) in all")
                })
        }
        guard !bars.isEmpty else { return nil }
        let names = PhaseSplit.milestones.dropLast().indices.map { "\($0 + 1) \(name(ofPhase: $0).lowercased())" }
        return ShareBars(
            id: "chart-phases", title: "Shares of the time from detection to resolution",
            legend: names.joined(separator: " · "),
            summary: "One bar for each severity, cut into four phases: \(Phrasing.list(names)). "
                + "The table below has the figures.", bars: bars
        ).figure
    }

    static func percent(_ share: Double) -> String { Phrasing.decimal((share * 100).rounded(), places: 0) + " %" }
}
