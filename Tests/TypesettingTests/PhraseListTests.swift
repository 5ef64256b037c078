import Diagnostics
import Testing

@Suite struct PhraseListTests {
    private static func found(_ phrases: [String], unless: [String] = [], in text: String) -> [String] {
        let bytes = Array(text.utf8)
        return PhraseList(phrases, unless: unless).ranges(in: bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    @Test(arguments: [
        ("It FAILED TO start", ["FAILED TO"]), ("failed\n  to start", ["failed\n  to"]),
        ("failed\r\nto", ["failed\r\nto"]),
        ("failed\n\nto", []), ("unfailed to", []), ("failed tomorrow", []), ("failedto", []),
        ("(failed to)", ["failed to"]),
        ("“failed to”", ["failed to"]), ("«failed to»", ["failed to"]), ("failed to—again", ["failed to"]),
        ("äfailed to", []), ("failed toß", []), ("failed", []), ("failed ", []), ("", []),
    ])
    func `a phrase is found as whole words, wrapped anywhere`(text: String, expected: [String]) {
        #expect(Self.found(["failed to"], in: text) == expected)
    }

    @Test(arguments: ["didn't bother", "didn’t bother", "DIDN'T\tbother"])
    func `an apostrophe may be typographic`(text: String) {
        #expect(Self.found(["didn't bother"], in: text) == [text])
        #expect(Self.found(["didn’t bother"], in: text) == [text])
    }

    @Test func `of phrases that begin at one place the longest counts, and none overlaps another`() {
        #expect(
            Self.found(["may be", "may be caused by", "be caused"], in: "It may be caused by it") == [
                "may be caused by"
            ])
        #expect(Self.found(["a b", "b c"], in: "a b c b c") == ["a b", "b c"])
    }

    @Test func `a phrase inside an exception, or overlapping one, does not count`() {
        let unless = ["no blame", "git blame", "blame free"]
        #expect(Self.found(["blame"], unless: unless, in: "no blame, git\nblame, blame free") == [])
        #expect(Self.found(["blame"], unless: unless, in: "no blame. We blame nobody") == ["blame"])
    }

    @Test func `phrases without letters are found, and empty ones never`() {
        #expect(Self.found(["", "  ", "$"], in: "a $ b") == ["$"])
        #expect(PhraseList(["", " "]).isEmpty)
    }

    @Test func `hostile text takes no long time`() {
        let list = PhraseList(["should have", "should have known", "if only"], unless: ["should have to"])
        for text in [
            String(repeating: "should ", count: 30_000), "should" + String(repeating: " ", count: 200_000),
            String(repeating: "should\u{2019}", count: 20_000),
        ] {
            let clock = ContinuousClock()
            let time = clock.measure { #expect(list.ranges(in: Array(text.utf8)).isEmpty) }
            #expect(time < .seconds(5), "\(time)")
        }
    }
}
