/// The different titles of a run, by number: two titles are one if they have the same words.
struct TitleBook: Sendable {
    struct Title: Sendable {
        /// Numbers of its words, in rising order.
        let words: [Int32]
        /// Which of 64 groups its words belong to.
        let groups: UInt64
        /// How many of its words share a group with another one of them.
        let crowded: Int
        /// What titles of one moment are ordered by: it hangs on the words alone, not on the run.
        let rank: UInt64
    }

    private(set) var titles: [Title] = []
    private var numbers: [[Int32]: Int32] = [:]
    private var words: [String: Int32] = [:]
    private var hashes: [UInt64] = []

    subscript(_ number: Int32) -> Title { titles[Int(number)] }

    /// The number of the title that has these words.
    mutating func number(of spelled: [String]) -> Int32 {
        let words = spelled.map { number(ofWord: $0) }.sorted()
        if let known = numbers[words] { return known }
        let next = Int32(truncatingIfNeeded: titles.count)
        var groups: UInt64 = 0
        var rank: UInt64 = 0
        for word in words {
            groups |= 1 << (hashes[Int(word)] & 63)
            rank &+= hashes[Int(word)]
        }
        titles.append(
            Title(words: words, groups: groups, crowded: words.count - groups.nonzeroBitCount, rank: rank))
        numbers[words] = next
        return next
    }

    private mutating func number(ofWord word: String) -> Int32 {
        if let known = words[word] { return known }
        let next = Int32(truncatingIfNeeded: hashes.count)
        words[word] = next
        // FNV-1a, 64 bits: the same in every run.
        hashes.append(word.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 })
        return next
    }
}
