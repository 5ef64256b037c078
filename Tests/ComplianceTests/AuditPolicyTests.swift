import Diagnostics
import Foundation
import IncidentModel
import Testing

@testable import Compliance

/// The texts of an audit besides the policy: the map of controls, and the times for notifications.
struct AuditPolicyTests {
    static func text(_ name: String) throws -> String {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Templates/policies/\(name)")
        return try String(contentsOf: file, encoding: .utf8)
    }

    @Test func `The built-in map of controls has no fault, and names clocks that the standard policy has`() throws {
        let outcome = ControlFile.read(try Self.text("controls.yaml"), source: SourceID(0))
        #expect(outcome.diagnostics == [])
        let map = try #require(outcome.value)
        #expect(
            map.frameworks.flatMap { $0.controls.map(\.id) } == [
                "CC7.3", "CC7.4", "CC7.5", "A.5.24", "A.5.25", "A.5.26", "A.5.27", "A.5.28", "8.6.1", "8.6.2", "8.6.3",
            ])
        let clocks = Set(try StandardPolicy.read().clocks.map(\.id))
        for proof in map.frameworks.flatMap(\.controls).flatMap(\.evidence) {
            if case .clock(let id) = proof { #expect(clocks.contains(id), "\(id)") }
        }
        #expect(map.frameworks.flatMap(\.controls).allSatisfy { !$0.evidence.isEmpty })
    }

    @Test(arguments: [
        ("figure id-gaps", "figure id-gasp", "controls-unknown-proof", "did you mean `figure id-gaps`?"),
        ("duty prevention-actions", "duty", "controls-unknown-proof", nil),
        ("name: standard", "nam: standard", "policy-unknown-key", "did you mean `name`?"),
    ])
    func `A mistyped word in the map of controls is an error`(
        old: String, new: String, code: String, help: String?
    ) throws {
        let text = try Self.text("controls.yaml").replacing(old, with: new, maxReplacements: 1)
        let outcome = ControlFile.read(text, source: SourceID(0))
        #expect(outcome.value == nil)
        let first = try #require(outcome.diagnostics.first { $0.code.id == code })
        if let help { #expect(first.help == help) }
        #expect((first.origin?.line ?? 0) > 1)
    }

    // MARK: Notifications

    private static func regime(_ id: String) throws -> NotificationRegime {
        let outcome = NotificationFile.read(try text("notifications.yaml"), source: SourceID(0))
        #expect(outcome.diagnostics == [])
        return try #require(outcome.value?.first { $0.id == id })
    }

    private static func moment(_ text: String) throws -> Instant {
        guard case .instant(let instant) = Timestamp(text) else { throw NoMoment() }
        return instant
    }

    private struct NoMoment: Error {}

    private static func incident(
        _ entries: [(at: String, text: String)] = [], triaged: String? = "2026-01-30T12:00:00Z"
    ) throws -> Incident {
        let origin = Origin(source: SourceID(0), line: 3, column: 1)
        var incident = Incident(id: "INC-1", system: "coordinator", origin: origin)
        incident.severity = Sourced(.sev1, origin)
        var marks = [MilestoneMark(.detected, try moment("2026-01-30T10:00:00Z"), origin: origin)]
        if let triaged { marks.append(MilestoneMark(.triaged, try moment(triaged), origin: origin)) }
        incident.milestones = Milestones(marks)
        incident.timeline = try entries.map {
            TimelineEntry(instant: try moment($0.at), text: $0.text, actor: nil, system: "coordinator", origin: origin)
        }
        return incident
    }

    private static func dues(
        _ regime: String, _ incident: Incident, asOf: String = "2026-06-01T00:00:00Z"
    ) throws -> [NoticeDue] {
        try self.regime(regime).dues(for: KnownIncident(incident, asOf: try moment(asOf)), in: .utc)
    }

    @Test func `GDPR: 72 hours after becoming aware`() throws {
        let dues = try Self.dues("gdpr", Self.incident())
        #expect(dues.map { $0.due?.rfc3339 } == ["2026-02-02T10:00:00Z"])
        #expect(dues[0].state == .unproven)
        let told = [(at: "2026-02-02T10:00:00Z", text: "Notified the supervisory authority")]
        #expect(try Self.dues("gdpr", Self.incident(told))[0].state == .inTime)
        let late = [(at: "2026-02-02T10:00:01Z", text: "Notified the supervisory authority")]
        #expect(try Self.dues("gdpr", Self.incident(late))[0].state == .late(by: .seconds(1)))
        #expect(try Self.dues("gdpr", Self.incident(), asOf: "2026-02-02T10:00:00Z")[0].state == .open)
    }

    @Test func `NIS 2: 24 hours, 72 hours, and a month after the notification`() throws {
        let dues = try Self.dues("nis2", Self.incident())
        #expect(
            dues.map { $0.due?.rfc3339 } == ["2026-01-31T10:00:00Z", "2026-02-02T10:00:00Z", "2026-03-02T10:00:00Z"])
        #expect(dues.map(\.countsFromDue) == [false, false, true])
        let told = try Self.dues("nis2", Self.incident([(at: "2026-01-31T08:00:00Z", text: "NIS2 notification sent")]))
        // The same day of the next month does not exist: its last day.
        #expect(told[2].due?.rfc3339 == "2026-02-28T08:00:00Z")
        #expect(!told[2].countsFromDue)
    }

    @Test func `DORA: four hours after the classification, and 24 hours after becoming aware at the latest`() throws {
        let early = try Self.dues("dora", Self.incident())
        #expect(early[0].due?.rfc3339 == "2026-01-30T16:00:00Z")
        #expect(early[1].due?.rfc3339 == "2026-02-02T16:00:00Z")
        #expect(early[2].due?.rfc3339 == "2026-03-02T16:00:00Z")
        let late = try Self.dues("dora", Self.incident(triaged: "2026-01-31T09:00:00Z"))
        #expect(late[0].due?.rfc3339 == "2026-01-31T10:00:00Z")
        let never = try Self.dues("dora", Self.incident(triaged: nil))
        #expect(never[0].due?.rfc3339 == "2026-01-31T10:00:00Z")
    }

    @Test func `DORA: what is classified only after 24 hours has four hours from then`() throws {
        let late = try Self.dues("dora", Self.incident(triaged: "2026-01-31T10:00:01Z"))
        #expect(late[0].due?.rfc3339 == "2026-01-31T14:00:01Z")
        let onTheLimit = try Self.dues("dora", Self.incident(triaged: "2026-01-31T10:00:00Z"))
        #expect(onTheLimit[0].due?.rfc3339 == "2026-01-31T10:00:00Z")
    }

    @Test func `DORA: the final report counts from the latest intermediate report before it`() throws {
        let sent = [
            (at: "2026-02-01T10:00:00Z", text: "DORA intermediate report"),
            (at: "2026-02-05T10:00:00Z", text: "Intermediate report updated"),
            (at: "2026-03-10T10:00:00Z", text: "DORA intermediate report, corrected"),
        ]
        let open = try Self.dues("dora", Self.incident(sent))
        #expect(open[1].sent?.instant?.rfc3339 == "2026-02-01T10:00:00Z")
        #expect(open[2].due?.rfc3339 == "2026-04-10T10:00:00Z")
        let final = [(at: "2026-03-05T10:00:01Z", text: "DORA final report")]
        let late = try Self.dues("dora", Self.incident(sent + final))
        #expect(late[2].due?.rfc3339 == "2026-03-05T10:00:00Z")
        #expect(late[2].state == .late(by: .seconds(1)))
    }

    @Test func `NIS 2: of an incident that outlasts it, the final report is due a month after its end`() throws {
        var incident = try Self.incident([(at: "2026-02-01T08:00:00Z", text: "NIS2 notification sent")])
        let resolved = try Self.moment("2026-03-20T09:00:00Z")
        incident.milestones = Milestones(
            [MilestoneMark(.resolved, resolved, origin: incident.origin)]
                + Milestone.allCases.compactMap { incident.milestones[$0] })
        #expect(try Self.dues("nis2", incident)[2].due?.rfc3339 == "2026-04-20T09:00:00Z")
        let before = try Self.dues("nis2", incident, asOf: "2026-03-10T00:00:00Z")
        #expect(before[2].due?.rfc3339 == "2026-03-01T08:00:00Z")
    }

    @Test func `A law is about incidents of its severities, and those with a risk of data loss`() throws {
        let gdpr = try Self.regime("gdpr")
        var incident = try Self.incident()
        #expect(gdpr.lists(incident))
        incident.severity = Sourced(.sev4, incident.origin)
        #expect(!gdpr.lists(incident))
        incident.impact.isDataLossPossible = Sourced(true, incident.origin)
        #expect(gdpr.lists(incident))
    }

    @Test(arguments: [
        ("limits: { aware: 72 h }", "limits: { awake: 72 h }", "policy-unknown-key"),
        ("limits: { aware: 72 h }", "limits: { aware: 72 }", "policy-bad-duration"),
        ("limits: { aware: 72 h }", "limits: { final: 72 h }", "policy-unknown-key"),
        ("limits: { latest intermediate: 1 month }", "limits: { latest final: 1 month }", "policy-unknown-key"),
        ("later: { classified: 4 h }", "later: { classified: 4 hh }", "policy-bad-duration"),
        ("aware: detected", "aware: detecte", "notifications-unknown-word"),
    ])
    func `A mistyped word in the times is an error`(old: String, new: String, code: String) throws {
        let text = try Self.text("notifications.yaml").replacing(old, with: new, maxReplacements: 1)
        let outcome = NotificationFile.read(text, source: SourceID(0))
        #expect(outcome.value == nil)
        #expect(outcome.diagnostics.map(\.code.id) == [code])
    }
}
