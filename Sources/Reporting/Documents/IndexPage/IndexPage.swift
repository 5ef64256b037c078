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
    var phrases: PhraseBook { edition.phrases }

    /// A list on this page names at most so many; the rest is counted.
    static let longList = 10
    /// And its first list, of everything that waits, so many.
    static let firstList = 12

    package var context: Context {
        let needs = needs
        let urgent = IndexNeed.gathered(needs.filter { $0.items.first?.rank != .input })
        let isCalm = needs.allSatisfy(\.items.isEmpty)
        return [
            "title": "Incidents",
            "read": .text(counts.sentence),
            "cellZone": .optional(phrasing.cellZone),
            "asOf": .text(phrasing.moment(edition.asOf)),
            "headline": .text(headline(needs)),
            "isCalm": .flag(isCalm),
            "next": .list(urgent.prefix(Self.firstList).map(\.context)),
            "hasNext": .flag(!urgent.isEmpty),
            "rest": urgent.count > Self.firstList
                ? .text(phrases("index.rest", ["count": Phrasing.number(urgent.count - Self.firstList)])) : .absent,
            "needs": .list(needs.filter { !$0.items.isEmpty }.map { $0.context(cappedAt: Self.longList) }),
            "hasNeeds": .flag(!isCalm),
            "pages": .list(pages),
            "hasIncidents": .flag(!all.isEmpty),
            "incidents": .list(sorted.map(row)),
            "computed": ComputationNote(edition: edition).context,
        ]
    }

    /// The folder's other pages, as far as they were written.
    private var pages: [Context] {
        func page(_ title: String, _ what: String, _ path: (OutputFormat) -> String) -> Context? {
            let forms = links(OutputFormat.allCases.filter { $0 != .eml }, path)
            return forms.isEmpty ? nil : ["title": .text(title), "what": .text(what), "forms": .list(forms)]
        }
        return [
            report.flatMap { report in
                page("SLA report \(report.period.label)", phrases("index.page.report")) {
                    paths.report(report.period.label, $0)
                }
            },
            page("Action items", phrases("index.page.actions"), paths.actionItems),
            page("Data-quality ledger", phrases("index.page.ledger"), paths.dataQuality),
        ].compactMap(\.self)
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
            "hasPages": .flag(!pages(of: incident).isEmpty),
            "pages": .list(pages(of: incident)),
            "address": .text(edition.address(incident.origin)),
        ]
    }

    /// Everything that was written about one incident.
    private func pages(of incident: Incident) -> [Context] {
        let forms: [(OutputFormat, String)] = [
            (.html, "Post-mortem"), (.md, "Post-mortem (md)"), (.json, "Post-mortem (json)"),
        ]
        let pages =
            forms.map { ($0.1, paths.postMortem(incident, $0.0)) } + [
                ("Mails", paths.emailPreview(incident)), ("Drafts", paths.communicationPreview(incident)),
                ("Response", paths.response(incident)),
            ]
        return pages.compactMap { title, path in
            paths.existing(path).map { ["title": .text(title), "path": .text($0)] }
        }
    }

    func postMortemLink(_ incident: Incident) -> String? {
        [.html, .md, .json].lazy.compactMap { paths.existing(paths.postMortem(incident, $0)) }.first
    }
}
