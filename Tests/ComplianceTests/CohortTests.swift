import Diagnostics
import IncidentModel
import Testing

@testable import Compliance

/// What a report says of its cohort besides clocks: phases, groups, and how promises came to be broken.
struct CohortTests {
    private func report(_ incidents: [Incident], cohort: Cohort = .resolved) throws -> PeriodReport {
        try PeriodReportTests.report(incidents, cohort: cohort)
    }

    private func whole(_ id: String, _ marks: [Int], _ severity: Severity = .sev1) -> Incident {
        .example(
            id, severity,
            [
                .detected: marks[0], .triaged: marks[1], .communicated: marks[2], .mitigated: marks[3],
                .resolved: marks[4],
            ])
    }

    /// Two whole incidents: 100 + 200 + 300 + 400 and 0 + 100 + 0 + 900 seconds: 5 %, 15 %, 15 % and 65 % of 2000.
    @Test func `The time of whole incidents is split into shares`() throws {
        let split = try #require(
            try report([
                whole("A", [0, 100, 300, 600, 1000]), whole("B", [0, 0, 100, 100, 1000]),
                whole("C", [0, 200, 100, 300, 400]),
                .example("D", .sev1, [.detected: 0, .triaged: 50, .resolved: 900]),
            ]).phases.first)
        #expect([split.cohort, split.whole, split.incomplete, split.disordered] == [4, 2, 1, 1])
        #expect(split.phases.map(\.seconds) == [100, 300, 300, 1300])
        #expect(split.phases.map(\.share) == [0.05, 0.15, 0.15, 0.65])
        // The median is over everyone that has both ends: 0, 50, 100 and 200 seconds to triage.
        #expect(split.phases[0].spread?.count == 4 && split.phases[0].spread?.median == 75)
        #expect(split.phases[1].spread?.count == 2)
    }

    @Test func `Where no time passed there is no share`() throws {
        let split = try #require(try report([whole("A", [5, 5, 5, 5, 5])]).phases.first)
        #expect(split.whole == 1 && split.phases.allSatisfy { $0.share == nil && $0.seconds == 0 })
        #expect(try report([]).phases.allSatisfy { $0.cohort == 0 && $0.phases.allSatisfy { $0.spread == nil } })
    }

    @Test func `Groups are named by size, the rest is folded, and the unnamed stand apart`() throws {
        var incidents: [Incident] = []
        for service in 0..<14 {
            for number in 0...service {
                var incident = whole("INC-\(service)-\(number)", [0, 100, 300, 600, 1000 + service])
                incident.service = Sourced(" s\(service) ", .test)
                if service == 13 { incident.team = Sourced("Core", .test) }
                incidents.append(incident)
            }
        }
        incidents.append(whole("NONE", [0, 100, 300, 600, 7200], .sev2))
        let groups = try report(incidents).groups
        #expect(groups.map(\.kind) == [.service, .team, .source])
        #expect(groups[0].groups.map(\.name) == (4...13).reversed().map { "s\($0)" })
        #expect(groups[0].groups[0].cohort == 14 && groups[0].groups[0].spread?.median == 1013)
        #expect(groups[0].restCount == 4 && groups[0].rest?.cohort == 10)
        // Times of s0 to s3: 1000, 1001 ×2, 1002 ×3, 1003 ×4.
        #expect(groups[0].rest?.spread?.median == 1002)
        #expect(groups[0].unknown?.severities == [0, 1, 0, 0])
        #expect(groups[1].groups.map(\.name) == ["Core"] && groups[1].unknown?.cohort == 92)
        #expect(groups[2].groups.isEmpty && groups[2].rest == nil && groups[2].unknown?.cohort == 106)
        let all = groups[0].groups + [groups[0].rest, groups[0].unknown].compactMap(\.self)
        let clocks = try report(incidents).severities.flatMap(\.clocks)
        #expect(all.reduce(0) { $0 + $1.met } == clocks.reduce(0) { $0 + ($1.verdicts[.met] ?? 0) })
        #expect(all.reduce(0) { $0 + $1.breached } == clocks.reduce(0) { $0 + ($1.verdicts[.breached] ?? 0) })
    }

    @Test func `Eleven groups all stand alone`() throws {
        let incidents = (0..<11).map { number in
            var incident = whole("INC-\(number)", [0, 1, 2, 3, 4])
            incident.service = Sourced("s\(number)", .test)
            return incident
        }
        let groups = try report(incidents).groups[0]
        #expect(groups.groups.count == 11 && groups.rest == nil && groups.restCount == 0)
    }

    /// Triage is due at 300, the first communication 900 after it, the resolution at 3600.
    @Test func `A breach says which promise ran out first, and where the time went`() throws {
        let breaches = try report([whole("A", [0, 400, 500, 4000, 4100])]).breaches
        #expect(breaches.contains { $0.clock == "resolve" } && breaches.contains { $0.clock == "triage" })
        for breach in breaches {
            #expect(breach.reason?.firstSlip == "triage")
            #expect(breach.reason?.slippedAt == .monday(300))
            #expect(
                breach.reason?.longest == Breach.Stretch(start: .communicated, stop: .mitigated, seconds: 3500))
            #expect(breach.reason?.whole == 4100)
        }
    }

    @Test func `Of an incident with two milestones the whole time is one stretch`() throws {
        let breach = try #require(
            try report([.example("A", .sev1, [.detected: 0, .resolved: 5000])]).breaches.first)
        #expect(breach.reason?.longest == Breach.Stretch(start: .detected, stop: .resolved, seconds: 5000))
        #expect(breach.reason?.firstSlip == "resolve" && breach.reason?.slippedAt == .monday(3600))
    }

    @Test func `A promise that still runs slipped when it was due`() throws {
        let breach = try #require(
            try report([.example("A", .sev1, [.detected: 0])], cohort: .detected).breaches.first {
                $0.clock == "resolve"
            })
        #expect(breach.reason?.slippedAt == .monday(300) && breach.reason?.firstSlip == "triage")
        #expect(breach.reason?.longest == nil)
    }
}
