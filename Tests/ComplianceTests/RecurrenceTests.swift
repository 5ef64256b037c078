import Diagnostics
import IncidentModel
import Testing

@testable import Compliance

struct RecurrenceTests {
    private static let day = 86_400

    private func incident(
        _ id: String, day: Int, service: String? = "api-gateway", title: String? = nil, cause: String? = nil,
        code: String? = nil
    ) -> Incident {
        .told(.sev2, [.detected: day * Self.day], id: id) { incident in
            incident.service = service.map { .said($0) }
            incident.title = title.map { .said($0) }
            incident.rootCause = cause.map { .said($0) }
            incident.causeCode = code.map { .said($0) }
        }
    }

    private func find(_ incidents: [Incident]) throws -> Recurrence {
        .find(in: incidents, by: try StandardPolicy.shared.get().conduct.recurrence)
    }

    private func earlier(_ answer: Recurrence.Answer?) -> [String] {
        if case .recurs(let earlier, _, _) = answer { earlier.map(\.id) } else { [] }
    }

    @Test func `The same cause on the same service within the window recurs`() throws {
        let first = incident("A", day: 0, cause: "Expired TLS certificate")
        let second = incident("B", day: 180, service: "API Gateway", cause: "expired tls-certificate.")
        let found = try find([second, first])
        #expect(found.answer(for: first) == .noneFound(among: 0))
        #expect(
            found.answer(for: second)
                == .recurs(
                    [
                        .init(
                            id: "A", system: "coordinator", detected: .monday(), origin: .test,
                            rule: .sameCause("expired tls certificate"))
                    ], sameCause: 1, titleAlike: 0))
    }

    @Test(arguments: [(180 * 86_400, true), (180 * 86_400 + 1, false), (1, true), (0, false)])
    func `The window is counted from detection to detection, and ends with its last second`(
        seconds: Int, recurs: Bool
    ) throws {
        let first = incident("A", day: 0, cause: "Full disk")
        var second = incident("B", day: 0, cause: "Full disk")
        second.milestones[.detected] = MilestoneMark(.detected, .monday(seconds), origin: .test)
        #expect(earlier(try find([first, second]).answer(for: second)) == (recurs ? ["A"] : []))
    }

    @Test func `Another service, another cause, or none at all does not recur`() throws {
        let first = incident("A", day: 0, cause: "Full disk")
        let others = [
            incident("B", day: 1, service: "billing", cause: "Full disk"), incident("C", day: 2, cause: "Bad deploy"),
            incident("D", day: 3, cause: "unknown"), incident("E", day: 4, cause: "Under investigation."),
            incident("F", day: 5, cause: "UNKNOWN"), incident("G", day: 6, cause: "n/a"),
        ]
        let found = try find([first] + others)
        for other in others { #expect(earlier(found.answer(for: other)) == [], "\(other.id)") }
        #expect(found.answer(for: others[1]) == .noneFound(among: 1))
    }

    @Test func `A cause code goes before the text of the cause`() throws {
        let first = incident("A", day: 0, cause: "One", code: "config-change")
        let second = incident("B", day: 1, cause: "Two", code: "Config Change")
        #expect(earlier(try find([first, second]).answer(for: second)) == ["A"])
    }

    @Test(
        arguments: [
            ("API error rate spike", "Spike in API error rate", true),
            ("API error rate spike", "API error rate drop", true),
            ("API error rate spike", "API error drop", false),
            ("API 429 error spike", "API 503 error spike", true), ("API 429 spike", "API 503 spike", false),
            ("Outage", "Outage", false), ("Login outage", "login OUTAGE!", true),
            ("Ticket 20240215 login outage", "Ticket 20240301 login outage", true),
            ("Störung beim Anmelden", "STÖRUNG beim anmelden", true), ("", "", false), ("–", "–", false),
        ])
    func `Titles are alike by the share of their words`(left: String, right: String, alike: Bool) throws {
        let found = try find([incident("A", day: 0, title: left), incident("B", day: 1, title: right)])
        #expect(earlier(found[1]) == (alike ? ["A"] : []))
    }

    @Test(arguments: [(3, 5, true), (2, 4, false), (4, 6, true), (3, 6, false)])
    func `Exactly the policy's likeness is alike`(shared: Int, either: Int, alike: Bool) throws {
        // The left title has the shared words and half of the others, the right one has the rest.
        let common = (0..<shared).map { "common\($0)x" }
        let own = (0..<(either - shared)).map { "own\($0)x" }
        let left = (common + own.prefix(1)).joined(separator: " ")
        let right = (common + own.dropFirst(1)).joined(separator: " ")
        let found = try find([incident("A", day: 0, title: left), incident("B", day: 1, title: right)])
        #expect(earlier(found[1]) == (alike ? ["A"] : []))
    }

    @Test func `What cannot be placed cannot be told`() throws {
        let nowhere = incident("A", day: 0, service: nil, title: "Login outage")
        var never = incident("B", day: 0, title: "Login outage")
        never.milestones = Milestones()
        let mute = incident("C", day: 0)
        let found = try find([nowhere, never, mute])
        #expect(found.answer(for: nowhere) == .cannotBeTold(["service"]))
        #expect(found.answer(for: never) == .cannotBeTold(["detected"]))
        #expect(found.answer(for: mute) == .cannotBeTold(["title", "cause"]))
        #expect(found.answer(for: incident("D", day: 9)) == nil)
    }

    @Test func `The latest are named, and all with the same cause or title are counted`() throws {
        let many = (0..<20).map { incident("\($0)", day: $0, title: "Login outage", cause: "Full disk") }
        let answer = try find(many.reversed()).answer(for: many[19])
        guard case .recurs(let earlier, let sameCause, let titleAlike) = answer else {
            Issue.record("\(String(describing: answer))")
            return
        }
        #expect(earlier.map(\.id) == ["18", "17", "16", "15", "14"])
        #expect(earlier.allSatisfy { $0.rule == .sameCause("full disk") })
        #expect(sameCause == 19)
        #expect(titleAlike == 19)
    }

    /// Every pair, by the definition itself.
    @Test(arguments: [1, 2, 3, 7])
    func `The index finds what comparing every pair finds, on any number of threads`(width: Int) async throws {
        let words = ["login", "api", "outage", "slow", "billing", "sync", "queue", "error"]
        var seed: UInt64 = 42
        func random(_ bound: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(seed >> 33) % bound
        }
        let incidents = (0..<300).map { number in
            incident(
                "\(number)", day: random(400), service: "s\(random(3))",
                title: (0..<(2 + random(4))).map { _ in words[random(words.count)] }.joined(separator: " "),
                cause: random(4) == 0 ? "cause \(random(20))" : nil)
        }
        var rule = try StandardPolicy.shared.get().conduct.recurrence
        rule.comparedTitles = 1000
        rule.named = 1000
        let found = await Recurrence.find(in: incidents.map { SharedIncident($0) }, by: rule, width: width)
        for late in incidents {
            let expected = incidents.filter { Self.isEarlier($0, than: late, rule) }.map(\.id)
            #expect(Set(earlier(found.answer(for: late))) == Set(expected), "\(late.id)")
        }
        #expect(found.cutComparisons == 0)
    }

    private static func isEarlier(_ early: Incident, than late: Incident, _ rule: Policy.RecurrenceRule) -> Bool {
        guard let before = early.milestones.instant(of: .detected), let now = late.milestones.instant(of: .detected),
            before < now, now.wholeSeconds(since: before) <= rule.window.wholeSeconds,
            early.service?.value == late.service?.value
        else { return false }
        if let cause = early.rootCause?.value, cause == late.rootCause?.value { return true }
        let left = Set(TitleWords.of(early.title?.value ?? "", without: rule.emptyWords))
        let right = Set(TitleWords.of(late.title?.value ?? "", without: rule.emptyWords))
        guard left.count >= 2, right.count >= 2 else { return false }
        return Double(left.intersection(right).count) / Double(left.union(right).count) >= rule.titleLikeness - 1e-9
    }

    /// One service, titles alike, all within the window: the shape in which comparing every pair would be quadratic.
    @Test(arguments: [true, false])
    func `Many incidents of one service are not compared in pairs`(isDistinct: Bool) throws {
        let count = 4000
        let incidents = (0..<count).map { number in
            Incident.told(.sev2, [.detected: number * 60], id: "\(number)") { incident in
                incident.service = .said("api")
                incident.title = .said("login api outage in europe \(isDistinct ? "w\(number)x" : "")")
                incident.rootCause = .said("Full disk")
            }
        }
        let found = try find(incidents)
        #expect(earlier(found[count - 1]) == (1...5).map { "\(count - 1 - $0)" })
        #expect((found.cutComparisons > 0) == isDistinct)
        #expect(found.comparisons <= count * 300)
    }

    /// As a database asks: the incidents of a few days, amid the themes of all. Titles are cut, and many incidents share a
    /// moment, so that both searches have to leave out the same ones.
    @Test(arguments: [1, 2, 5], [true, false])
    func `Some incidents amid a history recur as they do in a search over all`(limit: Int, isReversed: Bool)
        async throws
    {
        let words = ["login", "api", "outage", "slow", "sync", "queue"]
        var seed: UInt64 = 7
        func random(_ bound: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(seed >> 33) % bound
        }
        var incidents = (0..<600).map { number in
            incident(
                "\(number)", day: random(300), service: random(20) == 0 ? nil : "s\(random(2))",
                title: (0..<random(5)).map { _ in words[random(words.count)] }.joined(separator: " "),
                cause: random(6) == 0 ? "cause \(random(40))" : nil)
        }
        if isReversed { incidents.reverse() }
        var rule = try StandardPolicy.shared.get().conduct.recurrence
        rule.comparedTitles = limit
        rule.window = .seconds(30 * Self.day)
        let all = Recurrence.find(in: incidents, by: rule)
        #expect(all.cutComparisons > 0)
        func detected(_ incident: Incident) -> Instant { incident.milestones.instant(of: .detected) ?? .monday() }
        let asked = incidents.filter {
            detected($0) >= .monday(200 * Self.day) && detected($0) < .monday(210 * Self.day)
        }
        let history = IncidentHistory(
            happened: incidents.enumerated().filter {
                detected($0.element) >= .monday(170 * Self.day) && detected($0.element) < .monday(210 * Self.day)
            }.map { (Int64($0.offset), detected($0.element)) },
            themes: incidents.enumerated().map { (Int64($0.offset), IncidentTheme($0.element)) })
        let found = await Recurrence.find(
            of: asked.map { SharedIncident($0) }, amid: history, by: rule, width: 2)
        var kinds: Set<String> = []
        for incident in asked {
            switch (all.answer(for: incident), found.answer(for: incident)) {
            case (.recurs(_, let cause, let title)?, .recurs(let named, let sameCause, let titleAlike)?):
                #expect(named.isEmpty && sameCause == cause && titleAlike == title, "\(incident.id)")
                kinds.insert("recurs")
            case (let expected, let answer):
                #expect(answer == expected, "\(incident.id)")
                kinds.insert("else")
            }
        }
        #expect(kinds.count == 2)
    }
}
