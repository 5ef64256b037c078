import Diagnostics
import Foundation
import Importing
import IncidentModel
import Syntax
import Testing

/// The README's recipe for a dialect is code that compiles, and reads what it says it reads.
@Suite struct RecipeTests {
    private static let export = """
        {"tickets": [
          {"ticket": "HD-7", "headline": "Payments fail", "grade": "sev2", "product": "Checkout",
           "raised": "2026-02-03T10:00:00+01:00", "accepted": "2026-02-03T09:04:00Z", "settled": "2026-02-03T11:00:00Z",
           "pager": "PQ7RST1", "words": "Cards are declined."},
          {"ticket": "HD-8", "headline": "Slow", "grade": "dreadful", "raised": "yesterday"},
          {"headline": "No number", "raised": "2026-02-04T10:00:00Z"}
        ]}
        """

    private static func read() async -> ImportedExport {
        let catalog = DialectCatalog(DialectCatalog.builtIn.all + [HarbourDeskDialect()])
        let importer = Importer(gate: .standard, sourceZone: nil, depth: .everything, width: 1, dialects: catalog)
        return await importer.read(InputText(export), source: SourceID(0))
    }

    @Test func `the recipe's dialect is recognised among all others, and believed`() async throws {
        let export = await Self.read()
        #expect(export.dialect == "harbour-desk")
        let incident = try #require(export.incidents.first?.incident.value)
        #expect(incident.id == "HD-7")
        #expect(incident.severity?.value == .sev2)
        #expect(incident.title?.value == "Payments fail")
        #expect(incident.service?.value == "Checkout")
        #expect(
            incident.milestones.marks.map { "\($0.milestone) \($0.instant.rfc3339)" } == [
                "detected 2026-02-03T09:00:00Z", "triaged 2026-02-03T09:04:00Z", "resolved 2026-02-03T11:00:00Z",
            ])
        #expect(export.incidents.first?.references.map(\.id) == ["PQ7RST1"])
        #expect(incident.story.description?.value == "Cards are declined.")
    }

    @Test func `what it cannot use is said without a word of its own`() async {
        let export = await Self.read()
        #expect(Set(export.diagnostics.map(\.code.id)).isSuperset(of: ["unknown-severity", "bad-timestamp"]))
        #expect(export.rejects.map(\.diagnostic.code.id) == ["missing-id"])
        #expect(export.recordsSeen == 3)
    }

    /// Without the import of the room, which code in `Sources/Importing` does not need.
    @Test func `README shows the dialect as it is compiled here`() throws {
        let here = URL(filePath: #filePath).deletingLastPathComponent()
        let root = here.deletingLastPathComponent().deletingLastPathComponent()
        let source = try String(contentsOf: here.appending(path: "HarbourDeskDialect.swift"), encoding: .utf8)
        let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
        let blocks = readme.components(separatedBy: "```swift\n").dropFirst()
            .compactMap { $0.components(separatedBy: "```").first }
        let code = source.components(separatedBy: "package import Importing\n").joined()
        #expect(code.hasPrefix("import Diagnostics\npackage import IncidentModel"))
        #expect(blocks.contains(code))
    }
}
