import BuiltInTemplates
import Diagnostics
import IncidentModel
import Syntax
import Testing

@testable import Importing

@Suite struct FieldMapTests {
    private static let berlin = Zone(name: "Europe/Berlin") { _ in 3600 }

    private static func map(_ yaml: String) -> Outcome<FieldMap?> {
        FieldMapFile.read(yaml, source: SourceID(0), dialects: .builtIn) { name in
            switch name {
            case "UTC": .utc
            case "Europe/Berlin": berlin
            default: nil
            }
        }
    }

    private static func read(_ text: String, by map: FieldMap) async -> Reconciliation {
        let gate = Gate(
            words: Gate.standard.words.adding(map), inference: [], joining: Gate.standard.joining)
        let importer = Importer(
            gate: gate, sourceZone: nil, depth: .everything, width: 1, dialects: DialectCatalog.builtIn.adding(map))
        let export = await importer.read(InputText(text), source: SourceID(1))
        return Reconciliation([export], gate: gate, depth: .everything)
    }

    @Test(arguments: ["field-maps/own-export.yaml", "field-maps/known-dialect.yaml"])
    func `the example maps are sound`(name: String) throws {
        let yaml = try #require(BuiltInTemplates.files[name])
        let read = Self.map(yaml)
        #expect(read.diagnostics.isEmpty)
        #expect(read.value != nil)
    }

    @Test func `an export of one's own shape is read as its map says`() async throws {
        let yaml = try #require(BuiltInTemplates.files["field-maps/own-export.yaml"])
        let map = try #require(Self.map(yaml).value)
        let csv = """
            Ticket;Summary;Prio;State;System;Opened at;Taken at;Solved at;Closed on;Customers
            T-1;Shop down;Blocker;done;shop;03.02.2026 10:00;03.02.2026 10:04;03.02.2026 11:30;04.02.2026 09:00:05;12
            T-2;Slow;Odd;open;shop;03.02.2026 12:00;;;;
            """
        let run = await Self.read(csv, by: map)
        try #require(run.incidents.count == 2)
        let first = run.incidents[0].value
        #expect(first.id == "T-1")
        #expect(first.system == "acme")
        #expect(first.severity?.value == .sev1)
        #expect(first.milestones[.detected]?.instant.rfc3339 == "2026-02-03T09:00:00Z")
        #expect(first.milestones[.triaged]?.instant.rfc3339 == "2026-02-03T09:04:00Z")
        #expect(first.milestones[.resolved]?.instant.rfc3339 == "2026-02-03T10:30:00Z")
        #expect(first.milestones[.closed]?.instant.rfc3339 == "2026-02-04T08:00:05Z")
        #expect(first.milestones[.detected]?.origin.field == "Opened at")
        #expect(first.impact.customersAffected?.value == 12)
        let second = run.incidents[1].value
        #expect(second.severity == nil)
        #expect(second.declared?.word.value == "Odd")
        #expect(second.milestones[.resolved] == nil)
    }

    @Test func `a known dialect reads the overridden fields elsewhere, and the rest as ever`() async throws {
        let yaml = try #require(BuiltInTemplates.files["field-maps/known-dialect.yaml"])
        let map = try #require(Self.map(yaml).value)
        let xml = """
            <xml><incident><number>INC1</number><priority>4</priority><opened_at>2026-02-03 10:00:00</opened_at>
            <u_declared_severity>major</u_declared_severity><u_impact_start>2026-02-03 09:50:00</u_impact_start>
            </incident><incident><number>INC2</number><priority>4</priority></incident></xml>
            """
        let run = await Self.read(xml, by: map)
        let first = try #require(run.incidents.first?.value)
        #expect(first.severity?.value == .sev1)
        #expect(first.severity?.origin.field == "u_declared_severity")
        #expect(first.milestones[.started]?.instant.rfc3339 == "2026-02-03T09:50:00Z")
        #expect(first.milestones[.detected]?.instant.rfc3339 == "2026-02-03T10:00:00Z")
        #expect(run.incidents.last?.value.severity?.value == .sev4)
    }

    @Test(arguments: [
        ("name: a\nformat: csv\nfields:\n  idd: X\n", "field-map-unknown-key", 4),
        ("name: a\nformat: csv\nfields:\n  title: X\n", "field-map-missing-key", 1),
        ("name: a\nfields:\n  id: X\n", "field-map-missing-key", 1),
        ("name: a\nformat: tables\nfields:\n  id: X\n", "field-map-wrong-shape", 2),
        ("name: a\nformat: csv\nzone: Mars/Base\nfields:\n  id: X\n", "field-map-wrong-shape", 3),
        ("name: a\nformat: csv\ntime: dd.MM\nfields:\n  id: X\n", "field-map-wrong-shape", 3),
        ("extends: telegraph\nfields:\n  title: X\n", "field-map-unknown-dialect", 1),
        ("extends: coordinator\nformat: csv\nfields:\n  title: X\n", "field-map-unknown-key", 2),
        ("name: a\nname: b\n", "field-map-duplicate-key", 2),
        ("name: [\n", "field-map-not-yaml", 2),
        ("name: a\nformat: csv\nfields:\n  id: {path: X, time: mail}\n", "field-map-unknown-key", 4),
        ("name: a\nformat: csv\nfields:\n  id: X\nseverities:\n  sev9: [x]\n", "field-map-unknown-key", 6),
    ])
    func `a fault of a map is named with its line`(yaml: String, code: String, line: Int) throws {
        let read = Self.map(yaml)
        #expect(read.value == nil)
        let fault = try #require(read.diagnostics.first { $0.code.id == code })
        #expect(fault.origin?.line == UInt32(line))
    }

    @Test func `check shows what every field got`() async throws {
        let map = try #require(Self.map("name: a\nformat: csv\nfields:\n  id: No\n  title: What\n").value)
        let trial = await FieldMapTrial(
            map, of: InputText("No,What\n7,Fire\n8,\n"), source: SourceID(1), encoding: .utf8)
        #expect(trial.lines == ["id ← No: “7”, “8”", "title ← What: “Fire”, nothing"])
    }
}
