import Foundation
import Testing

/// What a check of a pack finds, whatever somebody did to it.
@Suite struct AuditVerifyTests {
    @Test(arguments: [[], ["--regime", "gdpr,nis2,dora"], ["--sample", "2", "--seed", "18446744073709551615"]])
    func `a pack holds, and the check needs nothing but the pack`(options: [String]) async throws {
        let made = await AuditStage.packed(options)
        let paper = PaperWorld(files: made.files.filter { $0.key.hasPrefix("pack/") })
        let found = await paper.verify()
        #expect(found.status == 0, "\(paper.complained)")
        #expect(found.codes.isEmpty)
        #expect(paper.complained.contains("SHA-256 of MANIFEST.sha256: "))
    }

    @Test func `a changed byte in the evidence is found`() async throws {
        let paper = await AuditStage.packed()
        let export = try #require(paper.packFile("evidence/exports/001"))
        paper.tamper(export, "No id", "no id")
        #expect(await paper.verify() == (1, ["audit-changed", "audit-export", "audit-page"]))
        // A manifest that fits does not hide it; page and data show the digest of the export.
        paper.remakeManifest()
        #expect(await paper.verify() == (1, ["audit-export", "audit-page"]))
    }

    @Test func `a changed stamp in an export changes what is derived`() async throws {
        let paper = await AuditStage.packed()
        let export = try #require(paper.packFile("evidence/exports/002"))
        paper.tamper(export, "2026-02-03T10:20:00Z", "2026-02-03T10:14:00Z")
        paper.remakeManifest()
        let found = await paper.verify()
        #expect(found.status == 1)
        #expect(found.codes.isSuperset(of: ["audit-export", "audit-verdict", "audit-fact", "audit-record"]))
    }

    @Test func `a changed record that no longer stands in its export is found`() async throws {
        let paper = await AuditStage.packed()
        let record = try #require(paper.packFile("evidence/records/INC-2026-0002"))
        paper.tamper(record, "10:20:00", "10:14:00")
        #expect(await paper.verify() == (1, ["audit-changed", "audit-record"]))
        paper.remakeManifest()
        #expect(await paper.verify() == (1, ["audit-record"]))
    }

    @Test(arguments: [
        "audit.json", "index.html", "verdicts.csv", "evidence/exports/001", "evidence/records/INC-2026-0001",
    ])
    func `a removed file is found, by the manifest and without it`(words: String) async throws {
        let paper = await AuditStage.packed()
        let gone = try #require(paper.packFile("pack/" + words))
        let rest = PaperWorld(files: paper.files.filter { $0.key != gone })
        let found = await rest.verify()
        #expect(found.status == (words == "audit.json" || words.contains("exports") ? 65 : 1))
        #expect(found.codes.contains("audit-missing"))
        rest.remakeManifest()
        let again = await rest.verify()
        #expect(again.status != 0)
        #expect(!again.codes.isDisjoint(with: ["audit-missing", "audit-unreadable"]))
    }

    @Test func `a changed verdict is found, though the manifest fits`() async throws {
        let paper = await AuditStage.packed()
        let data = try #require(paper.files["pack/audit.json"])
        let start = try #require(data.firstRange(of: #""id": "INC-2026-0002""#))
        let verdict = try #require(data[start.upperBound...].firstRange(of: #""outcome": "broken""#))
        var changed = data
        changed.replaceSubrange(verdict, with: #""outcome": "kept""#)
        paper.put(changed, at: "pack/audit.json")
        paper.remakeManifest()
        #expect(await paper.verify() == (1, ["audit-verdict", "audit-page"]))
    }

    @Test(arguments: [("verdicts.csv", ",breached,", ",met,"), ("index.html", ">Broken<", ">Kept<")])
    func `a changed table or page is found, though the manifest fits`(
        file: String, old: String, new: String
    ) async throws {
        let paper = await AuditStage.packed()
        paper.tamper("pack/" + file, old, new)
        paper.remakeManifest()
        #expect(await paper.verify() == (1, ["audit-page"]))
        #expect(paper.complained.contains("\(file), line "))
        #expect(!paper.complained.contains("\(file), line 1,"))
    }

    @Test func `an incident that is told twice is found, though both are right`() async throws {
        let paper = await AuditStage.packed()
        let data = try #require(paper.files["pack/audit.json"])
        let id = try #require(data.firstRange(of: #""id": "INC-2026-0002""#))
        let open = try #require(data[..<id.lowerBound].ranges(of: "\n    {\n").last)
        let close = try #require(data[id.upperBound...].firstRange(of: "\n    },"))
        var changed = data
        changed.insert(contentsOf: data[open.lowerBound..<close.upperBound], at: open.lowerBound)
        paper.put(changed, at: "pack/audit.json")
        paper.remakeManifest()
        #expect(await paper.verify() == (1, ["audit-verdict", "audit-page"]))
    }

    @Test(
        arguments: [
            ("  \"incidents\": [", "  \"incidents\": [1, "), ("  \"incidents\": [", "  \"incidents\": [}, "),
            ("  \"incidents\": [", "  \"incidents\": {}, \"other\": ["),
            ("  \"incidents\": [", "  \"incidents\": [], \"incidents\": ["), ("  \"idSeries\"", "  idSeries"),
        ].map { (old: "\n" + $0.0, new: "\n" + $0.1) })
    func `data that is no list of incidents cannot be read`(old: String, new: String) async throws {
        let paper = await AuditStage.packed()
        paper.tamper("pack/audit.json", old, new)
        paper.remakeManifest()
        #expect(await paper.verify() == (65, ["audit-unreadable"]))
    }

    @Test func `a dropped incident is found, though the manifest fits`() async throws {
        let paper = await AuditStage.packed()
        let data = try #require(paper.files["pack/audit.json"])
        // Its whole object, by the indentation of its brackets.
        let id = try #require(data.firstRange(of: #""id": "INC-2026-0002""#))
        let open = try #require(data[..<id.lowerBound].ranges(of: "\n    {\n").last)
        let close = try #require(data[id.upperBound...].firstRange(of: "\n    },"))
        var changed = data
        changed.removeSubrange(open.lowerBound..<close.upperBound)
        paper.put(changed, at: "pack/audit.json")
        paper.remakeManifest()
        let found = await paper.verify()
        #expect(found.status == 1)
        #expect(found.codes.contains("audit-incident"))
    }

    @Test func `an incident that is dropped with its records and its line in the export is found`() async throws {
        let paper = await AuditStage.packed()
        let export = try #require(paper.packFile("evidence/exports/002"))
        let line = try #require(paper.files[export]).split(separator: "\n")[1]
        paper.tamper(export, line + "\n", "")
        paper.remakeManifest()
        let found = await paper.verify()
        #expect(found.status == 1)
        #expect(found.codes.isSuperset(of: ["audit-export", "audit-incident"]))
    }

    @Test func `a swapped policy is found by its digest and by the verdicts that it gives`() async throws {
        let paper = await AuditStage.packed()
        let policy = try #require(paper.packFile("pack/policies/01"))
        paper.tamper(policy, "sev2: 15 min", "sev2: 25 min")
        paper.remakeManifest()
        let found = await paper.verify()
        #expect(found.status == 1)
        #expect(found.codes.isSuperset(of: ["audit-policy", "audit-verdict"]))
    }

    @Test func `an additional file is found, listed or not`() async throws {
        let paper = await AuditStage.packed()
        paper.put("more", at: "pack/evidence/more.txt")
        #expect(await paper.verify() == (1, ["audit-additional"]))
        paper.remakeManifest()
        #expect(await paper.verify() == (1, ["audit-additional"]))
    }

    @Test func `another version is named, and facts are compared all the same`() async throws {
        let paper = await AuditStage.packed()
        let data = try #require(paper.files["pack/audit.json"])
        paper.put(
            data.replacing(#""program": "debrief "#, with: #""program": "debrief 0.0.1 of "#), at: "pack/audit.json")
        paper.remakeManifest()
        #expect(await paper.verify() == (0, ["audit-program"]))
        let verdict = try #require(data.firstRange(of: #""outcome": "broken""#))
        var changed = try #require(paper.files["pack/audit.json"])
        changed.replaceSubrange(try #require(changed.firstRange(of: data[verdict])), with: #""outcome": "kept""#)
        paper.put(changed, at: "pack/audit.json")
        paper.remakeManifest()
        #expect(await paper.verify() == (1, ["audit-program", "audit-verdict"]))
    }

    // MARK: Hostile packs

    @Test(arguments: [
        "../exports/coordinator.ndjson", "/etc/passwd", "evidence/../../exports/broken.json", "evidence//x",
        "./audit.json",
        "evidence\\x",
    ])
    func `a manifest that leads out of the folder is refused`(path: String) async throws {
        let paper = await AuditStage.packed()
        let manifest = try #require(paper.files["pack/MANIFEST.sha256"])
        paper.put(manifest + String(repeating: "0", count: 64) + "  \(path)\n", at: "pack/MANIFEST.sha256")
        let found = await paper.verify()
        #expect(found.status == 1)
        #expect(found.codes.contains("audit-unsafe"))
    }

    @Test func `data that names files outside the pack reads none of them`() async throws {
        let paper = await AuditStage.packed()
        let export = try #require(paper.packFile("evidence/exports/001")).dropFirst("pack/".count)
        let data = try #require(paper.files["pack/audit.json"])
        paper.put(
            data.replacing("\"file\": \"\(export)\"", with: "\"file\": \"../exports/broken.json\""),
            at: "pack/audit.json")
        let found = await paper.verify()
        #expect(found.status == 65)
        #expect(found.codes.contains("audit-unreadable"))
    }

    @Test(arguments: [
        "", "{", "[]", "null", "{\"schema\":\"debrief/sla-report/1\"}", "{\"schema\":\"debrief/audit-pack/1\"}",
        String(repeating: "[", count: 100_000),
    ])
    func `broken data is a clear error`(text: String) async throws {
        let paper = await AuditStage.packed()
        paper.put(text, at: "pack/audit.json")
        let found = await paper.verify()
        #expect(found.status == 65)
        #expect(found.codes.contains("audit-unreadable"))
    }

    @Test(arguments: [
        (#""sample": ["#, #""simple": ["#), (#""2026-Q1""#, #""2026-Q9""#), (#""UTC""#, #""Mars/Olympus""#),
        (#""utf-8""#, #""ebcdic""#),
    ])
    func `options that cannot be are a clear error`(old: String, new: String) async throws {
        let paper = await AuditStage.packed()
        let data = try #require(paper.files["pack/audit.json"])
        let options = try #require(data.firstRange(of: #""options": {"#))
        let head = data[..<options.lowerBound]
        let rest = data[options.lowerBound...].description
        let found = try #require(rest.range(of: old, options: .caseInsensitive))
        paper.put(head + rest.replacingCharacters(in: found, with: new), at: "pack/audit.json")
        let verified = await paper.verify()
        #expect(verified.status == 65)
        #expect(verified.codes.contains("audit-unreadable"))
    }

    @Test func `a folder that is no pack is no input`() async throws {
        let paper = PaperWorld(files: AuditStage.exports)
        #expect(await paper.run(["audit", "verify", "exports"]) == 66)
        #expect(await paper.run(["audit", "verify", "nowhere"]) == 66)
    }

    @Test func `a manifest of noise is told line by line`() async throws {
        let paper = await AuditStage.packed()
        let manifest = try #require(paper.files["pack/MANIFEST.sha256"])
        let first = try #require(manifest.split(separator: "\n").first)
        paper.put(manifest + "noise\n" + first + "\n", at: "pack/MANIFEST.sha256")
        #expect(await paper.verify() == (1, ["audit-manifest"]))
    }
}
