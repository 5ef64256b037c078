extension Policy {
    /// What the specification asks for besides its clocks: the section `conduct` of a policy file.
    package struct Conduct: Sendable, Equatable {
        /// Gravest first.
        package var severityAssessment: [SeverityRule] = []
        package var response = ResponseRule()
        package var communications = CommunicationRule()
        package var escalation = EscalationRule()
        package var recurrence = RecurrenceRule()
        package var duties = DutyRules()
        /// In the order of the file.
        package var handoffs: [HandoffRule] = []
        package var lifecycle = LifecycleRule()

        /// One that asks for nothing.
        package init() {}
    }
}
