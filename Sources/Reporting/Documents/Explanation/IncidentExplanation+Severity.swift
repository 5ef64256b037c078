import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// The severity: what was declared, which one judges, and which one the policy's rules ask for.
extension IncidentExplanation {
    var severity: Statement {
        let assessment = conduct.severity
        return Statement(
            "severity", IncidentWords(edition: edition, assessed: assessed).severity,
            values: [
                "assessed": .optional(assessment.severity?.rawValue),
                "judged": .optional(incident.severity?.value.rawValue),
            ],
            parts: [judgedSeverity] + history + claims(about: .severity) + [assessed(assessment)])
    }

    private var judgedSeverity: Statement {
        guard let severity = incident.severity else {
            return Statement("judged by", "no severity that the policy knows is on record: every clock is unproven")
        }
        let why =
            incident.severityHistory.isEmpty
            ? "the one severity on record" : "the highest declared while the incident was open"
        return Statement(
            "judged by", "\(severity.value.title), \(why)", exhibits: [room.exhibit(severity.origin)])
    }

    private var history: [Statement] {
        if incident.severityHistory.isEmpty {
            return incident.declared.map {
                [Statement("declared", words($0), exhibits: [room.exhibit($0.word.origin)])]
            }
                ?? []
        }
        return incident.severityHistory.map { change in
            let later = change.instant > edition.asOf ? "; later than the report moment" : ""
            return Statement(
                "declared", "\(phrasing.moment(change.instant)): \(words(change.declared))\(later)",
                exhibits: [room.exhibit(change.declared.word.origin)])
        }
    }

    private func words(_ declared: DeclaredSeverity) -> String {
        let title = declared.severity.map(\.title) ?? "in no table of the policy"
        return "“\(declared.word.value)”, \(title)"
    }

    // MARK: Assessed

    private func assessed(_ assessment: SeverityAssessment) -> Statement {
        let missing =
            assessment.missing.isEmpty
            ? [] : [Statement("missing", Phrasing.list(assessment.missing), values: [:])]
        return Statement(
            "assessed by the rules",
            "\(assessment.severity?.title ?? "no rule fits"); \(comparison(assessment.comparison))",
            parts: assessment.matched.map(ruling) + missing)
    }

    private func ruling(_ ruling: SeverityAssessment.Ruling) -> Statement {
        Statement(
            "rule “\(ruling.rule.name)”", "\(ruling.rule.severity.title) for \(ruling.rule.condition)",
            exhibits: [room.exhibit(ruling.rule.origin)], parts: ruling.facts.map { fact("fact", $0) })
    }

    private func comparison(_ comparison: SeverityAssessment.Comparison) -> String {
        switch comparison {
        case .same: "the same as declared"
        case .underDeclared: "what was declared is less grave than the rules ask for"
        case .overDeclared: "what was declared is graver than the rules allow"
        case .cannotBeAssessed(let missing):
            missing.isEmpty
                ? "the policy has no rules to compare with"
                : "facts are missing that could decide either way: \(Phrasing.list(missing))"
        case .noRuleFits: "every fact is known, and none of the policy's rules fits"
        }
    }

    func fact(_ name: String, _ fact: RecordedFact) -> Statement {
        let moment = fact.instant.map { ", \(phrasing.moment($0))" } ?? ""
        return Statement(
            name, "\(fact.name) = \(fact.value)\(moment)", values: ["at": .instant(fact.instant)],
            exhibits: [room.exhibit(fact.origin)])
    }
}
