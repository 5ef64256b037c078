import Foundation
import IncidentStore
import Testing

/// Old texts and names leave a database, and its figures stay.
@Suite struct PurgeTests {
    private static let moment = ["--as-of", "2026-03-01T00:00:00Z"]
    private static let database = ["--database", "incidents.sqlite"]

    private func said(_ arguments: [String], _ world: PaperWorld) async -> (status: Int32, out: String) {
        _ = world.takeTranscript()
        let status = await world.run(arguments)
        return (status, world.takeTranscript())
    }

    private func purge(_ world: PaperWorld, before date: String) async -> (status: Int32, out: String) {
        await said(["database", "purge", "incidents.sqlite", "--before", date] + Self.moment, world)
    }

    /// Everything that a report says but the list of what was said about the exports.
    private func figures(_ world: PaperWorld, _ arguments: [String]) async -> String {
        let before = world.said.utf8.count
        _ = await world.run(
            ["report", "--format", "json", "--out", "-"] + arguments + Self.database + Self.moment)
        return String(decoding: world.said.utf8.dropFirst(before), as: UTF8.self)
    }

    private func bytes(_ world: PaperWorld) throws -> [Data] {
        let place = world.place(of: "incidents.sqlite")
        return try ["", "-wal", "-journal"].compactMap { ending in
            guard FileManager.default.fileExists(atPath: place + ending) else { return nil }
            return try Data(contentsOf: URL(filePath: place + ending))
        }
    }

    private static func line(_ id: String, _ day: String, marker: String) -> String {
        """
        {"incidentId": "\(id)", "status": "resolved", "severity": "sev1", "incidentSummary": {"title": "\(marker) title", \
        "description": "\(marker) text", "detectedAt": "\(day)T10:00:00Z", "affectedService": "checkout", \
        "rootCause": "\(marker) cause"}, "responseTeam": [{"role": "Incident Commander", "name": "\(marker) Person", \
        "team": "Platform"}], "timeline": [{"timestamp": "\(day)T10:03:00Z", "event": "\(marker) looked", \
        "actor": "\(marker) Person"}], "nextActions": [{"action": "\(marker) action", "owner": "\(marker) Owner", \
        "dueBy": "2026-02-20T00:00:00Z", "status": "pending"}], "affectedCustomers": [{"id": "A1", "name": "\(marker) Inc", \
        "strategic": true, "contact": {"name": "\(marker) Contact", "email": "\(marker)@example.com"}}], \
        "communications": {"log": [{"at": "\(day)T10:30:00Z", "channel": "email", "audience": "\(marker) Inc", \
        "body": "\(marker) letter"}]}, "lifecycle": {"detectedAt": "\(day)T10:00:00Z", "triagedAt": "\(day)T10:04:00Z", \
        "resolvedAt": "\(day)T13:30:00Z"}}

        """
    }

    /// Two old incidents and a new one in one export.
    private func world() async -> PaperWorld {
        let world = PaperWorld(files: [
            "all.ndjson": Self.line("INC-1", "2025-12-02", marker: "Zebra")
                + Self.line("INC-2", "2026-02-03", marker: "Falcon") + Self.line("INC-3", "2025-12-04", marker: "Zebra")
        ])
        _ = await world.run(["import", "all.ndjson"] + Self.database + Self.moment)
        return world
    }

    @Test func `texts and names of old incidents are nowhere in the file`() async throws {
        let world = await world()
        #expect(try bytes(world).contains { $0.range(of: Data("Zebra".utf8)) != nil })
        let purged = await purge(world, before: "2026-01-01")
        #expect(purged.status == 0)
        #expect(purged.out.contains("Purged: 2 incidents in 2 records of 1 export, 2 action items."))
        for file in try bytes(world) {
            #expect(file.range(of: Data("Zebra".utf8)) == nil)
            #expect(file.range(of: Data("zebra".utf8)) == nil)
        }
        #expect(try bytes(world).contains { $0.range(of: Data("Falcon".utf8)) != nil })
        #expect(await world.run(["database", "check", "incidents.sqlite"]) == 0)
    }

    @Test(arguments: ["2025-12", "2026-02"])
    func `a report of any period says what it said before`(month: String) async {
        let world = await world()
        let knownAll = ["--as-known-on", "2027-01-01"]
        let before = await figures(world, ["--month", month])
        let slow = await figures(world, ["--month", month] + knownAll)
        #expect(before.contains("\"severities\""))
        _ = await purge(world, before: "2026-01-01")
        #expect(await figures(world, ["--month", month]) == before)
        #expect(await figures(world, ["--month", month] + knownAll) == slow)
    }

    @Test func `pages of purged incidents are refused, and those of the others are written`() async {
        let world = await world()
        _ = await purge(world, before: "2026-01-01")
        for command in ["postmortem", "emails"] {
            let old = await said([command, "INC-1"] + Self.database + Self.moment, world)
            #expect(old.status == 65)
            #expect(old.out.contains("error[purged-incident]: the texts of INC-1 were purged"))
        }
        let new = await said(["postmortem", "INC-2"] + Self.database + Self.moment, world)
        #expect(new.status == 0)
        #expect(new.out.contains("Falcon title"))
        #expect(new.out.contains("note[purged-export]"))
    }

    @Test func `a second purge finds nothing, and a later one takes the rest`() async {
        let world = await world()
        _ = await purge(world, before: "2026-01-01")
        #expect(await purge(world, before: "2026-01-01").out.contains("Nothing to purge."))
        #expect(await purge(world, before: "2026-02-28").out.contains("Purged: 1 incident"))
        #expect(await figures(world, ["--month", "2026-02"]).contains("\"resolved\": 1"))
        #expect(await world.run(["database", "check", "incidents.sqlite"]) == 0)
    }

    @Test func `what was purged survives a reading by other rules`() async throws {
        let world = await world()
        _ = await purge(world, before: "2026-01-01")
        let policy = try String(
            contentsOf: HouseTests.root.appending(path: "Templates/policies/standard.yaml"), encoding: .utf8)
        world.put(policy.replacing("sev_2]", with: "sev_2, second]"), at: "policy.yaml")
        world.put(Self.line("INC-4", "2026-02-05", marker: "Heron"), at: "more.ndjson")
        let added = await said(
            ["import", "more.ndjson", "--policy", "policy.yaml"] + Self.database + Self.moment, world)
        #expect(added.out.contains("read-anew"))
        #expect(added.out.contains("1 incident new, 0 updated, 4 in the database"))
        #expect(await figures(world, ["--month", "2025-12"]).contains("\"resolved\": 2"))
        #expect(await world.run(["database", "check", "incidents.sqlite"]) == 0)
    }

    @Test func `the sample exports lose all texts and keep all figures`() async throws {
        let world = PaperWorld(files: try DatabaseTests.samples())
        _ = await world.run(["import", "exports"] + Self.database + Self.moment)
        let periods = [["--month", "2026-01"], ["--month", "2026-02"], ["--week", "2026-W06"]]
        var before: [String] = []
        for period in periods { before.append(await figures(world, period + ["--as-known-on", "2027-01-01"])) }
        let purged = await purge(world, before: "2026-02-15")
        #expect(purged.out.contains("Purged: "))
        for (period, old) in zip(periods, before) {
            #expect(await figures(world, period + ["--as-known-on", "2027-01-01"]) == old)
        }
        #expect(await world.run(["database", "check", "incidents.sqlite"]) == 0)
    }
}
