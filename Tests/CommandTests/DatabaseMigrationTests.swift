import Foundation
import IncidentStore
import Testing

/// Databases of every version of the tables open with the program of today.
@Suite struct DatabaseMigrationTests {
    private static let first = HouseTests.root.appending(path: "Tests/IncidentStoreTests/Fixtures/first.sqlite")

    /// A world in which a database of the first migration stands.
    private func world() throws -> PaperWorld {
        let world = PaperWorld(files: [:])
        try FileManager.default.copyItem(atPath: Self.first.path, toPath: world.place(of: "incidents.sqlite"))
        return world
    }

    @Test func `a database of the first migration is brought up to date, and a copy of it stays`() async throws {
        let world = try world()
        let place = world.place(of: "incidents.sqlite")
        #expect(await world.run(["database", "stats", "incidents.sqlite"]) == 0)
        #expect(world.said.contains("version \(IncidentDatabase.schemaVersion)"))
        #expect(await world.run(["database", "check", "incidents.sqlite"]) == 0)
        let copy = "\(place).before-v\(IncidentDatabase.schemaVersion)"
        #expect(FileManager.default.fileExists(atPath: copy))
        // The version stands in the header, at byte 60 (sqlite.org/fileformat2.html).
        #expect(try Data(contentsOf: URL(filePath: copy))[60..<64] == Data([0, 0, 0, 1]))
        #expect(try Data(contentsOf: Self.first)[60..<64] == Data([0, 0, 0, 1]))
    }

    @Test func `reports are made of it, and imports go into it`() async throws {
        let world = try world()
        let database = ["--database", "incidents.sqlite", "--as-of", "2026-02-10T00:00:00Z"]
        #expect(await world.run(["report", "--month", "2026-02", "--format", "json"] + database) == 0)
        // Those of the sev1, the sev2 and the sev3 that are over; the other sev2 is not.
        #expect(world.said.components(separatedBy: "\"resolved\": 1").count == 4)
        #expect(world.said.contains("\"open\": 1"))
        _ = world.takeTranscript()
        #expect(await world.run(["actions"] + database) == 0)
        #expect(world.takeTranscript().contains("Alert earlier"))
        world.put(
            """
            {"incidentId": "INC-4", "status": "resolved", "severity": "sev2", "incidentSummary": {"title": "Search is stale",
            "detectedAt": "2026-02-02T10:00:00Z"}, "lifecycle": {"detectedAt": "2026-02-02T10:00:00Z",
            "resolvedAt": "2026-02-05T12:00:00Z"}}
            """, at: "later.json")
        #expect(await world.run(["import", "later.json"] + database) == 0)
        #expect(world.complained.contains("No incidents new, 1 updated, 4 in the database"))
    }

    @Test func `a copy that stands already is not overwritten`() async throws {
        let world = try world()
        let copy = world.place(of: "incidents.sqlite") + ".before-v\(IncidentDatabase.schemaVersion)"
        try "somebody's own".write(toFile: copy, atomically: true, encoding: .utf8)
        #expect(await world.run(["database", "stats", "incidents.sqlite"]) == 73)
        #expect(try String(contentsOfFile: copy, encoding: .utf8) == "somebody's own")
    }
}
