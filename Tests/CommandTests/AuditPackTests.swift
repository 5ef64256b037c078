import Foundation
import Testing

/// What a pack holds, and that it always holds the same.
@Suite struct AuditPackTests {
    private func data(_ paper: PaperWorld) throws -> [String: Any] {
        let text = try #require(paper.files["pack/audit.json"])
        return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test func `the population is every incident that was detected or resolved in the period`() async throws {
        let data = try data(await AuditStage.packed())
        let incidents = try #require(data["incidents"] as? [[String: Any]])
        #expect(
            incidents.compactMap { $0["id"] as? String } == [
                "=INC-7", "INC-2026-0001", "INC-2026-0002", "INC-2026-0004", "INC-2026-0005",
            ])
        #expect(incidents.compactMap { $0["number"] as? Int } == [1, 2, 3, 4, 5])
        #expect(data["unplaced"] as? [String] == ["INC-2026-0006"])
        #expect(data["openAtEnd"] as? [String] == ["INC-2026-0005"])
    }

    @Test func `what cannot be proven is an exception, and never kept`() async throws {
        let data = try data(await AuditStage.packed())
        let exceptions = try #require(data["exceptions"] as? [[String: Any]])
        func about(_ kind: String, _ id: String) -> [String] {
            exceptions.filter { $0["kind"] as? String == kind && $0["incident"] as? String == id }
                .compactMap { $0["about"] as? String }
        }
        #expect(about("broken", "INC-2026-0002").contains("triage"))
        #expect(about("unproven", "INC-2026-0004").contains("communicate"))
        #expect(about("unplaced", "INC-2026-0006") == ["period"])
        let excluded = try #require(data["excluded"] as? [[String: Any]])
        #expect(excluded.compactMap { $0["kind"] as? String } == ["rejected"])
    }

    @Test func `each verdict names the export, its digest, the line, and a file that holds the record`() async throws {
        let paper = await AuditStage.packed()
        let incidents = try #require(try data(paper)["incidents"] as? [[String: Any]])
        let second = try #require(incidents.first { $0["id"] as? String == "INC-2026-0002" })
        let promises = try #require(second["promises"] as? [[String: Any]])
        let triage = try #require(promises.first { $0["name"] as? String == "triage" })
        #expect(triage["outcome"] as? String == "broken")
        #expect(triage["elapsedSeconds"] as? Int == 1200)
        #expect(triage["limitSeconds"] as? Int == 900)
        let stop = try #require(triage["stop"] as? [String: Any])
        #expect(stop["line"] as? Int == 2)
        #expect(stop["field"] as? String == "lifecycle.triagedAt")
        #expect(stop["system"] as? String == "coordinator")
        let record = try #require(stop["record"] as? String)
        let lines = try #require(AuditStage.exports["exports/coordinator.ndjson"]).split(separator: "\n")
        #expect(paper.files["pack/" + record] == String(lines[1]))
        let manifest = try #require(paper.files["pack/MANIFEST.sha256"])
        #expect(
            manifest.contains(
                "\(try #require(stop["sha256"] as? String))  \(try #require(stop["export"] as? String))\n"))
    }

    @Test func `gaps between numbers are shown`() async throws {
        let series = try #require(try data(await AuditStage.packed())["idSeries"] as? [[String: Any]])
        let missing = try #require(series.first?["missing"] as? [[String: String]])
        #expect(missing == [["first": "INC-2026-0003", "last": "INC-2026-0003"]])
    }

    @Test func `the same inputs make the same bytes, and the manifest lists every other file, sorted`() async throws {
        let first = await AuditStage.packed(["--regime", "gdpr,nis2,dora"])
        let second = await AuditStage.packed(["--regime", "gdpr", "--regime", "nis2,dora"])
        #expect(first.files == second.files)
        let manifest = try #require(first.files["pack/MANIFEST.sha256"]).split(separator: "\n").map { $0.dropFirst(66) }
        #expect(manifest == manifest.sorted())
        let inside = first.files.keys.filter { $0.hasPrefix("pack/") && !$0.hasSuffix("MANIFEST.sha256") }
        #expect(Set(manifest.map(String.init)) == Set(inside.map { String($0.dropFirst(5)) }))
    }

    @Test func `nothing of an export can run in a table or on the page`() async throws {
        let paper = await AuditStage.packed()
        for name in ["population", "verdicts", "exceptions", "sample"] {
            let table = try #require(paper.files["pack/\(name).csv"])
            #expect(!table.contains(",=INC") && !table.contains("\r\n=INC"), "\(name)")
        }
        let page = try #require(paper.files["pack/index.html"])
        #expect(page.contains("&lt;b&gt;bold&lt;/b&gt;"))
        #expect(!page.contains("<b>bold"))
        #expect(page.contains("Content-Security-Policy"))
    }

    @Test func `the sample is what its seed draws, and all where there are no more`() async throws {
        let some = try data(await AuditStage.packed(["--sample", "2", "--seed", "7"]))
        let sample = try #require(some["sample"] as? [String: Any])
        let numbers = try #require(sample["numbers"] as? [Int])
        #expect(numbers.count == 2)
        let incidents = try #require(some["incidents"] as? [[String: Any]])
        #expect(incidents.filter { $0["sampled"] as? Bool == true }.compactMap { $0["number"] as? Int } == numbers)
        let all = try data(await AuditStage.packed())
        #expect((all["sample"] as? [String: Any])?["numbers"] as? [Int] == [1, 2, 3, 4, 5])
    }

    @Test func `a pack is never written over`() async throws {
        let paper = await AuditStage.packed()
        let before = paper.files
        let status = await paper.run(["audit", "exports", "--quarter", "2026-Q1", "--out", "pack"] + AuditStage.moment)
        #expect(status == 73)
        #expect(paper.files == before)
    }

    @Test func `a write that fails leaves a folder without a manifest`() async throws {
        let paper = PaperWorld(files: AuditStage.exports, refused: ["verdicts.csv"])
        let status = await paper.run(["audit", "exports", "--quarter", "2026-Q1", "--out", "pack"] + AuditStage.moment)
        #expect(status == 73)
        #expect(paper.files["pack/MANIFEST.sha256"] == nil)
    }

    @Test func `an unknown regime is a usage error`() async throws {
        let paper = PaperWorld(files: AuditStage.exports)
        let status = await paper.run(
            ["audit", "exports", "--quarter", "2026-Q1", "--out", "pack", "--regime", "hipaa"] + AuditStage.moment)
        #expect(status == 64)
        #expect(paper.complained.contains("gdpr, nis2 and dora"))
    }
}
