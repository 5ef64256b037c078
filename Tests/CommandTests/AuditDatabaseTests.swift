import Foundation
import Testing

/// A pack that is made of an incident database: it says what the exports say, and holds without the database.
@Suite struct AuditDatabaseTests {
    private static let database = ["--database", "incidents.sqlite"]
    private static let moment = ["--as-of", "2026-05-01T00:00:00Z"]

    private func data(_ paper: PaperWorld, _ folder: String = "pack") throws -> [String: Any] {
        let text = try #require(paper.files["\(folder)/audit.json"], "\(paper.complained)")
        return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    private func pack(_ paper: PaperWorld, _ options: [String], out: String = "pack") async -> Int32 {
        await paper.run(["audit"] + options + ["--quarter", "2026-Q1", "--out", out, "--quiet"] + Self.moment)
    }

    /// What a check finds that has nothing but the pack: no exports, and no database.
    private func verified(_ paper: PaperWorld) async -> (status: Int32, codes: Set<String>) {
        await PaperWorld(files: paper.files.filter { $0.key.hasPrefix("pack/") }).verify()
    }

    private func promise(_ name: String, of id: String, _ paper: PaperWorld) throws -> [String: Any] {
        let incidents = try #require(try data(paper)["incidents"] as? [[String: Any]])
        let incident = try #require(incidents.first { $0["id"] as? String == id })
        let promises = try #require(incident["promises"] as? [[String: Any]])
        return try #require(promises.first { $0["name"] as? String == name })
    }

    private static func week(_ id: String, triaged: String) -> String {
        AuditStage.line(
            id, "sev2", "2026-02-03T10:00:00Z", triaged: triaged, told: "10:20:00", resolved: "12:00:00") + "\n"
    }

    /// Two imports of one file name: the second tells an incident of the first again, and its triage otherwise.
    private func twice() async -> PaperWorld {
        let paper = PaperWorld(files: [
            "weekly.ndjson": Self.week("INC-1", triaged: "10:40:00") + Self.week("INC-2", triaged: "10:05:00")
        ])
        #expect(await paper.run(["import", "weekly.ndjson", "--as-of", "2026-02-09T00:00:00Z"] + Self.database) == 0)
        paper.put(
            Self.week("INC-1", triaged: "10:10:00") + Self.week("INC-3", triaged: "10:50:00"), at: "weekly.ndjson")
        #expect(await paper.run(["import", "weekly.ndjson", "--as-of", "2026-02-16T00:00:00Z"] + Self.database) == 0)
        return paper
    }

    @Test func `errors of an import are told in a pack as they were said, and do not spoil it`() async throws {
        let paper = PaperWorld(files: [
            "weekly.ndjson": Self.week("INC-1", triaged: "10:40:00") + "{\"status\": \"resolved\"}\n"
        ])
        #expect(await paper.run(["import", "weekly.ndjson", "--as-of", "2026-02-09T00:00:00Z"] + Self.database) == 65)
        #expect(await pack(paper, Self.database) == 0)
        let text = try #require(paper.files["pack/audit.json"])
        #expect(text.contains("missing-id"))
        #expect(!text.contains("kept-errors"))
        #expect(await verified(paper) == (0, []))
    }

    /// Every incident with its records and verdicts, all but the one promise that only a database can prove.
    private func incidents(_ paper: PaperWorld, _ folder: String) throws -> NSArray {
        let incidents = try #require(try data(paper, folder)["incidents"] as? [[String: Any]])
        return incidents.map { incident in
            let promises = incident["promises"] as? [[String: Any]] ?? []
            return incident.merging(
                ["promises": promises.filter { $0["name"] as? String != "database-entry" }]) { _, new in new }
        } as NSArray
    }

    @Test func `of the sample exports it has the population and the verdicts of a pack of the exports`() async throws {
        let paper = PaperWorld(files: try DatabaseTests.samples())
        #expect(await paper.run(["import", "exports"] + Self.database + Self.moment) == 0)
        let direct = await pack(paper, ["exports"], out: "direct")
        #expect(await pack(paper, Self.database) == direct)
        #expect(paper.files["pack/records.csv"] == paper.files["direct/records.csv"])
        let kept = try incidents(paper, "pack")
        #expect(kept.count > 2)
        #expect(kept == (try incidents(paper, "direct")))
        #expect(await verified(paper) == (0, []))
    }

    @Test func `that an incident stands in the database is proven by a pack of the database alone`() async throws {
        let paper = PaperWorld(files: AuditStage.exports)
        _ = await paper.run(["import", "exports"] + Self.database + Self.moment)
        _ = await pack(paper, Self.database)
        #expect(try promise("database-entry", of: "INC-2026-0001", paper)["outcome"] as? String == "kept")
        let direct = await AuditStage.packed()
        #expect(try promise("database-entry", of: "INC-2026-0001", direct)["outcome"] as? String == "unproven")
    }

    @Test func `of two imports the newer one is believed, and the pack holds without the database`() async throws {
        let paper = await twice()
        #expect(await pack(paper, Self.database) == 0)
        let triage = try promise("triage", of: "INC-1", paper)
        #expect(triage["outcome"] as? String == "kept")
        #expect(triage["elapsedSeconds"] as? Int == 600)
        #expect(try promise("triage", of: "INC-3", paper)["outcome"] as? String == "broken")
        let exports = try #require(try data(paper)["exports"] as? [[String: Any]])
        #expect(exports.map { $0["name"] as? String } == ["weekly.ndjson", "weekly.ndjson"])
        #expect(Set(exports.compactMap { $0["file"] as? String }).count == 2)
        let imports = exports.compactMap { $0["import"] as? [String: Any] }
        #expect(Set(imports.compactMap { $0["turn"] as? Int }) == [1, 2])
        #expect(paper.files["pack/index.html"]?.contains("import 2 of the database, 2026-02-16 00:00:00 UTC") == true)
        let found = await verified(paper)
        #expect(found.status == 0)
        #expect(found.codes.isEmpty)
    }

    @Test func `a pack of what was known on a day shows the older verdict, and holds`() async throws {
        let paper = await twice()
        #expect(await pack(paper, Self.database + ["--as-known-on", "2026-02-10"]) == 0)
        #expect(try promise("triage", of: "INC-1", paper)["outcome"] as? String == "broken")
        #expect((try data(paper)["exports"] as? [Any])?.count == 1)
        let options = try #require(try data(paper)["options"] as? [String: [String]])
        #expect(options["as-known-on"] == ["2026-02-10"])
        #expect(await verified(paper) == (0, []))
    }

    @Test func `exports beside the database are newer than all of it, and one that it holds is not read twice`()
        async throws
    {
        let paper = await twice()
        paper.put(Self.week("INC-2", triaged: "10:30:00"), at: "today.ndjson")
        #expect(await pack(paper, ["today.ndjson", "weekly.ndjson"] + Self.database) == 0)
        #expect(try promise("triage", of: "INC-2", paper)["outcome"] as? String == "broken")
        #expect((try data(paper)["exports"] as? [Any])?.count == 4)
        #expect(await verified(paper) == (0, []))
    }

    @Test func `each export is read as it was read when it was imported`() async throws {
        let paper = PaperWorld(files: [:])
        for (name, zone, encoding) in [("a.csv", "Europe/Berlin", "latin1"), ("b.csv", "Asia/Tokyo", "windows-1252")] {
            let text =
                "number,opened_at,priority,short_description,resolved_at\n"
                + "INC\(zone.utf8.count)00,2026-02-03 10:00:00,2 - High,Caf"
            paper.put(Array(text.utf8) + [0xE9] + Array(" \(zone),2026-02-03 11:00:00\n".utf8), at: name)
            _ = await paper.run(
                ["import", name, "--dialect", "servicenow-csv", "--source-time-zone", zone, "--encoding", encoding]
                    + Self.database + Self.moment)
        }
        #expect(await pack(paper, Self.database) == 0, "\(paper.complained)")
        let exports = try #require(try data(paper)["exports"] as? [[String: Any]])
        #expect(
            exports.compactMap { ($0["import"] as? [String: Any])?["timeZone"] as? String }
                == ["Europe/Berlin", "Asia/Tokyo"])
        #expect(paper.files["pack/index.html"]?.contains("Café") == true)
        let population = try #require(paper.files["pack/population.csv"])
        #expect(population.contains("2026-02-03T09:00:00Z"))
        #expect(population.contains("2026-02-03T01:00:00Z"))
        // In place: the bytes are no UTF-8.
        #expect(await paper.verify() == (0, []))
    }

    @Test func `what was redacted on import is not in the pack, and its export is still known`() async throws {
        let paper = PaperWorld(files: [
            "weekly.ndjson": Self.week("INC-1", triaged: "10:10:00")
                .replacing("Trouble with", with: "Mail of ada@example.com about")
        ])
        _ = await paper.run(["init", "house"])
        let policy = try #require(paper.files["house/policies/standard.yaml"])
        let rule = "redaction:\n  mail: {every: email address}"
        paper.put(policy.replacing("redaction: {}", with: rule), at: "policy.yaml")
        let options = Self.database + ["--policy", "policy.yaml"]
        #expect(await paper.run(["import", "weekly.ndjson"] + options + Self.moment) == 0)
        #expect(await pack(paper, options) == 0)
        #expect(!paper.files.contains { $0.key.hasPrefix("pack/") && $0.value.contains("ada@") })
        #expect(await verified(paper) == (0, []))
        // Named beside the database, it is not counted twice, though the kept bytes are others.
        #expect(await pack(paper, ["weekly.ndjson"] + options, out: "beside") == 0)
        #expect((try data(paper, "beside")["incidents"] as? [Any])?.count == 1)
        #expect(await paper.verify("beside") == (0, []))
    }

    // MARK: Tampering

    @Test func `a changed export of a database's pack is found`() async throws {
        let paper = await twice()
        _ = await pack(paper, Self.database)
        let newer = try #require(
            paper.files.first { $0.key.contains("evidence/exports") && $0.value.contains("10:10:00") })
        paper.tamper(newer.key, "10:10:00", "10:45:00")
        paper.remakeManifest()
        let found = await verified(paper)
        #expect(found.status == 1)
        #expect(found.codes.isSuperset(of: ["audit-export", "audit-verdict"]))
    }

    @Test func `imports whose order is turned around are found by the verdicts that they give`() async throws {
        let paper = await twice()
        _ = await pack(paper, Self.database)
        let text = try #require(paper.files["pack/audit.json"])
        paper.put(
            text.replacing("\"turn\": 1\n", with: "\"turn\": 9\n"), at: "pack/audit.json")
        #expect(paper.files["pack/audit.json"] != text)
        paper.remakeManifest()
        let found = await verified(paper)
        #expect(found.status == 1)
        #expect(found.codes.contains("audit-verdict"))
    }

    @Test(arguments: [
        ("\"encoding\": \"UTF-8\"", "\"encoding\": \"ebcdic\""),
        ("\"timeZone\": null,", "\"timeZone\": \"Mars/Olympus\","),
    ])
    func `an import that cannot be is a clear error`(old: String, new: String) async throws {
        let paper = await twice()
        _ = await pack(paper, Self.database)
        paper.tamper("pack/audit.json", old, new)
        let found = await verified(paper)
        #expect(found.status == 65)
        #expect(found.codes.contains("audit-unreadable"))
    }

    @Test(arguments: ["\"turn\": 1\n", "\"imported\": \"2026-02-09T00:00:00Z\","])
    func `an import without its number or its moment is found`(part: String) async throws {
        let paper = await twice()
        _ = await pack(paper, Self.database)
        let name = try #require(part.split(separator: "\"").first)
        paper.tamper("pack/audit.json", part, part.replacing(name, with: "gone"))
        paper.remakeManifest()
        let found = await verified(paper)
        #expect(found.status != 0)
        #expect(found.codes.contains("audit-page") || found.codes.contains("audit-unreadable"))
    }

    @Test func `of a database whose records were purged no pack is made, and the reason is said`() async throws {
        let paper = await twice()
        #expect(
            await paper.run(["database", "purge", "incidents.sqlite", "--before", "2026-03-01"] + Self.moment) == 0)
        _ = paper.takeTranscript()
        #expect(await pack(paper, Self.database) == 65)
        #expect(paper.takeTranscript().contains("error[audit-purged]"))
        #expect(!paper.files.keys.contains { $0.hasPrefix("pack/") })
    }

    @Test func `without exports and without a database there is nothing to audit`() async {
        #expect(await pack(PaperWorld(files: [:]), []) == 64)
    }
}
