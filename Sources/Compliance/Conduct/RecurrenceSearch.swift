import Diagnostics
import IncidentModel

/// Finds earlier incidents of the same kind, in time that grows with the run and not with its square.
///
/// Incidents are taken service by service, in the order of their detection; within one, causes are indexed by their plain
/// text and titles by their words. A title is only compared with the policy's number of different titles that came up
/// last, so that the incidents of one service within a window say all that there is to say about the last of them.
struct RecurrenceSearch: Sendable {
    struct Entry: Sendable {
        var detected: Instant
        var theme: ThemeBook.Numbers
    }

    private var names: [IncidentName] = []
    private var origins: [Origin] = []
    /// `nil` where the incident cannot be placed.
    private var entries: [Entry?] = []
    private var missing: [[String]] = []
    private var book: ThemeBook

    init(_ rule: Policy.RecurrenceRule) { book = ThemeBook(rule) }

    /// What an incident is found by, in plain words: read off on any thread.
    struct Told: Sendable {
        var name: IncidentName
        var origin: Origin
        var detected: Instant?
        var theme: ThemeBook.Told

        init(_ incident: borrowing Incident, by rule: Policy.RecurrenceRule) {
            name = IncidentName(incident)
            origin = incident.origin
            detected = incident.milestones.instant(of: .detected)
            theme = ThemeBook.Told(IncidentTheme(incident), by: rule)
        }

        /// Why it cannot be placed; empty where it can.
        var missingPlace: [String] {
            (theme.service.isEmpty ? ["service"] : []) + (detected == nil ? ["detected"] : [])
        }
    }

    mutating func add(_ told: Told) {
        names.append(told.name)
        origins.append(told.origin)
        guard let detected = told.detected, !told.theme.service.isEmpty else {
            entries.append(nil)
            missing.append(told.missingPlace)
            return
        }
        let theme = book.numbers(of: told.theme)
        entries.append(Entry(detected: detected, theme: theme))
        missing.append(theme.saysTooLittle ? Self.missingTheme : [])
    }

    static let missingTheme = ["title", "cause"]

    /// What was found for the incidents of some services.
    struct Findings: Sendable {
        var answers: [(place: Int, answer: Recurrence.Answer)] = []
        var comparisons = 0
        var cut = 0
    }

    /// The incidents' places, service by service.
    func placesByService() -> [[Int]] {
        var places = [[Int]](repeating: [], count: book.serviceCount)
        for place in entries.indices {
            if let entry = entries[place] { places[Int(entry.theme.service)].append(place) }
        }
        return places
    }

    func findings(of services: [[Int]]) -> Findings {
        var all = Findings()
        let comparison = TitleComparison(book.rule)
        for places in services {
            let inOrder = places.compactMap { place in entries[place].map { (place: place, entry: $0) } }
                .sorted { isBefore($0, $1) }
            var history = ServiceHistory(book.rule, comparison, titles: book.titles)
            var waiting = 0
            for item in inOrder {
                // Those of one moment are not before each other.
                while inOrder[waiting].entry.detected < item.entry.detected {
                    history.add(inOrder[waiting].entry, number: waiting)
                    waiting += 1
                }
                let found = history.earlier(than: item.entry)
                if !found.named.isEmpty {
                    let named = found.named.map { earlier(inOrder[$0.number].place, $0) }
                    let answer = Recurrence.Answer.recurs(
                        named, sameCause: found.sameCause, titleAlike: found.titleAlike)
                    all.answers.append((item.place, answer))
                } else if missing[item.place].isEmpty {
                    all.answers.append((item.place, .noneFound(among: history.count(before: item.entry))))
                }
                if found.isCut { all.cut += 1 }
            }
            all.comparisons += history.comparisons
        }
        return all
    }

    func recurrence(_ parts: [Findings]) -> Recurrence {
        var answers = missing.map { Recurrence.Answer.cannotBeTold($0) }
        for part in parts {
            for found in part.answers { answers[found.place] = found.answer }
        }
        return Recurrence(
            answers: answers, names: names, comparisons: parts.reduce(0) { $0 + $1.comparisons },
            cutComparisons: parts.reduce(0) { $0 + $1.cut })
    }

    private func earlier(_ place: Int, _ match: ServiceHistory.Match) -> Recurrence.Earlier {
        Recurrence.Earlier(
            id: names[place].id, system: names[place].system, detected: match.detected, origin: origins[place],
            rule: match.cause.map { .sameCause(book.causeNames[Int($0)]) } ?? .titleAlike(match.likeness))
    }

    private func isBefore(_ left: (place: Int, entry: Entry), _ right: (place: Int, entry: Entry)) -> Bool {
        if left.entry.detected != right.entry.detected { return left.entry.detected < right.entry.detected }
        let (first, second) = (book.rank(of: left.entry.theme), book.rank(of: right.entry.theme))
        return first == second ? left.place < right.place : first < second
    }
}
