import IncidentModel

/// The incidents of one service so far, in the order of their detection.
struct ServiceHistory {
    /// An earlier incident that matches.
    struct Match {
        /// Its place in the order of the service.
        var number: Int
        var detected: Instant
        /// The cause that is the same; `nil` where only the titles are alike.
        var cause: Int32?
        var likeness: Double
    }

    struct Findings {
        /// Latest first.
        var named: [Match] = []
        var sameCause = 0
        var titleAlike = 0
        /// Titles that share a rare word were left uncompared.
        var isCut = false

        /// Whether an incident is among the latest.
        func takes(_ number: Int, limit: Int) -> Bool {
            guard let last = named.last, named.count == limit else { return true }
            return number > last.number
        }
    }

    /// Incidents with one cause, or with one title; in order.
    private struct Group {
        var numbers: [Int] = []
        var moments: [Instant] = []
        var words: [Int32] = []

        mutating func append(_ number: Int, _ moment: Instant) {
            numbers.append(number)
            moments.append(moment)
        }

        /// The places of the moments from `start` to before `end`.
        func range(from start: Instant, before end: Instant) -> Range<Int> {
            let low = moments.firstPlace { $0 >= start }
            return low..<max(low, moments.firstPlace { $0 >= end })
        }
    }

    /// How often two titles were compared.
    private(set) var comparisons = 0
    private let rule: Policy.RecurrenceRule
    private var all = Group()
    private var causes: [Int32: Group] = [:]
    private var titles: [Group] = []
    private var titlePlaces: [[Int32]: Int] = [:]
    /// By word: the titles that have it among their rarest, in the order in which they came up.
    private var postings: [Int32: [Int]] = [:]
    /// By title: the number of the search that looked at it last.
    private var lookedAt: [Int] = []
    private var searches = 0

    init(_ rule: Policy.RecurrenceRule) { self.rule = rule }

    private func start(of entry: RecurrenceSearch.Entry) -> Instant {
        entry.detected.advanced(bySeconds: -rule.window.wholeSeconds)
    }

    /// How many incidents of the service lie before one, within the window.
    func count(before entry: RecurrenceSearch.Entry) -> Int {
        all.range(from: start(of: entry), before: entry.detected).count
    }

    mutating func add(_ entry: RecurrenceSearch.Entry, number: Int) {
        all.append(number, entry.detected)
        if entry.cause >= 0 { causes[entry.cause, default: Group()].append(number, entry.detected) }
        guard !entry.words.isEmpty else { return }
        let place = titlePlaces[entry.words] ?? titles.count
        if place == titles.count {
            titlePlaces[entry.words] = place
            titles.append(Group(words: entry.words))
            lookedAt.append(0)
            post(place)
        } else if let last = titles[place].moments.last, last < start(of: entry) {
            // It comes up again, and is among the latest.
            post(place)
        }
        titles[place].append(number, entry.detected)
    }

    private mutating func post(_ place: Int) {
        for word in rarest(of: titles[place].words) { postings[word, default: []].append(place) }
    }

    /// Two sets of which the shared part is at least t of either one share a word among so many of their rarest.
    private func rarest(of words: [Int32]) -> ArraySlice<Int32> {
        let needed = Int((Double(words.count) * rule.titleLikeness - 1e-9).rounded(.up))
        return words.prefix(words.count - max(1, needed) + 1)
    }

    mutating func earlier(than entry: RecurrenceSearch.Entry) -> Findings {
        var findings = Findings()
        let start = start(of: entry)
        if entry.cause >= 0, let group = causes[entry.cause] {
            let range = group.range(from: start, before: entry.detected)
            findings.sameCause = range.count
            name(range, of: group, cause: entry.cause, likeness: 0, &findings)
        }
        guard !entry.words.isEmpty else { return findings }
        for (place, likeness) in alike(entry.words, &findings) {
            let range = titles[place].range(from: start, before: entry.detected)
            findings.titleAlike += range.count
            // Most of many are older than those that are named already.
            guard !range.isEmpty, findings.takes(titles[place].numbers[range.upperBound - 1], limit: rule.named) else {
                continue
            }
            name(range, of: titles[place], cause: nil, likeness: likeness, &findings)
        }
        return findings
    }

    /// The titles alike, as far as they are compared.
    private mutating func alike(_ words: [Int32], _ findings: inout Findings) -> [(place: Int, likeness: Double)] {
        searches += 1
        var found: [(place: Int, likeness: Double)] = []
        if let own = titlePlaces[words] {
            lookedAt[own] = searches
            found.append((own, 1))
        }
        var left = rule.comparedTitles
        for word in rarest(of: words) {
            guard let places = postings[word] else { continue }
            for place in places.reversed() where lookedAt[place] != searches {
                guard left > 0 else {
                    findings.isCut = true
                    return found
                }
                left -= 1
                comparisons += 1
                lookedAt[place] = searches
                let likeness = likeness(words, titles[place].words)
                if likeness > 0 { found.append((place, likeness)) }
            }
        }
        return found
    }

    /// The shared words over those of either (Jaccard), both in rising order; 0 as soon as it cannot reach the policy's
    /// likeness.
    private func likeness(_ left: [Int32], _ right: [Int32]) -> Double {
        let both = left.count + right.count
        // Of s shared words among n in all, the likeness is s ÷ (n − s).
        let needed = Int((Double(both) * rule.titleLikeness / (1 + rule.titleLikeness) - 1e-9).rounded(.up))
        var shared = 0
        var i = 0
        var j = 0
        while i < left.count, j < right.count {
            guard shared + min(left.count - i, right.count - j) >= needed else { return 0 }
            if left[i] == right[j] {
                shared += 1
                i += 1
                j += 1
            } else if left[i] < right[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return shared >= max(1, needed) ? Double(shared) / Double(both - shared) : 0
    }

    /// Puts the latest of a group among those that are named.
    private func name(
        _ range: Range<Int>, of group: Group, cause: Int32?, likeness: Double, _ findings: inout Findings
    ) {
        for place in range.reversed().prefix(rule.named) {
            let number = group.numbers[place]
            // By cause and by title: the cause was found first, and says more.
            if findings.named.contains(where: { $0.number == number }) { continue }
            guard findings.takes(number, limit: rule.named) else { return }
            let match = Match(number: number, detected: group.moments[place], cause: cause, likeness: likeness)
            let spot = findings.named.firstIndex { $0.number < number } ?? findings.named.count
            findings.named.insert(match, at: spot)
            if findings.named.count > rule.named { findings.named.removeLast() }
        }
    }
}

extension [Instant] {
    /// The first place from which on a test holds; the test holds nowhere before it and everywhere after it.
    fileprivate func firstPlace(where holds: (Instant) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
