import Compliance
import Diagnostics
import IncidentModel
import Testing

struct LifecycleReviewTests {
    private func check(_ id: String, _ incident: Incident, at seconds: Int = 1_000_000) throws
        -> LifecycleReview.CheckState
    {
        let checks = try incident.conduct(at: seconds).lifecycle.checks
        return try #require(checks.first { $0.rule.id == id }?.state)
    }

    private func isProven(_ state: LifecycleReview.CheckState) -> Bool {
        if case .proven = state { true } else { false }
    }

    private func isAbsent(_ state: LifecycleReview.CheckState) -> Bool {
        if case .absent = state { true } else { false }
    }

    @Test func `Five phases follow each other, with their owners`() throws {
        let review = try Incident.told(.sev1).conduct(at: 0).lifecycle
        #expect(review.phases.map(\.state) == [.detected, .triaged, .mitigating, .resolved, .postMortem])
        #expect(
            review.phases.map(\.owners) == [
                ["Support", "OnCall"], ["All Teams"], ["Engineering", "Product"], ["Support", "CS"],
                ["Product", "Eng"],
            ])
        #expect(review.phases.allSatisfy { $0.entry == .notYet })
    }

    @Test func `A phase is entered by its milestone, and untold where only a later one is on record`() throws {
        let incident = Incident.told(.sev1, [.detected: 0, .communicated: 50, .mitigated: 40, .resolved: 90])
        let review = try incident.conduct(at: 95).lifecycle
        #expect(review.state == .resolved)
        #expect(review.phases.map { $0.entry == .cannotBeTold } == [false, true, false, false, false])
        let moments = review.phases.map { phase -> Instant? in
            if case .entered(let mark) = phase.entry { mark.instant } else { nil }
        }
        #expect(moments == [.monday(0), nil, .monday(40), .monday(90), nil])
        #expect(review.phases.last?.entry == .notYet)
        #expect(try incident.conduct(at: 45).lifecycle.state == .mitigating)
    }

    @Test(arguments: [
        ("progress-tracked", "Rolling back config deploy"), ("restoration-verified", "Recovery confirmed"),
        ("regression-monitored", "Fix deployed, monitoring for recovery"),
        ("metrics-normal", "Error rates back to normal"),
    ])
    func `A check of the checklist is proven by its phrases`(id: String, text: String) throws {
        let marks: KeyValuePairs<Milestone, Int> = [.detected: 0, .mitigated: 50, .resolved: 60]
        let told = try check(id, .told(.sev2, marks) { $0.note(55, text) })
        guard case .proven(let facts) = told else {
            Issue.record("\(told)")
            return
        }
        #expect(facts.map(\.origin) == [.line(100)])
        #expect(facts.map(\.instant) == [.monday(55)])
        #expect(isAbsent(try check(id, .told(.sev2, marks) { $0.note(55, "Coffee") })))
        #expect(try check(id, .told(.sev2, marks)) == .cannotBeTold(["timeline"]))
    }

    @Test func `Nothing known is neither proven nor absent`() throws {
        for severity in [nil, Severity.sev1] {
            for check in try Incident.told(severity, [.detected: 0, .mitigated: 1, .resolved: 2]).conduct(at: 9_999_999)
                .lifecycle.checks
            {
                #expect(!isProven(check.state) && !isAbsent(check.state), "\(check)")
            }
        }
    }

    @Test func `A check waits for its milestone`() throws {
        #expect(try check("metrics-normal", .told(.sev2, [.detected: 0])) == .waiting(.resolved))
        #expect(try check("metrics-normal", .told(.sev2, [.closed: 0])) == .cannotBeTold(["resolved"]))
        #expect(try check("restoration-verified", .told(.sev2, [.detected: 0])) == .waiting(.mitigated))
    }

    @Test func `All channels are told when every message that is owed went out`() throws {
        var incident = Incident.told(.sev3, [.detected: 0, .resolved: 60]) {
            $0.send(70, "status_page", to: "public")
        }
        #expect(try check("channels-told", incident) == .absent(["Resolution email"]))
        incident.send(80, "email", to: "affected_customers")
        #expect(isProven(try check("channels-told", incident)))
    }

    @Test func `Updates on recovery are told once the impact ends`() throws {
        var incident = Incident.told(.sev2, [.detected: 0, .mitigated: 60]) {
            $0.send(50, "status_page", to: "public")
        }
        #expect(try check("eta-communicated", incident, at: 100) == .absent(["Update on recovery"]))
        incident.send(80, "status_page", to: "public")
        #expect(isProven(try check("eta-communicated", incident, at: 100)))
        #expect(try check("eta-communicated", .told(.sev4, [.mitigated: 0])) == .notApplicable("not asked at Sev4"))
    }

    @Test func `Timeline and actions are documented where both are on record`() throws {
        let marks: KeyValuePairs<Milestone, Int> = [.detected: 0, .resolved: 60]
        #expect(
            isProven(
                try check(
                    "timeline-documented",
                    .told(.sev4, marks) {
                        $0.note(5, "Alert")
                        $0.act("Fix")
                    })))
        #expect(
            try check("timeline-documented", .told(.sev4, marks) { $0.note(5, "Alert") }) == .absent(["nextActions"]))
        #expect(
            try check("timeline-documented", .told(.sev4, marks)) == .cannotBeTold(["timeline", "nextActions"]))
    }

    @Test func `A post-mortem is scheduled by an action, a text, or by being held`() throws {
        let marks: KeyValuePairs<Milestone, Int> = [.detected: 0, .resolved: 60]
        #expect(isProven(try check("post-mortem-scheduled", .told(.sev1, marks) { $0.act("Hold the post-mortem") })))
        #expect(
            isProven(try check("post-mortem-scheduled", .told(.sev1, marks) { $0.note(70, "Postmortem on Friday") })))
        #expect(isProven(try check("post-mortem-scheduled", .told(.sev1, [.resolved: 60, .reviewed: 90]))))
        #expect(isAbsent(try check("post-mortem-scheduled", .told(.sev1, marks) { $0.act("Rest") })))
        #expect(
            isAbsent(try check("post-mortem-scheduled", .told(.sev1, marks) { $0.act("Post-mortem", .cancelled) })))
        #expect(try check("post-mortem-scheduled", .told(.sev3, marks)) == .notApplicable("not asked at Sev3"))
    }

    @Test func `A follow-up is triggered by an action or a text`() throws {
        let marks: KeyValuePairs<Milestone, Int> = [.detected: 0, .resolved: 60]
        #expect(
            isProven(
                try check("follow-up-triggered", .told(.sev3, marks) { $0.act("CSM outreach to 8 strategic accounts") })
            ))
        #expect(isAbsent(try check("follow-up-triggered", .told(.sev3, marks) { $0.act("Rest") })))
    }
}
