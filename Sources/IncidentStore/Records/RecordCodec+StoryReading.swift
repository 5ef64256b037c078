internal import IncidentModel

extension RecordReader {
    mutating func story() throws(BrokenRecord) -> Story {
        var story = Story()
        story.description = try sourced()
        story.team = try sourced()
        story.source = try sourced()
        story.rootCause = try sourced()
        story.causeCode = try sourced()
        story.isCauseConfirmed = try bool()
        story.resolution = try sourced()
        story.impact = try impact()
        story.responders = try list { reader throws(BrokenRecord) in try reader.responder() }
        story.timeline = try list { reader throws(BrokenRecord) in try reader.entry() }
        story.communications = try list { reader throws(BrokenRecord) in try reader.communication() }
        story.keepsMessageLog = try bool()
        story.actions = try list { reader throws(BrokenRecord) in try reader.action() }
        story.accounts = try list { reader throws(BrokenRecord) in try reader.account() }
        story.deployments = try list { reader throws(BrokenRecord) in try reader.deployment() }
        story.serviceProfile = try optional { reader throws(BrokenRecord) in try reader.service() }
        story.references = try list { reader throws(BrokenRecord) in try reader.reference() }
        return story
    }

    private mutating func impact() throws(BrokenRecord) -> Impact {
        var impact = Impact()
        impact.summary = try sourced()
        impact.customersAffected = try sourced { reader throws(BrokenRecord) in try reader.integer() }
        impact.customerShare = try sourced { reader throws(BrokenRecord) in try reader.double() }
        impact.strategicAccountsAffected = try sourced { reader throws(BrokenRecord) in try reader.integer() }
        impact.revenueAtRisk = try sourced { reader throws(BrokenRecord) in try reader.double() }
        impact.workaround = try sourced()
        impact.isWorkaroundAvailable = try sourced { reader throws(BrokenRecord) in try reader.bool() }
        impact.isDataLossPossible = try sourced { reader throws(BrokenRecord) in try reader.bool() }
        impact.history = try list { reader throws(BrokenRecord) in
            CustomerCount(
                instant: try reader.instant(), customers: try reader.integer(), origin: try reader.origin())
        }
        return impact
    }

    private mutating func responder() throws(BrokenRecord) -> Responder {
        let role = try word()
        let name = try optionalText()
        let team = try optionalWord()
        let status = try optionalWord()
        return Responder(role: role, name: name, team: team, status: status, origin: try origin())
    }

    private mutating func entry() throws(BrokenRecord) -> TimelineEntry {
        let instant = try instant()
        let text = try text()
        let actor = try optionalText()
        let system = try word()
        let kind = try one(of: Ordinals.entryKinds)
        return TimelineEntry(
            instant: instant, text: text, actor: actor, system: system, kind: kind, origin: try origin())
    }

    private mutating func communication() throws(BrokenRecord) -> Communication {
        let instant = try optionalInstant()
        let channel = try word()
        let audience = try optionalWord()
        let body = try optionalText()
        let template = try optionalWord()
        let nextUpdate = try optionalInstant()
        let recipients = try optional { reader throws(BrokenRecord) in try reader.integer() }
        let isLatestOnly = try bool()
        var message = Communication(
            instant: instant, channel: channel, audience: audience, body: body, template: template,
            nextUpdate: nextUpdate, recipients: recipients, origin: try origin())
        message.isLatestOnly = isLatestOnly
        return message
    }

    private mutating func action() throws(BrokenRecord) -> ActionItem {
        let text = try text()
        let owner = try optionalText()
        let due: ActionItem.Due =
            switch try byte() {
            case 0: .at(try instant())
            case 1: .when(try one(of: Ordinals.milestones), words: try self.text())
            case 2: .words(try self.text())
            case 3: .never
            default: throw BrokenRecord()
            }
        let status = try optionalWord()
        let state = try one(of: Ordinals.actionStates)
        return ActionItem(
            text: text, owner: owner, due: due, statusWord: status, state: state, origin: try origin())
    }

    mutating func account() throws(BrokenRecord) -> Account {
        let id = try text()
        let name = try optionalText()
        let segment = try optionalWord()
        let isStrategic = try bool()
        let annualRevenue = try optional { reader throws(BrokenRecord) in try reader.double() }
        let renewal = try optionalInstant()
        let sponsor = try optionalText()
        let usage = try optional { reader throws(BrokenRecord) in try reader.double() }
        let hasActiveEscalation = try bool()
        let contactName = try optionalText()
        let contactAddress = try optionalText()
        let manager = try optionalText()
        var account = Account(id: id, origin: try origin())
        account.name = name
        account.segment = segment
        account.isStrategic = isStrategic
        account.annualRevenue = annualRevenue
        account.renewal = renewal
        account.executiveSponsor = sponsor
        account.usage = usage
        account.hasActiveEscalation = hasActiveEscalation
        account.contactName = contactName
        account.contactAddress = contactAddress
        account.customerSuccessManager = manager
        return account
    }

    mutating func deployment() throws(BrokenRecord) -> Deployment {
        let instant = try instant()
        let service = try optionalWord()
        let version = try optionalText()
        let actor = try optionalText()
        return Deployment(instant: instant, service: service, version: version, actor: actor, origin: try origin())
    }

    mutating func service() throws(BrokenRecord) -> ServiceProfile {
        let name = try text()
        let criticality = try sourced()
        let owner = try optionalText()
        let health = try optionalText()
        return ServiceProfile(
            name: name, criticality: criticality, owner: owner, health: health, origin: try origin())
    }

    mutating func context() throws(BrokenRecord) -> KeptContext {
        guard try byte() == RecordCodec.version else { throw BrokenRecord() }
        let kind = try byte()
        guard let line = UInt32(exactly: try number()) else { throw BrokenRecord() }
        begin(at: line)
        switch kind {
        case 0:
            let account = try account()
            return .account(account, incidents: try list { reader throws(BrokenRecord) in try reader.text() })
        case 1: return .deployment(try deployment())
        case 2: return .service(try service())
        default: throw BrokenRecord()
        }
    }

    private mutating func optionalText() throws(BrokenRecord) -> String? { try bool() ? try text() : nil }
    private mutating func optionalWord() throws(BrokenRecord) -> String? { try bool() ? try word() : nil }
    private mutating func optionalInstant() throws(BrokenRecord) -> Instant? { try bool() ? try instant() : nil }
}
