import IncidentModel

extension RecurrenceSearch.Told {
    /// What it takes to tell whether an incident happened before, and is not on record.
    func missing(by rule: Policy.RecurrenceRule) -> [String] {
        if !missingPlace.isEmpty { return missingPlace }
        return theme.cause == nil && theme.title.count < rule.titleWordsFrom ? RecurrenceSearch.missingTheme : []
    }
}
