package import IncidentModel

/// What incidents that recur have in common: the service, the title and the cause of some incidents, which may be many.
package struct IncidentTheme: Sendable {
    /// Whatever tells it from others.
    package var number: Int64
    package var service: String?
    package var title: String?
    /// The cause code, or the recorded cause.
    package var cause: String?

    package init(number: Int64, service: String?, title: String?, cause: String?) {
        self.number = number
        self.service = service
        self.title = title
        self.cause = cause
    }
}

/// Which themes are alike by the policy's rule of recurrence (definitions, "Recurring"), so that one can ask of a few
/// incidents whether they happened before without looking at all the others.
///
/// It answers what ``RecurrenceSearch`` answers, or nothing: where that would have to leave titles uncompared, only a search
/// over all incidents can tell.
package struct ThemeLikeness {
    private struct Plain {
        var number: Int64
        var service: String
        /// `nil` where none is known.
        var cause: String?
        /// In rising order; empty where the title says too little.
        var words: [String]
    }

    /// The themes of one service.
    private struct Shelf {
        var byCause: [String: [Int64]] = [:]
        var byTitle: [[String]: [Int64]] = [:]
        /// By word: the different titles that have it.
        var titles: [String: [[String]]] = [:]
    }

    private let rule: Policy.RecurrenceRule
    private var themes: [Int64: Plain] = [:]
    private var shelves: [String: Shelf] = [:]

    package init(_ all: [IncidentTheme], by rule: Policy.RecurrenceRule) {
        self.rule = rule
        for theme in all {
            let service = theme.service.map { PlainWords.joined($0) } ?? ""
            guard !service.isEmpty else { continue }
            let cause = theme.cause.map { PlainWords.joined($0) }.flatMap {
                $0.isEmpty || rule.noCause.contains($0) ? nil : $0
            }
            let title = theme.title.map { TitleWords.of($0, without: rule.emptyWords) } ?? []
            let words = title.count >= rule.titleWordsFrom ? title.sorted() : []
            themes[theme.number] = Plain(number: theme.number, service: service, cause: cause, words: words)
            var shelf = shelves.removeValue(forKey: service) ?? Shelf()
            if let cause { shelf.byCause[cause, default: []].append(theme.number) }
            if !words.isEmpty {
                if shelf.byTitle[words] == nil {
                    for word in words { shelf.titles[word, default: []].append(words) }
                }
                shelf.byTitle[words, default: []].append(theme.number)
            }
            shelves[service] = shelf
        }
    }

    /// Whether an incident of a theme happened before; `nil` where only a search over all incidents can tell.
    ///
    /// `happened` says whether an incident of a theme was detected from one moment on and before another.
    package func recurs(
        _ theme: Int64, detected: Instant, happened: (_ theme: Int64, _ from: Instant, _ before: Instant) throws -> Bool
    ) rethrows -> Bool? {
        guard let own = themes[theme], let shelf = shelves[own.service] else { return false }
        // Incidents that have only their service in common do not recur.
        guard own.cause != nil || !own.words.isEmpty else { return false }
        let from = detected.advanced(bySeconds: -rule.window.wholeSeconds)
        if try happened(theme, from, detected) { return true }
        let same = (own.cause.flatMap { shelf.byCause[$0] } ?? []) + (shelf.byTitle[own.words] ?? [])
        for other in same where other != theme {
            if try happened(other, from, detected) { return true }
        }
        guard !own.words.isEmpty else { return false }
        var titles: Set<[String]> = [own.words]
        for word in own.words {
            for title in shelf.titles[word] ?? [] where titles.insert(title).inserted {
                guard titles.count <= rule.comparedTitles else { return nil }
                guard isAlike(own.words, title) else { continue }
                for other in shelf.byTitle[title] ?? [] {
                    if try happened(other, from, detected) { return true }
                }
            }
        }
        return false
    }

    /// As ``ServiceHistory`` compares them.
    private func isAlike(_ left: [String], _ right: [String]) -> Bool {
        let both = left.count + right.count
        let needed = Int((Double(both) * rule.titleLikeness / (1 + rule.titleLikeness) - 1e-9).rounded(.up))
        let words = Set(left)
        return right.count(where: words.contains) >= max(1, needed)
    }
}
