import Syntax

extension PolicyReader {
    /// `conduct`: everything that the specification asks for besides its clocks.
    mutating func conduct(_ entry: PolicyEntry?) -> Policy.Conduct {
        var conduct = Policy.Conduct()
        let known = [
            "severityAssessment", "response", "communications", "escalation", "recurrence", "duties", "handoffs",
            "lifecycle",
        ]
        guard let entry, let fields = fields(entry, known) else { return conduct }
        conduct.severityAssessment = severityRules(fields["severityAssessment"])
        conduct.response = response(fields["response"])
        conduct.communications = communications(fields["communications"])
        conduct.escalation = escalation(fields["escalation"])
        conduct.recurrence = recurrence(fields["recurrence"])
        conduct.duties = duties(fields["duties"])
        conduct.handoffs = handoffs(fields["handoffs"])
        conduct.lifecycle = lifecycle(fields["lifecycle"])
        return conduct
    }
}
