import Compliance
import Diagnostics
import IncidentModel
import Testing
import Typesetting

@testable import Reporting

/// The rules over messages on record.
@Suite struct WritingFindingsTests {
    private func found(
        _ messages: [(Instant?, String?, String, String?)], nextUpdate: Instant? = nil,
        _ change: (inout Incident) -> Void = { _ in }
    ) throws -> [String] {
        var incident = Stage.full()
        incident.impact.workaround = nil
        incident.communications = messages.enumerated().map { place, message in
            Communication(
                instant: message.0, channel: message.2, audience: message.1, body: message.3, nextUpdate: nextUpdate,
                origin: Stage.origin(UInt32(60 + place)))
        }
        change(&incident)
        let policy = try Stage.policy()
        return WritingFindings.of(incident, by: WritingDesk(policy), under: policy).map {
            "\($0.origin?.line ?? 0) \($0.code.id) \($0.record ?? "")"
        }
    }

    private let during = Stage.day(15, 0)
    private let after = Stage.day(18, 33, 50)
    private let id = "INC-2024-0215-001"

    @Test func `an update says when the next one comes, in its words or in its record`() throws {
        #expect(try found([(during, "status_page", "web", "We work on it.")]) == ["60 next-update \(id)"])
        #expect(try found([(during, "status_page", "web", "Next update in 15 minutes.")]) == [])
        #expect(try found([(during, "status_page", "web", "We work on it.")], nextUpdate: after) == [])
    }

    @Test func `a message from the resolution on, or one that says so, is the last one`() throws {
        #expect(
            try found([(after, "customers", "email", "Works again.")])
                == ["60 final-update \(id)", "60 final-update \(id)"])
        #expect(try found([(during, "customers", "email", "It is resolved.")]).count == 2)
        #expect(
            try found([(nil, "customers", "email", "This is the final update. No post-incident report is planned.")])
                == []
        )
    }

    @Test(
        arguments: [
            ("internal", "slack", false), ("Response Team", "email", false), ("customers", "slack", true),
            (nil, "status_page", true), (nil, "email_and_slack", true), (nil, "slack", false),
        ] as [(String?, String, Bool)])
    func `whom a message went to decides which rules read it`(audience: String?, channel: String, isOutside: Bool)
        throws
    {
        let text = "Probably it should have been seen. Next update in 15 minutes."
        #expect(
            try found([(during, audience, channel, text)])
                == [isOutside ? "60 speculation \(id)" : "60 counterfactual \(id)"])
    }

    @Test func `blame is found in every message, also by the names of responders`() throws {
        let text = "The errors were caused by Sam Chen. Next update in 15 minutes."
        #expect(try found([(during, "internal", "slack", text)]) == ["60 blame \(id)"])
        #expect(
            try found([(during, "customers", "email", text)]) == ["60 blame \(id)", "60 customer-safe \(id)"])
    }

    @Test func `teams are no people`() throws {
        let text = "Platform Engineering is on it, and so is Datadog. Next update in 15 minutes."
        #expect(
            try found([(during, "customers", "email", text)]) {
                $0.responders[0].name = "Platform Engineering"
            } == [])
    }

    @Test func `one message carries the workaround, or the last one before the resolution is named`() throws {
        let known = { (incident: inout Incident) in incident.impact.workaround = Stage.said("Pay by bank transfer") }
        let without = "Card payments fail. Next update in 15 minutes."
        let last = "This is the final update. No post-incident report is planned."
        let before = (Stage.day(14, 50), "customers" as String?, "email", without as String?)
        #expect(try found([(during, "customers", "email", without), before], known) == ["60 workaround \(id)"])
        #expect(
            try found([(during, "customers", "email", "Bank transfers work. Next update at 16:00."), before], known)
                == [])
        #expect(try found([(after, "customers", "email", last)], known) == [])
    }

    @Test func `what nobody wrote is not read`() throws {
        #expect(try found([(during, "customers", "email", nil), (during, "customers", "email", "  ")]) == [])
        #expect(try found([]) { $0.communications = Stage.full().communications }.isEmpty)
        let template = Communication(
            instant: nil, channel: "email", audience: "strategic_accounts", template: "sev2", origin: Stage.origin(60))
        #expect(try found([]) { $0.communications = [template] } == [])
    }

    @Test func `an outage is declared by the severity that judges the incident`() throws {
        let text = "An outage. Next update in 15 minutes."
        #expect(try found([(during, "customers", "email", text)]) == ["60 outage \(id)"])
        #expect(
            try found([(during, "customers", "email", text)]) { $0.severity = Sourced(.sev1, Stage.origin(4)) } == [])
    }
}
