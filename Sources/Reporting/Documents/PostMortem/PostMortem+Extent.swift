import Diagnostics
import IncidentModel
import Typesetting

/// How long customers were touched, and how long the incident stood at each severity: times with the two moments that
/// they lie between.
extension PostMortem {
    var times: [Context] { customerImpact + severitySpans.map(row) }

    private var customerImpact: [Context] {
        let marks = incident.milestones
        guard let start = marks[.started], let end = marks[.mitigated] ?? marks[.resolved],
            let seconds = marks.seconds(from: .started, to: end.milestone)
        else { return [] }
        // Both may stand in one line.
        let places = [start, end].map { edition.address($0.origin) }
        return [
            [
                "name": .text(phrasing.phrases("extent.impact")), "value": .text(Phrasing.duration(seconds)),
                "span": .text(phrasing.phrases("extent.span", ["start": "started", "end": end.milestone.rawValue])),
                "address": .text(Phrasing.list(places[0] == places[1] ? [places[0]] : places)),
            ]
        ]
    }

    struct SeveritySpan: Equatable {
        var severity: Severity
        var start: Instant
        var end: Instant
        var origin: Origin
    }

    /// From detection to resolution, or to the report moment while there is none. Changes to words that no table knows
    /// are no span; what lies before the first change on record is none either.
    var severitySpans: [SeveritySpan] {
        guard let detected = incident.milestones[.detected]?.instant else { return [] }
        let end = incident.milestones[.resolved]?.instant ?? edition.asOf
        guard end > detected else { return [] }
        let changes = incident.severityHistory.filter { $0.instant <= edition.asOf }.sorted { $0.instant < $1.instant }
        guard !changes.isEmpty else {
            return incident.severity.map {
                [SeveritySpan(severity: $0.value, start: detected, end: end, origin: $0.origin)]
            } ?? []
        }
        var spans: [SeveritySpan] = []
        for (place, change) in changes.enumerated() {
            let next = place + 1 < changes.count ? changes[place + 1].instant : end
            let (from, to) = (max(change.instant, detected), min(next, end))
            guard let severity = change.declared.severity, to > from else { continue }
            spans.append(SeveritySpan(severity: severity, start: from, end: to, origin: change.declared.word.origin))
        }
        return spans
    }

    private func row(_ span: SeveritySpan) -> Context {
        [
            "name": .text(phrasing.phrases("extent.severity", ["severity": span.severity.title])),
            "value": .text(Phrasing.duration(span.end.wholeSeconds(since: span.start))),
            "span": .text(phrasing.span(span.start, span.end)), "address": .text(edition.address(span.origin)),
        ]
    }
}
