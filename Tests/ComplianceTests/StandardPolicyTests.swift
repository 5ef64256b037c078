import Compliance
import Diagnostics
import IncidentModel
import Testing

struct StandardPolicyTests {
    @Test func `The standard policy has no fault`() {
        let outcome = PolicyFile.read(StandardPolicy.text, source: SourceID(0), digest: "ab")
        #expect(outcome.diagnostics == [])
        #expect(outcome.value?.name == "standard")
        #expect(outcome.value?.digest == "ab")
        #expect(outcome.value?.effectiveFrom.rfc3339 == "2020-01-01T00:00:00Z")
    }

    @Test func `The limits are those of the specification`() throws {
        let clocks = try StandardPolicy.read().clocks
        #expect(
            clocks.map(\.id) == [
                "triage", "communicate", "resolve", "respond", "status-page", "updates", "promised-update",
                "post-mortem", "resolution-email", "csm-call",
            ])
        #expect(
            clocks.map(\.start) == [
                .detected, .triaged, .detected, .detected, .detected, .message("update"), .message("update"), .resolved,
                .resolved, .resolved,
            ])
        #expect(
            clocks.map(\.stop) == [
                .triaged, .communicated, .resolved, .firstAction, .message("status-page"),
                .nextMessage("update", until: .resolved), .promisedMessage("update"), .reviewed,
                .message("resolution-email"), .message("csm-contact"),
            ])
        let minutes = clocks.map { clock in
            Severity.allCases.map { (clock.limits[$0]?.wholeSeconds ?? 0) / 60 }
        }
        #expect(
            minutes == [
                [5, 15, 60, 240], [15, 30, 120, 480], [60, 240, 1440, 4320], [5, 30, 120, 1440], [15, 15, 0, 0],
                [15, 30, 60, 0], [0, 0, 0, 0], [2880, 2880, 2880, 0], [240, 240, 240, 240], [1440, 1440, 1440, 1440],
            ])
        #expect(clocks[6].severities == Set(Severity.allCases))
        #expect(clocks[7].conditions == [.sev3: [.asked, .recurring]])
        #expect(clocks.map(\.accounts) == Array(repeating: nil, count: 8) + [.all, .strategic])
        #expect(clocks.allSatisfy { $0.calendar == nil && $0.pauses.isEmpty })
    }

    @Test func `A clock knows its line in the file`() throws {
        let lines = StandardPolicy.text.split(separator: "\n", omittingEmptySubsequences: false)
        for clock in try StandardPolicy.read().clocks {
            #expect(lines[Int(clock.origin.line) - 1] == "  \(clock.id):")
            #expect(clock.origin.column == 3)
            #expect(clock.origin.field == "clocks.\(clock.id)")
        }
    }

    @Test(
        arguments: [
            ("servicenow", "1", Severity.sev1), ("servicenow", "1 - Critical", .sev1),
            ("servicenow", "2 - High", .sev2), ("servicenow", "3 - Moderate", .sev3),
            ("servicenow", "4 - Low", .sev4), ("servicenow", "5", .sev4),
            ("servicenow", "5 - Planning", .sev4),
            ("servicenow", "SEV-2", .sev2), ("coordinator", "sev1", .sev1), ("coordinator", "Sev 3", .sev3),
            ("unheard-of", "SEV4", .sev4), ("coordinator", "1", nil), ("unheard-of", "p1", nil),
            ("servicenow", "6", nil),
        ] as [(String, String, Severity?)])
    func `Severity words mean what their dialect's table says`(dialect: String, word: String, severity: Severity?)
        throws
    {
        #expect(try StandardPolicy.read().words.severity(word, in: dialect) == severity)
    }

    @Test(
        arguments: [
            ("servicenow", "6", StatusWords.Reading.over), ("servicenow", "8", .over),
            ("servicenow", "2", .active), ("servicenow", "Closed", .over),
            ("coordinator", "mitigating", .active),
            ("coordinator", "post-mortem", .over), ("coordinator", "6", nil), ("coordinator", "whatever", nil),
        ] as [(String, String, StatusWords.Reading?)])
    func `Status words say whether an incident is over`(dialect: String, word: String, reading: StatusWords.Reading?)
        throws
    {
        #expect(try StandardPolicy.read().status.reading(of: word, in: dialect) == reading)
    }

    @Test func `Words for actions and due dates are read`() throws {
        let words = try StandardPolicy.read().words
        #expect(words.actionStates["completed"] == .done)
        #expect(words.actionStates["canceled"] == .cancelled)
        #expect(words.actionStates["pending"] == nil)
        #expect(words.dueAt["upon resolution"] == .resolved)
        #expect(words.dueAt["on closure"] == .closed)
    }

    @Test func `Inference rules carry phrases, exceptions and which entry counts`() throws {
        let rules = try StandardPolicy.read().inference
        #expect(rules.map(\.milestone) == [.detected, .triaged, .communicated, .mitigated, .resolved])
        #expect(rules.map(\.takesLast) == [false, false, false, false, true])
        let resolution = try #require(rules.last)
        #expect(resolution.phrases.contains("resolved"))
        #expect(resolution.unless.contains("not yet resolved"))
        #expect(rules.allSatisfy { rule in rule.phrases.allSatisfy { $0 == $0.lowercased() } })
    }

    @Test func `The remaining rules are those of the specification and the definitions`() throws {
        let policy = try StandardPolicy.read()
        #expect(policy.postMortemClock?.id == "post-mortem")
        #expect(policy.resolutionEmailClock?.stop == .message("resolution-email"))
        #expect(policy.exclusions.isEmpty && policy.pauses.tables.isEmpty)
        #expect(
            policy.resolutionEmail
                == .init(
                    clock: "resolution-email", senderName: "Customer Support", senderAddress: "support@example.com",
                    remindFor: .seconds(7 * 86_400),
                    strategic: .init(manager: .contact, offersRemediation: true),
                    executive: "Chief Technology Officer"))
        #expect(
            policy.customerPriority
                == .init(
                    renewalWithin: .seconds(90 * 86_400), highUsageShare: 0.2, enterpriseSegments: ["enterprise"]))
        #expect(policy.statistics == .init(p90From: 10, p95From: 59, medianIntervalFrom: 6, significance: 0.05))
    }
}
