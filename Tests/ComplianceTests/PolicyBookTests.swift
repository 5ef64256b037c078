import Compliance
import Diagnostics
import IncidentModel
import Testing

/// Several policies by date: which one judges, and what another one would change.
struct PolicyBookTests {
    /// Two policies: from Monday on, a triage of sev1 may take a minute only, and there is a clock for the closure.
    private static func book() throws -> PolicyBook {
        let old = StandardPolicy.text.replacing("name: standard", with: "name: old")
        let new = StandardPolicy.text.replacing("name: standard", with: "name: new")
            .replacing("effectiveFrom: 2020-01-01", with: "effectiveFrom: 2026-02-02")
            .replacing(
                "    to: triaged\n", with: "    to: triaged\n"
            ).replacing("      sev1: 5 min", with: "      sev1: 1 min")
            .replacing(
                "  post-mortem:\n",
                with:
                    "  close:\n    title: Resolved to closed\n    from: resolved\n    to: closed\n    limits: {sev1: 1 d}\n\n  post-mortem:\n"
            )
        let policies = [try StandardPolicy.read(new), try StandardPolicy.read(old)]
        return try #require(PolicyBook.make(policies).value)
    }

    @Test func `The policy in force at the detection judges, to the second`() throws {
        let assessor = Assessor(book: try Self.book(), asOf: .monday(5000))
        let before = assessor.assess(.example([.detected: -1, .triaged: 299]))
        let after = assessor.assess(.example([.detected: 0, .triaged: 299]))
        #expect(before.policy == 0 && before.verdict(of: "triage") == .met(300))
        #expect(after.policy == 1 && after.verdict(of: "triage") == .breached(299, by: 239))
        #expect(before.verdict(of: "close") == nil && after.verdict(of: "close") != nil)
        let placeless = assessor.assess(.example([.triaged: -5]))
        #expect(placeless.policy == 0)
        #expect(assessor.assess(.example([:])).policy == 1)
    }

    @Test func `What is older than every policy is judged by the first, and known as such`() throws {
        let book = try Self.book()
        let ancient = Incident.example([.detected: -400_000_000])
        #expect(book.place(for: ancient) == 0)
        #expect(book.isBeforeAll(ancient))
        #expect(!book.isBeforeAll(.example([.detected: 0])))
    }

    @Test func `Two policies of one date are refused, and one that replays judges everything`() throws {
        let policy = try StandardPolicy.read()
        let twice = PolicyBook.make([policy, policy])
        #expect(twice.value == nil)
        #expect(twice.diagnostics.map(\.code.id) == ["policy-same-date"])
        #expect(PolicyBook.make([]).value == nil)
        let book = try Self.book()
        #expect(book.replayed(at: .monday(-1)).policies.map(\.name) == ["old"])
        #expect(book.replayed(at: .monday()).policies.map(\.name) == ["new"])
        #expect(book.replayed(at: .monday(-900_000_000)).policies.map(\.name) == ["old"])
    }

    @Test func `A period judged by two policies shows both limits`() throws {
        let book = try Self.book()
        let assessor = Assessor(book: book, asOf: .monday(50_000))
        let incidents = [
            assessor.assess(.example("A", [.detected: -100, .triaged: 100, .resolved: 900])),
            assessor.assess(.example("B", [.detected: 0, .triaged: 200, .resolved: 900, .closed: 1000])),
        ]
        let report = PeriodReportBuilder.make(
            from: incidents, period: .week, cohort: .resolved, asOf: .monday(50_000), book: book)
        #expect(report.policies == [0, 1])
        let triage = report.severities[0].clocks[0]
        #expect(triage.limit == .seconds(60))
        #expect(triage.limits.map(\.limit) == [.seconds(300), .seconds(60)])
        #expect(triage.verdicts[.met] == 1 && triage.verdicts[.breached] == 1)
        let close = try #require(report.severities[0].clocks.first { $0.clock == "close" })
        #expect(close.verdicts[.met] == 1 && close.verdicts.values.reduce(0, +) == 1)
        #expect(report.severities[1].clocks[0].limits.isEmpty)
        #expect(report.breaches.map(\.incident.id).contains("B"))
    }

    @Test func `A comparison of policies counts both, and names what flips`() throws {
        let book = try Self.book()
        let incidents: [Incident] = [
            .example("B", [.detected: -100, .triaged: 100, .resolved: 900]),
            .example("A", [.detected: -100, .triaged: -50, .resolved: 900]),
            .example("OUT", [.detected: -100, .triaged: 100, .resolved: 700_000]),
        ]
        func judged(_ book: PolicyBook) -> [AssessedIncident] {
            incidents.map { Assessor(book: book, asOf: .monday(800_000)).assess($0) }
        }
        let replayed = book.replayed(at: .monday())
        let comparison = PolicyComparison(
            judged(book), under: book, named: "as judged", judged(replayed), under: replayed, named: "new",
            period: .week, cohort: .resolved, asOf: .monday(800_000))
        let triage = try #require(comparison.rows.first { $0.clock == "triage" })
        #expect(triage.before[.met] == 2 && triage.after[.met] == 1 && triage.after[.breached] == 1)
        let flips = comparison.flips.filter { $0.clock == "triage" }
        #expect(
            flips == [.init(incident: "B", severity: .sev1, clock: "triage", before: .met, after: .breached)])
        #expect(Set(comparison.flips.map(\.incident)) == ["A", "B"])
        let same = PolicyComparison(
            judged(book), under: book, named: "a", judged(book), under: book, named: "b", period: .week,
            cohort: .resolved, asOf: .monday(800_000))
        #expect(same.flips.isEmpty && same.rows.allSatisfy { $0.before == $0.after })
    }
}
