import Compliance
import Diagnostics
import IncidentModel
import Testing

/// Records made to break the rules of conduct, not to be judged by them.
struct HostileConductTests {
    private static let texts = [
        "", " ", "\u{0}", "{id}", "<script>alert(1)</script>", "\u{202E}escalated", "escalated\r\nBcc: x@example.com",
        String(repeating: "not escalated ", count: 100), String(repeating: "é", count: 1000), "not", "🧨",
    ]

    /// The first and the last second that a stamp can name, and two between them.
    private static let moments = [-62_167_219_200, -1, 0, 253_402_300_799].map { Instant(seconds: $0) }

    private func incident(_ severity: Severity?) -> Incident {
        var incident = Incident(id: Self.texts[3], system: "", origin: .test)
        incident.severity = severity.map { .said($0) }
        incident.title = .said(Self.texts[7])
        incident.service = .said(Self.texts[5])
        incident.rootCause = .said(Self.texts[8])
        incident.resolution = .said(Self.texts[7])
        incident.impact.customersAffected = .said(.max)
        incident.impact.strategicAccountsAffected = .said(.min)
        incident.impact.customerShare = .said(.nan)
        incident.impact.revenueAtRisk = .said(-.infinity)
        incident.serviceProfile = ServiceProfile(name: "", criticality: .said(Self.texts[7]), origin: .test)
        for (milestone, instant) in zip(Milestone.allCases, Self.moments + Self.moments.reversed()) {
            incident.milestones[milestone] = MilestoneMark(milestone, instant, origin: .test)
        }
        for text in Self.texts {
            incident.respond(text, team: text)
            incident.affect(text, strategic: true, revenue: .greatestFiniteMagnitude)
            incident.act(text, .done)
            for instant in Self.moments {
                incident.timeline.append(
                    TimelineEntry(
                        instant: instant, text: text, actor: text, system: text, kind: .communication, origin: .test))
                incident.communications.append(
                    Communication(instant: instant, channel: text, audience: text, body: text, origin: .test))
            }
        }
        for (instant, customers) in zip(Self.moments, [Int.min, 1, .max, .max]) {
            incident.impact.history.append(CustomerCount(instant: instant, customers: customers, origin: .test))
            incident.severityHistory.append(
                SeverityChange(
                    instant: instant, declared: DeclaredSeverity(severity: severity, word: .said(Self.texts[4]))))
        }
        return incident
    }

    @Test(arguments: [nil] + Severity.allCases.map { $0 as Severity? }, moments)
    func `No record brings the rules down, at no moment`(severity: Severity?, asOf: Instant) throws {
        let policy = try StandardPolicy.shared.get()
        let incident = incident(severity)
        let assessed = Assessor(policy: policy, asOf: asOf).assess(incident)
        let run = Recurrence.find(in: [incident, incident], by: policy.conduct.recurrence)
        let conduct = IncidentConduct(assessed, policy: policy, recurrence: run, asOf: asOf)
        #expect(conduct.severity.rulings.count == policy.conduct.severityAssessment.count)
        #expect((conduct.response == nil) == (severity == nil))
        #expect(conduct.customers.priorities.count == Self.texts.count)
        #expect(conduct.communications.items.count == policy.conduct.communications.messages.count)
        #expect(conduct.escalation.findings.count == EscalationTrigger.allCases.count)
        #expect(conduct.duties.items.count == PostIncidentDuty.allCases.count)
        #expect(conduct.handoffs.items.count == policy.conduct.handoffs.count)
        #expect(conduct.lifecycle.checks.count == policy.conduct.lifecycle.checks.count)
        // What was said after the moment is not known at it.
        #expect(conduct.known.incident.timeline.allSatisfy { $0.instant <= asOf })
        #expect(conduct.known.incident.communications.allSatisfy { ($0.instant ?? asOf) <= asOf })
        #expect(conduct.known.incident.milestones.marks.allSatisfy { $0.instant <= asOf })
    }

    @Test func `A policy that asks for nothing finds nothing`() throws {
        var policy = try StandardPolicy.shared.get()
        policy.conduct = Policy.Conduct()
        let assessed = Assessor(policy: policy, asOf: .monday(100)).assess(
            .told(.sev1, [.detected: 0, .resolved: 10]) { $0.note(5, "escalated") })
        let run = Recurrence.find(in: [assessed.incident], by: policy.conduct.recurrence)
        let conduct = IncidentConduct(assessed, policy: policy, recurrence: run, asOf: .monday(100))
        #expect(conduct.severity.comparison == .cannotBeAssessed(missing: []))
        #expect(conduct.response == nil)
        #expect(conduct.communications.items.isEmpty && conduct.handoffs.items.isEmpty)
        #expect(conduct.lifecycle.checks.isEmpty)
        #expect(conduct.duties.owed.map(\.duty) == [.postMortem, .resolutionMail])
    }
}
