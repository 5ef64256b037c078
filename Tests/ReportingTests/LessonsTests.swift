import Compliance
import Diagnostics
import IncidentModel
import Testing

@testable import Reporting

struct LessonsTests {
    private func lessons(_ change: (inout Incident) -> Void = { _ in }) throws -> Lessons {
        var incident = Stage.full()
        change(&incident)
        return Lessons(edition: try Stage.edition(), assessed: try Stage.assess(incident))
    }

    private func lessons(by rule: (inout Policy.LessonsRule) -> Void) throws -> Lessons {
        var edition = try Stage.edition()
        rule(&edition.policy.lessons)
        return Lessons(edition: edition, assessed: try Stage.assess(Stage.full()))
    }

    @Test(
        "A source that is a person is asked about, one that is a machine is praised",
        arguments: [
            ("customer report", "badly"), ("Support ticket", "badly"), ("monitoring", "well"), ("Datadog", "well"),
            ("customerio-sync", "neither"), ("", "neither"),
        ])
    func sources(word: String, place: String) throws {
        let lessons = try lessons { $0.source = Stage.said(word) }
        #expect(lessons.badly.contains { $0.contains("source on record") } == (place == "badly"))
        #expect(lessons.well.contains { $0.contains("source on record") } == (place == "well"))
    }

    @Test("Night is from ten to six", arguments: [(21, 59, false), (22, 0, true), (5, 59, true), (6, 0, false)])
    func night(hour: Int, minute: Int, isNight: Bool) throws {
        let lessons = try lessons { $0.milestones[.detected] = Stage.mark(.detected, Stage.day(hour, minute)) }
        #expect(lessons.lucky.contains { $0.contains("at night") } == isNight)
    }

    @Test(
        "A deployment in the day before detection is asked about, one after it is not",
        arguments: [(0, true), (86_400, true), (86_401, false), (-60, false)])
    func deployments(before: Int, isAsked: Bool) throws {
        let lessons = try lessons { $0.deployments[0].instant = Stage.day(14, 23).advanced(bySeconds: -before) }
        #expect(lessons.cause.isEmpty != isAsked)
    }

    @Test("Silence of more than an hour is said, with its ends")
    func silence() throws {
        let long = try lessons()
        #expect(
            long.badly.contains {
                $0
                    == "The longest stretch without a message on record is 3 h 53 min 50 s (2024-02-15 14:40 to 18:33 UTC)."
            })
        let short = try lessons { $0.milestones[.resolved] = Stage.mark(.resolved, Stage.day(15, 40)) }
        #expect(!short.badly.contains { $0.contains("without a message") })
        let none = try lessons { $0.communications = [] }
        #expect(!none.badly.contains { $0.contains("without a message") })
    }

    @Test("The policy says what is worth a question")
    func rules() throws {
        #expect(try lessons().badly.contains("Impact began 8 min before it was detected."))
        #expect(try !lessons(by: { $0.unnoticedFrom = .seconds(481) }).badly.contains { $0.contains("Impact began") })
        #expect(try lessons(by: { $0.deploymentWithin = .seconds(479) }).cause.isEmpty)
        #expect(try !lessons(by: { $0.deploymentWithin = .seconds(480) }).cause.isEmpty)
        #expect(
            try !lessons(by: { $0.silenceBeyond = .seconds(14_030) }).badly.contains { $0.contains("longest stretch") })
        #expect(
            try lessons(by: { $0.night = Policy.Night(from: 14, to: 15) }).lucky.contains { $0.contains("at night") })
        let words = NoticeWords(["monitoring": .people])
        #expect(try lessons(by: { $0.noticedBy = words }).badly.contains { $0.contains("source on record") })
    }

    @Test("Re-openings and a severity that rose are said")
    func course() throws {
        let lessons = try lessons { incident in
            incident.reopenings = 2
            incident.severityHistory = [Severity.sev3, .sev2, .sev4].enumerated().map { place, severity in
                SeverityChange(
                    instant: Stage.day(14, 25 + place),
                    declared: DeclaredSeverity(severity: severity, word: Stage.said(severity.rawValue)))
            }
        }
        #expect(lessons.badly.contains { $0.contains("opened again 2 times") })
        #expect(lessons.badly.count { $0.contains("severity rose from Sev3 to Sev2") } == 1)
        #expect(!lessons.badly.contains { $0.contains("to Sev4") })
    }
}
