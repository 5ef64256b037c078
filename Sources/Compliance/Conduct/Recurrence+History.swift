package import IncidentModel

/// Incidents of which no more is known than when they were detected and what they are about.
package struct IncidentHistory: Sendable {
    /// The number of a theme, and when an incident of it was detected; in any order.
    package var happened: [(theme: Int64, detected: Instant)] = []
    /// By number; what happened on a theme that is missing here says nothing.
    package var themes: [(number: Int64, theme: IncidentTheme)] = []

    package init(
        happened: [(theme: Int64, detected: Instant)] = [], themes: [(number: Int64, theme: IncidentTheme)] = []
    ) {
        self.happened = happened
        self.themes = themes
    }
}

extension Recurrence {
    /// For some of the incidents that are known: what ``find(in:by:)`` over all of them answers, but that the earlier ones
    /// are counted and not named. `history` holds every incident from the policy's window before the earliest of these on,
    /// these included.
    package static func find(
        of incidents: [SharedIncident], amid history: IncidentHistory, by rule: Policy.RecurrenceRule, width: Int
    ) async -> Recurrence {
        var book = ThemeBook(rule)
        var themes: [Int64: ThemeBook.Numbers] = [:]
        let told = await history.themes.parts(width: width) { part in
            part.map { ($0.number, ThemeBook.Told($0.theme, by: rule)) }
        }
        for part in told {
            for (number, theme) in part { themes[number] = book.numbers(of: theme) }
        }
        let asked = incidents.map { RecurrenceSearch.Told($0.value, by: rule) }
        var answers = asked.map { Answer.cannotBeTold($0.missingPlace) }
        var questions: [Int32: [(place: Int, entry: RecurrenceSearch.Entry)]] = [:]
        for (place, one) in asked.enumerated() {
            guard let detected = one.detected, !one.theme.service.isEmpty else { continue }
            let theme = book.numbers(of: one.theme)
            questions[theme.service, default: []].append(
                (place, RecurrenceSearch.Entry(detected: detected, theme: theme)))
        }
        var services: [Int32: [RecurrenceSearch.Entry]] = [:]
        for (number, detected) in history.happened {
            guard let theme = themes[number], questions[theme.service] != nil else { continue }
            services[theme.service, default: []].append(RecurrenceSearch.Entry(detected: detected, theme: theme))
        }
        let ready = book
        let work = questions.map { (asked: $0.value, happened: services[$0.key] ?? []) }
        let found = await work.parts(width: width) { part in
            part.flatMap { ready.answers(to: $0.asked, amid: $0.happened) }
        }
        for part in found {
            for (place, answer) in part { answers[place] = answer }
        }
        return Recurrence(
            answers: answers, names: asked.map(\.name), comparisons: 0, cutComparisons: 0)
    }
}

extension ThemeBook {
    /// Answers for incidents of one service.
    fileprivate func answers(
        to asked: [(place: Int, entry: RecurrenceSearch.Entry)], amid happened: [RecurrenceSearch.Entry]
    ) -> [(place: Int, answer: Recurrence.Answer)] {
        let happened = happened.map { (rank: rank(of: $0.theme), entry: $0) }.sorted {
            ($0.entry.detected, $0.rank) < ($1.entry.detected, $1.rank)
        }
        var history = ServiceHistory(rule, TitleComparison(rule), titles: titles)
        var waiting = 0
        return asked.sorted { $0.entry.detected < $1.entry.detected }.map { place, entry in
            while waiting < happened.count, happened[waiting].entry.detected < entry.detected {
                history.add(happened[waiting].entry, number: waiting)
                waiting += 1
            }
            let found = history.earlier(than: entry)
            if !found.named.isEmpty {
                return (place, .recurs([], sameCause: found.sameCause, titleAlike: found.titleAlike))
            }
            if entry.theme.saysTooLittle { return (place, .cannotBeTold(RecurrenceSearch.missingTheme)) }
            return (place, .noneFound(among: history.count(before: entry)))
        }
    }
}
