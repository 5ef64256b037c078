import Diagnostics
import IncidentModel
import Testing

@Suite struct MilestonesTests {
    private func marks(_ seconds: [(Milestone, Int)]) -> Milestones {
        let origin = Origin.whole(SourceID(0))
        return Milestones(seconds.map { MilestoneMark($0.0, Instant(seconds: $0.1), origin: origin) })
    }

    @Test func `marks stand in the order of a life, however they came`() {
        let milestones = marks([(.resolved, 9), (.detected, 1), (.triaged, 2)])
        #expect(milestones.marks.map(\.milestone) == [.detected, .triaged, .resolved])
    }

    @Test func `seconds are counted between two marks in order, and not otherwise`() {
        let milestones = marks([(.detected, 100), (.resolved, 160), (.closed, 90)])
        #expect(milestones.seconds(from: .detected, to: .resolved) == 60)
        #expect(milestones.seconds(from: .resolved, to: .closed) == nil)
        #expect(milestones.seconds(from: .detected, to: .triaged) == nil)
    }

    @Test func `a resolution before the detection is out of order`() {
        let found = marks([(.detected, 100), (.resolved, 50)]).outOfOrder
        #expect(found.map(\.earlier.milestone) == [.detected])
        #expect(found.map(\.later.milestone) == [.resolved])
    }

    @Test func `a fraction does not make a printed second longer`() {
        let start = Instant(microseconds: 900_000)
        let stop = Instant(microseconds: 301_100_000)
        #expect(stop.wholeSeconds(since: start) == 301)
        #expect(Instant(microseconds: -1).seconds == -1)
    }

    @Test(arguments: [
        ([(Milestone.detected, 1)], LifecycleState.detected),
        ([(.detected, 1), (.triaged, 2)], .triaged),
        ([(.detected, 1), (.triaged, 2), (.communicated, 3)], .mitigating),
        ([(.detected, 1), (.resolved, 3)], .resolved),
        ([(.detected, 1), (.resolved, 3), (.closed, 4)], .resolved),
        ([(.resolved, 3), (.reviewed, 4)], .postMortem),
    ])
    func `the state follows from the milestones`(seconds: [(Milestone, Int)], state: LifecycleState) {
        #expect(LifecycleState(marks(seconds)) == state)
    }
}
