import Diagnostics
import Testing

@testable import Typesetting

@Suite("The phrase catalogue")
struct PhraseBookTests {
    private static let builtIn = """
        # Remarks and blank lines say nothing.

        update.next = Next update: {due}.
        verdict.met =   met
        """

    private func loaded(_ own: String) -> Outcome<TemplateLibrary?> {
        TemplateLibrary.loaded(
            builtIn: ["phrases/standard.phrases": Self.builtIn],
            overrides: [TemplateOverride(name: "phrases/standard.phrases", text: own, source: SourceID(3))])
    }

    @Test("holes are filled, and blanks around the words do not count")
    func filling() throws {
        let phrases = try #require(loaded("").value).phrases
        #expect(phrases("update.next", ["due": "14:55"]) == "Next update: 14:55.")
        #expect(phrases("verdict.met") == "met")
    }

    @Test("what a fact says is no hole")
    func hostile() throws {
        let phrases = try #require(loaded("").value).phrases
        #expect(phrases("update.next", ["due": "{due} {x}"]) == "Next update: {due} {x}.")
    }

    @Test("a user's line replaces one phrase, and leaves the others")
    func override() throws {
        let outcome = loaded("update.next = Bis {due}!\r\n")
        #expect(outcome.diagnostics.isEmpty)
        let phrases = try #require(outcome.value).phrases
        #expect(phrases("update.next", ["due": "14:55"]) == "Bis 14:55!")
        #expect(phrases("verdict.met") == "met")
    }

    @Test(
        "a line that cannot be meant is an error at its place",
        arguments: [
            ("verdict.met", "phrase-line", 1), ("\nverdict.met = {a", "phrase-line", 2),
            ("verdict.met = a}", "phrase-line", 1), ("verdict.met = a\nverdict.met = b", "phrase-line", 2),
            ("verdict.mett = a", "phrase-unknown", 1), ("update.next = {duo}", "phrase-hole", 1),
        ] as [(String, String, UInt32)])
    func faults(text: String, code: String, line: UInt32) {
        let outcome = loaded(text)
        #expect(outcome.value == nil)
        #expect(outcome.diagnostics.map(\.code.id) == [code])
        #expect(outcome.diagnostics.first?.origin?.line == line)
    }

    @Test("a mistyped name is offered the one that was meant")
    func nearest() { #expect(loaded("verdict.mett = a").diagnostics.first?.help == "did you mean “verdict.met”?") }
}
