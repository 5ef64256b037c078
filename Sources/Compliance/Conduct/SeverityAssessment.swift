package import Diagnostics
package import IncidentModel

/// The severity that the policy's rules ask for, beside the one that was declared (specification,
/// `ai.assess_severity` and "Severity Classification").
///
/// Severities are tried from the gravest down, and the first of which a rule fits is the assessed one. A rule that
/// lacks a fact is undecided: a graver severity that is undecided is not excluded, and the comparison says so.
package struct SeverityAssessment: Sendable, Equatable {
    /// What one rule says.
    package struct Ruling: Sendable, Equatable {
        package enum Answer: String, Sendable { case fits, fails, undecided }

        package var rule: Policy.SeverityRule
        package var answer: Answer
        /// The facts that decided it.
        package var facts: [RecordedFact]
        /// The facts that it lacks; empty unless it is undecided.
        package var missing: [String]
    }

    /// What was declared against what the rules say.
    package enum Comparison: Sendable, Equatable {
        case same
        /// Less grave than the rules ask for, for certain.
        case underDeclared
        /// Graver than the rules allow, for certain.
        case overDeclared
        /// Facts are missing that could decide either way, or nothing was declared.
        case cannotBeAssessed(missing: [String])
        /// Every fact is known, and no rule fits: a gap in the policy.
        case noRuleFits
    }

    /// The gravest severity of which a rule fits; `nil` where none does.
    package let severity: Severity?
    /// The gravest severity that the facts on record do not exclude; `nil` where all are excluded.
    package let atMost: Severity?
    /// Every rule of the policy, gravest first.
    package let rulings: [Ruling]
    /// The severity that judges the incident.
    package let declared: Sourced<Severity>?

    /// The rules of the assessed severity that fit.
    package var matched: [Ruling] { rulings.filter { $0.answer == .fits && $0.rule.severity == severity } }

    /// The facts that rules of graver severities lack, or of all where none fits.
    package var missing: [String] {
        rulings.filter { $0.answer == .undecided && (severity.map(graverThan($0)) ?? true) }.flatMap(\.missing).unique
    }

    private func graverThan(_ ruling: Ruling) -> (Severity) -> Bool { { ruling.rule.severity > $0 } }

    package static func of(_ known: KnownIncident, by rules: [Policy.SeverityRule]) -> SeverityAssessment {
        let facts = SeverityFacts(known.incident)
        let rulings = rules.map { rule in
            let finding = rule.condition.finding(in: facts)
            let answer: Ruling.Answer =
                switch finding.answer {
                case .holds: .fits
                case .fails: .fails
                case .undecided: .undecided
                }
            return Ruling(rule: rule, answer: answer, facts: finding.facts, missing: finding.missing)
        }
        return SeverityAssessment(
            severity: rulings.filter { $0.answer == .fits }.map(\.rule.severity).max(),
            atMost: rulings.filter { $0.answer != .fails }.map(\.rule.severity).max(), rulings: rulings,
            declared: known.incident.severity)
    }

    package var comparison: Comparison {
        guard let declared = declared?.value else { return .cannotBeAssessed(missing: ["severity"]) }
        guard let atMost else { return rulings.isEmpty ? .cannotBeAssessed(missing: []) : .noRuleFits }
        if let severity, declared < severity { return .underDeclared }
        if declared > atMost { return .overDeclared }
        guard severity == atMost else { return .cannotBeAssessed(missing: missing) }
        return .same
    }
}
