import BuiltInTemplates
import Diagnostics
import Testing
import Typesetting

@testable import Reporting

/// The rules with the words of the standard policy.
@Suite struct WritingRuleTests {
    static let desk = (try? Stage.policy()).map(WritingDesk.init)
    static let rules = desk?.rules.rules ?? []
    static let broken = rules.flatMap { rule in rule.examples.broken.map { (rule.code.id, $0) } }
    static let kept = rules.flatMap { rule in rule.examples.kept.map { (rule.code.id, $0) } }

    private func rule(_ id: String) throws -> any WritingRule { try #require(Self.rules.first { $0.code.id == id }) }

    @Test func `every rule has three examples of each kind, a summary and readers`() {
        #expect(Self.rules.count == 8)
        #expect(Set(Self.rules.map(\.code)).count == Self.rules.count)
        for rule in Self.rules {
            #expect(rule.examples.broken.count >= 3, "\(rule.code.id)")
            #expect(rule.examples.kept.count >= 3, "\(rule.code.id)")
            #expect(!rule.audiences.isEmpty)
            #expect(!rule.summary.isEmpty && !rule.summary.hasSuffix("."))
            #expect(rule.code.level == .warning)
        }
    }

    @Test(arguments: broken)
    func `a broken example is found by its rule`(id: String, text: String) throws {
        let rule = try rule(id)
        #expect(!rule.findings(in: rule.block(ofExample: text)).isEmpty)
    }

    @Test(arguments: kept)
    func `a kept example is found by no rule of its audience`(id: String, text: String) throws {
        let block = try rule(id).block(ofExample: text)
        let desk = try #require(Self.desk)
        #expect(desk.rules.findings(in: block).map(\.message) == [])
    }

    private func found(
        _ text: String, _ audience: Audience = .customers, kind: ProseBlock.Kind = .page,
        _ change: (inout ProseFacts) -> Void = { _ in }
    ) throws -> [String] {
        let desk = try #require(Self.desk)
        var facts = desk.facts(of: nil)
        change(&facts)
        let block = ProseBlock(
            Array(text.utf8), .markdown, audience: audience, kind: kind, facts: facts,
            at: .file(ProseLines(Array(text.utf8), source: SourceID(0))))
        return desk.rules.findings(in: block).map { "\($0.origin?.line ?? 0):\($0.origin?.column ?? 0) \($0.code.id)" }
    }

    @Test(arguments: [
        "10.0.0.5", "10.0.0.5:8080", "203.0.113.255", "fe80::1", "::1", "2001:db8:0:0:0:0:0:1", "fe80::1%eth0",
        "grafana.corp", "db.eu.internal", "https://jira.intranet/x", "db-prod-03", "prod-eu-west-1", "web_stg_07",
        "ip-10-1-2-3.example.com", "db-prod-03.example.com", "someone@example.org", "<someone@example.org>", "$5",
        "€ 5", "5 EUR", "41,000.50 USD", "US$ 12", "ARR", "revenue", "`db-prod-03`", "(db-prod-03),",
        "[x](http://a.lan)",
    ])
    func `what customers must not read is found`(text: String) throws {
        #expect(try found("We see \(text) fail").map { $0.split(separator: " ")[1] } == ["customer-safe"])
    }

    @Test(arguments: [
        "10.0.0", "10.0.0.256", "1.2.3.4.5", "version 1.2.3.4", "v1.2.3.4", "10:15:30", "aa:bb:cc:dd:ee:ff",
        "std::vector",
        "Face::Bad", "a::b", "api-gateway", "eu-central-1", "INC-2026-0120-001", "sev-1", "pre-production", "local",
        "settings.local.json", "e.g.", "@status", "a@b", "support@example.com", "SUPPORT@EXAMPLE.COM", "50%",
        "5 euros of",
        "carry", "the revenue report", "IPv6", "1.5 h", "2026-02-10", "internal", "C:", "...", "::", "--",
    ])
    func `what only looks internal is not found`(text: String) throws {
        #expect(try found("We see \(text) fail") == [])
    }

    @Test func `names are found as they are written`() throws {
        func names(_ text: String) throws -> [String] {
            try found(text) { $0.people = PhraseList(["Will", "Ana Lima"]) }
        }
        #expect(try names("Will is on it; it will work") == ["1:1 customer-safe"])
        #expect(try names("ana  lima is on it") == ["1:1 customer-safe"])
        #expect(try names("Banana Limar") == [])
    }

    @Test func `an outage may be named where it is declared`() throws {
        #expect(try found("An outage.") == ["1:4 outage"])
        #expect(try found("An outage.") { $0.isOutageDeclared = true } == [])
    }

    @Test func `a cause may be named where it is confirmed, a guess never`() throws {
        #expect(try found("The root cause is X, probably.") == ["1:5 speculation", "1:22 speculation"])
        #expect(try found("The root cause is X, probably.") { $0.isCauseConfirmed = true } == ["1:22 speculation"])
    }

    @Test(arguments: [
        ("Next update at 9 am.", true), ("Next update: 14.30 UTC", false), ("Next update: 10.02.2026", true),
        ("Next update within the hour.", true), ("Next update in two hours.", true), ("Next update in 30m.", true),
        ("Next update soon. We started at 14:30.", false), ("At 14:30 UTC we will post an update.", true),
        ("Next update in a couple of hours.", false), ("Next update once resolved.", true),
        ("## Next update\n\nsoon", false), ("## Next update\n\n14:30", true), ("Next update as needed.", false),
        ("`Next update in 15 minutes.`", false),
    ])
    func `a next update has a time`(text: String, isKept: Bool) throws {
        #expect(try found(text, kind: .update).isEmpty == isKept)
        #expect(try found("Nothing.", kind: .update) { $0.namesNextUpdate = true } == [])
    }

    @Test func `customers' rules do not read internal texts, nor the other way`() throws {
        #expect(try found("It is probably the outage of db-prod-03.", .internal) == [])
        #expect(try found("It should have been seen.") == [])
        #expect(try found("Human error.", .internal) == ["1:1 blame"])
    }

    @Test func `places are those of the source, behind everything that is hidden`() throws {
        let text = "---\na: b\n---\n```\nx\n```\nä `failed to` and\nthey failed\n  to look\n"
        #expect(try found(text, .internal) == ["8:6 counterfactual"])
    }

    @Test func `hostile text takes no long time`() throws {
        for piece in ["Next update ", "a.b-", "1:", "5 ", "root cause ", "@", "::", "Ana Lima ", "post-mortem "] {
            let text = String(repeating: piece, count: 2_000)
            let time = try ContinuousClock().measure {
                for kind in [ProseBlock.Kind.update, .resolution] {
                    _ = try found(text, kind: kind) {
                        $0.people = PhraseList(["Ana Lima"])
                        $0.workaround = text
                    }
                }
            }
            #expect(time < .seconds(10), "\(piece) \(time)")
        }
    }

    @Test func `what the project's own templates say keeps the rules`() throws {
        let desk = try #require(Self.desk)
        for (name, text) in BuiltInTemplates.files where name.hasPrefix("documents/") && !name.contains(".html.") {
            let block = ProseBlock(
                Array(text.utf8), .markdown, audience: name.contains("resolution-email") ? .customers : .internal,
                kind: .page, facts: desk.facts(of: nil), at: .field(.whole(SourceID(0))))
            #expect(desk.rules.findings(in: block).map(\.message) == [], "\(name)")
        }
    }
}
