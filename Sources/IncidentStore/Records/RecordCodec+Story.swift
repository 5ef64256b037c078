internal import Diagnostics
internal import IncidentModel

extension RecordWriter {
    mutating func story(_ story: borrowing Story) {
        sourced(story.description)
        sourced(story.team)
        sourced(story.source)
        sourced(story.rootCause)
        sourced(story.causeCode)
        bool(story.isCauseConfirmed)
        sourced(story.resolution)
        impact(story.impact)
        list(story.responders) { writer, responder in
            writer.word(responder.role)
            writer.optional(responder.name) { $0.text($1) }
            writer.optional(responder.team) { $0.word($1) }
            writer.optional(responder.status) { $0.word($1) }
            writer.origin(responder.origin)
        }
        list(story.timeline) { writer, entry in
            writer.instant(entry.instant)
            writer.text(entry.text)
            writer.optional(entry.actor) { $0.text($1) }
            writer.word(entry.system)
            writer.byte(Ordinals.place(of: entry.kind, in: Ordinals.entryKinds))
            writer.origin(entry.origin)
        }
        list(story.communications) { $0.communication($1) }
        bool(story.keepsMessageLog)
        list(story.actions) { $0.action($1) }
        list(story.accounts) { $0.account($1) }
        list(story.deployments) { $0.deployment($1) }
        optional(story.serviceProfile) { $0.service($1) }
        list(story.references) { $0.reference($1) }
    }

    private mutating func impact(_ impact: Impact) {
        sourced(impact.summary)
        sourced(impact.customersAffected) { $0.signed(Int64($1)) }
        sourced(impact.customerShare) { $0.double($1) }
        sourced(impact.strategicAccountsAffected) { $0.signed(Int64($1)) }
        sourced(impact.revenueAtRisk) { $0.double($1) }
        sourced(impact.workaround)
        sourced(impact.isWorkaroundAvailable) { $0.bool($1) }
        sourced(impact.isDataLossPossible) { $0.bool($1) }
        list(impact.history) { writer, count in
            writer.instant(count.instant)
            writer.signed(Int64(count.customers))
            writer.origin(count.origin)
        }
    }

    private mutating func communication(_ message: Communication) {
        optional(message.instant) { $0.instant($1) }
        word(message.channel)
        optional(message.audience) { $0.word($1) }
        optional(message.body) { $0.text($1) }
        optional(message.template) { $0.word($1) }
        optional(message.nextUpdate) { $0.instant($1) }
        optional(message.recipients) { $0.signed(Int64($1)) }
        bool(message.isLatestOnly)
        origin(message.origin)
    }

    private mutating func action(_ action: ActionItem) {
        text(action.text)
        optional(action.owner) { $0.text($1) }
        switch action.due {
        case .at(let instant):
            byte(0)
            self.instant(instant)
        case .when(let milestone, let words):
            byte(1)
            byte(Ordinals.place(of: milestone, in: Ordinals.milestones))
            text(words)
        case .words(let words):
            byte(2)
            text(words)
        case .never: byte(3)
        }
        optional(action.statusWord) { $0.word($1) }
        byte(Ordinals.place(of: action.state, in: Ordinals.actionStates))
        origin(action.origin)
    }

    mutating func account(_ account: Account) {
        text(account.id)
        optional(account.name) { $0.text($1) }
        optional(account.segment) { $0.word($1) }
        bool(account.isStrategic)
        optional(account.annualRevenue) { $0.double($1) }
        optional(account.renewal) { $0.instant($1) }
        optional(account.executiveSponsor) { $0.text($1) }
        optional(account.usage) { $0.double($1) }
        bool(account.hasActiveEscalation)
        optional(account.contactName) { $0.text($1) }
        optional(account.contactAddress) { $0.text($1) }
        optional(account.customerSuccessManager) { $0.text($1) }
        origin(account.origin)
    }

    mutating func deployment(_ deployment: Deployment) {
        instant(deployment.instant)
        optional(deployment.service) { $0.word($1) }
        optional(deployment.version) { $0.text($1) }
        optional(deployment.actor) { $0.text($1) }
        origin(deployment.origin)
    }

    mutating func service(_ service: ServiceProfile) {
        text(service.name)
        sourced(service.criticality)
        optional(service.owner) { $0.text($1) }
        optional(service.health) { $0.text($1) }
        origin(service.origin)
    }

    /// An account, a deployment or a service, whose record begins where its origin says.
    mutating func context(_ context: KeptContext) {
        switch context {
        case .account(let account, let incidents):
            begin(at: account.origin)
            byte(RecordCodec.version)
            byte(0)
            number(UInt64(account.origin.line))
            self.account(account)
            list(incidents) { $0.text($1) }
        case .deployment(let deployment):
            begin(at: deployment.origin)
            byte(RecordCodec.version)
            byte(1)
            number(UInt64(deployment.origin.line))
            self.deployment(deployment)
        case .service(let service):
            begin(at: service.origin)
            byte(RecordCodec.version)
            byte(2)
            number(UInt64(service.origin.line))
            self.service(service)
        }
    }
}
