import Compliance
import Diagnostics
import Foundation
import IncidentModel
import Testing

@testable import Reporting

/// The gaps of a timeline, what happened before, and the ids of action items.
struct PostMortemGapTests {
    private func page(_ incident: Incident, among others: [Incident] = []) throws -> String {
        var room = try Stage.newsroom()
        let all = try (others + [incident]).map { try Stage.assess($0) }
        room.precedents = Precedents(
            Recurrence.find(in: all.map(\.incident), by: try Stage.policy().conduct.recurrence), among: all)
        return try #require(room.postMortem(try Stage.assess(incident), formats: [.md]).first).contents
    }

    private func told(_ minutes: [(Int, Int)]) -> Incident {
        var incident = Stage.full()
        incident.communications = minutes.map { hour, minute in
            Communication(
                instant: Stage.day(hour, minute), channel: "status page", audience: "public", body: "News.",
                origin: Stage.origin(UInt32(200 + hour * 60 + minute)))
        }
        return incident
    }

    @Test("A silence that is longer than the cadence stands in the timeline, the longest marked")
    func silence() throws {
        let page = try page(told([(14, 35), (15, 20), (15, 40), (17, 40), (18, 5), (18, 33)]))
        #expect(page.contains("| to 15:20:00 | ⏸ **No update** for 45 min; one was promised every 30 min | – | – |"))
        #expect(
            page.contains(
                "| to 17:40:00 | ⏸ **No update** for 2 h, the longest silence; one was promised every 30 min | – | – |")
        )
        #expect(page.components(separatedBy: "**No update**").count == 3)
        let lines = page.split(separator: "\n")
        let place = try #require(lines.firstIndex { $0.contains("**No update** for 2 h") })
        #expect(lines[place - 1].hasPrefix("| 15:40:00 |"))
    }

    @Test("Where the export keeps no log of messages, there is no silence to see")
    func unproven() throws {
        var incident = told([(14, 35)])
        incident.communications[0].isLatestOnly = true
        #expect(!(try page(incident).contains("**No update**")))
    }

    @Test("The longest stretch of which no system tells is marked, where it is long")
    func stillness() throws {
        let page = try page(told([(14, 35), (18, 30)]))
        #expect(page.contains("⏸ **Nothing on record** for 3 h 50 min: the longest stretch of which no system tells"))
        var brief = told([(14, 35)])
        brief.milestones[.resolved] = Stage.mark(.resolved, Stage.day(15, 10))
        #expect(!(try self.page(brief).contains("**Nothing on record**")))
    }

    @Test("Earlier incidents are named with the rule, how far back, and what they left to do")
    func before() throws {
        var earlier = Stage.full("INC-2024-0203-007")
        earlier.milestones = Milestones([
            Stage.mark(.detected, Stage.moment(2024, 2, 3, 9, 0)),
            Stage.mark(.resolved, Stage.moment(2024, 2, 3, 10, 0)),
        ])
        earlier.actions = Array(earlier.actions.prefix(1))
        let page = try page(Stage.full(), among: [earlier])
        #expect(page.contains("Yes, on the same service within 180 days: 1 earlier incident with the same cause"))
        #expect(
            page.contains(
                "| INC-2024-0203-007 | API Rate Limiting Affecting Batch Operations | 2024-02-03 09:00 UTC | 12 days before | same service and cause:"
            ))
        #expect(
            page.contains(
                "- Still open since INC-2024-0203-007: Monitor error rates for 15 minutes (Platform Engineering;"))
        #expect(page.contains("- “INC-2024-0203-007” on the same service was like it (2024-02-03)."))
        #expect(
            try self.page(Stage.full()).contains(
                "No other incident of the service is on record within 180 days before."))
    }

    @Test("An action keeps its id wherever it stands, and two of the same words have two")
    func ids() throws {
        func ids(_ incident: Incident) throws -> [String] {
            PostMortem(edition: try Stage.edition(), assessed: try Stage.assess(incident)).listedActions.map(\.id)
        }
        var incident = Stage.full()
        let before = try ids(incident)
        incident.actions.swapAt(0, 2)
        incident.actions.append(incident.actions[1])
        let after = try ids(incident)
        #expect(Array(after.prefix(3)) == [before[2], before[1], before[0]])
        #expect(after[3] == before[1] + "-2")
        #expect(after.last == before.last)
        #expect(Set(after).count == after.count)
    }

    @Test("A ticket that was there before the alert is asked about")
    func people() throws {
        var incident = Stage.full()
        func claim(_ system: String, _ kind: SystemKind, _ minute: Int) -> Claim {
            let mark = Stage.mark(.detected, Stage.day(14, minute))
            let record = IncidentRecord(system: system, kind: kind, id: "R", origin: Stage.origin(1))
            return Claim(
                subject: .milestone(.detected), words: mark.instant.rfc3339, mark: mark, record: record,
                origin: Stage.origin(1), isBelieved: false)
        }
        incident.claims = [claim("zendesk", .ticketing, 17), claim("pagerduty", .paging, 23)]
        #expect(try page(incident).contains("zendesk has it 6 min before pagerduty: the alert came after the people."))
        incident.claims = [claim("zendesk", .ticketing, 29), claim("pagerduty", .paging, 23)]
        #expect(!(try page(incident).contains("the alert came after the people")))
    }
}
