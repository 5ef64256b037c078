import Foundation
import Testing

/// The sample exports, the pages that are made of them, and the broken inputs beside them.
@Suite struct SampleDataTests {
    private static let moment = "2026-02-23T08:00:00Z"

    /// Every file below a folder of the repository, by its path.
    private static func files(below folder: String) throws -> [String: String] {
        let start = HouseTests.root.appending(path: folder)
        var files: [String: String] = [:]
        for case let name as String in FileManager.default.enumerator(atPath: start.path) ?? .init() {
            let url = start.appending(path: name)
            guard try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
            files["\(folder)/\(name)"] = String(decoding: try Data(contentsOf: url), as: UTF8.self)
        }
        return files
    }

    @Test func `the sample pages are what the program makes of the sample exports`() async throws {
        let paper = PaperWorld(files: try Self.files(below: "SampleData/exports"))
        let status = await paper.run([
            "build", "SampleData/exports", "--out", "SampleData/pages", "--as-of", Self.moment,
        ])
        #expect(status == 0)
        let made = paper.files.filter {
            $0.key.hasPrefix("SampleData/pages/") && !$0.key.contains("/.debrief")
        }
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try FileManager.default.removeItem(at: HouseTests.root.appending(path: "SampleData/pages"))
            for (name, text) in made {
                let url = HouseTests.root.appending(path: name)
                try FileManager.default.createDirectory(
                    at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(text.utf8).write(to: url)
            }
            Issue.record("recorded the sample pages: a recording is no proof")
            return
        }
        let kept = try Self.files(below: "SampleData/pages")
        #expect(Set(made.keys) == Set(kept.keys))
        for (name, text) in made where kept[name] != text { Issue.record("\(name) is not current") }
    }

    @Test(arguments: ["2026-W04", "2026-W06", "2026-W08"])
    func `a report that reads figures only says what one that reads everything says`(week: String) async throws {
        let paper = PaperWorld(files: try Self.files(below: "SampleData/exports"))
        let common = ["--week", week, "--as-of", Self.moment, "--format", "json", "--quiet"]
        _ = await paper.run(["build", "SampleData/exports", "--out", "pages"] + common)
        _ = await paper.run(["report", "SampleData/exports", "--out", "-"] + common)
        #expect(paper.said == paper.files["pages/sla-report-\(week).json"])
        #expect(paper.said.contains("\"csm-call\""))
    }

    @Test func `a second run over the sample exports writes nothing`() async throws {
        let paper = PaperWorld(files: try Self.files(below: "SampleData/exports"))
        let arguments = ["build", "SampleData/exports", "--out", "pages", "--as-of", Self.moment, "--quiet"]
        _ = await paper.run(arguments)
        let first = paper.files
        _ = await paper.run(arguments)
        #expect(paper.files == first)
    }

    /// The rows of the table in `SampleData/README.md`: file and the code that must be said.
    private static let brokenInputs: [(file: String, code: String)] = {
        let readme = (try? files(below: "SampleData"))?["SampleData/README.md"] ?? ""
        let broken = readme.components(separatedBy: "## `broken/`").last ?? ""
        return broken.split(separator: "\n").compactMap { line in
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            guard cells.count == 3, cells[0].hasPrefix("`"), cells[2].hasPrefix("`") else { return nil }
            return (cells[0].trimmingCharacters(in: ["`"]), cells[2].trimmingCharacters(in: ["`"]))
        }
    }()

    @Test func `every broken input stands in the table`() throws {
        let names = try Self.files(below: "SampleData/broken").keys.map { $0.components(separatedBy: "/").last ?? "" }
        #expect(Set(names) == Set(Self.brokenInputs.map(\.file)))
    }

    @Test(arguments: brokenInputs)
    func `a broken input is answered as the table says`(file: String, code: String) async throws {
        let url = HouseTests.root.appending(path: "SampleData/broken/\(file)")
        let paper = PaperWorld(files: [:])
        paper.put([UInt8](try Data(contentsOf: url)), at: file)
        let status = await paper.run(["check", file, "--as-of", Self.moment])
        #expect(paper.complained.contains("[\(code)]"), "\(paper.complained)")
        #expect(status == (paper.complained.contains("error[") ? 65 : 1))
    }

    /// Figures of the week, computed from the exports by an independent script: severity, clock, met, breached,
    /// unproven, mean and median in seconds.
    private static let figures: [(String, String, Int, Int, Int, Double, Double)] = [
        ("sev1", "triage", 3, 1, 0, 303.25, 187), ("sev1", "communicate", 2, 1, 1, 869, 900),
        ("sev1", "resolve", 3, 1, 0, 3462.5, 3450), ("sev2", "triage", 3, 1, 1, 705.25, 750),
        ("sev2", "communicate", 3, 1, 1, 1605.25, 1650), ("sev2", "resolve", 3, 2, 0, 13000.2, 14400),
        ("sev3", "triage", 7, 1, 1, 2205.125, 2250), ("sev3", "communicate", 4, 1, 4, 4812.2, 5400),
        ("sev3", "resolve", 6, 2, 1, 107050.125, 65600), ("sev4", "triage", 3, 1, 1, 10250.25, 10800),
        ("sev4", "communicate", 2, 1, 2, 66601.0 / 3, 28800), ("sev4", "resolve", 4, 1, 0, 149880.2, 100000),
    ]

    @Test func `the week's figures are those that an independent script finds`() async throws {
        let paper = PaperWorld(files: try Self.files(below: "SampleData/exports"))
        let status = await paper.run([
            "report", "SampleData/exports", "--week", "2026-W06", "--as-of", Self.moment, "--format", "json", "--quiet",
        ])
        #expect(status == 0)
        let report = try #require(try JSONSerialization.jsonObject(with: Data(paper.said.utf8)) as? [String: Any])
        let severities = try #require(report["severities"] as? [[String: Any]])
        #expect(severities.compactMap { $0["severity"] as? String } == ["sev1", "sev2", "sev3", "sev4"])
        #expect(severities.compactMap { $0["detected"] as? Int } == [5, 5, 9, 5])
        #expect(severities.compactMap { $0["resolved"] as? Int } == [4, 5, 9, 5])
        #expect(severities.compactMap { $0["open"] as? Int } == [1, 1, 1, 2])
        for (severity, clock, met, breached, unproven, mean, median) in Self.figures {
            let row = try #require(severities.first { $0["severity"] as? String == severity })
            let figures = try #require((row["clocks"] as? [String: [String: Any]])?[clock])
            #expect(figures["met"] as? Int == met, "\(severity) \(clock)")
            #expect(figures["breached"] as? Int == breached, "\(severity) \(clock)")
            #expect(figures["unproven"] as? Int == unproven, "\(severity) \(clock)")
            let found = try #require(figures["meanSeconds"] as? Double)
            #expect(abs(found - mean) < 1e-6, "\(severity) \(clock)")
            #expect(figures["medianSeconds"] as? Double == median, "\(severity) \(clock)")
        }
    }
}
