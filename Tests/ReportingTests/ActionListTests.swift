import Diagnostics
import Foundation
import IncidentModel
import Testing
import Typesetting

@testable import Reporting

struct ActionListTests {
    private func list(_ incidents: [Incident], asOf: Instant = Stage.now) throws -> ActionList {
        ActionList(try incidents.map { try Stage.assess($0, asOf: asOf) }, edition: try Stage.edition(asOf: asOf))
    }

    private func item(_ text: String, _ owner: String?, _ due: ActionItem.Due, _ state: ActionItem.State = .open)
        -> ActionItem
    {
        ActionItem(text: text, owner: owner, due: due, statusWord: nil, state: state, origin: Stage.origin(80))
    }

    private func incident(_ actions: [ActionItem]) -> Incident {
        var incident = Stage.bare()
        incident.actions = actions
        return incident
    }

    @Test("Owners stand by name, nobody last; in each what is overdue first")
    func order() throws {
        let list = try list([
            incident([
                item("done", "beta", .at(Stage.day(1, 0)), .done), item("no date", "beta", .never),
                item("later", "beta", .at(Stage.moment(2024, 3, 1, 0, 0))), item("late", "beta", .at(Stage.day(2, 0))),
                item("latest", "beta", .at(Stage.day(3, 0))), item("nobody's", nil, .never),
                item("first", "Alpha", .never),
            ])
        ])
        #expect(list.groups.map(\.owner) == ["Alpha", "beta", nil])
        #expect(list.groups[1].items.map(\.text) == ["late", "latest", "later", "no date", "done"])
    }

    @Test(
        "Overdue is what is open and was due before the moment of the page",
        arguments: [(-1, true), (0, false), (1, false)])
    func overdue(seconds: Int, isOverdue: Bool) throws {
        let due = ActionItem.Due.at(Stage.now.advanced(bySeconds: seconds))
        let items = try list([incident([item("a", "x", due), item("b", "x", due, .done)])]).items
        #expect(items.map(\.isOverdue) == [isOverdue, false])
    }

    @Test(
        "A duty that the export lists itself, in the same words and still open, is listed once",
        arguments: [
            ("Hold the post-mortem", ActionItem.State.open, 1), ("hold the Post-Mortem", .open, 1),
            ("Hold the post-mortem", .done, 2), ("Hold a post-mortem", .open, 2),
        ])
    func toldDuty(text: String, state: ActionItem.State, count: Int) throws {
        var incident = Stage.full()
        incident.actions = [item(text, "Engineering", .at(Stage.day(20, 0)), state)]
        let items = try list([incident]).items.filter { $0.text.lowercased().hasSuffix("post-mortem") }
        #expect(items.count == count)
    }

    @Test("“Upon resolution” is the moment of the resolution, once there is one")
    func uponResolution() throws {
        let due = ActionItem.Due.when(.resolved, words: "Upon resolution")
        var resolved = incident([item("a", "x", due)])
        resolved.milestones[.resolved] = Stage.mark(.resolved, Stage.day(12, 0))
        #expect(try list([resolved]).items[0].dueWords == "2024-02-15 12:00 UTC (“Upon resolution”)")
        #expect(try list([resolved]).items[0].isOverdue)
        let open = try list([incident([item("a", "x", due)])]).items[0]
        #expect(open.dueWords == "“Upon resolution” (“resolved” is not on record)")
        #expect(!open.isOverdue)
    }

    @Test("Words that nobody knows are kept and flagged")
    func unknownWords() throws {
        let list = try list([incident([item("a", "x", .words("next sprint"))])])
        #expect(list.items[0].dueWords == "“next sprint” (not a date)")
        #expect(list.items[0].isDueUnclear)
        let page = try Stage.library().render("documents/action-items.md", with: list.context)
        #expect(page.contains("1 item has a due date in words that the policy does not know, kept as written."))
    }

    @Test("A post-mortem that is owed is an item, and one that was held is not")
    func duties() throws {
        func review(_ incident: Incident) throws -> ListedAction? {
            try list([incident]).items.first { $0.text == "Hold the post-mortem" }
        }
        let owed = try #require(try review(Stage.full()))
        #expect(owed.isDuty)
        #expect(owed.dueWords == "2024-02-17 18:33 UTC")
        var held = Stage.full()
        held.milestones[.reviewed] = Stage.mark(.reviewed, Stage.moment(2024, 2, 16, 8, 0))
        #expect(try review(held) == nil)
        var open = Stage.full()
        open.milestones[.resolved] = nil
        #expect(try review(open)?.dueWords == "48 h after “resolved”, not on record yet")
    }

    @Test("Everything that is owed is an item of the teams that the policy names, until it is too late to bring up")
    func allDuties() throws {
        let days = [0, 7, 8].map { Stage.day(18, 33, 50).advanced(bySeconds: $0 * 86_400) }
        let lists = try days.map { try list([Stage.full()], asOf: $0) }
        #expect(
            Set(lists[0].items.filter(\.isDuty).map { "\($0.text): \($0.owner ?? "nobody")" }) == [
                "Hold the post-mortem: Product and Eng", "Create action items for prevention: Product and Eng",
                "Send the resolution email to all affected: Support and CS", "Call every strategic account: CS",
                "Offer remediation of the impact: CS",
            ])
        #expect(lists.map(\.pastDuties) == [0, 0, 3])
        #expect(
            lists[2].items.filter(\.isDuty).map(\.text) == [
                "Create action items for prevention", "Hold the post-mortem",
            ])
    }

    @Test("The headline counts what is open")
    func headlines() throws {
        #expect(
            try list([Stage.full()]).headline
                .hasPrefix("8 open action items in 1 incident, 3 of them overdue; 1 without an owner. The oldest"))
        #expect(try list([]).headline == "There are no action items in the exports.")
        #expect(try list([incident([item("a", "x", .never, .done)])]).headline == "No action item is open.")
    }

    @Test("A cell that a spreadsheet would run is inert")
    func csv() throws {
        let csv = try list([incident([item("=HYPERLINK(\"http://evil.example\")", "+1", .never)])]).csv
        #expect(
            csv.hasPrefix(
                "owner,incident,title,severity,action,due,due_words,state,status_word,overdue,kind,source,"
                    + "id,service,age_days,repetition,export_says,closed_after,closed_by,efficacy,came_back,days_after\r\n"
            ))
        #expect(csv.contains("'=HYPERLINK"))
        #expect(csv.contains("'+1,INC-7"))
    }

    @Test("All four forms are written, and the JSON counts what it lists")
    func formats() throws {
        let files = try Stage.newsroom().actionItems(
            [try Stage.assess(Stage.full())], formats: [.md, .html, .csv, .json])
        #expect(files.map(\.path) == ["md", "html", "json", "csv"].map { "action-items.\($0)" })
        let object = try JSONSerialization.jsonObject(with: Data(files[2].contents.utf8))
        let json = try #require(object as? [String: Any])
        #expect(json["schema"] as? String == "debrief/action-items/1")
        #expect((json["items"] as? [Any])?.count == 8)
        #expect((json["counts"] as? [String: Int])?["overdue"] == 3)
    }
}
