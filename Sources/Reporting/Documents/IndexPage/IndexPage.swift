package import Compliance
package import Diagnostics
import IncidentModel
package import Typesetting

/// The first page of a folder: what was read, what needs a person next, and every incident with its pages.
package struct IndexPage: Sendable {
    package var edition: Edition
    package var all: [AssessedIncident]
    /// The report that was written, if any.
    package var report: PeriodReport?
    package var counts: ReadCounts
    /// What the run had to say about its input.
    package var diagnostics: [Diagnostic]
    package var paths: PagePaths

    package init(
        edition: Edition, all: [AssessedIncident], report: PeriodReport?, counts: ReadCounts,
        diagnostics: [Diagnostic], paths: PagePaths
    ) {
        self.edition = edition
        self.all = all.map { $0.seen(at: edition.asOf) }
        self.report = report
        self.counts = counts
        self.diagnostics = diagnostics
        self.paths = paths
    }

    var phrasing: Phrasing { edition.phrasing }

    /// A list on this page names at most so many; the rest is counted.
    static let longList = 10

    package var context: Context {
        let needs = needs
        let isCalm = needs.allSatisfy(\.items.isEmpty)
        return [
            "title": "Incidents",
            "read": .text(counts.sentence),
            "cellZone": .optional(phrasing.cellZone),
            "asOf": .text(phrasing.moment(edition.asOf)),
            "headline": .text(headline(needs)),
            "isCalm": .flag(isCalm),
            "needs": .list(needs.filter { !$0.items.isEmpty }.map(need)),
            "pages": .list(pages),
            "hasIncidents": .flag(!all.isEmpty),
            "incidents": .list(sorted.map(row)),
            "computed": ComputationNote(edition: edition).context,
        ]
    }

    /// The folder's other pages, as far as they were written.
    private var pages: [Context] {
        var out: [Context] = []
        if let report {
            let forms = links([.html, .md, .json]) { paths.report(report.period.label, $0) }
            if !forms.isEmpty {
                out.append(["title": .text("SLA report \(report.period.label)"), "forms": .list(forms)])
            }
        }
        let forms = links([.html, .md, .csv, .json], paths.actionItems)
        if !forms.isEmpty { out.append(["title": "Action items", "forms": .list(forms)]) }
        let ledger = links([.html, .md, .csv, .json], paths.dataQuality)
        if !ledger.isEmpty { out.append(["title": "Data-quality ledger", "forms": .list(ledger)]) }
        return out
    }

    private func links(_ formats: [OutputFormat], _ path: (OutputFormat) -> String) -> [Context] {
        formats.compactMap { format in
            paths.existing(path(format)).map { ["format": .text(format.rawValue), "path": .text($0)] }
        }
    }

    /// Latest detection first: what people look for.
    private var sorted: [AssessedIncident] {
        all.sorted { left, right in
            let none = Instant(microseconds: .min)
            let a = left.incident.milestones[.detected]?.instant ?? none
            let b = right.incident.milestones[.detected]?.instant ?? none
            return a == b
                ? (left.incident.id, left.incident.system) < (right.incident.id, right.incident.system) : a > b
        }
    }

    private func row(_ assessed: AssessedIncident) -> Context {
        let incident = assessed.incident
        let words = IncidentWords(edition: edition, assessed: assessed)
        return [
            "id": .text(incident.id.folded),
            "path": .optional(postMortemLink(incident)),
            "title": .text(words.title.folded),
            "severity": .text(words.shortSeverity),
            "detected": .text(incident.milestones[.detected].map { phrasing.cell($0.instant) } ?? "not on record"),
            "resolved": .text(incident.milestones[.resolved].map { phrasing.cell($0.instant) } ?? "not on record"),
            "state": .text(words.state),
            "timeToResolve": .optional(words.roundedTimeToResolve),
            "verdicts": .text(words.verdictSummary),
            "isLate": .flag(words.isLate),
            "hasPages": .flag(postMortemLink(incident) != nil || paths.existing(paths.emailPreview(incident)) != nil),
            "mails": paths.existing(paths.emailPreview(incident)).map { ["path": .text($0)] } ?? .absent,
            "address": .text(edition.address(incident.origin)),
        ]
    }

    func postMortemLink(_ incident: Incident) -> String? {
        [.html, .md, .json].lazy.compactMap { paths.existing(paths.postMortem(incident, $0)) }.first
    }
}
