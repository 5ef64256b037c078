import Diagnostics
import IncidentModel
import Syntax

extension PolicyReader {
    /// `pauses`: name → dialect → status words.
    mutating func pauses(_ entry: PolicyEntry?) -> (words: PauseWords, names: [String]) {
        guard let entry, let names = pairs(entry) else { return (PauseWords(), []) }
        refuseMany(names, "pauses")
        var tables: [String: [String: Set<String>]] = [:]
        for name in names {
            checkID(name, of: "a pause")
            guard let dialects = pairs(name.value) else { continue }
            for dialect in dialects {
                tables[name.key, default: [:]][dialect.key] = Set((words(dialect.value) ?? []).map(\.value))
            }
        }
        return (PauseWords(tables: tables), names.map(\.key))
    }

    /// `exclusions`: a list of windows.
    mutating func exclusions(_ entry: PolicyEntry?, clocks: [String]) -> [Exclusion] {
        guard let entry, let items = items(entry) else { return [] }
        return items.compactMap { item in
            guard let fields = fields(item, ["from", "to", "reason", "clocks"]) else { return nil }
            let from = date(fields["from"])
            let to = date(fields["to"])
            let reason = text(fields["reason"])
            let named = fields["clocks"].flatMap { self.items($0) }?.compactMap {
                self.named($0, among: clocks, "clock")
            }
            guard let from, let to, let reason, let named, let end = fields["to"] else { return nil }
            guard from < to else {
                note(.policyBadDate, "the window ends before it begins", at: end.origin)
                return nil
            }
            return Exclusion(from: from, to: to, reason: reason, clocks: Set(named), origin: item.origin)
        }
    }
}
