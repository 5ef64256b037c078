import Testing

@testable import Typesetting

@Suite("Merging a page that a person edited")
struct PageMergeTests {
    private static func body(of name: String, in page: String) -> [String]? {
        MarkedPage(page).blocks[name].map { $0.body.map(\.text) }
    }

    @Test("nothing of theirs is lost, and everything new of ours arrives", arguments: 0..<40)
    func property(hundred: Int) {
        for seed in 0..<100 {
            var stage = MergeStage(seed: UInt64(hundred * 100 + seed))
            let old = stage.sections(stage.number(1..<9))
            let fresh = stage.renewed(old)
            let base = MergeStage.page(old)
            let new = MergeStage.page(fresh)
            let edits = HumanEdits(base, &stage)
            let merge = PageMerge(base: base, edited: edits.text, new: new)
            let lines = TextLine.all(of: merge.text)
            let texts = lines.map(\.text)

            #expect(texts.filter { $0.contains("human") } == edits.own, "seed \(hundred * 100 + seed)")
            for section in fresh where !edits.deletedBlocks.contains(section.name) {
                #expect(
                    Self.body(of: section.name, in: merge.text) == section.body,
                    "seed \(hundred * 100 + seed), \(section.name)")
                #expect(texts.count { $0 == "<!-- debrief:begin \(section.name) -->" } == 1)
            }
            for name in edits.deletedBlocks { #expect(MarkedPage(merge.text).blocks[name] == nil) }
            for line in edits.deleted { #expect(!texts.contains(line), "seed \(hundred * 100 + seed)") }
            #expect(merge.conflicts.isEmpty, "seed \(hundred * 100 + seed)")
            #expect(lines.allSatisfy { $0.ending == edits.ending || $0.ending.isEmpty })
            #expect(lines.last?.ending.isEmpty == !edits.endsWithLineBreak)

            let again = PageMerge(base: new, edited: merge.text, new: new)
            #expect(again.text == merge.text, "seed \(hundred * 100 + seed)")
        }
    }

    @Test("a page that nobody edited becomes the new one, byte for byte", arguments: 0..<50)
    func untouched(seed: Int) {
        var stage = MergeStage(seed: UInt64(seed))
        let old = stage.sections(5)
        let (base, new) = (MergeStage.page(old), MergeStage.page(stage.renewed(old)))
        #expect(PageMerge(base: base, edited: base, new: new).text == new)
    }

    private static let base = """
        ---
        state: draft
        severity: "sev2"
        ---
        # Title

        <!-- debrief:begin facts -->
        | Fact | Value |
        |:--|:--|
        | Customers | 12 |
        <!-- debrief:end facts -->

        _to be written_: why.

        """

    @Test("an edit in a block stays, and is a conflict only where the block's new text changed, too")
    func editedBlock() {
        let edited = Self.base.replacing("| Customers | 12 |", with: "| Customers | 13, said the desk |")
        let other = PageMerge(base: Self.base, edited: edited, new: Self.base.replacing("Title", with: "Other title"))
        #expect(other.conflicts.isEmpty)
        #expect(other.text == edited.replacing("Title", with: "Other title"))
        let both = PageMerge(base: Self.base, edited: edited, new: Self.base.replacing("12", with: "127"))
        #expect(both.conflicts == ["facts"])
        #expect(both.text == edited)
        let agreed = PageMerge(base: Self.base, edited: edited, new: edited)
        #expect(agreed.conflicts.isEmpty)
    }

    @Test("what a formatter does to a table is no edit")
    func formatted() {
        let edited = Self.base.replacing("|:--|:--|", with: "| :-------- | :---- |")
            .replacing("| Customers | 12 |", with: "| Customers | 12    |")
        let merge = PageMerge(base: Self.base, edited: edited, new: Self.base.replacing("12", with: "127"))
        #expect(merge.conflicts.isEmpty)
        #expect(merge.text.contains("| Customers | 127 |"))
    }

    @Test("words that both changed outside of blocks are a conflict, and a hole that was filled is none")
    func words() {
        let edited = Self.base.replacing("_to be written_: why.", with: "Because of the threshold.")
        let filled = PageMerge(
            base: Self.base, edited: edited, new: Self.base.replacing("_to be written_: why.\n", with: ""))
        #expect(filled.conflicts.isEmpty)
        #expect(filled.text == edited)
        let both = PageMerge(base: Self.base, edited: edited, new: Self.base.replacing(": why.", with: ": the cause."))
        #expect(both.conflicts == ["text"])
        #expect(both.text == edited)
    }

    @Test("front matter is merged key by key")
    func frontMatter() {
        let edited = Self.base.replacing("state: draft", with: "state: final\nowner: Dana")
        let merge = PageMerge(base: Self.base, edited: edited, new: Self.base.replacing("sev2", with: "sev1"))
        #expect(merge.text == edited.replacing("sev2", with: "sev1"))
        #expect(PageMerge.frontMatter("state", of: merge.text) == "final")
        #expect(PageMerge.frontMatter("state", of: "---\nstate: \"final\" # since Monday\n---\n") == "final")
        #expect(PageMerge.frontMatter("state", of: "no front matter") == nil)
    }

    @Test("a block that a person wrote in stays when the program has given it up")
    func givenUp() {
        let edited = Self.base.replacing("| Customers | 12 |", with: "| Customers | 13 |")
        let new = "# Title\n\n_to be written_: why.\n"
        #expect(PageMerge(base: Self.base, edited: edited, new: new).text.contains("| Customers | 13 |"))
        #expect(!PageMerge(base: Self.base, edited: Self.base, new: new).text.contains("Customers"))
    }

    @Test("a block that was deleted is named when its facts change")
    func forgone() {
        let start = "<!-- debrief:begin facts -->"
        let edited = Self.base.replacing(start, with: "My own table:")
        let merge = PageMerge(base: Self.base, edited: edited, new: Self.base.replacing("12", with: "127"))
        #expect(merge.forgone == ["facts"])
        #expect(merge.text == edited)
    }

    private static let table = """
        <!-- debrief:begin actions -->
        | Done | Action | Owner | Due | Id |
        |:--|:--|:--|:--|:--|
        | [ ] | Check the limits | nobody named | 2024-02-20 | a-1 |
        | [ ] | Write it down | Support | 2024-02-21 | a-2 |
        <!-- debrief:end actions -->

        """

    @Test("rows with an id are merged cell by cell; rows without one are a person's")
    func rows() {
        let edited = Self.table.replacing(
            "| [ ] | Check the limits | nobody named |", with: "| [x] | Check the limits | Sam |"
        )
        .replacing("a-2 |\n", with: "a-2 |\n| [ ] | Train the desk | Dana | | |\n")
        let new = Self.table.replacing("2024-02-20", with: "2024-02-22").replacing(
            "a-2 |\n", with: "a-2 |\n| [ ] | Third | – | – | a-3 |\n")
        let merge = PageMerge(base: Self.table, edited: edited, new: new)
        #expect(merge.conflicts.isEmpty)
        let rows = merge.text.split(separator: "\n").dropFirst(3).dropLast().map(String.init)
        #expect(
            rows == [
                "| [x] | Check the limits | Sam | 2024-02-22 | a-1 |",
                "| [ ] | Write it down | Support | 2024-02-21 | a-2 |", "| [ ] | Train the desk | Dana | | |",
                "| [ ] | Third | – | – | a-3 |",
            ])
    }

    @Test("a cell that both changed is a conflict, a deleted row stays deleted, and a column of theirs stays")
    func cells() {
        let edited =
            "<!-- debrief:begin actions -->\n| Id | Action | Owner | Note |\n|--|--|--|--|\n| a-1 | Check the limits | Sam | soon |\n<!-- debrief:end actions -->\n"
        let new = Self.table.replacing("nobody named", with: "Platform").replacing(
            "limits |", with: "limits \\| twice |")
        let merge = PageMerge(base: Self.table, edited: edited, new: new)
        #expect(merge.conflicts == ["actions (a-1, Owner)"])
        #expect(merge.text.contains("| a-1 | Check the limits \\| twice | Sam | soon |"))
        #expect(!merge.text.contains("a-2"))
    }

    @Test("broken and hostile marks hang nothing and lose nothing")
    func hostile() {
        let many = (0..<20_000).map { "<!-- debrief:begin b\($0 % 7) -->" }.joined(separator: "\n")
        let merge = PageMerge(base: Self.base, edited: many, new: Self.base)
        #expect(merge.text == many)
        let lines = (0..<30_000).map { "line \($0 % 3)" }.joined(separator: "\n") + "\n"
        let other = (0..<30_000).map { "line \($0 % 5 % 3)" }.joined(separator: "\n") + "\n"
        #expect(PageMerge(base: lines, edited: other, new: lines).text == other)
    }
}
