import Compliance
import Diagnostics
import IncidentModel
import Testing

struct PostIncidentDutyTests {
    private static let hour = 3600

    private func item(
        _ duty: PostIncidentDuty, _ incident: Incident, at seconds: Int, recurrence: Recurrence? = nil,
        database: PostIncidentDuties.DatabaseEntry = .notAsked, policy: Policy? = nil
    ) throws -> PostIncidentDuties.Item {
        let conduct = try incident.conduct(at: seconds, recurrence: recurrence, database: database, policy: policy)
        return try #require(conduct.duties[duty])
    }

    /// A run in which an incident like this one came before.
    private func again(_ incident: Incident) throws -> Recurrence {
        var before = incident
        before.id = "EARLIER"
        before.milestones[.detected] = MilestoneMark(.detected, .monday(-86_400), origin: .test)
        return .find(in: [before, incident], by: try StandardPolicy.shared.get().conduct.recurrence)
    }

    private func resolved(_ severity: Severity?, _ change: (inout Incident) -> Void = { _ in }) -> Incident {
        .told(severity, [.detected: -1000, .resolved: 0]) { incident in
            incident.service = .said("api")
            incident.title = .said("Login outage")
            change(&incident)
        }
    }

    @Test func `Nothing known is neither done nor overdue`() throws {
        let duties = try Incident.told(nil).conduct(at: 10_000_000).duties
        #expect(duties.items.map(\.duty) == PostIncidentDuty.allCases)
        #expect(duties.owed == [])
        #expect(duties.items.allSatisfy { $0.state.kind == .cannotBeTold || $0.state.kind == .waiting })
        // Resolved, long ago, without a word on record: only the post-mortem has a field of its own.
        let mute = try resolved(.sev1).conduct(at: 10_000_000).duties
        #expect(mute.owed.map(\.duty) == [.postMortem])
        #expect(mute.items.filter { $0.state.kind == .done } == [])
    }

    @Test(
        arguments: [
            (.sev1, false, false, .due), (.sev2, false, false, .due), (.sev3, false, false, .notApplicable),
            (.sev3, true, false, .due), (.sev3, false, true, .due), (.sev4, true, true, .notApplicable),
            (nil, false, false, .cannotBeTold), (nil, true, false, .due),
        ] as [(Severity?, Bool, Bool, DutyState.Kind)])
    func `A post-mortem is mandatory, or owed where it is asked for or the incident recurs`(
        severity: Severity?, asks: Bool, recurs: Bool, kind: DutyState.Kind
    ) throws {
        let incident = resolved(severity) { if asks { $0.asksForPostMortem = .said(true) } }
        let run =
            recurs
            ? try again(incident)
            : Recurrence.find(in: [incident], by: try StandardPolicy.shared.get().conduct.recurrence)
        let item = try item(.postMortem, incident, at: 48 * Self.hour, recurrence: run)
        #expect(item.state.kind == kind, "\(item)")
        if kind == .due {
            #expect(item.due == .monday(48 * Self.hour))
            #expect(
                try self.item(.postMortem, incident, at: 48 * Self.hour + 1, recurrence: run).state.kind == .overdue)
        }
    }

    @Test func `A customer's words ask for a post-mortem too, and nobody knows whether it recurs without a look`()
        throws
    {
        let asked = resolved(.sev3) { $0.note(10, "ACME asked for an RCA") }
        #expect(try item(.postMortem, asked, at: 20).state.kind == .due)
        #expect(try item(.postMortem, resolved(.sev3), at: 20).state == .cannotBeTold(["earlier incidents"]))
        let held = Incident.told(.sev1, [.resolved: 0, .reviewed: 48 * Self.hour + 5])
        #expect(try item(.postMortem, held, at: 1_000_000).state.kind == .done)
        guard case .done(_, .late(let by)) = try item(.postMortem, held, at: 1_000_000).state else {
            Issue.record("not late")
            return
        }
        #expect(by == .seconds(5))
    }

    @Test func `Action items for prevention are looked for among the actions`() throws {
        let some = resolved(.sev2) { $0.act("Add validation to rate limit deploys") }
        #expect(try item(.preventionActions, some, at: 10).state.kind == .done)
        let other = resolved(.sev2) { $0.act("Write to customers") }
        #expect(try item(.preventionActions, other, at: 48 * Self.hour).state.kind == .due)
        #expect(try item(.preventionActions, other, at: 48 * Self.hour + 1).state.kind == .overdue)
        #expect(try item(.preventionActions, resolved(.sev3), at: 10).state.kind == .notApplicable)
    }

    @Test(
        arguments: [
            (.present, .done), (.absent, .due), (.notAsked, .cannotBeTold),
        ] as [(PostIncidentDuties.DatabaseEntry, DutyState.Kind)])
    func `The incident database says whether the incident stands in it`(
        database: PostIncidentDuties.DatabaseEntry, kind: DutyState.Kind
    ) throws {
        #expect(try item(.databaseEntry, resolved(.sev4), at: 10, database: database).state.kind == kind)
        let noted = resolved(.sev4) { $0.note(5, "Documented in the incident database") }
        #expect(try item(.databaseEntry, noted, at: 10).state.kind == .done)
    }

    @Test(
        arguments: [
            (["Runbook missing for failover"], .due), (["Runbook missing", "Runbook updated"], .done),
            (["Restarted"], .notApplicable), ([], .cannotBeTold), (["No process gap found"], .notApplicable),
        ] as [([String], DutyState.Kind)])
    func `A runbook is updated where a process gap is marked`(texts: [String], kind: DutyState.Kind) throws {
        let incident = resolved(.sev4) { incident in
            for (second, text) in texts.enumerated() { incident.note(second, text) }
        }
        #expect(try item(.runbookUpdate, incident, at: 100).state.kind == kind)
    }

    @Test func `The cause and the resolution can mark a process gap`() throws {
        let cause = resolved(.sev3) { $0.rootCause = .said("Outdated runbook", line: 41) }
        #expect(try item(.runbookUpdate, cause, at: 100).state == .due(nil))
        let fixed = resolved(.sev3) {
            $0.resolution = .said("There was no runbook")
            $0.act("Update the runbook", .done)
        }
        #expect(try item(.runbookUpdate, fixed, at: 100).state.kind == .done)
    }

    @Test(
        arguments: [
            (24 * 3600, nil, .due), (24 * 3600 + 1, nil, .overdue), (24 * 3600 + 1, 24 * 3600, .done),
            (24 * 3600 + 1, -5, .overdue),
        ] as [(Int, Int?, DutyState.Kind)])
    func `Strategic accounts are called within a day of the resolution`(asOf: Int, called: Int?, kind: DutyState.Kind)
        throws
    {
        for severity in Severity.allCases {
            let incident = resolved(severity) { incident in
                incident.affect("A", strategic: true)
                incident.note(-500, "Fix deployed")
                if let called { incident.note(called, "CSM call with A") }
            }
            #expect(try item(.csmCall, incident, at: asOf).state.kind == kind)
        }
        let nobody = resolved(.sev1) { $0.impact.strategicAccountsAffected = .said(0) }
        #expect(try item(.csmCall, nobody, at: asOf).state.kind == .notApplicable)
        #expect(try item(.csmCall, resolved(.sev1), at: asOf).state.kind == .cannotBeTold)
    }

    @Test(
        arguments: [
            (["CSM call with Acme"], false), (["CSM call with Acme", "CSM call with B-2"], true),
            (["CSM call with Acme and Globex"], true), (["Strategic accounts called"], true),
            (["CSM call with Acme", "CSM call with Acme Two"], false), ([], false),
        ])
    func `Each strategic account is called, unless a text speaks of all`(texts: [String], isDone: Bool) throws {
        let incident = resolved(.sev2) { incident in
            incident.affect("A-1", strategic: true)
            incident.affect("B-2", strategic: true)
            incident.accounts[0].name = "Acme"
            incident.accounts[1].name = "Globex"
            for (second, text) in texts.enumerated() { incident.note(second, text) }
        }
        #expect(try (item(.csmCall, incident, at: 100).state.kind == .done) == isDone)
    }

    @Test func `Outreach to strategic accounts after the resolution is a call`() throws {
        let incident = resolved(.sev2) {
            $0.affect("A", strategic: true)
            $0.send(60, "phone", to: "strategic_accounts")
        }
        #expect(try item(.csmCall, incident, at: 100_000).state.kind == .done)
    }

    @Test func `A remediation is offered to strategic accounts at the grave severities`() throws {
        func kind(_ severity: Severity, _ text: String) throws -> DutyState.Kind {
            let incident = resolved(severity) {
                $0.affect("A", strategic: true)
                $0.note(60, text)
            }
            return try item(.remediationOffer, incident, at: 100).state.kind
        }
        #expect(try kind(.sev1, "Service credit offered") == .done)
        #expect(try kind(.sev2, "Nothing") == .due)
        #expect(try kind(.sev3, "Nothing") == .notApplicable)
    }

    @Test func `A recurring Sev1 asks for an executive's apology`() throws {
        let incident = resolved(.sev1) { $0.note(5, "Restarted") }
        let run = try again(incident)
        #expect(try item(.executiveApology, incident, at: 48 * Self.hour, recurrence: run).state.kind == .due)
        #expect(try item(.executiveApology, incident, at: 48 * Self.hour + 1, recurrence: run).state.kind == .overdue)
        #expect(try item(.executiveApology, incident, at: 100).state == .cannotBeTold(["earlier incidents"]))
        let alone = Recurrence.find(in: [incident], by: try StandardPolicy.shared.get().conduct.recurrence)
        #expect(try item(.executiveApology, incident, at: 100, recurrence: alone).state.kind == .notApplicable)
        let minor = resolved(.sev2)
        #expect(try item(.executiveApology, minor, at: 100, recurrence: try again(minor)).state.kind == .notApplicable)
        let sorry = resolved(.sev1) { $0.note(5, "Executive apology sent to ACME") }
        #expect(try item(.executiveApology, sorry, at: 100, recurrence: try again(sorry)).state.kind == .done)
    }

    @Test(
        arguments: [
            (4 * 3600, nil, .due), (4 * 3600 + 1, nil, .overdue), (4 * 3600 + 1, 4 * 3600, .done), (10, -1, .due),
        ] as [(Int, Int?, DutyState.Kind)])
    func `All affected get a mail within four hours of the resolution, at every severity`(
        asOf: Int, sent: Int?, kind: DutyState.Kind
    ) throws {
        for severity in Severity.allCases {
            let incident = resolved(severity) { incident in
                incident.send(-500, "status_page", to: "public")
                if let sent { incident.send(sent, "email", to: "affected_customers") }
            }
            #expect(try item(.resolutionMail, incident, at: asOf).state.kind == kind)
        }
    }

    @Test func `A clock that saw both its ends has the last word`() throws {
        let called = resolved(.sev1) {
            $0.affect("A", strategic: true)
            $0.note(60, "CSM call with A")
        }
        #expect(try item(.csmCall, called, at: 3601).clock == nil)
        #expect(try item(.csmCall, called, at: 3601).state.kind == .done)
        var late = called
        late.send(24 * 3600 + 5, "phone", to: "A")
        let judged = try item(.csmCall, late, at: 100_000)
        #expect(judged.clock == "csm-call")
        #expect(judged.state == .done(nil, .late(by: .seconds(5))))
    }
}
