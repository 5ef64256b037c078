import Compliance
import Diagnostics
import IncidentModel
import Testing
import Typesetting

@testable import Reporting

/// Action items that people wrote into post-mortems, read back.
@Suite struct ActionTableTests {
    private static let header = "| Done | Action | Owner | Due | Id |\n|:--|:--|:--|:--|:--|\n"

    private func page(_ rows: String, front: String = "incident: INC-7", header: String = header) -> String {
        "---\n\(front)\n---\n# Post-mortem\n\n## Action items\n\n\(header)\(rows)\n"
    }

    private func table(_ markdown: String, name: String = "draft") -> ActionTable? {
        ActionTable(markdown, source: SourceID(1), fileName: name)
    }

    private func incident(_ change: (inout ActionItem) -> Void = { _ in }) -> Incident {
        var incident = Stage.bare()
        var action = ActionItem(
            text: "Renew the certificate", owner: "Platform", due: .at(Stage.day(12, 30)), statusWord: "pending",
            state: .open, origin: Stage.origin(80))
        change(&action)
        incident.actions = [action]
        return incident
    }

    private func list(_ incidents: [Incident], _ tables: [ActionTable?]) throws -> ActionList {
        var edition = try Stage.edition()
        edition.sources = SourceList(["exports/one.json", "post-mortems/INC-7.md"])
        return ActionList(
            try incidents.map { try Stage.assess($0) }, edition: edition, tables: tables.compactMap { $0 })
    }

    private var id: String {
        get throws { try #require(try list([incident()], []).items.first).id }
    }

    @Test func `a page that nobody edited changes nothing`() throws {
        let row = "| [ ] | Renew the certificate (owed by the policy) | Platform | 2024-02-15 12:30 UTC | \(try id) |"
        let plain = try list([incident()], [])
        let read = try list([incident()], [table(page(row))])
        #expect(read.items == plain.items)
        #expect(read.json == plain.json)
        #expect(read.diagnostics.isEmpty)
    }

    @Test func `a ticked box counts against an export that says open, and both are shown`() throws {
        let list = try list([incident()], [table(page("| [x] | Renew the certificate | Platform | | \(try id) |"))])
        let item = try #require(list.items.first)
        #expect(item.state == .done && !item.isOverdue)
        #expect(item.origin.source == SourceID(1) && item.origin.line == 10)
        #expect(item.differences.map(\.field) == [.state])
        #expect(item.differences.first?.export == "pending")
        #expect(item.differences.first?.exportOrigin == Stage.origin(80))
        #expect(list.diagnostics.map(\.code) == [.actionContradicted])
        let page = try Stage.library().render("documents/action-items.md", with: list.context)
        #expect(
            page.contains(
                "| Renew the certificate | INC-7 | pending (exports/one.json:80) | done (post-mortems/INC-7.md:10) |"))
    }

    @Test func `an empty box says nothing against an export that says done`() throws {
        let done = incident {
            $0.state = .done
            $0.statusWord = "done"
        }
        let list = try list([done], [table(page("| [ ] | Renew the certificate | Platform | | \(try id) |"))])
        #expect(list.items.first?.state == .done)
        #expect(list.diagnostics.isEmpty)
    }

    @Test func `owners, due dates and words that people wrote count`() throws {
        let row = "| [ ] | Renew all certificates | **Robin Lark** | 2024-03-01 | \(try id) |"
        let item = try #require(try list([incident()], [table(page(row))]).items.first)
        #expect(item.owner == "Robin Lark")
        #expect(item.dueWords == "2024-03-01")
        #expect(item.due == Stage.moment(2024, 3, 1, 23, 59, 59))
        #expect(item.text == "Renew all certificates")
        #expect(!item.isOverdue)
        #expect(item.differences.map(\.field) == [.action, .owner, .due])
    }

    @Test func `a row that a person added is an action of that incident`() throws {
        let rows = "| | Rehearse the renewal \\| twice | `@robin` | soon | |\n| [x] | Write it down | | | |"
        let list = try list([incident()], [table(page(rows))])
        let added = list.items.filter { $0.kind == .added }
        #expect(Set(added.map(\.text)) == ["Rehearse the renewal | twice", "Write it down"])
        let open = try #require(added.first { $0.state == .open })
        #expect(open.incident == "INC-7" && open.owner == "@robin")
        #expect(open.dueWords == "“soon” (not a date)" && open.isDueUnclear)
        #expect(added.first { $0.owner == nil }?.state == .done)
        #expect(Set(added.map(\.id)).count == 2)
    }

    @Test(
        "columns go by their names, in any order",
        arguments: [
            "| Id | Due | Owner | Notes | Action | Done |\n|--|--|--|--|--|--|\n| | 2024-03-01 | Robin | x | Do it | [x] |",
            "| ACTION | done |\n|:-:|:-:|\n| Do it | ☑ |",
        ])
    func columns(table: String) throws {
        let row = try #require(self.table(page("", header: table))?.rows.first)
        #expect(row.action == "Do it" && row.isDone)
    }

    @Test(
        "no table is read where there is none",
        arguments: [
            "", "# Action items\n\n- [x] do it", "## Lessons\n\n" + header + "| [x] | Do | | | |",
            "## Action items\n\n| What | Who |\n|--|--|\n| a | b |", "---\n", "## Action items\n\n| Action |",
        ])
    func none(markdown: String) { #expect(table(markdown) == nil) }

    @Test func `holes and empty rows are no actions`() throws {
        let rows = "| [ ] | _to be written by the review_ | – | | |\n| [ ] | | | | |\n"
        let list = try list([incident()], [table(page(rows))])
        #expect(list.items.count == 1)
        #expect(list.diagnostics.isEmpty)
    }

    @Test func `a ticked row without an action is said`() throws {
        let list = try list([incident()], [table(page("| [x] | | Robin | | |"))])
        #expect(list.diagnostics.map(\.code) == [.actionWithoutWords])
        #expect(list.diagnostics.first?.origin?.line == 10)
    }

    @Test(
        "a page says which incident it is about",
        arguments: [
            ("incident: INC-7", "INC-7"), ("incident: \"INC-\\u0037\" ", "INC-7"), ("incident: 'INC''7'", "INC'7"),
            ("title: x\nid: INC-7 # the number", "INC-7"), ("incident:\n  id: INC-8", nil),
        ])
    func names(front: String, id: String?) {
        #expect(table(page("| | Do | | | |", front: front))?.incident?.value == id)
    }

    @Test func `a page without front matter names its incident in its first table`() {
        let page =
            "# P\n\n| Incident | INC-7 |\n|:--|:--|\n| Severity | Sev1 |\n\n## Action items\n\n\(Self.header)| | Do | | | |"
        #expect(table(page)?.incident?.value == "INC-7")
        #expect(table(page)?.incident?.origin.line == 3)
    }

    @Test func `a page that names nobody goes by its file, and one of nobody's is kept and said`() throws {
        let page = page("| | Do it | | | |", front: "title: x")
        #expect(try list([incident()], [table(page, name: "INC-7")]).items.count == 2)
        let stray = try list([incident()], [table(page, name: "INC-9")])
        #expect(stray.items.contains { $0.incident == "INC-9" && $0.text == "Do it" })
        #expect(stray.diagnostics.map(\.code) == [.actionsOfNobody])
    }

    @Test func `only what changed since the page was written is an edit`() throws {
        let id = try id
        let base = try #require(
            table(
                page("| [ ] | Renew the certificate | Old team | 2024-01-01 | \(id) |\n| [ ] | Gone | A | | a-000000 |")
            ))
        let untouched = try list([incident()], [base.edits(since: base)])
        #expect(untouched.items == (try list([incident()], []).items))
        #expect(untouched.diagnostics.isEmpty)
        let edited = try #require(
            table(
                page("| [x] | Renew the certificate | Old team | 2024-01-01 | \(id) |\n| [x] | Gone | A | | a-000000 |")
            ))
        let list = try list([incident()], [edited.edits(since: base)])
        #expect(list.items.count == 2)
        #expect(list.items.first { $0.kind == .action }?.differences.map(\.field) == [.state])
        #expect(list.items.first { $0.kind == .added }?.text == "Gone")
    }

    @Test func `a duty that is not owed any more is no action`() throws {
        let list = try list([incident()], [table(page("| [ ] | Hold the post-mortem | | | d-123456 |"))])
        #expect(list.items.count == 1)
    }

    @Test(
        "due dates",
        arguments: [
            ("2024-03-01", Stage.moment(2024, 3, 1, 23, 59, 59)),
            ("2024-03-01 14:30", Stage.moment(2024, 3, 1, 14, 30)),
            ("2024-03-01 14:30 UTC (“Upon resolution”)", Stage.moment(2024, 3, 1, 14, 30)),
            ("2024-03-01 14:30 +01:00", Stage.moment(2024, 3, 1, 13, 30)),
            ("2024-03-01T14:30:00Z", Stage.moment(2024, 3, 1, 14, 30)), ("2024-02-30", nil), ("next sprint", nil),
            ("", nil), ("é2024-03-01 1:2", nil),
        ])
    func dates(text: String, instant: Instant?) { #expect(TableDue(text, zone: .utc)?.instant == instant) }

    @Test func `a hostile page costs no more than its length`() throws {
        let rows = String(repeating: "| [x] | `a\\|b` *c* [d](e) <f> | &amp; | ||| |\n", count: 3000)
        let read = try #require(table(page(rows)))
        #expect(read.rows.count == 3000)
        let list = try list([incident()], [read])
        #expect(list.items.count == 3001)
    }

    @Test func `services with open actions from several incidents are named`() throws {
        func other(_ id: String, _ day: Int, _ state: ActionItem.State = .open) -> Incident {
            var incident = incident { $0.state = state }
            incident.name(id)
            incident.service = Stage.said("pay-gateway")
            incident.milestones[.detected] = Stage.mark(.detected, Stage.moment(2024, 2, day, 0, 0))
            return incident
        }
        let list = try list([other("C", 9), other("A", 2), other("D", 10, .done), other("B", 4)], [])
        let service = try #require(list.repeats.first)
        #expect(service.incidents == ["A", "B", "C"] && service.open == 3 && service.overdue == 3)
        let third = list.items.first { $0.incident == "C" }?.repetitionWords(try Stage.phrasing())
        #expect(third == "third incident with an open action on this service")
        #expect(list.items.first { $0.incident == "A" }?.repetition == nil)
        #expect(list.headline.hasSuffix("The oldest has been open for 14 d 9 h."))
    }
}
