import Compliance
import Diagnostics
import IncidentModel
import Testing

struct VerdictTests {
    /// The specification's table, "Response Time SLAs", in seconds.
    static let limits: [(clock: String, severity: Severity, limit: Int)] = [
        ("triage", .sev1, 300), ("triage", .sev2, 900), ("triage", .sev3, 3600), ("triage", .sev4, 14_400),
        ("communicate", .sev1, 900), ("communicate", .sev2, 1800), ("communicate", .sev3, 7200),
        ("communicate", .sev4, 28_800),
        ("resolve", .sev1, 3600), ("resolve", .sev2, 14_400), ("resolve", .sev3, 86_400), ("resolve", .sev4, 259_200),
    ]

    @Test(arguments: limits, [-1, 0, 1])
    func `A stop up to and on the limit is met, and a second later breached`(
        row: (clock: String, severity: Severity, limit: Int), offset: Int
    ) throws {
        let policy = try StandardPolicy.read()
        let clock = try #require(policy.clocks.first { $0.id == row.clock })
        let elapsed = row.limit + offset
        var incident = Incident.example("INC-1", row.severity, [:])
        let span = try #require(clock.span)
        incident.milestones[span.start] = MilestoneMark(span.start, .monday(), origin: .test)
        incident.milestones[span.stop] = MilestoneMark(span.stop, .monday(elapsed), origin: .test)
        let assessed = Assessor(policy: policy, asOf: .monday(1_000_000)).assess(incident)
        let expected: Verdict =
            offset <= 0
            ? .met(elapsed: .seconds(elapsed)) : .breached(elapsed: .seconds(elapsed), by: .seconds(offset))
        #expect(assessed.verdict(of: row.clock) == expected)
        #expect(assessed.verdicts.first { $0.clock == row.clock }?.limit == .seconds(row.limit))
    }

    @Test(arguments: limits, [-1, 0, 1])
    func `A running clock is open up to and on the limit, and a second later overdue`(
        row: (clock: String, severity: Severity, limit: Int), offset: Int
    ) throws {
        let policy = try StandardPolicy.read()
        let clock = try #require(policy.clocks.first { $0.id == row.clock })
        var incident = Incident.example("INC-1", row.severity, [:])
        let start = try #require(clock.start.milestone)
        incident.milestones[start] = MilestoneMark(start, .monday(), origin: .test)
        let assessed = Assessor(policy: policy, asOf: .monday(row.limit + offset)).assess(incident)
        let due = Instant.monday(row.limit)
        #expect(
            assessed.verdict(of: row.clock)
                == (offset <= 0 ? .open(due: due) : .overdue(due: due, by: .seconds(offset))))
    }

    @Test func `A changed number in the policy file changes the verdict`() throws {
        let text = StandardPolicy.text.replacing("sev1: 5 min", with: "sev1: 4 min")
        #expect(text != StandardPolicy.text)
        let incident = Incident.example([.detected: 0, .triaged: 300])
        let before = Assessor(policy: try StandardPolicy.read(), asOf: .monday(400)).assess(incident)
        let after = Assessor(policy: try StandardPolicy.read(text), asOf: .monday(400)).assess(incident)
        #expect(before.verdict(of: "triage") == .met(elapsed: .seconds(300)))
        #expect(after.verdict(of: "triage") == .breached(elapsed: .seconds(300), by: .seconds(60)))
    }

    /// What each clock says of an incident of sev1 at a day after its detection.
    struct Case: Sendable, CustomTestStringConvertible {
        var title: String
        var incident: Incident
        var triage: Verdict
        var communicate: Verdict
        var resolve: Verdict
        var testDescription: String { title }

        init(
            _ title: String, _ marks: KeyValuePairs<Milestone, Int>, severity: Severity? = .sev1, status: String? = nil,
            system: String = "coordinator", triage: Verdict, communicate: Verdict, resolve: Verdict
        ) {
            self.title = title
            incident = .example("INC-1", severity, status: status, system: system, marks)
            self.triage = triage
            self.communicate = communicate
            self.resolve = resolve
        }
    }

    static let asOf = 86_400
    static func overdue(from start: Int, limit: Int) -> Verdict {
        .overdue(due: .monday(start + limit), by: .seconds(asOf - start - limit))
    }
    static let cases = [
        Case(
            "only detected", [.detected: 0], triage: overdue(from: 0, limit: 300),
            communicate: .unproven(.missing(.triaged)), resolve: overdue(from: 0, limit: 3600)),
        Case(
            "no milestone at all", [:], triage: .unproven(.missing(.detected)),
            communicate: .unproven(.missing(.triaged)), resolve: .unproven(.missing(.detected))),
        Case(
            "triaged, still running", [.detected: 0, .triaged: 60], triage: .met(elapsed: .seconds(60)),
            communicate: overdue(from: 60, limit: 900), resolve: overdue(from: 0, limit: 3600)),
        Case(
            "communicated without a triage", [.detected: 0, .communicated: 60], triage: .unproven(.missing(.triaged)),
            communicate: .unproven(.missing(.triaged)), resolve: overdue(from: 0, limit: 3600)),
        Case(
            "mitigated without a triage", [.detected: 0, .mitigated: 60], triage: .unproven(.missing(.triaged)),
            communicate: .unproven(.missing(.triaged)), resolve: overdue(from: 0, limit: 3600)),
        Case(
            "mitigated, nobody told yet", [.detected: 0, .triaged: 60, .mitigated: 120],
            triage: .met(elapsed: .seconds(60)), communicate: overdue(from: 60, limit: 900),
            resolve: overdue(from: 0, limit: 3600)),
        Case(
            "resolved, nobody told", [.detected: 0, .triaged: 60, .resolved: 1800], triage: .met(elapsed: .seconds(60)),
            communicate: .unproven(.missing(.communicated)), resolve: .met(elapsed: .seconds(1800))),
        Case(
            "closed without a resolution", [.detected: 0, .triaged: 60, .closed: 1800],
            triage: .met(elapsed: .seconds(60)), communicate: .unproven(.missing(.communicated)),
            resolve: .unproven(.missing(.resolved))),
        Case(
            "reviewed without a resolution", [.detected: 0, .triaged: 60, .communicated: 90, .reviewed: 1800],
            triage: .met(elapsed: .seconds(60)), communicate: .met(elapsed: .seconds(30)),
            resolve: .unproven(.missing(.resolved))),
        Case(
            "over by its status word", [.detected: 0], status: "Cancelled", triage: .unproven(.missing(.triaged)),
            communicate: .unproven(.missing(.triaged)), resolve: .unproven(.missing(.resolved))),
        Case(
            "over by ServiceNow's number", [.detected: 0, .triaged: 60], status: "7", system: "servicenow",
            triage: .met(elapsed: .seconds(60)), communicate: .unproven(.missing(.communicated)),
            resolve: .unproven(.missing(.resolved))),
        Case(
            "the same number means nothing elsewhere", [.detected: 0, .triaged: 60], status: "7",
            triage: .met(elapsed: .seconds(60)), communicate: overdue(from: 60, limit: 900),
            resolve: overdue(from: 0, limit: 3600)),
        Case(
            "resolved before it was detected", [.detected: 100, .triaged: 160, .communicated: 200, .resolved: 99],
            triage: .met(elapsed: .seconds(60)), communicate: .met(elapsed: .seconds(40)),
            resolve: .unproven(.outOfOrder(start: .detected, stop: .resolved))),
        Case(
            "told before it was triaged", [.detected: 0, .triaged: 60, .communicated: 59, .resolved: 3600],
            triage: .met(elapsed: .seconds(60)),
            communicate: .unproven(.outOfOrder(start: .triaged, stop: .communicated)),
            resolve: .met(elapsed: .seconds(3600))),
        Case(
            "a triage in the future", [.detected: 0, .triaged: asOf + 1], triage: overdue(from: 0, limit: 300),
            communicate: .unproven(.missing(.triaged)), resolve: overdue(from: 0, limit: 3600)),
        Case(
            "a resolution in the future is none", [.detected: asOf - 60, .triaged: asOf - 30, .resolved: asOf + 1],
            triage: .met(elapsed: .seconds(30)), communicate: .open(due: .monday(asOf - 30 + 900)),
            resolve: .open(due: .monday(asOf - 60 + 3600))),
        Case(
            "a resolution at this very moment is one", [.detected: asOf - 60, .triaged: asOf - 30, .resolved: asOf],
            triage: .met(elapsed: .seconds(30)), communicate: .unproven(.missing(.communicated)),
            resolve: .met(elapsed: .seconds(60))),
        Case(
            "detected in the future", [.detected: asOf + 1], triage: .unproven(.missing(.detected)),
            communicate: .unproven(.missing(.triaged)), resolve: .unproven(.missing(.detected))),
        Case(
            "severity unknown", [.detected: 0, .triaged: 60, .resolved: 90], severity: nil,
            triage: .unproven(.severityUnknown), communicate: .unproven(.severityUnknown),
            resolve: .unproven(.severityUnknown)),
    ]

    @Test(arguments: cases) func `Silence is unproven, never a breach and never a pass`(_ row: Case) throws {
        let assessed = Assessor(policy: try StandardPolicy.read(), asOf: .monday(Self.asOf)).assess(row.incident)
        #expect(assessed.verdict(of: "triage") == row.triage)
        #expect(assessed.verdict(of: "communicate") == row.communicate)
        #expect(assessed.verdict(of: "resolve") == row.resolve)
    }

    @Test func `A severity without a limit has no such promise`() throws {
        let text = StandardPolicy.text.replacing("      sev4: 72 h\n", with: "")
        let assessor = Assessor(policy: try StandardPolicy.read(text), asOf: .monday(10))
        let assessed = assessor.assess(.example("INC-1", .sev4, [.detected: 0, .triaged: 5]))
        #expect(assessed.verdict(of: "resolve") == .notApplicable(.noLimit(.sev4)))
        #expect(assessed.verdicts.prefix(3).map(\.limit) == [.seconds(14_400), .seconds(28_800), nil])
    }

    @Test func `Durations are counted between printed seconds`() throws {
        var incident = Incident.example([:])
        let start = Instant.monday().microseconds
        incident.milestones[.detected] = MilestoneMark(
            .detected, Instant(microseconds: start + 900_000), origin: .test)
        incident.milestones[.triaged] = MilestoneMark(
            .triaged, Instant(microseconds: start + 301_100_000), origin: .test)
        let assessor = Assessor(policy: try StandardPolicy.read(), asOf: .monday(1000))
        #expect(assessor.assess(incident).verdict(of: "triage") == .breached(elapsed: .seconds(301), by: .seconds(1)))
    }
}
