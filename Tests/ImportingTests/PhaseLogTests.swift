import Diagnostics
import IncidentModel
import Syntax
import Testing

@testable import Importing

@Suite struct PhaseLogTests {
    private func log(_ changes: (PhaseLog.Phase, Int)...) -> PhaseLog {
        var log = PhaseLog()
        for (phase, second) in changes {
            log.add(phase, at: Stamp(Instant(seconds: second), .whole(SourceID(0))))
        }
        return log
    }

    @Test func `the first acknowledgement counts, in whatever order the log stands`() {
        #expect(log((.acknowledged, 90), (.acknowledged, 30), (.opened, 0)).firstAcknowledgement?.value.seconds == 30)
    }

    @Test func `what is acknowledged after the resolution was not taken on`() {
        #expect(log((.resolved, 60), (.acknowledged, 61)).firstAcknowledgement == nil)
        #expect(
            log((.resolved, 60), (.opened, 70), (.acknowledged, 80)).firstAcknowledgement?.value.seconds == 80)
    }

    @Test func `a resolution holds unless the incident was opened again`() {
        #expect(log((.opened, 0), (.resolved, 60)).standingResolution?.value.seconds == 60)
        #expect(log((.resolved, 60), (.opened, 70)).standingResolution == nil)
        #expect(log((.resolved, 60), (.opened, 70), (.resolved, 80)).standingResolution?.value.seconds == 80)
    }

    @Test func `only an opening after a resolution is a reopening`() {
        #expect(log((.opened, 0), (.opened, 5), (.resolved, 60)).reopenings == 0)
        #expect(log((.resolved, 60), (.opened, 70), (.opened, 71), (.resolved, 80), (.opened, 90)).reopenings == 2)
    }
}
