import Compliance
import Diagnostics
import Foundation
import IncidentModel
import Testing

@testable import Reporting

/// What pages say about action items that were closed before an incident came back.
struct ClosedActionTests {
    /// Detected in January; the incident of the stage on 15 February is like it.
    private func earlier(_ actions: [ActionItem]) -> Incident {
        var incident = Stage.full("INC-EARLIER")
        incident.records[0].origin = Stage.origin(900)
        incident.milestones = Milestones([Stage.mark(.detected, Stage.moment(2024, 1, 10, 8, 0))])
        incident.actions = actions
        return incident
    }

    private func item(_ text: String, completed: Instant? = nil, _ state: ActionItem.State = .done) -> ActionItem {
        ActionItem(
            text: text, owner: "Data", due: .never, statusWord: nil, state: state, completed: completed,
            origin: Stage.origin(80))
    }

    private func history(_ text: String, open: Instant, closed: Instant) -> ActionHistory {
        var history = ActionHistory()
        let name = ActionHistory.Name(system: "coordinator", incident: "INC-EARLIER", text: text)
        history.add(.init(turn: 1, isOpen: true, writtenFrom: open, writtenBy: open), of: name)
        history.add(.init(turn: 2, isOpen: false, writtenFrom: open, writtenBy: closed), of: name)
        return history
    }

    private func room(_ earlier: Incident, _ history: ActionHistory = ActionHistory()) throws -> (
        room: Newsroom, all: [AssessedIncident]
    ) {
        var room = try Stage.newsroom()
        let all = try [earlier, Stage.full()].map { try Stage.assess($0) }
        room.precedents = Precedents(
            Recurrence.find(in: all.map(\.incident), by: try Stage.policy().conduct.recurrence), among: all,
            history: history)
        return (room, all)
    }

    private func postMortem(_ earlier: Incident, _ history: ActionHistory = ActionHistory()) throws -> String {
        let (room, all) = try room(earlier, history)
        return try #require(room.postMortem(all[1], formats: [.md]).first).contents
    }

    @Test("A post-mortem names what was closed after an earlier incident, and how long this one took to come back")
    func closed() throws {
        let page = try postMortem(
            earlier([
                item("Raise the limit", completed: Stage.moment(2024, 2, 1, 12, 0)),
                item("On the second", completed: Stage.day(14, 23)),
                item("A second before", completed: Stage.day(14, 22, 59)),
                item("Nobody knows when"), item("Still open", completed: Stage.moment(2024, 2, 1, 12, 0), .open),
            ]))
        #expect(
            page.contains(
                "- Closed after INC-EARLIER, and it came back 14 days later: Raise the limit "
                    + "(closed 2024-02-01 12:00 UTC; exports/one.json:80)"))
        #expect(page.contains("it came back 1 s later: A second before"))
        #expect(!page.contains("On the second"))
        #expect(!page.contains("Nobody knows when"))
        #expect(page.contains("- Still open since INC-EARLIER: Still open"))
        #expect(page.components(separatedBy: "- Closed after").count == 3)
    }

    @Test("Between two imports, it is perhaps that it was closed before")
    func perhaps() throws {
        let items = [item("Raise the limit")]
        let open = Stage.moment(2024, 2, 1, 0, 0)
        let sure = try postMortem(earlier(items), history("Raise the limit", open: open, closed: Stage.day(14, 22)))
        #expect(
            sure.contains(
                "it came back at least 1 min later: Raise the limit (closed between 2024-02-01 and 2024-02-15;"))
        let unsure = try postMortem(earlier(items), history("Raise the limit", open: open, closed: Stage.day(14, 23)))
        #expect(unsure.contains("- Closed after INC-EARLIER, perhaps before this incident: Raise the limit (closed"))
        let open2 = Stage.day(14, 23)
        let after = try postMortem(earlier(items), history("Raise the limit", open: open2, closed: Stage.day(20, 0)))
        #expect(!after.contains("Closed after"))
    }

    private func list(_ earlier: Incident, choice: ActionChoice = ActionChoice()) throws -> (md: String, json: String) {
        let (room, all) = try room(earlier)
        let files = room.actionItems(all, wanting: choice, formats: [.md, .json])
        return (
            try #require(files.first { $0.path.hasSuffix("md") }).contents,
            try #require(files.first { $0.path.hasSuffix("json") }).contents
        )
    }

    @Test("The list asks whether closed actions held only where a closing is on record")
    func absent() throws {
        let unknown = try list(earlier([item("Done")]))
        #expect(!unknown.md.contains("Did closed actions hold?"))
        #expect(unknown.json.contains("\"reason\": \"closing-not-on-record\""))
        let known = try list(earlier([item("Done"), item("Too", completed: Stage.moment(2024, 2, 1, 12, 0))]))
        #expect(
            known.md.contains(
                "Of 2 closed action items, 1 did not hold, an incident like its own came back; "
                    + "for 1 it cannot be told.\n"))
        #expect(known.md.contains("**INC-2024-0215-001 on 2024-02-15** | 14 days |"))
        #expect(known.json.contains("\"secondsAfter\": 1218180"))
        let others = try list(
            earlier([item("Too", completed: Stage.moment(2024, 2, 1, 12, 0))]), choice: ActionChoice(owner: "Support"))
        #expect(!others.md.contains("Did closed actions hold?"))
    }

    @Test("A box that a person ticked says nothing of when; a duty and what is cancelled are not asked")
    func ticked() throws {
        let (room, all) = try room(
            earlier([
                item("Ticked", .open), item("Dropped", completed: Stage.moment(2024, 2, 1, 12, 0), .cancelled),
                item("Closed", completed: Stage.moment(2024, 2, 15, 18, 0)),
            ]))
        let markdown = "## Action items\n\n| Done | Action |\n|--|--|\n| [x] | Ticked |\n"
        var table = try #require(ActionTable(markdown, source: SourceID(1), fileName: "page"))
        table.incident = Sourced("INC-EARLIER", Stage.origin(1))
        let files = room.actionItems(all, tables: [table], formats: [.md])
        #expect(
            try #require(files.first).contents.contains(
                "Of 2 closed action items, none is known not to have held; for 1 it is too early to tell and for 1 it "
                    + "cannot be told.\n"))
    }

    @Test("A title that would like to be markup stays words, and is named once")
    func hostile() throws {
        var incident = earlier([item("<b>a | b</b> {{hole}}", completed: Stage.moment(2024, 2, 1, 12, 0))])
        incident.name("INC | <i>")
        let page = try list(incident).md
        #expect(page.contains("| &lt;b>a \\| b&lt;/b> \\{\\{hole}} | INC \\| &lt;i>, Sev2:"))
    }
}
