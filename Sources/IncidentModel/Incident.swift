package import Diagnostics

/// One incident as the program believes it: what passed the one gate, every word with its origin.
package struct Incident: Sendable, Equatable {
    /// The export's own id: `INC-2024-0215-001`.
    package var id: String
    /// The system's inner key, where it has one beside the id (ServiceNow's `sys_id`): what makes two incidents of one
    /// number two.
    package var key: String?
    /// The export's dialect: `servicenow-xml`.
    package var system: String
    /// Where its record begins, and where the records begin that were merged into it.
    package var origins: [Origin]

    package var title: Sourced<String>?
    /// The severity that judges the incident: the highest declared while it was open (definitions, "Severity").
    package var severity: Sourced<Severity>?
    /// The severity as the export wrote it last.
    package var declared: DeclaredSeverity?
    package var severityHistory: [SeverityChange] = []
    /// The export's own status word, kept beside what the milestones say.
    package var statusWord: Sourced<String>?
    package var milestones = Milestones()
    /// How often it was opened again after a resolution.
    package var reopenings = 0

    package var service: Sourced<String>?
    /// Whether the export itself asks for a post-mortem (`postMortemRequired`).
    package var asksForPostMortem: Sourced<Bool>?
    /// Empty, or the one ``Story``: an incident that is only counted carries none.
    private var stories: [Story] = []

    package init(id: String, system: String, origin: Origin) {
        self.id = id
        self.system = system
        origins = [origin]
    }

    /// Where its record begins.
    package var origin: Origin { origins.first ?? .whole(SourceID(0)) }

    /// Where the milestones say it stands.
    package var state: LifecycleState { LifecycleState(milestones) }
}

extension Incident {
    /// What only pages about the one incident need.
    package var story: Story {
        get { stories.first ?? Story() }
        set { stories = [newValue] }
        _modify {
            if stories.isEmpty { stories.append(Story()) }
            yield &stories[0]
        }
    }

    /// Whether a story was told, be it an empty one.
    package var hasStory: Bool { !stories.isEmpty }

    package mutating func forgetStory() { stories = [] }

    package var description: Sourced<String>? {
        get { story.description }
        set { story.description = newValue }
    }
    package var team: Sourced<String>? {
        get { story.team }
        set { story.team = newValue }
    }
    package var source: Sourced<String>? {
        get { story.source }
        set { story.source = newValue }
    }
    package var rootCause: Sourced<String>? {
        get { story.rootCause }
        set { story.rootCause = newValue }
    }
    package var isCauseConfirmed: Bool {
        get { story.isCauseConfirmed }
        set { story.isCauseConfirmed = newValue }
    }
    package var resolution: Sourced<String>? {
        get { story.resolution }
        set { story.resolution = newValue }
    }
    package var impact: Impact {
        get { story.impact }
        set { story.impact = newValue }
    }
    package var responders: [Responder] {
        get { story.responders }
        set { story.responders = newValue }
    }
    package var timeline: [TimelineEntry] {
        get { story.timeline }
        set { story.timeline = newValue }
    }
    package var communications: [Communication] {
        get { story.communications }
        set { story.communications = newValue }
    }
    package var actions: [ActionItem] {
        get { story.actions }
        set { story.actions = newValue }
    }
    package var accounts: [Account] {
        get { story.accounts }
        set { story.accounts = newValue }
    }
    package var deployments: [Deployment] {
        get { story.deployments }
        set { story.deployments = newValue }
    }
    package var references: [Reference] {
        get { story.references }
        set { story.references = newValue }
    }
}

/// The part of an incident that figures do not need: what happened, who was touched, what was said and done.
package struct Story: Sendable, Equatable {
    package var description: Sourced<String>?
    package var team: Sourced<String>?
    /// What raised the alarm, in the export's words.
    package var source: Sourced<String>?
    package var rootCause: Sourced<String>?
    /// Whether the cause is marked as confirmed for publication.
    package var isCauseConfirmed = false
    /// What was done to resolve it, in the export's words.
    package var resolution: Sourced<String>?
    package var impact = Impact()
    package var responders: [Responder] = []
    package var timeline: [TimelineEntry] = []
    package var communications: [Communication] = []
    package var actions: [ActionItem] = []
    package var accounts: [Account] = []
    package var deployments: [Deployment] = []
    package var references: [Reference] = []

    package init() {}
}

/// The states of the specification ("Incident Lifecycle"), as the milestones tell them.
package enum LifecycleState: String, CaseIterable, Sendable {
    case detected, triaged, mitigating, resolved
    case postMortem = "post-mortem"

    package init(_ milestones: Milestones) {
        self =
            if milestones[.reviewed] != nil {
                .postMortem
            } else if milestones[.resolved] != nil {
                .resolved
            } else if milestones[.mitigated] != nil || milestones[.communicated] != nil {
                .mitigating
            } else if milestones[.triaged] != nil {
                .triaged
            } else {
                .detected
            }
    }
}

/// Who and what an incident touched, as the export says it.
package struct Impact: Sendable, Equatable {
    package var summary: Sourced<String>?
    package var customersAffected: Sourced<Int>?
    package var strategicAccountsAffected: Sourced<Int>?
    /// Yearly revenue at risk in the currency of the export, for internal pages only.
    package var revenueAtRisk: Sourced<Double>?
    package var workaround: Sourced<String>?
    package var isWorkaroundAvailable: Sourced<Bool>?
    package var isDataLossPossible: Sourced<Bool>?
    package var history: [CustomerCount] = []

    package init() {}
}

/// How many customers were known to be affected at a moment.
package struct CustomerCount: Sendable, Equatable {
    package var instant: Instant
    package var customers: Int
    package var origin: Origin

    package init(instant: Instant, customers: Int, origin: Origin) {
        self.instant = instant
        self.customers = customers
        self.origin = origin
    }
}

/// A person or team with a part in the response.
package struct Responder: Sendable, Equatable {
    package var role: String
    package var name: String?
    package var team: String?
    package var status: String?
    package var origin: Origin

    package init(role: String, name: String?, team: String? = nil, status: String? = nil, origin: Origin) {
        self.role = role
        self.name = name
        self.team = team
        self.status = status
        self.origin = origin
    }
}

/// Something that was written down while the incident went on.
package struct TimelineEntry: Sendable, Equatable {
    package var instant: Instant
    package var text: String
    package var actor: String?
    /// The system that recorded it: `servicenow-xml`.
    package var system: String
    package var kind: Kind
    package var origin: Origin

    package enum Kind: String, Sendable {
        case event, note, comment, communication, severity
    }

    package init(
        instant: Instant, text: String, actor: String?, system: String, kind: Kind = .event, origin: Origin
    ) {
        self.instant = instant
        self.text = text
        self.actor = actor
        self.system = system
        self.kind = kind
        self.origin = origin
    }
}

/// A message that went out, or was to go out.
package struct Communication: Sendable, Equatable {
    /// `nil` where the export does not say when.
    package var instant: Instant?
    package var channel: String
    package var audience: String?
    package var body: String?
    package var nextUpdate: Instant?
    /// How many recipients the export counts.
    package var recipients: Int?
    package var origin: Origin

    package init(
        instant: Instant?, channel: String, audience: String? = nil, body: String? = nil, nextUpdate: Instant? = nil,
        recipients: Int? = nil, origin: Origin
    ) {
        self.instant = instant
        self.channel = channel
        self.audience = audience
        self.body = body
        self.nextUpdate = nextUpdate
        self.recipients = recipients
        self.origin = origin
    }
}

/// A change of the running system shortly before or during an incident.
package struct Deployment: Sendable, Equatable {
    package var instant: Instant
    package var service: String?
    package var version: String?
    package var actor: String?
    package var origin: Origin

    package init(instant: Instant, service: String?, version: String?, actor: String?, origin: Origin) {
        self.instant = instant
        self.service = service
        self.version = version
        self.actor = actor
        self.origin = origin
    }
}

/// Another system's name for the same incident.
package struct Reference: Sendable, Hashable {
    package var system: String
    package var id: String
    package var origin: Origin

    package init(system: String, id: String, origin: Origin) {
        self.system = system
        self.id = id
        self.origin = origin
    }
}
