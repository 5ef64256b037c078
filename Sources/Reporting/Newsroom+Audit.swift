import Compliance
import Diagnostics
import IncidentModel
package import Typesetting

/// The audit pack: the page, the data and the tables; the evidence beside them is copied by whoever read it.
extension Newsroom {
    /// Every page and table of a pack by its path, made part by part: a pack of a year is larger than memory should be.
    package func auditPack(_ pack: AuditPack) -> [(path: String, text: LongText)] {
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
        let index = shell.page(title: pack.title, body: page, links: links, footer: footer)
        return [
            ("audit.json", pack.json.text), ("index.html", LongText(index)),
            ("records.csv", LongText([{ Array(records.csv.utf8) }])),
        ] + pack.tables
    }
}
