import Compliance
import Diagnostics
import IncidentModel

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
            "\(people.0.system) has it \(Phrasing.duration(machines.1.wholeSeconds(since: people.1))) before "
                + "\(machines.0.system): the alert came after the people. What would have raised it first?")
    }

    mutating func severity() {
        let assessment = conduct.severity
        guard let declared = assessment.declared?.value else { return }
        switch assessment.comparison {
        case .underDeclared:
            let asked = assessment.severity?.title ?? "a graver one"
            badly.append("\(declared.title) was declared, and the facts ask for \(asked). What was not known then?")
        case .overDeclared:
            badly.append(
                "\(declared.title) was declared, and the facts ask for less. Who was called that was not needed?")
        case .same, .cannotBeAssessed, .noRuleFits: break
        }
    }

    mutating func response() {
        for finding in conduct.escalation.findings {
            guard case .fired(let firings) = finding.state else { continue }
            let missing = firings.count { if case .notOnRecord = $0.answer { true } else { false } }
            if missing > 0 {
                badly.append(
                    "An escalation was due \(missing == 1 ? "once" : "\(missing) times"), and none is on record. "
                        + "Was it not needed, not known, or not written down?")
            }
        }
        let roles = conduct.response?.missingRoles.map(\.title) ?? []
        if !roles.isEmpty {
            badly.append("Not on record among the responders: \(Phrasing.list(roles)). Who did their part?")
        }
        if let customers = counts, customers.last > customers.first {
            badly.append(
                "The count of affected customers grew from \(Phrasing.number(customers.first)) to "
                    + "\(Phrasing.number(customers.last)). What hid the others?")
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
            "“\(latest.id)” on the same service was like it (\(phrasing.day(latest.detected))). "
                + "What was decided then, and what became of it?")
    }
}
