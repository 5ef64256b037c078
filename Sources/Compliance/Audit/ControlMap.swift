package import Diagnostics

/// Which promises and figures give evidence for which controls of an audit's frameworks: the organisation's own reading,
/// as data.
package struct ControlMap: Sendable, Equatable {
    package var name: String
    package var frameworks: [Framework]

    package init(name: String, frameworks: [Framework]) {
        self.name = name
        self.frameworks = frameworks
    }

    package struct Framework: Sendable, Equatable {
        /// `soc2`.
        package var id: String
        package var title: String
        package var controls: [Control]
    }

    package struct Control: Sendable, Equatable {
        /// `CC7.3`.
        package var id: String
        /// What it asks for, in the house's own words.
        package var asks: String
        package var evidence: [Proof]
        package var origin: Origin
    }

    /// What gives evidence.
    package enum Proof: Sendable, Hashable {
        /// ``Clock/id`` of any policy of the run.
        case clock(String)
        case duty(PostIncidentDuty)
        case figure(Figure)

        /// As the file names it: `clock triage`, `duty post-mortem`, `figure population`.
        package var words: String {
            switch self {
            case .clock(let id): "clock \(id)"
            case .duty(let duty): "duty \(duty.hyphenated)"
            case .figure(let figure): "figure \(figure.rawValue)"
            }
        }
    }

    /// Figures of an audit that are no promise.
    package enum Figure: String, Sendable, CaseIterable {
        /// Every incident of the period.
        case population
        /// Every record that was read, and what became of it.
        case records
        /// Ids between the first and the last that no record has.
        case idGaps = "id-gaps"
        /// Incidents with a severity on record.
        case severity
        /// Incidents that happened before.
        case recurrence
        /// Records kept word for word.
        case evidence
        /// Facts on which sources disagree.
        case disputes
        /// What records lack.
        case dataQuality = "data-quality"
    }
}

extension PostIncidentDuty {
    /// `post-mortem`.
    package var hyphenated: String {
        var out = ""
        for scalar in rawValue.unicodeScalars {
            if ("A"..."Z").contains(scalar) { out += "-" }
            out += String(scalar).lowercased()
        }
        return out
    }
}
