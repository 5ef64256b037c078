import IncidentModel
import Testing

@testable import Importing

@Suite struct FeedMessagesTests {
    private func moments(_ text: String, newest: String) throws -> [String] {
        guard case .instant(let instant) = try #require(Timestamp(newest)) else { return ["no moment"] }
        return FeedMessages(text, newest: instant).all.map { "\($0.status) \($0.instant?.rfc3339 ?? "–")" }
    }

    @Test func `the newest message takes the entry's stamp, the others their minute`() throws {
        let text = "Jun 29, 16:15 UTC\nResolved - Over.\n\nJun 29, 14:48 UTC\nInvestigating - Looking."
        #expect(
            try moments(text, newest: "2022-06-29T16:15:25Z")
                == ["Resolved 2022-06-29T16:15:25Z", "Investigating 2022-06-29T14:48:00Z"])
    }

    @Test func `a message later in the year than its follower is of the year before`() throws {
        let text = "Jan 1, 00:10 UTC\nResolved - Over.\n\nDec 31, 23:50 UTC\nInvestigating - Looking."
        #expect(
            try moments(text, newest: "2026-01-01T00:10:00Z")
                == ["Resolved 2026-01-01T00:10:00Z", "Investigating 2025-12-31T23:50:00Z"])
    }

    @Test func `a zone is what the newest message shows against the entry's stamp`() throws {
        let text =
            "Jan 1, 05:40 IST\nResolved - Over.\n\nJan 1, 05:00 IST\nUpdate - Soon.\n\nJan 1, 04:00 PST\nUpdate - Odd."
        #expect(
            try moments(text, newest: "2026-01-01T00:10:59Z")
                == ["Resolved 2026-01-01T00:10:59Z", "Update 2025-12-31T23:30:00Z", "Update –"])
    }

    @Test(arguments: [
        "Jun 29, 16:16 UTC\nResolved - Another minute.", "Jun 31, 16:15 UTC\nResolved - No such day.",
        "Feb 29, 16:15 UTC\nResolved - Not in that year.",
    ])
    func `where the newest message does not fit, nothing is dated`(text: String) throws {
        #expect(try moments(text, newest: "2022-06-29T16:15:25Z") == ["Resolved –"])
    }

    @Test func `a message more than half a year before its follower is not dated`() throws {
        let text = "Jun 29, 16:15 UTC\nResolved - Over.\n\nAug 1, 10:00 UTC\nInvestigating - Looking."
        #expect(
            try moments(text, newest: "2022-06-29T16:15:25Z") == ["Resolved 2022-06-29T16:15:25Z", "Investigating –"])
    }

    @Test(arguments: ["", "Hello", "Jun 29, 25:15 UTC\nx", "June 29, 16:15 UTC", "Jun 29, 16:15 utc", "Jun 29 16:15"])
    func `other text holds no message`(text: String) {
        #expect(FeedMessages(text, newest: nil).all.isEmpty)
    }

    @Test func `the words below a heading are the message, dashes and lines included`() {
        let messages = FeedMessages("before\nJun 29, 16:15 UTC\n\nPost-mortem\n- a - b\n\nc\n", newest: nil).all
        #expect(messages.map(\.status) == [""])
        #expect(messages.map(\.body) == ["Post-mortem\n- a - b\n\nc"])
    }
}
