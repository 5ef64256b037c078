extension Recurrence {
    /// What was found of an incident while titles and causes were there to be compared.
    package struct KeptAnswer: Sendable {
        package var system: String
        package var id: String
        package var key: String?
        package var recurs: Bool

        package init(system: String, id: String, key: String?, recurs: Bool) {
            self.system = system
            self.id = id
            self.key = key
            self.recurs = recurs
        }
    }

    /// The same, where the answers that were kept stand in the place of those that cannot be found any more: an incident
    /// that recurred still does, and one that did not does not become one of which nothing can be told.
    package func holding(_ kept: [KeptAnswer]) -> Recurrence {
        guard !kept.isEmpty else { return self }
        var answers = answers
        for answer in kept {
            guard let place = places[IncidentName(system: answer.system, id: answer.id, key: answer.key)] else {
                continue
            }
            switch (answers[place], answer.recurs) {
            case (.recurs, _), (.noneFound, false): break
            case (_, true): answers[place] = .recurs([], sameCause: 0, titleAlike: 0)
            case (.cannotBeTold, false): answers[place] = .noneFound(among: 0)
            }
        }
        return Recurrence(
            answers: answers, places: places, comparisons: comparisons, cutComparisons: cutComparisons)
    }
}
