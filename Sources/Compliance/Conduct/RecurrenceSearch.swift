import Diagnostics
import IncidentModel

/// Finds earlier incidents of the same kind, in time that grows with the run and not with its square.
///
/// Incidents are indexed by service; within one, causes by their plain text and titles by their words. A title is only
/// compared with titles that share one of its rarer words (for a likeness t and n words, two titles alike share one of
/// the n − ⌈t·n⌉ + 1 rarest), and with at most the policy's number of them.
struct RecurrenceSearch: Sendable {
    struct Entry: Sendable {
        var detected: Instant
        var service: Int32
        /// The number of the cause; -1 where none is known.
        var cause: Int32
        /// The words of the title, as numbers; in rising order once they are ranked.
        var words: [Int32]
    }

    private let rule: Policy.RecurrenceRule
    private var names: [IncidentName] = []
    private var origins: [Origin] = []
    /// `nil` where the incident cannot be placed.
    private var entries: [Entry?] = []
    private var missing: [[String]] = []
    private var services: [String: Int32] = [:]
    private var causes: [String: Int32] = [:]
    private var words: [String: Int32] = [:]
    /// By word: how many titles have it.
    private var counts: [Int32] = []
    private var causeNames: [Int32: String] = [:]

    init(_ rule: Policy.RecurrenceRule) { self.rule = rule }

    /// What an incident is found by, in plain words: read off on any thread.
    struct Told: Sendable {
        var name: IncidentName
        var origin: Origin
        var detected: Instant?
        var service: String
        var cause: String?
        var title: [String]

        init(_ incident: borrowing Incident, by rule: Policy.RecurrenceRule) {
            name = IncidentName(incident)
            origin = incident.origin
            detected = incident.milestones.instant(of: .detected)
            service = incident.service.map { PlainWords.joined($0.value) } ?? ""
            cause = RecurrenceSearch.cause(of: incident).flatMap { rule.noCause.contains($0) ? nil : $0 }
            title = incident.title.map { TitleWords.of($0.value, without: rule.emptyWords) } ?? []
        }
    }

    mutating func add(_ told: Told) {
        names.append(told.name)
        origins.append(told.origin)
        guard let detected = told.detected, !told.service.isEmpty else {
            entries.append(nil)
            missing.append((told.service.isEmpty ? ["service"] : []) + (told.detected == nil ? ["detected"] : []))
            return
        }
        let isTold = told.title.count >= rule.titleWordsFrom
        let numbers = isTold ? told.title.map { number(of: $0, in: \.words) } : []
        for number in numbers {
            if Int(number) == counts.count { counts.append(0) }
            counts[Int(number)] += 1
        }
        entries.append(
            Entry(
                detected: detected, service: number(of: told.service, in: \.services),
                cause: told.cause.map { number(of: $0, in: \.causes) } ?? -1, words: numbers))
        missing.append(told.cause == nil && !isTold ? ["title", "cause"] : [])
    }

    /// The export's cause code, or the recorded cause in plain words.
    fileprivate static func cause(of incident: borrowing Incident) -> String? {
        guard let text = incident.causeCode ?? incident.rootCause else { return nil }
        let plain = PlainWords.joined(text.value)
        return plain.isEmpty ? nil : plain
    }

    private mutating func number(of word: String, in table: WritableKeyPath<Self, [String: Int32]>) -> Int32 {
        if let known = self[keyPath: table][word] { return known }
        let next = Int32(truncatingIfNeeded: self[keyPath: table].count)
        self[keyPath: table][word] = next
        return next
    }

    /// What was found for the incidents of some services.
    struct Findings: Sendable {
        var answers: [(place: Int, answer: Recurrence.Answer)] = []
        var comparisons = 0
        var cut = 0
    }

    /// The incidents' places, service by service.
    mutating func placesByService() -> [[Int]] {
        rankWords()
        causeNames = Dictionary(uniqueKeysWithValues: causes.map { ($0.value, $0.key) })
        var places = [[Int]](repeating: [], count: services.count)
        for place in entries.indices {
            if let entry = entries[place] { places[Int(entry.service)].append(place) }
        }
        return places
    }

    func findings(of services: [[Int]]) -> Findings {
        var all = Findings()
        for places in services {
            let inOrder = places.compactMap { place in entries[place].map { (place: place, entry: $0) } }
                .sorted { ($0.entry.detected, $0.place) < ($1.entry.detected, $1.place) }
            var history = ServiceHistory(rule)
            for (number, item) in inOrder.enumerated() {
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
                history.add(item.entry, number: number)
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
            rule: match.cause.map { .sameCause(causeNames[$0] ?? "") } ?? .titleAlike(match.likeness))
    }

    /// Numbers words by how rare they are, rarest first, so that a title's first words are those that few titles share.
    private mutating func rankWords() {
        let order = counts.indices.sorted { (counts[$0], $0) < (counts[$1], $1) }
        var ranks = [Int32](repeating: 0, count: counts.count)
        for (rank, word) in order.enumerated() { ranks[word] = Int32(truncatingIfNeeded: rank) }
        for place in entries.indices {
            guard let own = entries[place]?.words else { continue }
            entries[place]?.words = own.map { ranks[Int($0)] }.sorted()
        }
    }
}
