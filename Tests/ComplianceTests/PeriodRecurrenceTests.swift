import Diagnostics
import IncidentModel
import Testing

@testable import Compliance

struct PeriodRecurrenceTests {
    private static let week = 604_800

    private func incident(
        _ id: String, week: Int, service: String? = "search", cause: String? = "full disk", severity: Severity? = .sev3
    ) -> Incident {
        let start = week * Self.week + 3600 + (Int(id.filter(\.isNumber)) ?? 0)
        return .told(severity, [.detected: start, .resolved: start + 60], id: id) { incident in
            incident.service = service.map { .said($0) }
            incident.rootCause = cause.map { .said($0) }
        }
    }

    private func report(_ incidents: [Incident], previous: Period? = .weekBefore) throws -> PeriodReport {
        let policy = try StandardPolicy.read()
        let asOf = Instant.monday(Self.week + 3600)
        return PeriodReportBuilder.make(
            from: incidents.map(Assessor(policy: policy, asOf: asOf).assess), period: .week, cohort: .resolved,
            asOf: asOf, policy: policy, previous: previous,
            recurrence: Recurrence.find(in: incidents, by: policy.conduct.recurrence))
    }

    @Test func `Incidents that had happened before are counted among those of which it can be told`() throws {
        let figures = try #require(
            try report([
                incident("A1", week: -3), incident("B1", week: -1), incident("B2", week: -1, cause: "cold start"),
                incident("B3", week: -1, service: nil), incident("C1", week: 0), incident("C2", week: 0),
                incident("C3", week: 0, service: "login"), incident("C4", week: 0, cause: "unknown"),
                incident("C5", week: 0, severity: nil), incident("C6", week: 0, service: "login"),
            ]).recurrence)
        // C5 has no severity, and is in no row of the report.
        #expect(figures.now == .init(cohort: 5, recurring: 3, told: 4))
        #expect(figures.before == .init(cohort: 3, recurring: 1, told: 2))
        #expect(
            figures.services == [
                .init(name: "search", told: 2, recurring: ["C1", "C2"]),
                .init(name: "login", told: 2, recurring: ["C6"]),
            ])
        #expect(figures.now.share?.value == 0.75)
        // R 4.2: fisher.test(matrix(c(3, 1, 1, 1), 2))$p.value is 1.
        #expect(abs((figures.p ?? 0) - 1) < 1e-9)
        #expect(figures.visible == VisibleChange(atMost: nil, atLeast: nil))
    }

    @Test func `Without a period before there is no test, and without an answer no figure`() throws {
        let alone = try #require(try report([incident("C1", week: 0)], previous: nil).recurrence)
        #expect(alone.before == nil && alone.p == nil && alone.visible == nil)
        let untold = try #require(try report([incident("C1", week: 0, cause: nil)]).recurrence)
        #expect(untold.now == .init(cohort: 1, recurring: 0, told: 0))
        #expect(untold.now.share == nil && untold.p == nil)
        #expect(try PeriodReportTests.report([incident("C1", week: 0)]).recurrence == nil)
    }

    @Test func `Many of one kind after few are a change`() throws {
        let before = (0..<12).map { incident("B\($0)", week: -1, cause: "cause \($0)") }
        let now = (0..<12).map { incident("C\($0)", week: 0, cause: "cause \($0)") }
        let figures = try #require(try report(before + now).recurrence)
        #expect(figures.before == .init(cohort: 12, recurring: 0, told: 12))
        #expect(figures.now == .init(cohort: 12, recurring: 12, told: 12))
        // 2 / choose(24, 12).
        #expect(abs((figures.p ?? 1) / (2.0 / 2_704_156) - 1) < 1e-6)
        #expect(figures.services.first?.recurring.count == 12)
    }
}
