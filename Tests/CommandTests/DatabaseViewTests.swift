import Foundation
import Testing

/// The page about the database and the database say the same.
@Suite struct DatabaseViewTests {
    private static let page = HouseTests.root.appending(path: "Sources/debrief/Debrief.docc/Database.md")

    static func answer(_ world: PaperWorld, _ sql: String) throws -> [String] {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["sqlite3", "-bail", world.place(of: "incidents.sqlite"), sql]
        process.standardOutput = pipe
        try process.run()
        let said = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "\(sql)")
        return String(decoding: said, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    private func world() async throws -> PaperWorld {
        let world = PaperWorld(files: try DatabaseTests.samples())
        _ = await world.run(["import", "exports", "--database", "incidents.sqlite", "--as-of", "2026-02-10T00:00:00Z"])
        return world
    }

    @Test func `every column of every view is documented, and every documented column is there`() async throws {
        let world = try await world()
        let text = try String(contentsOf: Self.page, encoding: .utf8)
        let sections = text.components(separatedBy: "\n### ").dropFirst()
        var documented: Set<String> = []
        for section in sections {
            let heading = section.prefix { $0 != "\n" }
            let views = heading.split(separator: "`").enumerated().filter {
                $0.offset % 2 == (heading.first == "`" ? 0 : 1)
            }
            .map { String($0.element) }
            // Of two views in one section, each has its own table.
            let body = section.components(separatedBy: "\n## ")[0]
            let tables = body.components(separatedBy: "|---|---|\n").dropFirst()
            try #require(views.count == tables.count, "\(heading)")
            for (view, table) in zip(views, tables) {
                let rows = table.split(separator: "\n", omittingEmptySubsequences: false).prefix { $0.hasPrefix("|") }
                let cells = rows.compactMap { $0.split(separator: "|").first }
                let columns = cells.flatMap { cell in
                    cell.split(separator: "`").enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
                }
                let there = try Self.answer(world, "SELECT name FROM pragma_table_info('\(view)')")
                #expect(Set(columns) == Set(there), "\(view)")
                documented.insert(view)
            }
        }
        let views = try Self.answer(world, "SELECT name FROM sqlite_master WHERE type = 'view'")
        #expect(documented == Set(views))
    }

    @Test func `the questions of the page are answered`() async throws {
        let world = try await world()
        let text = try String(contentsOf: Self.page, encoding: .utf8)
        let questions = text.components(separatedBy: "```sql\n").dropFirst()
            .compactMap { $0.components(separatedBy: "```").first }
        #expect(questions.count == 5)
        for question in questions { #expect(!(try Self.answer(world, question)).isEmpty, "\(question)") }
    }
}
