import Diagnostics
import IncidentModel
import Testing

@testable import Compliance

struct ActionHistoryTests {
    /// `3 open 20–30`: the third import, of an export written from 20 on and imported at 30.
    private func telling(_ turn: Int, _ state: String, _ from: Int?, _ by: Int) -> ActionHistory.Telling {
        ActionHistory.Telling(
            turn: turn, isOpen: state == "open", writtenFrom: from.map { .monday($0) }, writtenBy: .monday(by))
    }

    private func closing(_ tellings: [ActionHistory.Telling]) -> [Int?]? {
        guard case .between(let open, let closed)? = ActionHistory.closing(of: tellings.shuffled()) else { return nil }
        return [open?.wholeSeconds(since: .monday()), closed.wholeSeconds(since: .monday())]
    }

    @Test func `It was closed after the last export that tells it open was written, and before the first other import`()
    {
        let open = telling(1, "open", 8, 10)
        let again = telling(2, "open", 18, 20)
        let closed = telling(3, "done", 28, 30)
        #expect(closing([open, again, closed]) == [18, 30])
        #expect(closing([open, again, closed, telling(4, "done", 38, 40)]) == [18, 30])
        #expect(closing([closed]) == [nil, 30])
        #expect(closing([telling(2, "open", nil, 20), closed]) == [nil, 30])
        #expect(closing([open, again]) == nil)
        #expect(closing([]) == nil)
    }

    @Test func `Opened again, the last closing counts`() {
        let first = [telling(1, "open", 8, 10), telling(2, "done", 18, 20), telling(3, "open", 28, 30)]
        #expect(closing(first) == nil)
        #expect(closing(first + [telling(4, "done", 38, 40)]) == [28, 40])
    }

    @Test func `Two exports of one import that differ are no order`() {
        let both = [telling(2, "open", 18, 20), telling(2, "done", 19, 20)]
        #expect(closing(both) == [nil, 20])
        #expect(closing([telling(1, "open", 8, 10)] + both) == [8, 20])
    }

    @Test func `An export imported late was not written late`() {
        // January's and February's exports, both imported in March.
        let open = telling(1, "open", 31, 100)
        #expect(closing([open, telling(2, "done", 59, 100)]) == [31, 100])
        // An older export that comes in behind a newer one does not move the moment back.
        #expect(closing([open, telling(2, "open", 12, 110), telling(3, "done", 59, 120)]) == [31, 120])
        #expect(closing([telling(1, "open", 31, 40), telling(2, "done", 20, 30)]) == nil)
    }

    @Test func `A stamp of the export goes before imports, and an open item has no closing`() {
        var history = ActionHistory()
        var incident = Incident(id: "A", system: "coordinator", origin: .test)
        let name = ActionHistory.Name(system: "coordinator", incident: "A", text: "Do")
        history.add(telling(1, "open", 8, 10), of: name)
        history.add(telling(2, "done", 18, 20), of: name)
        func item(_ state: ActionItem.State, _ completed: Instant? = nil, text: String = "Do") -> ActionItem {
            ActionItem(
                text: text, owner: nil, due: .never, statusWord: nil, state: state, completed: completed, origin: .test)
        }
        #expect(history.closing(of: item(.done), in: incident) == .between(.monday(8), .monday(20)))
        #expect(history.closing(of: item(.done, .monday(15)), in: incident) == .at(.monday(15)))
        #expect(history.closing(of: item(.open, .monday(15)), in: incident) == nil)
        #expect(history.closing(of: item(.cancelled), in: incident) == nil)
        #expect(history.closing(of: item(.done, text: "Else"), in: incident) == nil)
        // Of two incidents with one id nobody knows whose it is.
        var shared = history
        shared.forget(["B"])
        #expect(shared.closing(of: item(.done), in: incident) != nil)
        shared.forget(["A"])
        #expect(shared.closing(of: item(.done), in: incident) == nil)
        // Told by a record that another incident took in.
        incident.records.append(IncidentRecord(system: "pager", kind: .ticketing, id: "P", origin: .test))
        incident.records.removeFirst()
        #expect(history.closing(of: item(.done), in: incident) == nil)
    }
}
