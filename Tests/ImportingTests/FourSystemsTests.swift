import Diagnostics
import Importing
import IncidentModel
import Syntax
import Testing

/// Twenty incidents that four systems know, each in its own words, are twenty incidents again.
@Suite struct FourSystemsTests {
    private typealias Belief = FourSystems.Belief

    private static let made = FourSystems()

    /// Reads the exports; `order` turns their list, `backwards` the records in each.
    private static func read(turnedBy order: Int = 0, backwards: Bool = false) async -> Reconciliation {
        var exports: [ImportedExport] = []
        for (place, file) in made.exports(backwards: backwards).enumerated() {
            let importer = Importer(gate: .standard, sourceZone: .utc, depth: .everything, width: 1)
            exports.append(await importer.read(InputText(file.text), source: SourceID(UInt32(place))))
        }
        let turned = Array(exports[order...] + exports[..<order])
        let joins = JoinFile.read(InputText(made.joins), source: SourceID(99)).value
        return Reconciliation(turned, gate: .standard, joins: joins, depth: .everything)
    }

    private static func belief(_ incident: Incident) -> Belief {
        var milestones: [Milestone: Int] = [:]
        for mark in incident.milestones.marks where mark.knowledge == .recorded {
            milestones[mark.milestone] = mark.instant.wholeSeconds(since: Instant(seconds: 0))
        }
        var conflicts: [String: FourSystems.Dispute] = [:]
        for conflict in incident.conflicts {
            conflicts[conflict.subject.name] = FourSystems.Dispute(
                believed: conflict.believed.words,
                others: conflict.others.map { "\($0.record.system) \($0.words)" }.sorted())
        }
        return Belief(
            id: incident.id, milestones: milestones, severity: incident.severity?.value.rawValue,
            accounts: incident.accounts.map(\.id), conflicts: conflicts,
            systems: Set(incident.records.map(\.system)).sorted())
    }

    private static func beliefs(_ run: Reconciliation) -> [Belief] {
        run.incidents.map { belief($0.value) }.sorted { $0.id < $1.id }
    }

    @Test func `every incident has each milestone from the system that knows it, and its conflicts are said`() async {
        let run = await Self.read()
        let expected = Self.made.beliefs().sorted { $0.id < $1.id }
        let found = Self.beliefs(run)
        #expect(found.map(\.id) == expected.map(\.id))
        for (found, expected) in zip(found, expected) { #expect(found == expected, "\(expected.id)") }
        #expect(run.incidents.count { $0.value.system == "servicenow" } == FourSystems.count)
        // The expectation itself has something to say: four agree, every other one is in dispute.
        #expect(expected.count { $0.conflicts.isEmpty } == 5)
        #expect(Set(expected.flatMap(\.conflicts.keys)) == ["detected", "triaged", "resolved", "severity"])
    }

    @Test func `every record is accounted for, with its reason`() async {
        let ledger = await Self.read().ledger
        let counts = RecordLedger.Fate.allCases.map { ledger.count($0) }
        // 20 × 3 records of 21 incidents, a second pager's, and a repeated one; 20 acknowledgements; 6 accounts; a
        // maintenance window, a drill and a change; an acknowledgement and a ticket of nothing.
        #expect(counts == [21, 41, 20, 6, 3, 1, 1])
        #expect(ledger.total == counts.reduce(0, +))
        #expect(ledger.inputs.map(\.total) == [22, 21, 22, 21, 1, 6])
        let reasons = Set(ledger.entries.filter { $0.fate == .merged }.compactMap(\.reason))
        #expect(reasons.contains("both carry the alert key probe-7"))
        #expect(reasons.contains("the join file says so"))
        #expect(reasons.contains("`work_notes` links to it") || reasons.contains("`work_notes` names it"))
        #expect(Set(ledger.entries.filter { $0.fate == .setAside }.compactMap(\.reason)).count == 3)
    }

    @Test func `the one that nothing links stays two, with a hint`() async {
        let run = await Self.read()
        let made = Self.made.incidents[FourSystems.unlinked]
        let hints = run.diagnostics.filter { $0.code == .resembles }
        #expect(hints.count == 1)
        #expect(hints.first?.message.contains(made.ticketID) == true)
        #expect(hints.first?.message.contains(made.pageID) == true)
    }

    @Test func `an account is asked about by any id of the incident, and only a foreign one is unknown`() async {
        let unknown = await Self.read().diagnostics.filter { $0.code.id == "account-of-unknown-incident" }
        #expect(unknown.count == 1)
        #expect(unknown.first?.message.contains("INC0099999") == true)
    }

    @Test(arguments: 0..<6, [false, true])
    func `in whatever order they are read, they are the same incidents`(order: Int, backwards: Bool) async {
        let run = await Self.read(turnedBy: order, backwards: backwards)
        #expect(Self.beliefs(run) == Self.made.beliefs().sorted { $0.id < $1.id })
        let counts = RecordLedger.Fate.allCases.map { run.ledger.count($0) }
        #expect(counts == [21, 41, 20, 6, 3, 1, 1])
    }
}
