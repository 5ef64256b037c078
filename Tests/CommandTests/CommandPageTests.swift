import Foundation
import Testing

/// The pages below `Pages/` are run as they are read.
@Suite struct CommandPageTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Pages")

    static let pages: [String] = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .filter { $0.hasSuffix(".md") }.sorted()

    @Test(arguments: pages)
    func `commands answer as their page says`(name: String) async throws {
        let url = Self.folder.appending(path: name)
        let page = CommandPage(try String(contentsOf: url, encoding: .utf8))
        var played = page
        let paper = PaperWorld(files: [:])
        for (index, part) in page.parts.enumerated() {
            switch part {
            case .prose: break
            case .file(let name, let text): paper.put(text, at: name)
            case .change(let name, let before, let after):
                let text = try #require(paper.files[name])
                try #require(text.contains(before))
                paper.put(text.replacing(before, with: after, maxReplacements: 1), at: name)
            case .files(let folder, let names):
                let there = paper.files.keys.filter { $0.hasPrefix(folder + "/") && !$0.contains("/.debrief/") }
                    .sorted()
                played.parts[index] = .files(folder: folder, names: there)
                if ProcessInfo.processInfo.environment["RECORD"] != "1" { #expect(there == names) }
            case .console(let steps):
                var answers: [CommandPage.Step] = []
                for step in steps {
                    let status = await paper.run(step.arguments)
                    var answer = paper.takeTranscript()
                    answer = answer.replacing("\r\n", with: "\n")
                    if !answer.isEmpty, !answer.hasSuffix("\n") { answer += "\n" }
                    if status != 0 { answer += "(exit status \(status))\n" }
                    answers.append(CommandPage.Step(command: step.command, answer: answer))
                    if ProcessInfo.processInfo.environment["RECORD"] != "1" {
                        #expect(answer == step.answer, "$ \(step.command)")
                    }
                }
                played.parts[index] = .console(answers)
            }
        }
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try played.text.write(to: url, atomically: true, encoding: .utf8)
            Issue.record("recorded \(name): a recording is no proof")
        }
    }

    @Test func `there are pages`() {
        #expect(!Self.pages.isEmpty)
    }
}
