import Diagnostics
import IncidentModel
import Syntax

extension PolicyReader {
    /// `redaction`: rule → what it replaces before an export enters a database.
    mutating func redaction(_ entry: PolicyEntry?) -> RedactionRules {
        guard let entry, let rows = pairs(entry) else { return RedactionRules() }
        return RedactionRules(
            rows.compactMap { row in
                guard let kind = redactionKind(row.value) else { return nil }
                return RedactionRules.Rule(name: row.key, kind: kind)
            })
    }

    private mutating func redactionKind(_ entry: PolicyEntry) -> RedactionRules.Kind? {
        let known = ["fields", "words", "every"]
        guard let fields = fields(entry, known, optional: Set(known)) else { return nil }
        guard fields.count == 1 else {
            // A key that nothing reads was noted.
            if fields.isEmpty, !(pairs(entry) ?? []).isEmpty { return nil }
            wrongShape(entry, "one of `fields`, `words` and `every`")
            return nil
        }
        if let paths = fields["fields"] {
            guard let items = items(paths), !items.isEmpty else { return nil }
            // Names of fields keep their letters' case.
            return .fields(items.compactMap { text($0) })
        }
        if let list = fields["words"] {
            guard let list = words(list), !list.isEmpty else { return nil }
            // A word of one letter would stand in every text.
            for word in list where word.value.utf8.count < 3 {
                note(.policyWrongShape, "`\(word.value)` is too short: words have three bytes or more", at: word.origin)
            }
            return .words(list.map(\.value))
        }
        guard let every = fields["every"] else { return nil }
        switch text(every) {
        case "email address": return .emailAddresses
        case "phone number": return .phoneNumbers
        case nil: return nil
        default:
            wrongShape(every, "`email address` or `phone number`")
            return nil
        }
    }
}
