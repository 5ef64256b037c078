/// The normative lines of the coordinator specification, and the tests that prove each.
enum SpecificationTable {
    struct Line: Sendable {
        /// The heading that it stands under.
        var section: String
        /// Its words.
        var words: String
        /// `Suite/name of the test`.
        var tests: [String]

        init(_ section: String, _ words: String, _ tests: String...) {
            (self.section, self.words, self.tests) = (section, words, tests)
        }
    }

    /// A line that no test proves yet, and why.
    struct Pending: Sendable {
        var section: String
        var words: String
        var reason: String

        init(_ section: String, _ words: String, _ reason: String) {
            (self.section, self.words, self.reason) = (section, words, reason)
        }
    }

    private static let assessed =
        "SeverityAssessmentTests/The gravest severity of which a rule fits is the assessed one"
    private static let plan = "ResponsePlanTests/Each severity has its roles, channel, cadence and executives"
    private static let tiers = "CustomerImpactTests/Accounts come in the five tiers, each with the facts behind it"
    private static let channels = "CommunicationsDueTests/Each severity has its channels"
    private static let check = "LifecycleReviewTests/A check of the checklist is proven by its phrases"
    private static let limits = "StandardPolicyTests/The limits are those of the specification"
    private static let verdicts = "VerdictTests/Silence is unproven, never a breach and never a pass"
    private static let postMortem =
        "PostIncidentDutyTests/A post-mortem is mandatory, or owed where it is asked for or the incident recurs"
    private static let call =
        "PostIncidentDutyTests/Strategic accounts are called within a day of the resolution"
    private static let mail =
        "PostIncidentDutyTests/All affected get a mail within four hours of the resolution, at every severity"
    private static let skills = "HandoffTests/Each team has its skills"
    private static let handoff = "HandoffTests/A handoff is triggered at its milestone"
    private static let severities = "HandoffTests/A handoff waits for its severity and for strategic accounts"
    private static let drafts = "HandoffTests/Messages are drafted whenever one is owed"

    static let lines: [Line] = [
        Line(
            "Incident Lifecycle", "DETECTED → TRIAGED → MITIGATING → RESOLVED → POST-MORTEM",
            "LifecycleReviewTests/Five phases follow each other, with their owners",
            "LifecycleReviewTests/A phase is entered by its milestone, and untold where only a later one is on record"),
        Line(
            "Incident Lifecycle", "Support OnCall, All Teams, Engineering + Product, Support + CS, Product + Eng",
            "LifecycleReviewTests/Five phases follow each other, with their owners"),

        Line("Phase 1: Detection & Triage", "customer_count: affected_customers.length", assessed),
        Line(
            "Phase 1: Detection & Triage", "revenue_at_risk: sum(affected_arr)", assessed,
            "CustomerImpactTests/Revenue is added up and compared with the export's figure",
            "SeverityAssessmentTests/A described workaround is one, and revenue is added up where all accounts state it"
        ),
        Line("Phase 1: Detection & Triage", "service_criticality: feature_criticality", assessed),
        Line("Phase 1: Detection & Triage", "workaround_available: boolean", assessed),
        Line("Phase 1: Detection & Triage", "data_loss_risk: boolean", assessed),

        Line("Severity Classification", "Sev1 | Widespread outage, data loss risk", assessed),
        Line("Severity Classification", "Sev2 | Major feature down, many customers", assessed),
        Line("Severity Classification", "Sev3 | Feature degraded, subset affected", assessed),
        Line("Severity Classification", "Sev4 | Minor issue, workaround available", assessed),
        Line("Severity Classification", "Sev1 | Escalation: Exec + All teams", plan),
        Line("Severity Classification", "Sev2 | Escalation: Engineering lead", plan),
        Line("Severity Classification", "Sev3 | Escalation: On-call team", plan),
        Line("Severity Classification", "Sev4 | Escalation: Normal queue", plan),

        Line(
            "Phase 2: Team Assembly & Coordination",
            "IF sev1: Assemble: Engineering Lead, Product Lead, Support Lead, CS Lead, Comms", plan,
            "ResponsePlanTests/A role is there if a responder's role or team says so"),
        Line(
            "Phase 2: Team Assembly & Coordination", "IF sev1: Channel: Create war room (Slack #incident-{id})", plan,
            "ResponsePlanTests/An id goes into the channel as chat systems spell it",
            "ResponsePlanTests/The channel is found among the messages"),
        Line("Phase 2: Team Assembly & Coordination", "IF sev1: Cadence: Updates every 15 minutes", plan),
        Line(
            "Phase 2: Team Assembly & Coordination", "IF sev1: Exec: Notify VP Engineering, CTO", plan,
            "ResponsePlanTests/An executive is notified if a text says so"),
        Line(
            "Phase 2: Team Assembly & Coordination",
            "IF sev2: Assemble: Engineering On-Call, Product PM, Support Lead", plan),
        Line("Phase 2: Team Assembly & Coordination", "IF sev2: Channel: Existing incident channel", plan),
        Line("Phase 2: Team Assembly & Coordination", "IF sev2: Cadence: Updates every 30 minutes", plan),
        Line(
            "Phase 2: Team Assembly & Coordination", "IF sev2: Exec: Notify Engineering Manager", plan,
            "ResponsePlanTests/A message to an executive is a notice, and carries its moment"),
        Line("Phase 2: Team Assembly & Coordination", "IF sev3: Assemble: Engineering On-Call, Support", plan),
        Line("Phase 2: Team Assembly & Coordination", "IF sev3: Channel: Support escalation channel", plan),
        Line("Phase 2: Team Assembly & Coordination", "IF sev3: Cadence: Updates every hour", plan),
        Line("Phase 2: Team Assembly & Coordination", "IF sev4: Assemble: Support + Engineering queue", plan),
        Line("Phase 2: Team Assembly & Coordination", "IF sev4: Channel: Normal ticket flow", plan),
        Line("Phase 2: Team Assembly & Coordination", "IF sev4: Cadence: As needed", plan),

        Line(
            "Phase 3: Customer Impact Assessment", "cs.get_strategic_accounts_affected(affected_customers)",
            "CustomerImpactTests/Strategic accounts are affected, are not, or cannot be told"),
        Line("Phase 3: Customer Impact Assessment", "1. Enterprise accounts with active escalations", tiers),
        Line("Phase 3: Customer Impact Assessment", "2. Accounts in renewal window (next 90 days)", tiers),
        Line("Phase 3: Customer Impact Assessment", "3. Accounts with exec sponsors engaged", tiers),
        Line("Phase 3: Customer Impact Assessment", "4. High-usage accounts", tiers),
        Line("Phase 3: Customer Impact Assessment", "5. All remaining affected accounts", tiers),

        Line("Phase 4: Communication Orchestration", "ai.generate_comms: audience, tone, include", drafts),
        Line("Phase 4: Communication Orchestration", "Status Page: Public updates (all severities)", channels),
        Line("Phase 4: Communication Orchestration", "In-App Banner: Sev1/Sev2 only", channels),
        Line(
            "Phase 4: Communication Orchestration", "Email: Strategic accounts, all affected (Sev1)", channels,
            "CommunicationsDueTests/A mail to all affected reaches strategic accounts, and not the other way round"),
        Line(
            "Phase 4: Communication Orchestration", "Slack/CS Outreach: Strategic accounts (Sev1/Sev2)", channels,
            "CommunicationsDueTests/Without a strategic account there is nobody to reach out to"),

        Line("Phase 5: Resolution & Recovery", "WHEN mitigation_identified: Track: implementation progress", check),
        Line(
            "Phase 5: Resolution & Recovery", "WHEN mitigation_identified: Communicate: ETA updates",
            "LifecycleReviewTests/Updates on recovery are told once the impact ends"),
        Line("Phase 5: Resolution & Recovery", "WHEN mitigation_identified: Verify: service restoration", check),
        Line("Phase 5: Resolution & Recovery", "WHEN mitigation_identified: Monitor: for regression", check),
        Line("Phase 5: Resolution & Recovery", "WHEN resolved: Verify: all metrics normal", check),
        Line(
            "Phase 5: Resolution & Recovery", "WHEN resolved: Communicate: resolution to all channels",
            "LifecycleReviewTests/All channels are told when every message that is owed went out",
            "CommunicationsDueTests/A resolution is told after the resolution"),
        Line(
            "Phase 5: Resolution & Recovery", "WHEN resolved: Document: timeline and actions",
            "LifecycleReviewTests/Timeline and actions are documented where both are on record"),
        Line(
            "Phase 5: Resolution & Recovery", "WHEN resolved: Schedule: post-mortem (Sev1/Sev2 mandatory)",
            "LifecycleReviewTests/A post-mortem is scheduled by an action, a text, or by being held"),
        Line(
            "Phase 5: Resolution & Recovery",
            "WHEN resolved: Trigger: customer_success/escalation_manager for follow-up", handoff,
            "LifecycleReviewTests/A follow-up is triggered by an action or a text"),

        Line("Phase 6: Post-Incident", "sev1, sev2: Schedule: Post-mortem within 48 hours", postMortem),
        Line("Phase 6: Post-Incident", "sev1, sev2: Trigger: product_ops/incident_analyzer", handoff, severities),
        Line(
            "Phase 6: Post-Incident", "sev1, sev2: Create: Action items for prevention",
            "PostIncidentDutyTests/Action items for prevention are looked for among the actions"),
        Line(
            "Phase 6: Post-Incident", "sev1, sev2: Update: Runbooks if applicable",
            "PostIncidentDutyTests/A runbook is updated where a process gap is marked"),
        Line("Phase 6: Post-Incident", "Strategic Accounts: Trigger: customer_success/red_flag_detector", handoff),
        Line("Phase 6: Post-Incident", "Strategic Accounts: Action: CSM outreach within 24 hours", call),
        Line(
            "Phase 6: Post-Incident", "Strategic Accounts: Offer: Impact remediation if applicable",
            "PostIncidentDutyTests/A remediation is offered to strategic accounts at the grave severities"),

        Line("Response Time SLAs", "Sev1 | 5 min | 15 min | 1 hour", limits, verdicts),
        Line("Response Time SLAs", "Sev2 | 15 min | 30 min | 4 hours", limits),
        Line("Response Time SLAs", "Sev3 | 1 hour | 2 hours | 24 hours", limits),
        Line("Response Time SLAs", "Sev4 | 4 hours | 8 hours | 72 hours", limits),

        Line(
            "Communication Rules", "Status page updates required for Sev1/Sev2 within 15 minutes",
            "CommunicationsDueTests/Exactly on the limit is not late",
            "CommunicationsDueTests/A message counts by its channel and audience, in time or late"),

        Line(
            "Escalation Triggers", "Auto-escalate if no update in 2x expected interval",
            "EscalationTriggerTests/Silence of more than twice the interval fires at twice the interval",
            "EscalationTriggerTests/An escalation within one interval answers a trigger"),
        Line(
            "Escalation Triggers", "Auto-escalate if affected customer count doubles",
            "EscalationTriggerTests/Customers fire when they double, and again when they double again"),
        Line(
            "Escalation Triggers", "Auto-escalate if strategic account requests",
            "EscalationTriggerTests/A strategic account asks by the policy's phrases"),
        Line(
            "Escalation Triggers", "Auto-escalate if data integrity concern emerges",
            "EscalationTriggerTests/A concern about data is a text or the export's flag"),

        Line("Post-Incident Requirements", "Sev1/Sev2: Post-mortem mandatory within 48 hours", postMortem),
        Line(
            "Post-Incident Requirements", "Sev3: Post-mortem if customer requested or recurring", postMortem,
            "RecurrenceTests/The same cause on the same service within the window recurs"),
        Line(
            "Post-Incident Requirements", "All: Document in incident database",
            "PostIncidentDutyTests/The incident database says whether the incident stands in it"),
        Line(
            "Post-Incident Requirements", "All: Update runbooks if process gap identified",
            "PostIncidentDutyTests/A runbook is updated where a process gap is marked",
            "PostIncidentDutyTests/The cause and the resolution can mark a process gap"),

        Line(
            "Customer Follow-Up", "Strategic accounts: CSM call within 24 hours", call,
            "PostIncidentDutyTests/Each strategic account is called, unless a text speaks of all"),
        Line("Customer Follow-Up", "All affected: Resolution email within 4 hours of resolution", mail),
        Line(
            "Customer Follow-Up", "Recurring incidents: Executive apology for Sev1",
            "PostIncidentDutyTests/A recurring Sev1 asks for an executive's apology"),

        Line(
            "Integration Points", "Support | ticket_prioritizer, escalation_predictor | Initial triage", skills, handoff
        ),
        Line("Integration Points", "Engineering | Internal alerting | Sev1/Sev2 declared", skills, handoff, severities),
        Line("Integration Points", "Product | incident_analyzer | Post-incident", skills, handoff),
        Line(
            "Integration Points", "CS | red_flag_detector, escalation_manager | Strategic account affected", skills,
            handoff, severities),
        Line("Integration Points", "Comms | ai.generate_comms | All status updates", skills, drafts),
    ]

    static let pending: [Pending] = [
        Pending("Phase 1: Detection & Triage", "support.get_incident(incidentId)", "read by dialects of tickets"),
        Pending(
            "Phase 1: Detection & Triage", "support.get_affected_customers(incidentId)",
            "read by dialects of customer systems"),
        Pending(
            "Phase 1: Detection & Triage", "product.get_feature_status(affectedService)",
            "read by dialects of service catalogues"),
        Pending(
            "Phase 1: Detection & Triage", "engineering.get_service_health()", "read by dialects of service catalogues"),
        Pending(
            "Phase 1: Detection & Triage", "engineering.get_deployment_history(24h)", "read by dialects of deployments"),
        Pending("Severity Classification", "Sev1 | Response Time: Immediate", "the clock `respond`"),
        Pending("Severity Classification", "Sev2 | Response Time: < 30 min", "the clock `respond`"),
        Pending("Severity Classification", "Sev3 | Response Time: < 2 hours", "the clock `respond`"),
        Pending("Severity Classification", "Sev4 | Response Time: < 24 hours", "the clock `respond`"),
        Pending("Response Format", "the coordinator's document", "read by its dialect, written by `debrief assess`"),
        Pending(
            "Communication Rules", "Never speculate on root cause in customer communications", "a writing rule"),
        Pending("Communication Rules", "Always include next update time", "a writing rule"),
        Pending("Communication Rules", "No \"blame\" language in any communication", "a writing rule"),
        Pending("Communication Rules", "Include workarounds when available", "a writing rule"),
    ]
}
