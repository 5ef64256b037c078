import BuiltInTemplates
import Compliance
import Diagnostics
import Reporting
import Testing
import debrief

/// Everything that the program can name, it can explain.
@Suite struct ExplainTests {
    /// What is said about each of the words, with single spaces.
    private static func answer(to words: [String]) async -> (status: Int32, text: String) {
        let paper = PaperWorld(files: [:])
        let status = await paper.run(["explain"] + words)
        return (status, folded(paper.said))
    }

    private static func folded(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test func `every diagnostic is explained by its paragraph`() async {
        let answer = await Self.answer(to: DiagnosticCatalog.all.map(\.id))
        #expect(answer.status == 0)
        for code in DiagnosticCatalog.all {
            let head = "\(code.level.rawValue)[\(code.id)]: \(code.summary)"
            #expect(answer.text.contains(Self.folded(visible("\(head) meaning: \(code.explanation)"))), "\(code.id)")
        }
    }

    @Test(arguments: ["clocks", "metrics"])
    func `every name that list shows is explained`(topic: String) async throws {
        let paper = PaperWorld(files: [:])
        #expect(await paper.run(["list", topic]) == 0)
        let names = paper.said.split(separator: "\n").compactMap { $0.split(separator: ":").first.map(String.init) }
        #expect(names.count > 3)
        let answer = await Self.answer(to: names)
        #expect(answer.status == 0)
        for name in names { #expect(answer.text.contains("\(topic.dropLast()) \(name): "), "\(name)") }
    }

    @Test func `every writing rule is explained, with its examples`() async {
        let paper = PaperWorld(files: [:])
        #expect(await paper.run(["list", "rules"]) == 0)
        let names = paper.said.split(separator: "\n").filter { !$0.hasPrefix(" ") }
            .compactMap { $0.split(separator: " ").first.map(String.init) }
        #expect(names.count == 8)
        for name in names {
            let answer = await Self.answer(to: [name])
            #expect(answer.text.contains("writing rule \(name): "))
            #expect(answer.text.contains(" broken: ") && answer.text.contains(" kept: "))
        }
    }

    @Test func `an export of one endless line is quoted around the place`() async {
        let filler = String(repeating: "x", count: 200_000)
        let paper = PaperWorld(files: [
            "one.json":
                "[{\"incidentId\":\"A\",\"notes\":\"\(filler)\",\"severity\":\"sev1\",\"lifecycle\":"
                + "{\"detectedAt\":\"2026-02-03T10:00:00Z\",\"triagedAt\":\"2026-02-03T10:01:00Z\"}}]"
        ])
        #expect(await paper.run(["explain", "one.json", "A", "triage"]) == 0)
        #expect(paper.said.contains("\"2026-02-03T10:01:00Z\""))
        #expect(paper.said.utf8.count < 4_000)
    }
}
