import IncidentModel

extension RecurrenceSearch.Told {
    /// What it takes to tell whether an incident happened before, and is not on record.
    func missing(by rule: Policy.RecurrenceRule) -> [String] {
        if service.isEmpty || detected == nil {
            return (service.isEmpty ? ["service"] : []) + (detected == nil ? ["detected"] : [])
        }
        return cause == nil && title.count < rule.titleWordsFrom ? ["title", "cause"] : []
    }
}
