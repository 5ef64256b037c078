import IncidentModel
import Testing

@testable import Compliance

struct DataQualityTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var title: String
        var incident: Incident
        var codes: [String]
        var testDescription: String { title }

        init(_ title: String, _ incident: Incident, _ codes: [String]) {
            (self.title, self.incident, self.codes) = (title, incident, codes)
        }
    }

    static let whole: KeyValuePairs<Milestone, Int> = [.detected: 0, .triaged: 60, .communicated: 90, .resolved: 900]

    @Test(arguments: [
        Case("nothing to say", .example(whole), []),
        Case("just detected", .example(status: "new", [.detected: 0]), []),
        Case(
            "a resolution without the rest", .example([.detected: 0, .resolved: 9]),
            ["missing-triaged", "missing-communicated"]),
        Case("no detection", .example([:]), ["missing-detected"]),
        Case(
            "resolved before detected", .example([.detected: 10, .triaged: 11, .communicated: 12, .resolved: 9]),
            ["out-of-order"]),
        Case(
            "told before triaged", .example([.detected: 0, .triaged: 60, .communicated: 59, .resolved: 90]),
            ["out-of-order"]),
        Case(
            "mitigated before anybody was told",
            .example([.detected: 0, .triaged: 10, .communicated: 60, .mitigated: 50, .resolved: 90]), []),
        Case("no severity", .example("INC-1", nil, whole), ["severity-unknown"]),
        Case(
            "closed by its word only", .example(status: "closed", [.detected: 0, .triaged: 1, .communicated: 2]),
            ["missing-resolved", "status-contradicts"]),
        Case("resolved, and active by its word", .example(status: "In Progress", whole), ["status-contradicts"]),
        Case("resolved, and an unknown word", .example(status: "quux", whole), []),
        Case("a stamp in the future", .example([.detected: 0, .triaged: 60, .communicated: 5001]), ["future-stamp"]),
    ])
    func `Every flaw has its code`(row: Case) throws {
        let policy = try StandardPolicy.read()
        let assessed = Assessor(policy: policy, asOf: .monday(5000)).assess(row.incident)
        let findings = DataQuality.findings(for: [assessed], asOf: .monday(5000), policy: policy)
        #expect(findings.map(\.code) == row.codes)
        #expect(findings.allSatisfy { $0.incidents == ["INC-1"] && $0.count == 1 })
    }

    @Test func `A milestone that no clock of the severity needs is not missed`() throws {
        let text = StandardPolicy.text.replacing("      sev4: 8 h\n", with: "")
        let policy = try StandardPolicy.read(text)
        let assessed = Assessor(policy: policy, asOf: .monday(5000))
            .assess(.example("INC-1", .sev4, [.detected: 0, .triaged: 5, .resolved: 9]))
        #expect(DataQuality.findings(for: [assessed], asOf: .monday(5000), policy: policy).isEmpty)
    }

    @Test func `Incidents stand by id, findings in a fixed order`() throws {
        let policy = try StandardPolicy.read()
        let assessor = Assessor(policy: policy, asOf: .monday(5000))
        let assessed = [
            assessor.assess(.example("B", nil, [.detected: 5, .resolved: 1])),
            assessor.assess(.example("A", nil, [.detected: 0, .triaged: 0, .communicated: 0])),
        ]
        let findings = DataQuality.findings(for: assessed, asOf: .monday(5000), policy: policy)
        #expect(
            findings.map(\.code) == ["out-of-order", "missing-triaged", "missing-communicated", "severity-unknown"])
        #expect(findings.last?.incidents == ["A", "B"])
    }

    @Test func `A period's findings are about the incidents that touch it`() throws {
        let report = try PeriodReportTests.report([
            .example("EARLIER", nil, [.detected: -900, .resolved: -800]), .example("PLACELESS", nil, [:]),
            .example("HERE", nil, [.detected: 0, .resolved: 9]), .example("LATER", nil, [.detected: 604_801]),
        ])
        #expect(report.dataQuality.last?.code == "severity-unknown")
        #expect(report.dataQuality.last?.incidents == ["HERE", "PLACELESS"])
    }

    @Test(arguments: Milestone.allCases, Milestone.allCases)
    func `What is out of order is never taken for steady`(first: Milestone, second: Milestone) {
        let milestones = Incident.example([first: 0, second: 60]).milestones
        let moments = Moments(milestones, asOf: .monday(1000))
        #expect(milestones.outOfOrder.isEmpty || !moments.isSteady)
    }

    @Test func `Places of codes are those of the list, and name every milestone's code`() {
        #expect(DataQuality.Code.all.map(\.place) == Array(DataQuality.Code.all.indices))
    }

    @Test func `Names of codes are unique, in their order`() {
        #expect(Set(DataQuality.Code.all.map(\.name)).count == DataQuality.Code.all.count)
    }
}
