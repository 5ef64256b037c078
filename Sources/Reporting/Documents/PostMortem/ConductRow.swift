import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// One line of what the policy asks for beside its clocks, and what the record shows of it.
struct ConductRow: Equatable {
    enum Result: Equatable {
        /// What the record shows, in words.
        case told(String)
        /// What would have to be on record.
        case untold([String])
    }

    /// `Status page post`, `Product PM`.
    var what: String
    var result: Result
    /// Where the record shows it.
    var evidence: Origin?
    /// Where the policy asks for it.
    var rule: Origin?

    func context(_ edition: Edition) -> Context {
        let words = if case .told(let words) = result { words } else { "–" }
        return [
            "what": .text(what.folded),
            "result": .text(words.folded),
            "address": .text(evidence.map(edition.address) ?? "–"),
            "rule": .text(rule.map(edition.policyAddress) ?? "–"),
        ]
    }
}
