import Foundation
import IncidentModel
import IncidentStore
import Testing
import debrief

/// The incident database beside exports: the same figures both ways, and what is known when.
@Suite struct DatabaseTests {
    static let asOf = ["--as-of", "2026-02-10T00:00:00Z"]
    static let database = ["--database", "incidents.sqlite"]

    /// The sample exports by their paths in the project.
    static func samples() throws -> [String: String] {
        let root = HouseTests.root.appending(path: "SampleData")
        var files: [String: String] = [:]
        let names = FileManager.default.enumerator(atPath: root.appending(path: "exports").path)
        for case let name as String in names ?? .init() {
            let url = root.appending(path: "exports/\(name)")
            if let text = try? String(contentsOf: url, encoding: .utf8) { files["exports/\(name)"] = text }
        }
        return files
    }

    private func said(_ arguments: [String], _ world: PaperWorld) async -> (status: Int32, out: String) {
        _ = world.takeTranscript()
        let status = await world.run(arguments)
        return (status, world.takeTranscript())
    }

    @Test(arguments: [
        ["assess"], ["ledger"], ["postmortem", "INC-2026-0101-001"],
        ["explain", "INC-2026-0101-001", "resolve"], ["explain", "--week", "2026-W06", "resolve"],
    ])
    func `a command writes the same of a database as of the exports`(command: [String]) async throws {
        let world = try await ImportedSamples.world()
        let direct = await printed([command[0], "exports"] + command.dropFirst() + Self.asOf, world)
        let kept = await printed(command + Self.database + Self.asOf, world)
        #expect(direct.count > 100)
        #expect(kept == direct)
        #expect(world.complained.contains("kept-warnings"))
    }

    @Test func `pages made from a database are the same, to the byte`() async throws {
        let world = try await ImportedSamples.world()
        #expect(await world.run(["build", "exports", "--out", "direct", "--quiet"] + Self.asOf) == 0)
        #expect(await world.run(["build", "--out", "kept", "--quiet"] + Self.database + Self.asOf) == 0)
        let pages = world.files.filter { $0.key.hasPrefix("direct/") }
        #expect(pages.count > 50)
        for (path, text) in pages { #expect(world.files["kept/" + path.dropFirst(7)] == text, "\(path)") }
    }

    @Test func `a check says the same of a database as of the exports`() async throws {
        let world = try await ImportedSamples.world()
        let direct = await said(["check", "exports"] + Self.asOf, world)
        #expect(await said(["check"] + Self.database + Self.asOf, world) == direct)
        #expect(direct.out.count > 100)
    }

    @Test func `errors of an import are warnings afterwards, whichever way a report is made`() async {
        let world = PaperWorld(files: [
            "bad.ndjson": Self.incident("mitigating", nil).replacing("\n", with: " ") + "\n{\"status\": \"resolved\"}\n"
        ])
        #expect(await world.run(["import", "bad.ndjson"] + Self.database + Self.asOf) == 65)
        let report = ["report", "--week", "2026-W06", "--format", "json", "--out", "pages"] + Self.database + Self.asOf
        for strict in [[], ["--strict"]] {
            let part = await said(report + strict, world)
            let whole = await said(report + ["--as-known-on", "2027-01-01"] + strict, world)
            #expect(part == whole)
            #expect(part.status == (strict.isEmpty ? 0 : 65))
            #expect(part.out.contains("bad.ndjson: warning[kept-errors]: 1 error when it was imported"))
        }
        #expect(!world.files.keys.contains { $0.contains("rejects") })
        let check = await said(["check"] + Self.database + Self.asOf, world)
        #expect(check.status == 65)
        #expect(check.out.contains("bad.ndjson:2:1: error[missing-id]"))
        #expect(await said(["check", "bad.ndjson"] + Self.asOf, world) == check)
    }

    @Test func `under other rules what is said of an export is counted anew`() async throws {
        let world = PaperWorld(files: ["one.json": Self.incident("mitigating", nil)])
        let standard = try String(
            contentsOf: HouseTests.root.appending(path: "Templates/policies/standard.yaml"), encoding: .utf8)
        let changed = standard.replacing("sev2, ", with: "")
        #expect(changed != standard)
        world.put(changed, at: "changed.yaml")
        #expect(await world.run(["import", "one.json"] + Self.database + Self.asOf) == 0)
        let assess = ["assess", "--policy", "changed.yaml"] + Self.database + Self.asOf
        let told = await said(assess, world)
        #expect(told.status == 0)
        #expect(told.out.contains("one.json: warning[kept-errors]: 1 error as it is read now"))
        // Whoever imports by these rules hears of it.
        world.put(Self.incident("mitigating", nil).replacing("INC-1", with: "INC-2"), at: "two.json")
        let more = await said(["import", "two.json", "--policy", "changed.yaml"] + Self.database + Self.asOf, world)
        #expect(more.out.contains("one.json: warning[kept-errors]: 1 error as it is read now"))
        #expect(await said(assess, world).out.contains("one.json: warning[kept-errors]: 1 error when it was imported"))
    }

    /// What a command writes to standard output.
    private func printed(_ arguments: [String], _ world: PaperWorld) async -> String {
        let before = world.said.count
        _ = await world.run(arguments)
        return String(world.said.dropFirst(before))
    }

    @Test func `a list of actions says the same of a database, and more as its imports grow older`() async throws {
        let world = PaperWorld(files: try Self.samples())
        #expect(await world.run(["import", "exports"] + Self.database + Self.asOf) == 0)
        let direct = await printed(["actions", "exports"] + Self.asOf, world)
        #expect(direct.contains("for 10 it is too early to tell and for 1 it cannot be told."))
        #expect(await printed(["actions"] + Self.database + Self.asOf, world) == direct)
        // Closed at the import at the latest: when exports tell of December, some of them have held.
        world.put(Self.incident("mitigating", nil).replacing("2026-02", with: "2026-12"), at: "exports/december.json")
        let later = ["--as-of", "2026-12-20T00:00:00Z"]
        #expect(await world.run(["import", "exports/december.json"] + Self.database + later) == 0)
        #expect(
            await printed(["actions", "exports"] + later, world).contains("; 3 held, for 7 it is too early to tell"))
        #expect(
            await printed(["actions"] + Self.database + later, world).contains("; 10 held and for 1 it cannot be told.")
        )
    }

    @Test(arguments: [
        ["--week", "2026-W06", "--format", "json"], ["--month", "2026-01", "--cohort", "detected", "--format", "html"],
        ["--quarter", "2026-Q1", "--format", "md"], ["--week", "2024-W07", "--format", "json"],
        ["--week", "2026-W06", "--policy-as-of", "2026-01-01", "--format", "json"],
        ["--week", "2026-W06", "--time-zone", "Asia/Tokyo", "--format", "json"],
        ["--week", "2026-W07", "--format", "md"], ["--week", "2026-W11", "--format", "json"],
        ["--month", "2026-02", "--format", "json"], ["--quarter", "2025-Q4", "--format", "json"],
        ["--from", "2026-02-09", "--to", "2026-02-10", "--format", "json"],
    ])
    func `a report looks only at the incidents that matter, and says the same`(options: [String]) async throws {
        let world = try await ImportedSamples.world()
        let direct = await reported(["exports"] + options + Self.asOf, world)
        let kept = await reported(options + Self.database + Self.asOf, world)
        #expect(direct.count > 100)
        #expect(kept == direct)
        #expect(world.complained.contains("kept-warnings"), "not made from what is believed")
    }

    @Test(arguments: [
        (["--quarter", "2026-Q1"], "2023-Q2", "2025-Q4"), (["--month", "2026-01"], "2025-02", "2025-12"),
        (["--week", "2026-W04"], "2025-W45", "2026-W03"),
    ])
    func `a report goes back by twelve periods of its kind, and says which incidents had happened before`(
        period: [String], first: String, previous: String
    ) async throws {
        struct Report: Decodable {
            struct Period: Decodable { var label: String }
            struct Point: Decodable { var period: Period }
            struct Run: Decodable { var periods: [Point] }
            struct Count: Decodable { var cohort: Int, told: Int, recurring: Int }
            struct Service: Decodable { var service: String, incidents: [String] }
            struct Recurrence: Decodable { var now: Count, before: Count, services: [Service] }
            var run: Run
            var recurrence: Recurrence
        }
        let world = PaperWorld(files: try Self.samples())
        let text = await reported(["exports", "--format", "json"] + period + Self.asOf, world)
        let report = try JSONDecoder().decode(Report.self, from: Data(text.utf8))
        let labels = report.run.periods.map(\.period.label)
        #expect(labels.count == 12)
        #expect(labels.first == first)
        #expect(labels.suffix(2) == [previous, period[1]])
        #expect(report.recurrence.now.recurring == 1)
        #expect(report.recurrence.now.told == report.recurrence.now.cohort)
        #expect(report.recurrence.before.recurring == 0)
        #expect(report.recurrence.services.map(\.service) == ["search"])
        #expect(report.recurrence.services.map(\.incidents) == [["INC-2026-0122-001"]])
    }

    @Test func `a report of a database knows of which incidents it can be told whether they had happened before`()
        async throws
    {
        func incident(_ id: Int, _ month: Int, _ summary: String) -> String {
            """
            {"incidentId":"INC-\(id)","severity":"sev3","incidentSummary":{\(summary)},"lifecycle":{"detectedAt":\
            "2026-0\(month)-02T10:00:00Z","triagedAt":"2026-0\(month)-02T10:05:00Z","resolvedAt":"2026-0\(month)-02T12:00:00Z"}}

            """
        }
        let search = "\"affectedService\":\"search\",\"title\":"
        let export =
            incident(1, 1, search + "\"Results are stale\"") + incident(2, 2, search + "\"Stale results\"")
            + incident(3, 2, search + "\"Outage\"") + incident(4, 2, "\"title\":\"Stale results\"")
            + incident(5, 2, "\"affectedService\":\"login\",\"rootCause\":\"Full disk\"")
        let world = PaperWorld(files: ["export.ndjson": export])
        let options = ["--month", "2026-02", "--format", "csv", "--as-of", "2026-03-02T00:00:00Z"]
        #expect(await world.run(["import", "export.ndjson"] + Self.database + options.suffix(2)) == 0)
        let kept = await reported(options + Self.database, world)
        #expect(kept == (await reported(["export.ndjson"] + options, world)))
        let rows = kept.components(separatedBy: "\r\n").filter { $0.contains(",recurrence,,") }
            .compactMap { $0.components(separatedBy: ",recurrence,,").last }
        #expect(rows.prefix(3) == ["cohort,4,,,", "told,2,,,", "recurring,1,,,"])
    }

    @Test func `under rules that read exports otherwise, they are read anew`() async throws {
        let world = try await ImportedSamples.world()
        _ = await world.run(["init", "house"])
        let standard = world.files["house/policies/standard.yaml"] ?? ""
        let changed = standard.replacing("resemblesWithin: 15 min", with: "resemblesWithin: 45 min")
        #expect(changed != standard)
        world.put(changed, at: "changed.yaml")
        let options = ["--week", "2026-W06", "--format", "json", "--policy", "changed.yaml"] + Self.asOf
        let direct = await reported(["exports"] + options, world)
        let kept = await reported(options + Self.database, world)
        #expect(kept == direct)
        #expect(world.complained.contains("read-anew"))
        // The next import brings it up to date.
        world.put(Self.incident("mitigating", nil), at: "one.json")
        #expect(await world.run(["import", "one.json", "--policy", "changed.yaml"] + Self.database + Self.asOf) == 0)
        let before = world.complained.count
        _ = await reported(options + Self.database, world)
        #expect(!world.complained.dropFirst(before).contains("read-anew"))
    }

    @Test func `a policy that judges otherwise gives the same figures both ways, before and after an import under it`()
        async throws
    {
        let world = PaperWorld(files: try Self.samples().filter { $0.key.contains("coordinator") })
        _ = await world.run(["init", "house"])
        let standard = world.files["house/policies/standard.yaml"] ?? ""
        let changed = standard.replacing("sev4: 72 h", with: "sev4: 1 min").replacing("sev3: 24 h", with: "sev3: 1 min")
        #expect(changed != standard)
        world.put(changed, at: "changed.yaml")
        #expect(await world.run(["import", "exports"] + Self.database + Self.asOf) == 0)
        let options = ["--week", "2026-W07", "--format", "json", "--policy", "changed.yaml"] + Self.asOf
        let direct = await reported(["exports"] + options, world)
        #expect(direct != (await reported(["exports"] + options.dropLast(4) + Self.asOf, world)))
        let said = world.complained.count
        #expect(await reported(options + Self.database, world) == direct)
        #expect(!world.complained.dropFirst(said).contains("read-anew"))
        world.put(Self.incident("mitigating", nil), at: "one.json")
        #expect(await world.run(["import", "one.json", "--policy", "changed.yaml"] + Self.database + Self.asOf) == 0)
        #expect(world.complained.dropFirst(said).contains("read-anew"))
        let after = await reported(["exports", "one.json"] + options, world)
        #expect(await reported(options + Self.database, world) == after)
    }

    /// What a report prints.
    private func reported(_ options: [String], _ world: PaperWorld) async -> String {
        await printed(["report"] + options, world)
    }

    @Test func `records of several imports are joined as if they had been read together`() async throws {
        let samples = try Self.samples()
        let world = PaperWorld(files: samples)
        // One import for each file, in an order that is not that of names.
        for name in samples.keys.sorted(by: { String($0.reversed()) < String($1.reversed()) }) {
            _ = await world.run(["import", name] + Self.database + Self.asOf)
        }
        let options = ["--week", "2026-W06", "--format", "json"] + Self.asOf
        let direct = await reported(["exports"] + options, world)
        #expect(direct.count > 100)
        #expect(await reported(options + Self.database, world) == direct)
    }

    @Test(arguments: [1, 50])
    func `of many incidents in any number of files, imported in any order, the figures are the same`(
        files: Int
    ) async throws {
        let numbers = (0..<2_000).sorted { Self.mixed($0) < Self.mixed($1) }
        var exports: [String: String] = [:]
        for (place, number) in numbers.enumerated() {
            exports["exports/\(place % files).ndjson", default: ""] += Self.invented(number) + "\n"
        }
        let world = PaperWorld(files: exports)
        let asOf = ["--as-of", "2026-07-01T00:00:00Z"]
        for name in exports.keys.sorted(by: { $0.hashValue < $1.hashValue }) {
            #expect(await world.run(["import", name, "--quiet"] + Self.database + asOf) == 0)
        }
        // Runs of twelve that hold all incidents, some, or none but those that are not resolved, which owe nothing yet.
        for (period, owes) in [
            (["--week", "2026-W12"], true), (["--week", "2026-W25"], true), (["--month", "2026-05"], true),
            (["--week", "2026-W45"], false),
        ] {
            let options = period + ["--format", "json"] + asOf
            let direct = await reported(["exports"] + options, world)
            let kept = await reported(options + Self.database, world)
            #expect(direct.contains("\"read\": 2000"))
            #expect(direct.contains("\"firstDue\": \"2026-") == owes, "\(period)")
            #expect(kept == direct, "\(period)")
        }
        // As things stood in the middle of it all: what came later has not happened, in the run of periods neither.
        for moment in ["2026-03-18T12:00:00Z", "2026-05-03T00:00:00Z"] {
            for period in [["--week", "2026-W12"], ["--month", "2026-04", "--cohort", "detected"]] {
                let options = period + ["--format", "json", "--as-of", moment]
                let direct = await reported(["exports"] + options, world)
                #expect(await reported(options + Self.database, world) == direct, "\(period) \(moment)")
            }
        }
    }

    /// A number that seems to have nothing to do with the one it is made of (SplitMix64's last steps).
    private static func mixed(_ number: Int) -> UInt64 {
        var z = UInt64(number) &* 0x9E37_79B9_7F4A_7C15
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        return z ^ (z >> 27)
    }

    private static func invented(_ number: Int) -> String {
        let dice = mixed(number + 7)
        let detected = CivilTime(year: 2026, month: 1, day: 1).instant
            .advanced(bySeconds: Int(dice % 15_000_000))
        let end = detected.advanced(bySeconds: Int(dice >> 16 % 40_000))
        let service = ["checkout", "search", "billing"][Int(dice >> 8 % 3)]
        let topic = ["times out", "returns errors", "is slow", "shows stale results"][Int(dice >> 10 % 4)]
        return """
            {"incidentId": "INC-\(number)", "severity": "sev\(1 + dice >> 12 % 4)", "incidentSummary": {"title": \
            "Page \(topic) in \(service)", "detectedAt": "\(detected.rfc3339)", "affectedService": "\(service)"}, \
            "lifecycle": {"detectedAt": "\(detected.rfc3339)", "triagedAt": "\
            \(detected.advanced(bySeconds: Int(dice >> 20 % 900)).rfc3339)"\(
                dice >> 30 % 20 == 0 ? "" : ", \"resolvedAt\": \"\(end.rfc3339)\"")}}
            """
    }

    @Test func `pages that were made from a database are noted in it`() async throws {
        let world = PaperWorld(files: ["one.json": Self.incident("resolved", "2026-02-02T13:30:00Z")])
        _ = await world.run(["import", "one.json"] + Self.database + Self.asOf)
        #expect(await world.run(["build", "--out", "pages"] + Self.database + Self.asOf) == 0)
        let noted = try DatabaseViewTests.answer(world, "SELECT path, sha256 FROM documents")
        #expect(noted.contains { $0.hasPrefix("pages/index.html|") })
        #expect(noted.allSatisfy { $0.split(separator: "|").last?.count == 64 })
    }

    private static func incident(_ status: String, _ resolved: String?) -> String {
        """
        {"incidentId": "INC-1", "status": "\(status)", "severity": "sev2", "incidentSummary": {"title": "Checkout fails",
        "detectedAt": "2026-02-02T10:00:00Z", "affectedService": "checkout"}, "nextActions": [{"action": "Alert earlier",
        "owner": "Ada", "dueBy": "2026-02-20T00:00:00Z", "status": "\(resolved == nil ? "pending" : "done")"}],
        "lifecycle": {"detectedAt": "2026-02-02T10:00:00Z"\(resolved.map { ", \"resolvedAt\": \"\($0)\"" } ?? "")}}
        """
    }

    @Test func `a newer export updates an incident, and what was known before is kept`() async throws {
        let world = PaperWorld(files: [
            "monday.json": Self.incident("mitigating", nil),
            "tuesday.json": Self.incident("resolved", "2026-02-02T13:30:00Z"),
        ])
        let first = ["--as-of", "2026-02-03T00:00:00Z"]
        let second = ["--as-of", "2026-02-04T00:00:00Z"]
        #expect(await world.run(["import", "monday.json"] + Self.database + first) == 0)
        #expect(await world.run(["import", "tuesday.json"] + Self.database + second) == 0)
        #expect(world.complained.contains("No incidents new, 1 updated, 1 in the database"))

        let now = await said(["assess", "INC-1"] + Self.database + second, world)
        #expect(now.out.contains("\"resolvedAt\": \"2026-02-02T13:30:00Z\""))
        #expect(!now.out.contains("merged-record"))
        let then = await said(["assess", "INC-1"] + Self.database + second + ["--as-known-on", "2026-02-03"], world)
        #expect(!then.out.contains("13:30"))
        // Read beside the database, exports are newer than all of it.
        let beside = await said(["assess", "INC-1", "tuesday.json"] + Self.database + second, world)
        #expect(beside.out.contains("\"resolvedAt\": \"2026-02-02T13:30:00Z\""))
    }

    @Test func `a copy of an export is read once, from exports as into a database`() async throws {
        let world = PaperWorld(files: [
            "exports/a.json": Self.incident("mitigating", nil), "exports/b/copy.json": Self.incident("mitigating", nil),
            "exports/c.json": Self.incident("mitigating", nil).replacing("INC-1", with: "INC-2"),
        ])
        #expect(await world.run(["import", "exports"] + Self.database + Self.asOf) == 0)
        let options = ["--week", "2026-W06", "--format", "json"] + Self.asOf
        let direct = await reported(["exports"] + options, world)
        #expect(world.complained.contains("exports/b/copy.json: note[same-bytes]: the same bytes as exports/a.json"))
        #expect(direct.contains("\"merged\": 0") && direct.contains("\"read\": 2"))
        let ledger = await printed(["ledger", "exports", "--format", "md"] + Self.asOf, world)
        #expect(ledger.contains("| exports/b/copy.json | a copy of exports/a.json | 0 |"))
        #expect(await reported(options + Self.database, world) == direct)
    }

    @Test func `importing a file again changes nothing, and says so`() async throws {
        let world = PaperWorld(files: ["one.json": Self.incident("mitigating", nil)])
        _ = await world.run(["import", "one.json"] + Self.database + Self.asOf)
        let before = try Data(contentsOf: URL(filePath: world.place(of: "incidents.sqlite")))
        world.put(Self.incident("mitigating", nil), at: "copy.json")
        let again = await said(["import", "copy.json"] + Self.database + Self.asOf, world)
        #expect(again.status == 0)
        #expect(again.out.contains("imported-before"))
        #expect(try Data(contentsOf: URL(filePath: world.place(of: "incidents.sqlite"))) == before)
    }

    @Test func `without exports and without a database nothing can be read`() async {
        let world = PaperWorld(files: [:])
        #expect(await world.run(["report"]) == 64)
        #expect(await world.run(["report"] + Self.database) == 66)
        #expect(await world.run(["import", "x.json", "--database", "d.sqlite"]) == 66)
        #expect(await world.run(["import", "x.json"]) == 64)
        #expect(await world.run(["report", "x.json", "--as-known-on", "2026-02-03"]) == 64)
    }
}
