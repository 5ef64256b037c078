import Testing
import debrief

/// What a folder remembers of the pages that were written to it.
@Suite struct OutputFolderTests {
    private static func export(_ title: String) -> String {
        """
        {"incidentId":"INC-1","severity":"sev1","incidentSummary":{"title":"\(title)"},"lifecycle":\
        {"detectedAt":"2026-02-03T10:00:00Z","resolvedAt":"2026-02-03T11:00:00Z"}}
        """
    }

    private static let arguments = ["postmortem", "one.json", "--format", "md,json", "--out", "pages", "--quiet"]
    private static let page = "pages/post-mortems/INC-1.md"

    @Test func `a page that nobody touched is replaced when the facts change`() async throws {
        let paper = PaperWorld(files: ["one.json": Self.export("First words")])
        #expect(await paper.run(Self.arguments) == 0)
        paper.put(Self.export("Second words"), at: "one.json")
        #expect(await paper.run(Self.arguments) == 0)
        #expect(try #require(paper.files[Self.page]).contains("Second words"))
        #expect(paper.files["pages/post-mortems/INC-1.new.md"] == nil)
    }

    @Test func `a page that a person edited stays, and the new one stands beside it`() async throws {
        let paper = PaperWorld(files: ["one.json": Self.export("First words")])
        _ = await paper.run(Self.arguments)
        paper.put("Edited by hand", at: Self.page)
        paper.put(Self.export("Second words"), at: "one.json")
        let loud = Self.arguments.filter { $0 != "--quiet" }
        #expect(await paper.run(loud) == 0)
        #expect(paper.files[Self.page] == "Edited by hand")
        #expect(try #require(paper.files["pages/post-mortems/INC-1.new.md"]).contains("Second words"))
        #expect(paper.complained.contains("[draft-conflict]"))
    }

    @Test func `a run that fails half way remembers what it wrote`() async throws {
        let paper = PaperWorld(files: ["one.json": Self.export("First words")], refused: ["INC-1.json"])
        #expect(await paper.run(Self.arguments) == 73)
        paper.put(Self.export("Second words"), at: "one.json")
        #expect(await paper.run(Self.arguments) == 73)
        #expect(try #require(paper.files[Self.page]).contains("Second words"))
        #expect(paper.files["pages/post-mortems/INC-1.new.md"] == nil)
    }
}
