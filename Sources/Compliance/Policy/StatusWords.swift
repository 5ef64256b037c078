import Diagnostics

/// What the status words of exports say about whether an incident is over: tables in the policy file.
///
/// They never stand in for a milestone. They keep a clock from being called overdue where the export says that the
/// incident is over without saying when (definitions, "Clocks": silence is unproven).
package struct StatusWords: Sendable, Equatable {
    package enum Reading: String, Sendable, CaseIterable { case over, active }

    /// By dialect name, then by the export's word in lower case. The dialect `*` serves all.
    package var readings: [String: [String: Reading]]

    package init(readings: [String: [String: Reading]] = [:]) { self.readings = readings }

    /// `nil` for words that are in no table.
    package func reading(of word: String, in dialect: String) -> Reading? {
        let key = word.lowercased()
        return readings[dialect]?[key] ?? readings["*"]?[key]
    }

    /// `nil` without a word, and for words that are in no table.
    func reading(of word: Sourced<String>?, in dialect: String) -> Reading? {
        word.flatMap { reading(of: $0.value, in: dialect) }
    }
}
