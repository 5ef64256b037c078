import Diagnostics
import IncidentModel
import Syntax

extension PolicyReader {
    /// `severities`: dialect → severity → words.
    mutating func severityWords(_ entry: PolicyEntry?) -> [String: [String: Severity]] {
        guard let entry, let dialects = pairs(entry) else { return [:] }
        var tables: [String: [String: Severity]] = [:]
        for dialect in dialects {
            guard let rows = pairs(dialect.value) else { continue }
            var table: [String: Severity] = [:]
            for row in rows {
                guard let severity = severity(named: row.key, at: row.origin) else { continue }
                add(words(row.value), meaning: severity, to: &table, as: \.rawValue)
            }
            tables[dialect.key] = table
        }
        return tables
    }

    /// `status`: over and active → dialect → words.
    mutating func statusWords(_ entry: PolicyEntry?) -> StatusWords {
        let known = StatusWords.Reading.allCases.map(\.rawValue)
        guard let entry, let fields = fields(entry, known) else { return StatusWords() }
        var words = StatusWords()
        for reading in StatusWords.Reading.allCases {
            guard let field = fields[reading.rawValue], let dialects = pairs(field) else { continue }
            for dialect in dialects {
                add(
                    self.words(dialect.value), meaning: reading, to: &words.readings[dialect.key, default: [:]],
                    as: \.rawValue)
            }
        }
        return words
    }

    /// `actions`: done and cancelled → words.
    mutating func actionWords(_ entry: PolicyEntry?) -> [String: ActionItem.State] {
        let states: [ActionItem.State] = [.done, .cancelled]
        guard let entry, let fields = fields(entry, states.map(\.rawValue)) else { return [:] }
        var table: [String: ActionItem.State] = [:]
        for state in states { add(words(fields[state.rawValue]), meaning: state, to: &table, as: \.rawValue) }
        return table
    }

    /// `dueAt`: milestone → words.
    mutating func dueWords(_ entry: PolicyEntry?) -> [String: Milestone] {
        guard let entry, let rows = pairs(entry) else { return [:] }
        var table: [String: Milestone] = [:]
        for row in rows {
            guard let milestone = milestone(named: row.key, at: row.origin) else { continue }
            add(words(row.value), meaning: milestone, to: &table, as: \.rawValue)
        }
        return table
    }

    mutating func add<Meaning: Equatable>(
        _ words: [Sourced<String>]?, meaning: Meaning, to table: inout [String: Meaning], as name: (Meaning) -> String
    ) {
        for word in words ?? [] {
            if let other = table[word.value], other != meaning {
                note(
                    .policyAmbiguousWord, "`\(word.value)` means `\(name(other))` already", at: word.origin,
                    help: "keep it in one of the two lists")
            } else {
                table[word.value] = meaning
            }
        }
    }
}

extension DiagnosticCode {
    static let policyAmbiguousWord = DiagnosticCode(
        "policy-ambiguous-word", .error, "A word in the policy means two things",
        """
        The same word, without regard to upper and lower case, stands in two lists of one table, so that nobody could \
        say what it means. Keep it in one of them.
        """)
}
