import Testing
import debrief

/// Post-mortems that people wrote in, and what a later run makes of them.
@Suite struct DraftTests {
    private static func export(customers: Int, resolved: String = "11:00") -> String {
        """
        {"incidentId":"INC-1","severity":"sev1","incidentSummary":{"title":"Sign-in fails"},"impactAssessment":\
        {"totalCustomersAffected":\(customers)},"lifecycle":{"detectedAt":"2026-02-03T10:00:00Z",\
        "resolvedAt":"2026-02-03T\(resolved):00Z"},"nextActions":[{"action":"Check the limits","status":"pending"}]}
        """
    }

    private static let page = "pages/post-mortems/INC-1.md"
    private static let html = "pages/post-mortems/INC-1.html"
    private static let beside = "pages/post-mortems/INC-1.new.md"

    private static func written() async -> PaperWorld {
        let paper = PaperWorld(files: ["one.json": export(customers: 12)])
        #expect(await run(paper) == 0)
        return paper
    }

    private static func run(_ paper: PaperWorld, format: String = "md,html") async -> Int32 {
        await paper.run(["postmortem", "one.json", "--format", format, "--out", "pages"])
    }

    private static func edit(_ paper: PaperWorld, _ before: String, _ after: String) throws {
        let text = try #require(paper.files[page])
        try #require(text.contains(before))
        paper.put(text.replacing(before, with: after, maxReplacements: 1), at: page)
    }

    private static let cause = "_to be written by the review_: the root cause. The exports name none."

    @Test func `new facts come in, and what a person wrote stays, in Markdown and in HTML`() async throws {
        let paper = await Self.written()
        try Self.edit(paper, Self.cause, "A certificate ran out.")
        try Self.edit(paper, "| [ ] | Check the limits |  |", "| [x] | Check the limits | Sam |")
        try Self.edit(paper, "## Detection", "## Notes of the meeting\n\nWe met on Monday.\n\n## Detection")
        paper.put(Self.export(customers: 340), at: "one.json")
        #expect(await Self.run(paper) == 0)
        for name in [Self.page, Self.html] {
            let text = try #require(paper.files[name])
            for words in ["Customers affected: 340", "A certificate ran out.", "We met on Monday.", "Sam"] {
                #expect(text.contains(words), "\(name): \(words)")
            }
            #expect(!text.contains("Customers affected: 12"))
        }
        #expect(paper.files[Self.beside] == nil)
        #expect(!paper.complained.contains("["))
    }

    @Test func `an edit inside a generated block is a conflict only where its facts changed, too`() async throws {
        let paper = await Self.written()
        try Self.edit(paper, "Customers affected: 12", "Customers affected: 13, as support says")
        #expect(await Self.run(paper) == 0)
        #expect(!paper.complained.contains("draft-conflict"))
        paper.put(Self.export(customers: 340), at: "one.json")
        #expect(await Self.run(paper) == 0)
        #expect(
            paper.complained.contains("warning[draft-conflict]: pages/post-mortems/INC-1.md: both changed “impact”"))
        #expect(try #require(paper.files[Self.page]).contains("13, as support says"))
        #expect(try #require(paper.files[Self.html]).contains("13, as support says"))
        #expect(try #require(paper.files[Self.beside]).contains("Customers affected: 340"))
    }

    @Test func `a final page stays byte for byte, and the run says that its facts changed`() async throws {
        let paper = await Self.written()
        try Self.edit(paper, "state: draft", "state: final")
        let final = paper.files[Self.page]
        #expect(await Self.run(paper) == 0)
        #expect(!paper.complained.contains("final-draft"))
        paper.put(Self.export(customers: 340), at: "one.json")
        #expect(await Self.run(paper) == 0)
        #expect(paper.files[Self.page] == final)
        #expect(try #require(paper.files[Self.html]).contains("Customers affected: 12"))
        #expect(paper.complained.contains("note[final-draft]"))
        #expect(try #require(paper.files[Self.beside]).contains("Customers affected: 340"))
        try Self.edit(paper, "state: final", "state: draft")
        #expect(await Self.run(paper) == 0)
        #expect(try #require(paper.files[Self.page]).contains("Customers affected: 340"))
    }

    @Test func `HTML alone brings the draft up to date that stands beside it`() async throws {
        let paper = await Self.written()
        try Self.edit(paper, Self.cause, "A certificate ran out.")
        paper.put(Self.export(customers: 340), at: "one.json")
        #expect(await Self.run(paper, format: "html") == 0)
        for name in [Self.page, Self.html] {
            let text = try #require(paper.files[name])
            #expect(text.contains("A certificate ran out.") && text.contains("340"))
        }
    }

    @Test func `line breaks of another system stay`() async throws {
        let paper = await Self.written()
        let text = try #require(paper.files[Self.page]).replacing(Self.cause, with: "A certificate ran out.")
        paper.put(String(text.dropLast()).replacing("\n", with: "\r\n"), at: Self.page)
        paper.put(Self.export(customers: 340), at: "one.json")
        #expect(await Self.run(paper) == 0)
        let merged = try #require(paper.files[Self.page])
        #expect(merged.contains("A certificate ran out.\r\n") && merged.contains("340"))
        #expect(!merged.replacing("\r\n", with: "").contains("\n"))
        #expect(!paper.complained.contains("["))
    }

    @Test func `a page that is no text, or whose last state is lost, is left, and the new one stands beside`()
        async throws
    {
        let paper = await Self.written()
        paper.put(Array("caf".utf8) + [0xE9], at: Self.page)
        #expect(await Self.run(paper, format: "md") == 0)
        #expect(paper.complained.contains("warning[edited-page]"))
        #expect(paper.files[Self.beside] != nil)
    }

    @Test func `render makes the page of an edited draft, with its chart and without its markup`() async throws {
        let paper = await Self.written()
        try Self.edit(paper, Self.cause, "A <b>certificate</b> ran out. <script>alert(1)</script>")
        #expect(await paper.run(["render", Self.page]) == 0)
        #expect(paper.said.contains("<title>Post-mortem: Sign-in fails</title>"))
        #expect(paper.said.contains("&lt;script&gt;") && !paper.said.contains("<script"))
        #expect(!paper.said.contains("debrief:begin"))
        #expect(await paper.run(["render", Self.page, "--out", "html"]) == 0)
        #expect(paper.files["html/INC-1.html"] != nil)
        #expect(await paper.run(["render", Self.page, "one.json"]) == 64)
        #expect(await paper.run(["render", Self.page, "other/INC-1.md"]) == 66)
    }

    @Test func `the context of one incident is a document, and of several one a line`() async throws {
        let paper = await Self.written()
        #expect(await paper.run(["postmortem", "one.json", "INC-1", "--print-context"]) == 0)
        #expect(paper.said.contains("\"schema\": \"debrief/post-mortem-context/1\""))
        #expect(paper.said.contains("\"isUnknown\": false"))
        paper.put(
            Self.export(customers: 1) + "\n" + Self.export(customers: 2).replacing("INC-1", with: "INC-2"),
            at: "one.json")
        _ = paper.takeTranscript()
        #expect(await paper.run(["postmortem", "one.json", "--print-context"]) == 0)
        #expect(paper.takeTranscript().split(separator: "\n").count { $0.hasPrefix("{\"actions\"") } == 2)
    }

    @Test func `files in a templates folder that change nothing are named`() async throws {
        let paper = await Self.written()
        paper.put("# {{title}}", at: "house/documents/post-morten.md.mustache")
        paper.put("notes", at: "house/README.md")
        paper.put("{{before.summary}}", at: "house/documents/post-mortem-before.md.mustache")
        #expect(await paper.run(["list", "templates", "--templates", "house"]) == 0)
        #expect(
            paper.said.contains(
                "documents/post-mortem-before.md.mustache\n  replaced by house/documents/post-mortem-before.md.mustache\n"
            ))
        #expect(await paper.run(["postmortem", "one.json", "--templates", "house"]) == 0)
        #expect(paper.complained.contains("warning[template-unused]: documents/post-morten.md.mustache"))
        #expect(paper.complained.contains("did you mean “documents/post-mortem.md.mustache”?"))
        #expect(paper.complained.contains("README.md is used by no page"))
        #expect(!paper.complained.contains("post-mortem-before.md.mustache is used"))
    }
}
