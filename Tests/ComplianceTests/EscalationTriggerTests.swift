import Compliance
import Diagnostics
import IncidentModel
import Testing

struct EscalationTriggerTests {
    private func state(_ trigger: EscalationTrigger, _ incident: Incident, at seconds: Int) throws
        -> EscalationTriggers.State
    {
        try #require(try incident.conduct(at: seconds).escalation.state(of: trigger))
    }

    private func firings(_ trigger: EscalationTrigger, _ incident: Incident, at seconds: Int) throws
        -> [EscalationTriggers.Firing]
    {
        if case .fired(let firings) = try state(trigger, incident, at: seconds) { firings } else { [] }
    }

    @Test func `Nothing known fires nothing, and is no quiet either`() throws {
        for trigger in EscalationTrigger.allCases {
            for severity in [nil, Severity.sev1] {
                let state = try state(trigger, .told(severity, [.detected: 0, .triaged: 0]), at: 1_000_000)
                guard case .cannotBeTold(let missing) = state else {
                    Issue.record("\(trigger): \(state)")
                    continue
                }
                #expect(!missing.isEmpty)
            }
        }
    }

    /// Seconds of the updates after the triage, the report moment, and the moments at which silence fires; Sev1.
    @Test(
        arguments: [
            ([0], 1800, []), ([0], 1801, [1800]), ([0, 1800], 3600, []), ([0, 1801], 3000, [1800]),
            ([0, 1801, 3601], 3700, [1800]), ([1801], 2000, [1800]), ([1800], 2000, []),
            ([0, 1801, 3602], 10_000, [1800, 3601, 5402]),
        ])
    func `Silence of more than twice the interval fires at twice the interval`(
        updates: [Int], asOf: Int, moments: [Int]
    ) throws {
        let incident = Incident.told(.sev1, [.detected: 0, .triaged: 0]) { incident in
            for update in updates { incident.send(update, "status_page", to: "public") }
        }
        #expect(try firings(.silence, incident, at: asOf).map(\.moment) == moments.map { .monday($0) })
        if moments.isEmpty { #expect(try state(.silence, incident, at: asOf) == .quiet) }
    }

    @Test func `Silence ends with the resolution, and is not asked about at Sev4`() throws {
        let resolved = Incident.told(.sev1, [.detected: 0, .triaged: 0, .resolved: 1800]) {
            $0.send(0, "status_page")
            $0.send(90_000, "email")
        }
        #expect(try state(.silence, resolved, at: 1_000_000) == .quiet)
        let over = Incident.told(.sev1, [.detected: 0, .triaged: 0, .closed: 5]) { $0.send(0, "status_page") }
        #expect(try state(.silence, over, at: 1_000_000) == .cannotBeTold(["lifecycle.resolved"]))
        let minor = Incident.told(.sev4, [.detected: 0, .triaged: 0]) { $0.send(0, "status_page") }
        #expect(try state(.silence, minor, at: 1_000_000) == .notApplicable("updates as needed at Sev4"))
        let slower = Incident.told(.sev2, [.detected: 0, .triaged: 0]) { $0.send(0, "status_page") }
        #expect(try firings(.silence, slower, at: 1_000_000).map(\.moment) == [.monday(3600)])
    }

    /// Counts of customers one minute apart, and the minutes at which a doubling fires.
    @Test(
        arguments: [
            ([10, 19], []), ([10, 20], [1]), ([10, 5, 20], [2]), ([10, 20, 39], [1]), ([10, 20, 40], [1, 2]),
            ([0, 50, 99], []), ([0, 50, 100], [2]), ([1, 1_000_000], [1]), ([-5, 3, 6], [2]),
        ])
    func `Customers fire when they double, and again when they double again`(counts: [Int], minutes: [Int]) throws {
        let incident = Incident.told(.sev2) { incident in
            for (minute, count) in counts.enumerated() {
                incident.impact.history.append(
                    CustomerCount(instant: .monday(minute * 60), customers: count, origin: .line(600 + minute)))
            }
        }
        let found = try firings(.customersDoubled, incident, at: 10_000)
        #expect(found.map(\.moment) == minutes.map { .monday($0 * 60) })
        #expect(found.map(\.evidence.origin) == minutes.map { .line(600 + $0) })
        #expect(try state(.customersDoubled, incident, at: 0) == .cannotBeTold(["impactAssessment.history"]))
    }

    @Test(
        arguments: [
            ("ACME requested escalation", true), ("Key account asked to escalate", true),
            ("No escalation requested", false), ("Escalation policy updated", false),
        ])
    func `A strategic account asks by the policy's phrases`(text: String, asks: Bool) throws {
        let incident = Incident.told(.sev2) { $0.note(60, text) }
        let found = try firings(.strategicRequest, incident, at: 100)
        #expect(found.map(\.moment) == (asks ? [.monday(60)] : []))
        #expect(found.map(\.evidence.origin) == (asks ? [.line(100)] : []))
    }

    @Test(
        arguments: [
            ("Possible data corruption in ledger", nil, true), ("No data loss", nil, false),
            ("All quiet", true, true), ("All quiet", false, false), (nil, true, true), (nil, false, false),
        ] as [(String?, Bool?, Bool)])
    func `A concern about data is a text or the export's flag`(text: String?, flag: Bool?, fires: Bool) throws {
        let incident = Incident.told(.sev2) { incident in
            if let text { incident.note(60, text) }
            incident.impact.isDataLossPossible = flag.map { .said($0) }
        }
        #expect(try firings(.dataIntegrity, incident, at: 100).isEmpty == !fires)
        if !fires { #expect(try state(.dataIntegrity, incident, at: 100) == .quiet) }
        // The flag has no moment, so nobody can say what came after it.
        if flag == true { #expect(try firings(.dataIntegrity, incident, at: 100).first?.answer == .cannotBeTold) }
    }

    /// Sev2: the escalation must follow within 30 minutes of the request at 60 seconds.
    @Test func `An escalation within one interval answers a trigger`() throws {
        let asked = Incident.told(.sev2) { $0.note(60, "ACME requested escalation") }
        #expect(
            try firings(.strategicRequest, asked, at: 1860).map(\.answer) == [.open(until: .monday(1860))])
        #expect(
            try firings(.strategicRequest, asked, at: 1861).map(\.answer) == [.notOnRecord(until: .monday(1860))])
        func answer(_ change: (inout Incident) -> Void) throws -> EscalationTriggers.Answer? {
            var incident = asked
            change(&incident)
            return try firings(.strategicRequest, incident, at: 100_000).first?.answer
        }
        func line(_ answer: EscalationTriggers.Answer?) -> UInt32? {
            if case .escalated(let fact) = answer { fact.origin.line } else { nil }
        }
        #expect(line(try answer { $0.note(1860, "Escalated to the platform lead") }) == 101)
        #expect(line(try answer { $0.send(90, "email", to: "Engineering Manager") }) == 200)
        #expect(line(try answer { $0.note(90, "Engineering Manager paged") }) == 101)
        #expect(
            line(
                try answer {
                    $0.note(10, "Engineering Manager paged")
                    $0.note(90, "Engineering Manager paged again")
                }) == 102)
        let raised = try answer { incident in
            for (seconds, severity) in [(0, Severity.sev2), (90, .sev1)] {
                incident.severityHistory.append(
                    SeverityChange(
                        instant: .monday(seconds),
                        declared: DeclaredSeverity(severity: severity, word: Sourced(severity.rawValue, .line(700)))))
            }
        }
        #expect(line(raised) == 700)
        let late = try answer { $0.note(1861, "Escalated to the platform lead") }
        guard case .escalatedLate(_, let by) = late else {
            Issue.record("\(String(describing: late))")
            return
        }
        #expect(by == .seconds(1))
        #expect(try answer { $0.note(59, "Escalated early") } == .notOnRecord(until: .monday(1860)))
        #expect(try answer { $0.note(90, "Not escalated") } == .notOnRecord(until: .monday(1860)))
        #expect(try answer { $0.act("Escalated to vendor", .done) } == .cannotBeTold)
    }

    @Test func `A lowered severity is no escalation, and Sev4 has a time of its own`() throws {
        let incident = Incident.told(.sev4) { incident in
            incident.note(60, "ACME requested escalation")
            for (seconds, severity) in [(0, Severity.sev3), (90, .sev4)] {
                incident.severityHistory.append(
                    SeverityChange(
                        instant: .monday(seconds),
                        declared: DeclaredSeverity(severity: severity, word: Sourced(severity.rawValue, .test))))
            }
        }
        #expect(
            try firings(.strategicRequest, incident, at: 100).map(\.answer) == [.open(until: .monday(60 + 8 * 3600))])
    }

    @Test func `A trigger knows its line of the policy`() throws {
        let findings = try Incident.told(.sev1).conduct(at: 0).escalation.findings
        #expect(findings.map(\.trigger) == EscalationTrigger.allCases)
        #expect(
            findings.map { $0.rule?.field } == EscalationTrigger.allCases.map { "conduct.escalation.\($0.rawValue)" })
    }

    @Test func `Thousands of requests are each found`() throws {
        let incident = Incident.told(.sev2) { incident in
            for second in 0..<5000 { incident.note(second, "customer escalated; requested escalation") }
        }
        #expect(try firings(.strategicRequest, incident, at: 100_000).count == 5000)
    }
}
