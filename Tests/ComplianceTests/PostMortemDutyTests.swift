import Compliance
import IncidentModel
import Testing

struct PostMortemDutyTests {
    struct Case: Sendable {
        var severity: Severity?
        var asks: Bool?
        var duty: PostMortemDuty
    }

    static let due = Instant.monday(600 + 48 * 3600)

    @Test(arguments: [
        Case(severity: .sev1, asks: nil, duty: .mandatory(due: due)),
        Case(severity: .sev2, asks: false, duty: .mandatory(due: due)),
        Case(severity: .sev3, asks: true, duty: .requested(due: due)),
        Case(severity: .sev3, asks: nil, duty: .notRequired),
        Case(severity: .sev3, asks: false, duty: .notRequired),
        Case(severity: .sev4, asks: true, duty: .notRequired),
        Case(severity: nil, asks: true, duty: .requested(due: due)),
        Case(severity: nil, asks: nil, duty: .notRequired),
    ])
    func `The severity decides, and for some the export's own request`(row: Case) throws {
        let assessor = Assessor(policy: try StandardPolicy.read(), asOf: .monday(1000))
        let incident = Incident.example("INC-1", row.severity, asks: row.asks, [.detected: 0, .resolved: 600])
        #expect(assessor.assess(incident).postMortem == row.duty)
    }

    @Test func `It has no due date before the resolution, and is done once it is reviewed`() throws {
        let assessor = Assessor(policy: try StandardPolicy.read(), asOf: .monday(1000))
        #expect(assessor.assess(.example([.detected: 0])).postMortem == .mandatory(due: nil))
        #expect(assessor.assess(.example([.detected: 0, .resolved: 1001])).postMortem == .mandatory(due: nil))
        #expect(
            assessor.assess(.example([.detected: 0, .resolved: 5, .reviewed: 900])).postMortem == .done(.monday(900)))
        #expect(
            assessor.assess(.example([.detected: 0, .resolved: 600, .reviewed: 1001])).postMortem
                == .mandatory(due: Self.due))
    }
}
