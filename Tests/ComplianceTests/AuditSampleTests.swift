import Testing

@testable import Compliance

struct AuditSampleTests {
    /// Known answers for the seed 1234567 (Rosetta Code, "Pseudo-random numbers/Splitmix64").
    @Test func `The generator is SplitMix64`() {
        var generator = SplitMix64(state: 1_234_567)
        #expect(generator.next() == 6_457_827_717_110_365_317)
        #expect(generator.next() == 3_203_168_211_198_807_973)
        #expect(generator.next() == 9_817_491_932_198_370_423)
    }

    /// Drawn by a script in Python that follows the page's description.
    @Test(arguments: [
        (5, 20, UInt64(1), [6, 10, 14, 15, 16]),
        (10, 100, 42, [3, 10, 14, 28, 29, 46, 66, 84, 87, 88]), (3, 4, 7, [2, 3, 4]),
    ])
    func `A sample is the one that the description draws`(
        size: Int, population: Int, seed: UInt64, numbers: [Int]
    ) {
        #expect(SeededSample(of: size, from: population, seed: seed).numbers == numbers)
    }

    @Test(arguments: [(5, 5), (6, 5), (0, 5), (3, 0), (0, 0)])
    func `A sample is never larger than its population`(size: Int, population: Int) {
        let numbers = SeededSample(of: size, from: population, seed: 9).numbers
        #expect(numbers.count == min(size, population))
        #expect(Set(numbers).count == numbers.count)
        #expect(numbers.allSatisfy { (1...max(1, population)).contains($0) })
    }

    @Test func `Another seed draws another sample`() {
        #expect(SeededSample(of: 25, from: 1000, seed: 1) != SeededSample(of: 25, from: 1000, seed: 2))
        #expect(
            SeededSample(of: 25, from: 1000, seed: .max).numbers.prefix(4) == [96, 122, 134, 138])
    }
}

struct IDSeriesTests {
    private func series(_ ids: [String], system: String = "servicenow") -> [IDSeries] {
        IDSeries.all(in: ids.map { (system, $0) })
    }

    @Test func `Numbers between the first and the last that no record has are gaps`() throws {
        let found = series(["INC0010001", "INC0010009", "INC0010003", "INC0010003", "INC0010004"])
        let one = try #require(found.first)
        #expect(found.count == 1)
        #expect(one.id(one.first) == "INC0010001")
        #expect(one.id(one.last) == "INC0010009")
        #expect(one.present == 4)
        #expect(one.missing.map(one.words) == ["INC0010002", "INC0010005 to INC0010008"])
        #expect(one.missingCount == 5)
    }

    @Test func `Each prefix and each system has a series of its own`() {
        let found = IDSeries.all(in: [
            ("a", "INC-2026-0001"), ("a", "INC-2026-0002"), ("a", "INC-2025-0007"), ("a", "INC-2025-0009"),
            ("b", "INC-2026-0001"), ("b", "INC-2026-0003"),
        ])
        #expect(found.map(\.prefix) == ["INC-2025-", "INC-2026-", "INC-2026-"])
        #expect(found.map(\.missingCount) == [1, 0, 1])
        #expect(found.map(\.system) == ["a", "a", "b"])
    }

    @Test(arguments: [
        ["Q2Z88AA10", "Q2Z88AA12"], ["01HQ3V", "01HQ3W"], ["INC-A", "INC-B"], ["9", "99999999999999999999"],
        ["a\u{301}1", "a\u{301}2"], ["INC 1", "INC 2"],
    ])
    func `What does not count up is no series`(ids: [String]) {
        #expect(series(ids).isEmpty)
    }

    @Test func `Widths may grow, as in PROJ-9 and PROJ-10`() throws {
        let one = try #require(series(["PROJ-8", "PROJ-12", "PROJ-9"]).first)
        #expect(one.missing.map(one.words) == ["PROJ-10 to PROJ-11"])
    }

    @Test func `A series with far more gaps than numbers is sparse`() throws {
        let one = try #require(series(["1", "900000000000000"]).first)
        #expect(one.isSparse)
        #expect(one.missing.map(one.words) == ["2 to 899999999999999"])
        #expect(one.missingCount == 899_999_999_999_998)
        #expect(try #require(series(["1", "20"]).first).isSparse == false)
        #expect(try #require(series(["1", "21"]).first).isSparse)
    }
}
