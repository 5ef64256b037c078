package import Diagnostics
package import IncidentModel

/// The policies of a run by the moment from which they hold: each incident is judged under the one in force when it was
/// detected, so that a changed target never re-grades the past (definitions, last paragraph).
package struct PolicyBook: Sendable, Equatable {
    /// One or more, earliest first.
    package let policies: [Policy]

    package init(_ policy: Policy) { policies = [policy] }

    private init(sorted policies: [Policy]) { self.policies = policies }

    /// `nil` without any policy, or where two hold from the same moment: nobody could say which of them judges.
    package static func make(_ policies: [Policy]) -> Outcome<PolicyBook?> {
        let sorted = policies.enumerated()
            .sorted { ($0.element.effectiveFrom, $0.offset) < ($1.element.effectiveFrom, $1.offset) }.map(\.element)
        let faults = zip(sorted, sorted.dropFirst()).filter { $0.effectiveFrom == $1.effectiveFrom }.map { pair in
            Diagnostic(
                .policySameDate,
                "“\(pair.0.name)” and “\(pair.1.name)” both hold from \(pair.1.effectiveFrom.rfc3339)",
                at: pair.1.origin, help: "give each its own effectiveFrom, or leave one of them out")
        }
        guard !sorted.isEmpty, faults.isEmpty else { return Outcome(nil, faults) }
        return Outcome(PolicyBook(sorted: sorted))
    }

    /// The place of the policy in force at a moment: the latest that holds by then, before the first the first.
    package func place(at moment: Instant) -> Int {
        (policies.lastIndex { $0.effectiveFrom <= moment }) ?? 0
    }

    package func policy(at moment: Instant) -> Policy { policies[place(at: moment)] }

    /// The one that holds from the latest moment.
    package var newest: Policy { policies[policies.count - 1] }

    /// Everything judged under the policy in force at a moment.
    package func replayed(at moment: Instant) -> PolicyBook { PolicyBook(policy(at: moment)) }

    /// The place of the policy that judges an incident: by its detection; where that is not on record, by its earliest
    /// milestone, and without any the newest.
    package func place(for incident: Incident) -> Int {
        guard policies.count > 1 else { return 0 }
        let marks = incident.milestones
        let moment = marks.instant(of: .detected) ?? marks.marks.map(\.instant).min()
        return moment.map(place(at:)) ?? policies.count - 1
    }

    /// Whether an incident is older than every policy: the first one judges it all the same.
    package func isBeforeAll(_ incident: Incident) -> Bool {
        incident.milestones.instant(of: .detected).map { $0 < policies[0].effectiveFrom } ?? false
    }

    /// Every clock of any policy once, by its id: in the newest policy's order, then those that only older ones have.
    package var clocks: [Clock] {
        var known: Set<String> = []
        return policies.reversed().flatMap(\.clocks).filter { known.insert($0.id).inserted }
    }
}

extension DiagnosticCode {
    static let policySameDate = DiagnosticCode(
        "policy-same-date", .error, "Two policies hold from the same moment",
        """
        Each incident is judged under the policy in force when it was detected. Of two policies with one \
        `effectiveFrom` nobody could say which it is.
        """)
    package static let policyBeforeFirst = DiagnosticCode(
        "policy-before-first", .note, "Incidents are older than every policy",
        """
        They were detected before the first policy's `effectiveFrom`, when no policy was in force. The first policy \
        judges them all the same. Set an earlier date, or name the policy that held then with a second --policy.
        """)
}
