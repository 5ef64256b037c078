import IncidentModel

/// The causes and titles of one service that are asked for, and the incidents that match each of them.
///
/// A title is only compared with titles that share one of its rarer words, those that few titles asked for have: however
/// long ago they came up, unlike in ``RecurrenceSearch``. Every different title of the service is compared once.
struct AftermathShelf: Sendable {
    var sameCause: [String: [Aftermath.Later]] = [:]
    /// By the number of a title asked for.
    private(set) var titleAlike: [[Aftermath.Later]] = []
    var silent: [Aftermath.Later] = []
    /// Titles were left uncompared, because there are too many.
    private(set) var isCut = false

    private let rule: Policy.RecurrenceRule
    private let comparison: TitleComparison
    /// Titles asked for, one behind the other: the numbers of their words, in rising order.
    private var titles: [Int32] = []
    /// Where each of them begins, and the last one ends.
    private var starts = [0]
    private var numbers: [[String]: Int] = [:]
    private var words: [String: Int32] = [:]
    /// By word: the titles asked for that have it among their rarest.
    private var postings: [[Int32]] = []
    /// By title asked for: the number of the search that looked at it last.
    private var lookedAt: [Int] = []
    /// By the different titles of the service: the titles asked for that are alike.
    private var known: [[String]: [Int]] = [:]
    /// Comparisons and matches that may still be made; a hostile run would have the square of its size.
    private var left: Int

    /// `free` comparisons whatever the size of the run; and for each incident as many as the policy allows elsewhere.
    init(_ rule: Policy.RecurrenceRule, free: Int = 10_000_000) {
        self.rule = rule
        comparison = TitleComparison(rule)
        left = free
    }

    /// The number of a title of different words.
    mutating func ask(_ title: [String]) -> Int {
        let sorted = title.sorted()
        if let known = numbers[sorted] { return known }
        numbers[sorted] = numbers.count
        titleAlike.append([])
        return numbers.count - 1
    }

    /// Numbers words by how rare they are, rarest first. Call it when all titles are asked for.
    mutating func rank() {
        var counts: [String: Int] = [:]
        for title in numbers.keys {
            for word in title { counts[word, default: 0] += 1 }
        }
        let order = counts.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
        words = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($0.element.key, Int32($0.offset)) })
        postings = Array(repeating: [], count: order.count)
        lookedAt = Array(repeating: -1, count: numbers.count)
        var inOrder = Array(repeating: [String](), count: numbers.count)
        for (title, number) in numbers { inOrder[number] = title }
        for (number, title) in inOrder.enumerated() {
            let ranks = title.compactMap { words[$0] }.sorted()
            for word in ranks.prefix(rarest(of: ranks.count)) { postings[Int(word)].append(Int32(number)) }
            titles += ranks
            starts.append(titles.count)
        }
    }

    mutating func add(_ later: Aftermath.Later, titled title: [String]) {
        left += rule.comparedTitles
        let sorted = title.sorted()
        let alike = known[sorted] ?? find(sorted)
        known[sorted] = alike
        for number in alike where spend() { titleAlike[number].append(later) }
    }

    mutating func sort() {
        silent.sort()
        for cause in sameCause.keys { sameCause[cause]?.sort() }
        for number in titleAlike.indices { titleAlike[number].sort() }
    }

    private mutating func spend() -> Bool {
        if left == 0 { isCut = true } else { left -= 1 }
        return !isCut
    }

    /// Two titles of which the shared part is at least t of either one share a word among so many of their rarest.
    private func rarest(of count: Int) -> Int {
        count - max(1, Int((Double(count) * rule.titleLikeness - 1e-9).rounded(.up))) + 1
    }

    private mutating func find(_ title: [String]) -> [Int] {
        let own = title.compactMap { words[$0] }.sorted()
        // Words that no title asked for has are the rarest of all.
        let rare = own.prefix(max(0, rarest(of: title.count) - (title.count - own.count)))
        var found: [Int] = []
        for word in rare {
            for posted in postings[Int(word)] {
                let number = Int(posted)
                // Each different title is searched for once.
                guard lookedAt[number] != known.count else { continue }
                lookedAt[number] = known.count
                guard spend() else { return found }
                if isAlike(own, of: title.count, starts[number]..<starts[number + 1]) { found.append(number) }
            }
        }
        return found
    }

    /// As ``TitleComparison`` has it, of a title without the words that no title asked for has.
    private func isAlike(_ own: [Int32], of count: Int, _ other: Range<Int>) -> Bool {
        let needed = comparison.needed(among: count + other.count)
        var shared = 0
        var (i, j) = (0, other.lowerBound)
        while shared + min(own.count - i, other.upperBound - j) >= needed {
            if shared == needed { return true }
            if own[i] == titles[j] {
                shared += 1
                i += 1
                j += 1
            } else if own[i] < titles[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return false
    }
}
