package import IncidentModel

/// Everything besides the clocks that the specification says about one incident, made when it is asked for.
package struct IncidentConduct: Sendable {
    package let known: KnownIncident
    package let verdicts: [JudgedClock]
    package let policy: Policy
    /// Whether the incident recurs; `nil` where nobody looked.
    package let recurrence: Recurrence.Answer?
    /// Among all accounts of the run; `nil` where only those of the incident are known.
    package let usage: UsageRanking?
    package let database: PostIncidentDuties.DatabaseEntry

    package init(
        _ assessed: AssessedIncident, policy: Policy, recurrence: Recurrence?, asOf: Instant,
        usage: UsageRanking? = nil, database: PostIncidentDuties.DatabaseEntry = .notAsked
    ) {
        known = KnownIncident(assessed.incident, asOf: asOf)
        verdicts = assessed.verdicts
        self.policy = policy
        self.recurrence = recurrence?.answer(for: assessed.incident)
        self.usage = usage
        self.database = database
    }

    package var severity: SeverityAssessment { .of(known, by: policy.conduct.severityAssessment) }

    /// `nil` where no severity is known.
    package var response: ResponsePlan? { .of(known, by: policy.conduct.response) }

    package var customers: CustomerImpact { .of(known, by: policy.customerPriority, usage: usage) }

    package var communications: CommunicationsDue {
        .of(known, StrategicTouch(known.incident), by: policy.conduct.communications)
    }

    package var escalation: EscalationTriggers { .of(known, by: policy) }

    package var duties: PostIncidentDuties {
        .of(
            known, verdicts: verdicts, recurrence: recurrence, messages: communications, database: database,
            by: policy)
    }

    package var handoffs: Handoffs {
        .of(known, StrategicTouch(known.incident), communications, by: policy.conduct.handoffs)
    }

    package var lifecycle: LifecycleReview { .of(known, communications, by: policy.conduct.lifecycle) }
}
