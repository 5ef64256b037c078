import Diagnostics
import IncidentModel
import Syntax
import Testing

@testable import Importing

/// Records of one incident in several systems, made by hand: who is joined to whom, and whose word counts.
@Suite struct ReconciliationTests {
    private static func at(_ minutes: Int) -> Instant { Instant(seconds: 1_767_225_600 + minutes * 60) }

    private static func teller(
        _ id: String, _ system: String, _ kind: SystemKind, line: UInt32, key: String? = nil,
        _ milestones: [Milestone: Int] = [:], severity: Severity? = nil, aliases: [(String, String)] = [],
        references: [(String, String)] = []
    ) -> ImportedIncident {
        let origin = Origin(source: SourceID(0), line: line, column: 1, field: "field")
        var incident = Incident(id: id, system: system, kind: kind, origin: origin)
        incident.key = key
        incident.severity = severity.map { Sourced($0, origin) }
        for (milestone, minutes) in milestones {
            incident.milestones[milestone] = MilestoneMark(milestone, at(minutes), origin: origin)
        }
        return ImportedIncident(
            incident, inferable: [],
            aliases: aliases.map { Reference(system: $0.0, id: $0.1, origin: origin) },
            references: references.map { Reference(system: $0.0, id: $0.1, origin: origin) })
    }

    private static func fuse(_ records: [ImportedIncident], joins: String? = nil) -> Reconciliation {
        var export = ImportedExport(source: SourceID(0), dialect: "made")
        export.incidents = records
        let file = joins.map { JoinFile.read(InputText($0), source: SourceID(1)).value }
        return Reconciliation([export], gate: .standard, joins: file, depth: .everything)
    }

    @Test func `a reference joins, and every milestone comes from whom the policy trusts`() throws {
        let run = Self.fuse([
            Self.teller(
                "P1", "pagerduty", .paging, line: 1, [.detected: 1, .triaged: 4, .resolved: 60], severity: .sev1),
            Self.teller(
                "INC1", "servicenow", .ticketing, line: 2, [.detected: 3, .triaged: 20, .resolved: 90, .closed: 900],
                severity: .sev2, references: [("PagerDuty", "P1")]),
            Self.teller(
                "s9", "statuspage", .statusPage, line: 3, [.communicated: 12, .resolved: 75],
                references: [("servicenow", "INC1")]),
        ])
        try #require(run.incidents.count == 1)
        let incident = run.incidents[0].value
        #expect(incident.id == "INC1")
        #expect(incident.records.map(\.id) == ["INC1", "P1", "s9"])
        let found = Dictionary(
            uniqueKeysWithValues: incident.milestones.marks.map {
                ($0.milestone, $0.instant.wholeSeconds(since: Self.at(0)) / 60)
            })
        #expect(found == [.detected: 1, .triaged: 4, .communicated: 12, .resolved: 90, .closed: 900])
        #expect(incident.severity?.value == .sev2)
        let conflicts = incident.conflicts.map { "\($0.subject.name) \($0.others.map(\.record.system))" }
        #expect(
            conflicts == [
                "detected [\"servicenow\"]", "triaged [\"servicenow\"]",
                "resolved [\"pagerduty\", \"statuspage\"]", "severity [\"pagerduty\"]",
            ])
        #expect(run.ledger.count(.used) == 1)
        #expect(run.ledger.count(.merged) == 2)
        #expect(run.ledger.total == 3)
    }

    @Test func `what only looks alike is offered as a hint and stays two`() {
        func record(_ id: String, _ system: String, line: UInt32, _ detected: Int) -> ImportedIncident {
            let origin = Origin(source: SourceID(0), line: line, column: 1)
            var incident = Incident(id: id, system: system, kind: .ticketing, origin: origin)
            incident.service = Sourced("checkout", origin)
            incident.milestones[.detected] = MilestoneMark(.detected, Self.at(detected), origin: origin)
            return ImportedIncident(incident, inferable: [])
        }
        let near = Self.fuse([record("A", "jira", line: 1, 0), record("B", "servicenow", line: 2, 15)])
        #expect(near.incidents.count == 2)
        #expect(near.diagnostics.map(\.code.id) == ["resembles"])
        let far = Self.fuse([record("A", "jira", line: 1, 0), record("B", "servicenow", line: 2, 16)])
        #expect(far.diagnostics.isEmpty)
    }

    @Test func `an alert key joins two systems where their times overlap`() {
        let run = Self.fuse([
            Self.teller(
                "f-1", "alertmanager", .monitoring, line: 1, [.detected: 0, .resolved: 30],
                aliases: [(Reference.alertKey, "k")]),
            Self.teller(
                "f-2", "alertmanager", .monitoring, line: 2, [.detected: 500, .resolved: 530],
                aliases: [(Reference.alertKey, "k")]),
            Self.teller(
                "P1", "pagerduty", .paging, line: 3, [.detected: 1, .resolved: 31],
                aliases: [(Reference.alertKey, "k")]),
            Self.teller(
                "P2", "pagerduty", .paging, line: 4, [.detected: 501, .resolved: 531],
                aliases: [(Reference.alertKey, "k")]),
        ])
        #expect(run.incidents.map { $0.value.records.map(\.id) } == [["P1", "f-1"], ["P2", "f-2"]])
    }

    @Test func `an alert key that several incidents could mean joins none`() {
        let run = Self.fuse([
            Self.teller(
                "f-1", "alertmanager", .monitoring, line: 1, [.detected: 0, .resolved: 30],
                aliases: [(Reference.alertKey, "k")]),
            Self.teller(
                "f-2", "alertmanager", .monitoring, line: 2, [.detected: 10, .resolved: 40],
                aliases: [(Reference.alertKey, "k")]),
            Self.teller(
                "P1", "pagerduty", .paging, line: 3, [.detected: 1, .resolved: 60],
                aliases: [(Reference.alertKey, "k")]),
        ])
        #expect(run.incidents.count == 3)
        #expect(run.diagnostics.contains { $0.code == .ambiguousReference })
    }

    @Test func `a bare number of an unknown system joins nothing`() {
        let run = Self.fuse([
            Self.teller("12", "jira", .ticketing, line: 1),
            Self.teller("B", "servicenow", .ticketing, line: 2, references: [("correlation", "12")]),
        ])
        #expect(run.incidents.count == 2)
    }

    @Test func `a join file joins, and says what it cannot find`() {
        let run = Self.fuse(
            [
                Self.teller("12", "jira", .ticketing, line: 1), Self.teller("12", "servicenow", .ticketing, line: 2),
                Self.teller("P1", "pagerduty", .paging, line: 3),
            ], joins: "# ours\njira:12, P1, nowhere\n")
        #expect(run.incidents.map { $0.value.records.count } == [2, 1])
        #expect(run.diagnostics.map(\.code.id) == ["join-unknown", "joined-record"])
    }

    @Test func `an address joins whatever its scheme, fragment or last slash`() {
        let run = Self.fuse([
            Self.teller(
                "P1", "pagerduty", .paging, line: 1,
                aliases: [(Reference.url, "https://acme.pagerduty.com/incidents/P1")]),
            Self.teller(
                "B", "jira", .ticketing, line: 2,
                references: [(Reference.url, "http://ACME.pagerduty.com/incidents/P1/#notes")]),
        ])
        #expect(run.incidents.count == 1)
    }

    @Test func `a chain of 5,000 references is joined in time`() {
        let records = (0..<5_000).map { number in
            Self.teller(
                "T\(number)", "jira", .ticketing, line: UInt32(number + 1), [.detected: number],
                references: number > 0 ? [("jira", "T\(number - 1)")] : [])
        }
        let run = Self.fuse(records)
        #expect(run.incidents.count == 1)
        #expect(run.ledger.count(.merged) == 4_999)
    }
}

@Suite struct LinkSearchTests {
    @Test(arguments: [
        (
            "see https://acme.pagerduty.com/incidents/PT4KHLK.",
            ["url https://acme.pagerduty.com/incidents/PT4KHLK", "pagerduty PT4KHLK"]
        ),
        (
            "(https://jira.example.com/browse/OPS-12?focus=1)",
            ["url https://jira.example.com/browse/OPS-12?focus=1", "jira OPS-12"]
        ),
        ("https://evilpagerduty.com/incidents/X", ["url https://evilpagerduty.com/incidents/X"]),
        ("no link, http:/ nor https//", []),
    ])
    func `links in a text name records where their form is known`(text: String, expected: [String]) {
        let search = LinkSearch(forms: Gate.standard.joining.links)
        let origin = Origin(source: SourceID(0), line: 1, column: 1)
        #expect(search.references(in: Sourced(text, origin)).map { "\($0.system) \($0.id)" } == expected)
    }
}
