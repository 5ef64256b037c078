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
        /// Titles of the window were left uncompared.
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
    private let comparison: TitleComparison
    private let book: TitleBook
    private var all = Group()
    private var causes: [Int32: Group] = [:]
    private var titles: [Group] = []
    /// By number in the book: the place among the titles of the service.
    private var places: [Int32: Int] = [:]
    private var recent = RecentTitles()

    init(_ rule: Policy.RecurrenceRule, _ comparison: TitleComparison, titles book: TitleBook) {
        self.rule = rule
        self.comparison = comparison
        self.book = book
    }

    private func start(of entry: RecurrenceSearch.Entry) -> Instant {
        entry.detected.advanced(bySeconds: -rule.window.wholeSeconds)
    }

    /// How many incidents of the service lie before one, within the window.
    func count(before entry: RecurrenceSearch.Entry) -> Int {
        all.range(from: start(of: entry), before: entry.detected).count
    }

    mutating func add(_ entry: RecurrenceSearch.Entry, number: Int) {
        all.append(number, entry.detected)
        if entry.theme.cause >= 0 { causes[entry.theme.cause, default: Group()].append(number, entry.detected) }
        guard entry.theme.title >= 0 else { return }
        let place = places[entry.theme.title] ?? titles.count
        if place == titles.count {
            places[entry.theme.title] = place
            titles.append(Group())
        }
        recent.take(place, entry.theme.title)
        titles[place].append(number, entry.detected)
    }

    mutating func earlier(than entry: RecurrenceSearch.Entry) -> Findings {
        var findings = Findings()
        let start = start(of: entry)
        if entry.theme.cause >= 0, let group = causes[entry.theme.cause] {
            let range = group.range(from: start, before: entry.detected)
            findings.sameCause = range.count
            name(range, of: group, cause: entry.theme.cause, likeness: 0, &findings)
        }
        guard entry.theme.title >= 0 else { return findings }
        if let own = places[entry.theme.title] { note(own, likeness: 1, entry, start, &findings) }
        let title = book[entry.theme.title]
        var left = rule.comparedTitles
        var next = recent.latest
        while let place = next {
            next = recent.older(than: place)
            // The latest moment of each title that follows is no later.
            guard let last = titles[place].moments.last, last >= start else { break }
            let number = recent.number(of: place)
            if number == entry.theme.title { continue }
            guard left > 0 else {
                findings.isCut = true
                break
            }
            left -= 1
            comparisons += 1
            let likeness = comparison.likeness(title, book[number])
            if likeness > 0 { note(place, likeness: likeness, entry, start, &findings) }
        }
        return findings
    }

    /// Counts the incidents of a title that is alike.
    private func note(
        _ place: Int, likeness: Double, _ entry: RecurrenceSearch.Entry, _ start: Instant, _ findings: inout Findings
    ) {
        let range = titles[place].range(from: start, before: entry.detected)
        findings.titleAlike += range.count
        // Most of many are older than those that are named already.
        guard !range.isEmpty, findings.takes(titles[place].numbers[range.upperBound - 1], limit: rule.named) else {
            return
        }
        name(range, of: titles[place], cause: nil, likeness: likeness, &findings)
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
