import Diagnostics
import IncidentModel
import Testing

@testable import Importing

@Suite struct StatusTrailTests {
    private func trail(_ steps: [(second: Int, from: String?, to: String?)]) -> StatusTrail {
        var trail = StatusTrail()
        for step in steps {
            let at = Instant(microseconds: Int64(step.second) * 1_000_000)
            trail.add(Stamp(at, .whole(SourceID(0))), from: step.from, to: step.to)
        }
        return trail
    }

    private func isDone(_ word: String?) -> Bool { word == "done" || word == "closed" }

    @Test func `a resolution stands from where the words of its kind began, in any order of writing`() {
        let trail = trail([(30, "done", "closed"), (10, "new", "open"), (20, "open", "done")])
        #expect(trail.standing(isDone)?.value.seconds == 20)
        #expect(trail.departures(isDone) == 0)
        #expect(trail.changes.map(\.word) == ["open", "done", "closed"])
    }

    @Test func `what was opened again is not resolved, and what was resolved again is resolved then`() {
        let reopened = trail([(10, "open", "done"), (20, "done", "open")])
        #expect(reopened.standing(isDone) == nil)
        #expect(reopened.departures(isDone) == 1)
        let again = trail([(10, "open", "done"), (20, "done", "open"), (30, "open", "done")])
        #expect(again.standing(isDone)?.value.seconds == 30)
        #expect(again.departures(isDone) == 1)
    }

    @Test func `nothing on record stands for nothing`() {
        #expect(trail([]).standing(isDone) == nil)
        #expect(trail([]).steps.isEmpty)
    }
}
