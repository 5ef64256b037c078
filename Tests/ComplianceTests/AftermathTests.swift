import Diagnostics
import IncidentModel
import Testing

@testable import Compliance

struct AftermathTests {
    private static let day = 86_400

    private func incident(
        _ id: String, day: Int?, service: String? = "api-gateway", title: String? = nil, cause: String? = nil
    ) -> Incident {
        .told(.sev2, day.map { [.detected: $0 * Self.day] } ?? [:], id: id) { incident in
            incident.service = service.map { .said($0) }
            incident.title = title.map { .said($0) }
            incident.rootCause = cause.map { .said($0) }
        }
    }

    private func find(
        after places: Set<Int>, _ incidents: [Incident], by rule: Policy.RecurrenceRule? = nil, asOf day: Int = 10_000
    ) throws -> [Int: Aftermath] {
        let policy = try StandardPolicy.shared.get()
        let assessor = Assessor(policy: policy, asOf: .monday())
        return AftermathSearch.find(
            after: places, in: incidents.map { assessor.assess($0) }, by: rule ?? policy.conduct.recurrence,
            asOf: .monday(day * Self.day))
    }

    private func later(_ aftermath: Aftermath?) -> [Int] {
        guard case .known(let matches)? = aftermath else { return [] }
        let end = Instant.monday(20_000 * Self.day)
        return matches.matches(after: matches.detected, until: end, limit: 1000).first.map(\.place)
    }

    @Test(arguments: [(10_000, 40), (39, 30)])
    func `The exports reach to the latest moment of any incident that has come by now`(asOf: Int, until: Int) throws {
        var reviewed = incident("C", day: 20, service: "billing")
        reviewed.milestones[.reviewed] = MilestoneMark(.reviewed, .monday(50 * Self.day), origin: .test)
        let incidents = [
            incident("A", day: 0, cause: "Full disk"), incident("B", day: 30, service: "search"), reviewed,
            incident("D", day: 40, service: "sso"),
        ]
        guard case .known(let matches)? = try find(after: [0], incidents, asOf: asOf)[0] else {
            Issue.record("nothing was found")
            return
        }
        #expect(matches.toldUntil == .monday(until * Self.day))
    }

    @Test func `What came after is found however long after, by cause or by title`() throws {
        let incidents = [
            incident("A", day: 0, title: "API error rate spike", cause: "Full disk"),
            incident("B", day: 5, service: "API Gateway", cause: "full-disk"),
            incident("C", day: 900, title: "Spike in API error rate", cause: "Bad deploy"),
            incident("D", day: 3, service: "billing", cause: "Full disk"),
            incident("E", day: 0, cause: "Full disk"), incident("F", day: 7, cause: "unknown"),
            incident("G", day: -1, cause: "Full disk"),
        ]
        let found = try find(after: [0, 3], incidents)
        #expect(later(found[0]) == [1, 2])
        #expect(later(found[3]) == [])
        #expect(later(try find(after: [0], incidents, asOf: 5)[0]) == [1])
        #expect(later(try find(after: [0], incidents, asOf: 4)[0]) == [])
    }

    @Test func `An incident that says too little is not asked for in silence`() throws {
        let incidents = [
            incident("A", day: 0, service: nil, cause: "x"), incident("B", day: nil, cause: "x"),
            incident("C", day: 0, title: "Outage", cause: "n/a"), incident("D", day: 0, cause: "x"),
            incident("E", day: 9, title: "Outage"),
        ]
        let found = try find(after: [0, 1, 2, 3], incidents)
        func missing(_ aftermath: Aftermath?) -> [String] {
            if case .cannotBeTold(let missing)? = aftermath { missing } else { [] }
        }
        #expect(missing(found[0]) == ["service"])
        #expect(missing(found[1]) == ["detected"])
        #expect(missing(found[2]) == ["title", "cause"])
        guard case .known(let matches)? = found[3] else {
            Issue.record("D can be told")
            return
        }
        #expect(matches.isSilent(after: .monday(), until: .monday(9 * Self.day)))
        #expect(!matches.isSilent(after: .monday(), until: .monday(9 * Self.day - 1)))
    }

    @Test(arguments: 0..<20) func `It finds just the pairs that recurrence finds within its window`(seed: UInt64) throws
    {
        var numbers = SplitMix64(state: seed)
        func below(_ bound: Int) -> Int { Int(numbers.next() % UInt64(bound)) }
        let pool = ["api", "error", "rate", "disk", "full", "spike", "login", "slow"]
        let incidents = (0..<60).map { number in
            let words = (0...below(4)).map { _ in pool[below(pool.count)] }
            return incident(
                "\(number)", day: below(300), service: ["a", "b", nil][below(3)],
                title: words.joined(separator: " "), cause: ["one", "two", "unknown", nil][below(4)])
        }
        var rule = try StandardPolicy.shared.get().conduct.recurrence
        rule.named = 1000
        rule.comparedTitles = 1000
        let recurrence = Recurrence.find(in: incidents, by: rule)
        var expected: Set<[String]> = []
        for incident in incidents {
            guard case .recurs(let earlier, _, _)? = recurrence.answer(for: incident) else { continue }
            for one in earlier { expected.insert([one.id, incident.id]) }
        }
        var found: Set<[String]> = []
        for (place, aftermath) in try find(after: Set(incidents.indices), incidents, by: rule) {
            guard case .known(let matches) = aftermath else { continue }
            let end = matches.detected.advanced(bySeconds: rule.window.wholeSeconds)
            for later in matches.matches(after: matches.detected, until: end, limit: 1000).first {
                found.insert([incidents[place].id, incidents[later.place].id])
            }
        }
        #expect(found == expected)
        #expect(!expected.isEmpty)
    }

    @Test(arguments: [(7, false, 6), (6, true, 5)]) func `Too many titles are cut, and that is said`(
        free: Int, isCut: Bool, matches: Int
    ) throws {
        var rule = Policy.RecurrenceRule()
        rule.titleLikeness = 0.5
        rule.comparedTitles = 1
        var shelf = AftermathShelf(rule, free: free)
        let titles = [["a", "b"], ["a", "c"], ["b", "c"]]
        for title in titles { _ = shelf.ask(title) }
        shelf.rank()
        // Three comparisons and three matches, then three matches; each incident brings one of its own.
        for place in 0..<2 { shelf.add(Aftermath.Later(detected: .monday(), place: place), titled: ["a", "b", "c"]) }
        #expect(shelf.isCut == isCut)
        #expect(shelf.titleAlike.reduce(0) { $0 + $1.count } == matches)
    }
}
