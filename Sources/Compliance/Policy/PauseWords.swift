/// Status words that stop clocks for as long as they stand: tables in the policy file, each with a name that clocks use.
package struct PauseWords: Sendable, Equatable {
    /// By name, then by dialect, words in lower case. The dialect `*` serves all.
    package var tables: [String: [String: Set<String>]]

    package init(tables: [String: [String: Set<String>]] = [:]) { self.tables = tables }

    /// Whether a status word of a dialect is one of those that any of the names stands for.
    func pauses(_ names: Set<String>, word: String, in dialect: String) -> Bool {
        let word = word.lowercased()
        return names.contains { name in
            guard let table = tables[name] else { return false }
            return table[dialect]?.contains(word) ?? false || table["*"]?.contains(word) ?? false
        }
    }
}
