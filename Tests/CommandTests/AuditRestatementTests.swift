import BuiltInTemplates
import Foundation
import Testing

/// What an earlier pack said otherwise, and why.
@Suite struct AuditRestatementTests {
    private func rows(_ paper: PaperWorld, _ folder: String) throws -> [[String: Any]] {
        let text = try #require(paper.files["\(folder)/audit.json"])
        let data = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let restatements = try #require(data["restatements"] as? [String: Any])
        return try #require(restatements["rows"] as? [[String: Any]])
    }

    private func row(_ rows: [[String: Any]], _ incident: String, _ about: String) throws -> [String: Any] {
        try #require(rows.first { $0["incident"] as? String == incident && $0["about"] as? String == about })
    }

    private func again(_ paper: PaperWorld, _ more: [String] = [], period: [String] = ["--quarter", "2026-Q1"]) async {
        _ = await paper.run(
            ["audit", "exports", "--out", "again", "--previous", "pack", "--quiet"] + period + AuditStage.moment + more)
    }

    @Test func `nothing changed, nothing restated`() async throws {
        let paper = await AuditStage.packed()
        await again(paper)
        #expect(try rows(paper, "again").isEmpty)
        #expect(await paper.verify("again") == (0, []))
    }

    @Test func `other data: a changed stamp, an incident that appeared, one that is gone`() async throws {
        let paper = await AuditStage.packed()
        paper.tamper("exports/coordinator.ndjson", "2026-02-03T10:20:00Z", "2026-02-03T10:14:00Z")
        paper.tamper("exports/coordinator.ndjson", "INC-2026-0004", "INC-2026-0003")
        await again(paper)
        let rows = try rows(paper, "again")
        let triage = try row(rows, "INC-2026-0002", "triage")
        #expect(triage["before"] as? String == "breached (elapsed 1200 s, limit 900 s)")
        #expect(triage["now"] as? String == "met (elapsed 840 s, limit 900 s)")
        #expect(triage["changed"] as? [String] == ["data"])
        #expect(try row(rows, "INC-2026-0002", "triaged")["changed"] as? [String] == ["data"])
        #expect(try row(rows, "INC-2026-0003", "population")["now"] as? String == "in the pack")
        #expect(try row(rows, "INC-2026-0004", "population")["now"] as? String == "not in the pack")
        #expect(await paper.verify("again") == (0, []))
        #expect(try #require(paper.files["again/restatements.csv"]).contains("INC-2026-0002,triage,"))
    }

    @Test func `another policy`() async throws {
        let paper = await AuditStage.packed()
        let policy = try #require(BuiltInTemplates.files["policies/standard.yaml"])
        paper.put(policy.replacing("sev2: 15 min", with: "sev2: 25 min", maxReplacements: 1), at: "policies/own.yaml")
        await again(paper, ["--policy", "policies"])
        let triage = try row(try rows(paper, "again"), "INC-2026-0002", "triage")
        #expect(triage["changed"] as? [String] == ["policy"])
        #expect(await paper.verify("again") == (0, []))
    }

    @Test func `another version of the program, and a later moment`() async throws {
        let paper = await AuditStage.packed()
        let data = try #require(paper.files["pack/audit.json"])
        let older = data.replacing(#""program": "debrief "#, with: #""program": "debrief 0.0.1 of "#)
            .replacing(#""verdict": "breached""#, with: #""verdict": "met""#)
        paper.put(older, at: "pack/audit.json")
        await again(paper)
        let triage = try row(try rows(paper, "again"), "INC-2026-0002", "triage")
        #expect(triage["changed"] as? [String] == ["program"])
    }

    @Test func `a later moment alone`() async throws {
        let paper = PaperWorld(files: AuditStage.exports)
        let common = ["audit", "exports", "--quarter", "2026-Q1", "--quiet"]
        _ = await paper.run(common + ["--out", "pack", "--as-of", "2026-03-31T23:30:00Z"])
        await again(paper)
        let resolve = try row(try rows(paper, "again"), "INC-2026-0005", "resolve")
        #expect(resolve["changed"] as? [String] == ["moment"])
        #expect((resolve["before"] as? String)?.hasPrefix("open") == true)
        #expect((resolve["now"] as? String)?.hasPrefix("overdue") == true)
    }

    @Test func `of overlapping periods only what belongs to both is compared`() async throws {
        let paper = await AuditStage.packed()
        paper.tamper("exports/coordinator.ndjson", "2026-02-03T10:20:00Z", "2026-02-03T10:14:00Z")
        await again(paper, period: ["--month", "2026-02"])
        let incidents = Set(try rows(paper, "again").compactMap { $0["incident"] as? String })
        #expect(incidents == ["INC-2026-0002"])
    }

    @Test func `periods that share no moment are said to be apart`() async throws {
        let paper = await AuditStage.packed()
        await again(paper, period: ["--quarter", "2025-Q4"])
        #expect(try rows(paper, "again").isEmpty)
        #expect(try #require(paper.files["again/index.html"]).contains("share no moment"))
    }
}
