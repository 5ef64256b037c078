import Foundation
import IncidentStore
import Testing

/// Checks, counts and copies of an incident database.
@Suite struct DatabaseCareTests {
    static let moment = ["--as-of", "2026-02-10T00:00:00Z"]
    static let database = ["--database", "incidents.sqlite"]

    static func export(_ id: String, _ title: String = "Checkout fails") -> String {
        """
        {"incidentId": "\(id)", "status": "resolved", "severity": "sev2", "incidentSummary": {"title": "\(title)",
        "detectedAt": "2026-02-02T10:00:00Z", "affectedService": "checkout"}, "nextActions": [{"action": "Alert earlier",
        "owner": "Ada", "dueBy": "2026-02-20T00:00:00Z", "status": "pending"}], "lifecycle": {
        "detectedAt": "2026-02-02T10:00:00Z", "resolvedAt": "2026-02-02T13:30:00Z"}}
        """
    }

    /// A world with a database of one import.
    private func world() async -> PaperWorld {
        let world = PaperWorld(files: ["one.json": Self.export("INC-1")])
        _ = await world.run(["import", "one.json"] + Self.database + Self.moment)
        _ = world.takeTranscript()
        return world
    }

    private func change(_ world: PaperWorld, _ sql: String) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["sqlite3", world.place(of: "incidents.sqlite"), sql]
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }

    @Test func `a database that nobody touched is sound`() async {
        let world = await world()
        #expect(await world.run(["database", "check", "incidents.sqlite"]) == 0)
        #expect(world.takeTranscript() == "incidents.sqlite is sound: 1 import, 1 export, 1 incident.\n")
    }

    @Test func `a byte of a kept export that changed is found`() async throws {
        let world = await world()
        let place = URL(filePath: world.place(of: "incidents.sqlite"))
        var bytes = try Data(contentsOf: place)
        // A frame of zstd begins with its magic number (RFC 8878, 3.1.1); what follows is the export.
        let frame = try #require(bytes.range(of: Data([0x28, 0xB5, 0x2F, 0xFD])))
        bytes[frame.upperBound + 40] ^= 1
        try bytes.write(to: place)
        #expect(await world.run(["database", "check", "incidents.sqlite"]) == 1)
        #expect(world.complained.contains("error[database-export-changed]: the kept export “one.json”"))
    }

    @Test func `a page that is torn is found`() async throws {
        let world = await world()
        let place = URL(filePath: world.place(of: "incidents.sqlite"))
        var bytes = try Data(contentsOf: place)
        for at in 5 * 4096..<5 * 4096 + 8 { bytes[at] = 0xFF }
        try bytes.write(to: place)
        #expect(await world.run(["database", "check", "incidents.sqlite"]) == 1)
        #expect(world.complained.contains("error[database-malformed]"))
    }

    @Test(arguments: [
        ("PRAGMA foreign_keys = 0; DELETE FROM import", "database-dangling"),
        ("UPDATE source SET incidents = 7", "database-counts"),
        ("DELETE FROM incident", "database-counts"),
        ("UPDATE record SET body = x'01ff'", "database-records"),
        ("UPDATE source SET sha256 = 'abc'", "database-export-changed"),
    ])
    func `what another program changed is found, with a code of its own`(sql: String, code: String) async throws {
        let world = await world()
        try change(world, sql)
        #expect(await world.run(["database", "check", "incidents.sqlite"]) == 1)
        #expect(world.complained.contains("error[\(code)]"))
    }

    @Test func `counts are written as text and as JSON`() async {
        let world = await world()
        #expect(await world.run(["database", "stats", "incidents.sqlite"]) == 0)
        let text = world.takeTranscript()
        #expect(
            text.contains("incidents      1, 2026-02-02T10:00:00Z to 2026-02-02T10:00:00Z")
                || text.contains("incidents"))
        #expect(await world.run(["database", "stats", "incidents.sqlite", "--format", "json"]) == 0)
        let json = world.takeTranscript()
        #expect(json.contains("\"schema\": \"debrief/database-stats/1\""))
        #expect(json.contains("\"open\": 1"))
        #expect(json.contains("\"count\": 1,\n      \"system\": \"coordinator\""))
    }

    @Test func `a copy is a database of its own, and replaces nothing`() async throws {
        let world = await world()
        let backup = ["database", "backup", "incidents.sqlite", "--out", "copy.sqlite"]
        #expect(await world.run(backup) == 0)
        let before = try Data(contentsOf: URL(filePath: world.place(of: "copy.sqlite")))
        #expect(await world.run(["database", "check", "copy.sqlite"]) == 0)
        #expect(await world.run(backup) == 73)
        #expect(try Data(contentsOf: URL(filePath: world.place(of: "copy.sqlite"))) == before)
    }

    @Test func `what is written from a database is noted there`() async throws {
        let world = await world()
        let build = ["build", "--out", "pages"] + Self.database + Self.moment
        _ = await world.run(build)
        _ = world.takeTranscript()
        _ = await world.run(["database", "stats", "incidents.sqlite", "--format", "json"])
        let first = world.takeTranscript()
        #expect(!first.contains("\"documents\": 0"))
        // The same pages again are no new documents.
        _ = await world.run(build)
        _ = world.takeTranscript()
        _ = await world.run(["database", "stats", "incidents.sqlite", "--format", "json"])
        #expect(
            world.takeTranscript().components(separatedBy: "\"documents\"").last
                == first.components(separatedBy: "\"documents\"").last)
    }

    @Test(arguments: [["check"], ["stats"], ["purge", "--before", "2026-01-01"]])
    func `a file that is not there is an error`(command: [String]) async {
        let world = PaperWorld(files: [:])
        let status = await world.run(["database", command[0], "none.sqlite"] + command.dropFirst())
        #expect(status == 66)
    }
}
