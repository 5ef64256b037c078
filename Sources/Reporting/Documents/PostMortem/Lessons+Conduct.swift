import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// What the conduct of the incident suggests that a review talks about.
extension Lessons {
    /// Where people wrote it down before any machine did: the alert came after the customers.
    mutating func firstWitness() {
        let claims = incident.claims.filter { $0.subject == .milestone(.detected) }
        let told = claims.compactMap { claim in claim.mark.map { (claim.record, $0.instant) } }
        let people = told.filter { $0.0.kind == .ticketing }.min { $0.1 < $1.1 }
        let machines = told.filter { $0.0.kind == .paging || $0.0.kind == .monitoring }.min { $0.1 < $1.1 }
        guard let people, let machines, people.1 < machines.1 else { return }
        badly.append(
            phrasing.phrases(
                "lesson.peopleFirst",
                [
                    "people": people.0.system, "machine": machines.0.system,
                    "duration": Phrasing.duration(machines.1.wholeSeconds(since: people.1)),
                ]))
    }

    mutating func severity() {
        let assessment = conduct.severity
        guard let declared = assessment.declared?.value else { return }
        switch assessment.comparison {
        case .underDeclared:
            badly.append(
                phrasing.phrases(
                    "lesson.underDeclared",
                    ["declared": declared.title, "assessed": assessment.severity?.title ?? "–"]))
        case .overDeclared:
            badly.append(phrasing.phrases("lesson.overDeclared", ["declared": declared.title]))
        case .same, .cannotBeAssessed, .noRuleFits: break
        }
    }

    mutating func response() {
        for finding in conduct.escalation.findings {
            guard case .fired(let firings) = finding.state else { continue }
            let missing = firings.count { if case .notOnRecord = $0.answer { true } else { false } }
            if missing > 0 {
                badly.append(phrasing.phrases("lesson.notEscalated", ["count": Phrasing.count(missing, "time")]))
            }
        }
        let roles = conduct.response?.missingRoles.map(\.title) ?? []
        if !roles.isEmpty {
            badly.append(phrasing.phrases("lesson.missingRoles", ["roles": Phrasing.list(roles)]))
        }
        if let customers = counts, customers.last > customers.first {
            badly.append(
                phrasing.phrases(
                    "lesson.customersGrew",
                    ["first": Phrasing.number(customers.first), "last": Phrasing.number(customers.last)]))
        }
    }

    private var counts: (first: Int, last: Int)? {
        let history = incident.impact.history.sorted { $0.instant < $1.instant }
        guard let first = history.first, let last = history.last, history.count > 1 else { return nil }
        return (first.customers, last.customers)
    }

    mutating func precedents() {
        guard case .recurs(let earlier, _, _)? = conduct.recurrence, let latest = earlier.first else { return }
        cause.append(
            phrasing.phrases("lesson.precedent", ["id": latest.id, "day": phrasing.day(latest.detected)]))
    }
}
