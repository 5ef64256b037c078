package import Compliance
package import Diagnostics
package import IncidentModel
package import Typesetting

/// Where pages are made: facts in, finished files out, one method for each document.
///
/// The same facts, policy, templates and moment make the same bytes.
package struct Newsroom: Sendable {
    package let edition: Edition
    package let templates: TemplateLibrary
    /// Where pages stand. Add what was written to ``PagePaths/written`` before writing pages that link to it.
    package var paths: PagePaths
    /// Which incidents of the run happened before, and how action items stood before.
    package var precedents = Precedents.unknown
    let desk: WritingDesk
    let shell: PageShell
    private let markdown = MarkdownToHTML()

    /// `sharedIDs` are those that more than one incident has: each gets pages of its own.
    package init(edition: Edition, templates: TemplateLibrary, sharedIDs: Set<String> = []) {
        self.edition = edition
        self.templates = templates
        paths = PagePaths(sharedIDs: sharedIDs)
        desk = WritingDesk(edition.policy)
        shell = PageShell(templates)
    }

    /// Notes that these files exist, so that later pages link to them.
    package mutating func note(_ files: [OutputFile]) {
        for file in files {
            if file.isHeldBack { paths.held.insert(file.path) } else { paths.written.insert(file.path) }
        }
    }

    package func postMortem(_ assessed: AssessedIncident, formats: Set<OutputFormat>) -> [OutputFile] {
        let document = PostMortem(edition: edition, assessed: assessed, precedents: precedents)
        let page = needsPage(formats) ? templates.render("documents/post-mortem.md", with: document.context) : ""
        return ordered(formats).compactMap { format in
            let path = paths.postMortem(assessed.incident, format)
            switch format {
            case .md:
                var file = OutputFile(path: path, contents: page)
                file.isDraft = true
                return file
            case .html:
                let title = "Post-mortem \(assessed.incident.id)"
                var file = OutputFile(path: path, contents: html(title, markdown.html(from: page)))
                file.source = DraftSource(path: paths.postMortem(assessed.incident, .md), markdown: page) { draft in
                    html(title, markdown.html(from: draft))
                }
                return file
            case .json: return OutputFile(path: path, contents: document.json.text)
            default: return nil
            }
        }
    }

    /// Everything that the template of a post-mortem may say about an incident, as data.
    package func postMortemContext(_ assessed: AssessedIncident) -> JSONDocument {
        PostMortem(edition: edition, assessed: assessed, precedents: precedents).context.json
            .adding(["schema": "debrief/post-mortem-context/1"])
    }

    /// `tables`: the action items of post-mortems, as people left them; `recurrence`: which incidents happened before.
    package func actionItems(
        _ all: [AssessedIncident], wanting choice: ActionChoice = ActionChoice(), tables: [ActionTable] = [],
        recurrence: Recurrence? = nil, formats: Set<OutputFormat>
    ) -> [OutputFile] {
        let list = ActionList(
            all, edition: edition, wanting: choice, tables: tables, recurrence: recurrence,
            history: precedents.history, paths: paths)
        let page = needsPage(formats) ? templates.render("documents/action-items.md", with: list.context) : ""
        return ordered(formats).compactMap { format in
            let contents: String? =
                switch format {
                case .md: page
                case .html: overview("Action items", markdown.html(from: page))
                case .csv: list.csv
                case .json: list.json.text
                case .ics: list.calendar
                case .jiraCSV: list.jira
                case .githubJSON: list.github(templates)
                case .gitlabJSON: list.gitlab(templates)
                case .eml, .txt: nil
                }
            return contents.map {
                OutputFile(path: paths.actionItems(format), contents: $0, remarks: list.diagnostics)
            }
        }
    }

    /// `recorders`: which systems can record a milestone.
    package func dataQuality(
        _ records: RecordLedger, all: [AssessedIncident], recurrence: Recurrence, recorders: [Milestone: [String]],
        formats: Set<OutputFormat>
    ) -> [OutputFile] {
        let ledger = DataQualityLedger(
            edition: edition, records: records, all: all, recorders: recorders,
            assessor: Assessor(book: edition.book, asOf: edition.asOf, recurrence: recurrence))
        let page = needsPage(formats) ? templates.render("documents/data-quality.md", with: ledger.context) : ""
        return ordered(formats).compactMap { format in
            let path = paths.dataQuality(format)
            return switch format {
            case .md: OutputFile(path: path, contents: page)
            case .html:
                OutputFile(path: path, contents: overview("Data-quality ledger", markdown.html(from: page)))
            case .csv: OutputFile(path: path, contents: ledger.csv)
            case .json: OutputFile(path: path, contents: ledger.json.text)
            default: nil
            }
        }
    }

    package func slaReport(
        _ report: PeriodReport, all: [AssessedIncident], formats: Set<OutputFormat>, counts: ReadCounts
    ) -> [OutputFile] {
        let document = SLAReport(edition: edition, report: report, all: all, counts: counts, paths: paths)
        return ordered(formats).compactMap { format in
            let path = paths.report(report.period.label, format)
            return switch format {
            case .md:
                OutputFile(
                    path: path,
                    contents: templates.render("documents/sla-report.md", with: document.context(linking: .md)))
            case .html:
                OutputFile(
                    path: path,
                    contents: overview(
                        document.title,
                        templates.render("documents/sla-report.html", with: document.context(linking: .html))))
            case .json: OutputFile(path: path, contents: document.json.text)
            case .csv: OutputFile(path: path, contents: document.csv)
            default: nil
            }
        }
    }

    /// `index.html`. Call it last: it links to what was noted.
    package func index(
        _ all: [AssessedIncident], report: PeriodReport?, counts: ReadCounts, diagnostics: [Diagnostic]
    ) -> OutputFile {
        let page = IndexPage(
            edition: edition, all: all, report: report, counts: counts, diagnostics: diagnostics, paths: paths)
        return OutputFile(
            path: PagePaths.index,
            contents: shell.page(
                title: "Incidents", body: templates.render("documents/index.html", with: page.context),
                footer: footer))
    }

    private func html(_ title: String, _ body: String) -> String {
        shell.page(title: title, body: body, footer: footer)
    }

    /// A page that stands beside the index, and leads back to it where there is one.
    private func overview(_ title: String, _ body: String) -> String {
        let index = paths.existing(PagePaths.index).map { [PageShell.Link(title: "All incidents", path: $0)] } ?? []
        return shell.page(title: title, body: body, links: index, footer: footer)
    }

    /// The HTML part of a mail: no navigation, nothing of the house.
    func letter(title: String, markdown text: String) -> String {
        shell.letter(title: title, body: markdown.html(from: text))
    }

    private func needsPage(_ formats: Set<OutputFormat>) -> Bool { formats.contains(.md) || formats.contains(.html) }

    var footer: [String] {
        ["As of \(edition.phrasing.moment(edition.asOf)). Policy “\(edition.policy.name)”. Made by \(edition.program)."]
    }

    private func ordered(_ formats: Set<OutputFormat>) -> [OutputFormat] {
        OutputFormat.allCases.filter(formats.contains)
    }
}
