import Diagnostics
import Foundation
import IncidentModel
import Testing

@testable import Compliance

/// The rules that decide what a page brings up: read from the file, and changed by it.
struct ReviewRuleTests {
    /// The standard policy after one change of its text.
    private func policy(_ old: String, _ new: String) throws -> Policy {
        let range = try #require(StandardPolicy.text.range(of: old))
        return try StandardPolicy.read(StandardPolicy.text.replacingCharacters(in: range, with: new))
    }

    @Test func `The thresholds of lessons are read`() throws {
        let lessons = try StandardPolicy.read().lessons
        #expect(lessons.deploymentWithin == .seconds(24 * 3600))
        #expect(lessons.unnoticedFrom == .seconds(300))
        #expect(lessons.silenceBeyond == .seconds(3600))
        #expect(lessons.night == .init(from: 22, to: 6))
        #expect(
            try policy("deploymentWithin: 24 h", "deploymentWithin: 2 d").lessons.deploymentWithin.wholeSeconds
                == 172_800)
    }

    @Test(arguments: [
        (22, 6, [22, 23, 0, 5], [6, 12, 21]), (0, 5, [0, 4], [5, 23]), (20, 0, [20, 23], [0, 19]),
    ])
    func `A night may pass midnight, and ends before its last hour`(from: Int, to: Int, inside: [Int], outside: [Int]) {
        let night = Policy.Night(from: from, to: to)
        #expect(inside.allSatisfy { night.contains(hour: $0) })
        #expect(!outside.contains { night.contains(hour: $0) })
    }

    @Test(
        arguments: [
            ("monitoring", .machines), ("Datadog monitor #4", .machines), ("customer", .people),
            ("support_ticket", .people), ("customer, then monitoring", .people), ("customerio", nil), ("", nil),
            ("premonitoring", nil),
        ] as [(String, NoticeWords.Noticer?)])
    func `Who noticed is read from whole words, and people count first`(source: String, noticer: NoticeWords.Noticer?)
        throws
    {
        #expect(try StandardPolicy.read().lessons.noticedBy.noticer(in: source) == noticer)
    }

    @Test func `Words of the file tell people from machines, several of them as a phrase`() throws {
        let words = try policy("machines: [monitoring,", "machines: [Nagios-2, phone home,").lessons.noticedBy
        #expect(words.noticer(in: "nagios 2") == .machines)
        #expect(words.noticer(in: "nagios") == nil)
        #expect(words.noticer(in: "phone  home") == .people)
        #expect(words.noticer(in: "monitoring") == nil)
    }

    @Test(
        arguments: [
            ("email", "affected_customers", true), ("Email_and_Slack", "Customers", true), ("email", nil, true),
            ("email", "strategic_accounts", false), ("status_page", "customers", false), ("", nil, false),
        ] as [(String, String?, Bool)])
    func `A mail to all affected is told by channel and audience`(channel: String, audience: String?, counts: Bool)
        throws
    {
        let message = Communication(instant: nil, channel: channel, audience: audience, origin: .test)
        #expect(try StandardPolicy.read().counts(message, as: "resolution-email") == counts)
        #expect(try !policy("channels: [email]", "channels: [fax]").counts(message, as: "resolution-email"))
        let posts = try policy("channels: [email]", "channels: [email, Page]")
        #expect(posts.counts(message, as: "resolution-email") == (counts || channel == "status_page"))
    }

    @Test(
        arguments: [
            (0, 0.2, 0), (1, 0.2, 1), (5, 0.2, 1), (6, 0.2, 2), (10, 0.2, 2), (35, 0.2, 7), (100, 0.07, 7),
            (101, 0.07, 8), (10, 0.3, 3), (3, 0.5, 2),
        ])
    func `Places of high usage are rounded up`(accounts: Int, share: Double, places: Int) throws {
        var rule = try StandardPolicy.read().customerPriority
        rule.highUsageShare = share
        #expect(rule.highUsagePlaces(among: accounts) == places)
    }

    @Test func `Segments are compared as a whole, without regard to case`() throws {
        let rule = try policy("[enterprise]", "[Key Account, enterprise]").customerPriority
        #expect(rule.isEnterprise(segment: "ENTERPRISE"))
        #expect(rule.isEnterprise(segment: "key account"))
        #expect(!rule.isEnterprise(segment: "key"))
    }
}
