import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// The audit pack: the page, the data and the tables; the evidence beside them is copied by whoever read it.
extension Newsroom {
    /// `recorders`: which systems can record a milestone. `records` is the table of every record of the run.
    package func auditPack(_ pack: AuditPack) -> [OutputFile] {
        let records = DataQualityLedger(
            edition: edition, records: pack.ledger, all: [], recorders: [:],
            assessor: Assessor(book: edition.book, asOf: edition.asOf))
        let page = templates.render("documents/audit-index.html", with: pack.context)
        let links = [
            PageShell.Link(title: "Population", path: "population.csv"),
            PageShell.Link(title: "Verdicts", path: "verdicts.csv"),
            PageShell.Link(title: "Exceptions", path: "exceptions.csv"),
            PageShell.Link(title: "Controls", path: "controls.csv"),
            PageShell.Link(title: "Sample", path: "sample.csv"),
        ]
        return [
            OutputFile(path: "audit.json", contents: pack.json.text),
            OutputFile(
                path: "index.html", contents: shell.page(title: pack.title, body: page, links: links, footer: footer)),
            OutputFile(path: "records.csv", contents: records.csv),
        ] + pack.tables.map { OutputFile(path: $0.name, contents: $0.text) }
    }
}
