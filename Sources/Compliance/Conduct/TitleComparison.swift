/// Whether two titles are alike by the policy's share of common words (Jaccard: those of both over those of either).
struct TitleComparison: Sendable {
    /// By how many words two titles have in all: how many must be common.
    private let needed: [Int]

    init(_ rule: Policy.RecurrenceRule) {
        // Of s shared words among n in all, the likeness is s ÷ (n − s).
        needed = (0...2 * TitleWords.limit).map { both in
            max(1, Int((Double(both) * rule.titleLikeness / (1 + rule.titleLikeness) - 1e-9).rounded(.up)))
        }
    }

    /// How many words must be common of two titles with so many in all.
    func needed(among both: Int) -> Int { needed[both] }

    /// The likeness; 0 where it does not reach the policy's.
    func likeness(_ left: TitleBook.Title, _ right: TitleBook.Title) -> Double {
        let both = left.words.count + right.words.count
        let needed = needed[both]
        // A word of both has its group in both; most titles end here.
        guard (left.groups & right.groups).nonzeroBitCount + left.crowded >= needed else { return 0 }
        var shared = 0
        var i = 0
        var j = 0
        while i < left.words.count, j < right.words.count {
            guard shared + min(left.words.count - i, right.words.count - j) >= needed else { return 0 }
            if left.words[i] == right.words[j] {
                shared += 1
                i += 1
                j += 1
            } else if left.words[i] < right.words[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return shared >= needed ? Double(shared) / Double(both - shared) : 0
    }
}
