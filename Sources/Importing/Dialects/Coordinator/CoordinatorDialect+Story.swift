import Diagnostics
import IncidentModel
import Syntax

private typealias Field = CoordinatorField

/// What only pages about the one incident need.
extension CoordinatorDialect {
    /// How many promises are owed to.
    func readCounts(_ record: RecordReader, _ impact: inout Impact) {
        impact.customersAffected = record.integer(Field.customersAffected)
        impact.strategicAccountsAffected = record.integer(Field.strategicAccounts)
    }

    func readImpact(_ record: RecordReader, _ stamps: StampReader, _ impact: inout Impact) {
        impact.summary = record.text(Field.impactDescription)
        impact.customerShare = record.number(Field.customerShare)
        impact.revenueAtRisk = record.number(Field.revenueAtRisk)
        impact.isWorkaroundAvailable = record.flag(Field.workaroundAvailable)
        impact.workaround = record.text(Field.workaround)
        impact.isDataLossPossible = record.flag(Field.dataLossRisk)
        for count in record.list(Field.impactHistory) {
            if let at = stamps.instant(Field.at, in: count), let customers = count.integer(Field.historyCustomers) {
                impact.history.append(
                    CustomerCount(instant: at.value, customers: customers.value, origin: count.origin))
            }
        }
    }

    /// `isOwn`: in the program's own documents the post says itself when the next one comes.
    func readCommunications(
        _ record: RecordReader, _ stamps: StampReader, _ depth: ReadingDepth, isOwn: Bool, _ story: inout Story
    ) {
        let isWhole = depth == .everything
        if record.has(Field.communicationLog) {
            story.keepsMessageLog = record.flag(Field.logIsWhole)?.value ?? true
        }
        for message in record.list(Field.communicationLog) {
            var logged = Communication(
                instant: stamps.instant(Field.at, in: message)?.value,
                channel: message.text(Field.channel)?.value ?? "unknown",
                audience: message.text(Field.audience)?.value,
                body: isWhole ? message.text(Field.body)?.value : nil,
                template: isWhole ? message.text(Field.template)?.value : nil,
                nextUpdate: stamps.instant(Field.nextUpdateAt, in: message)?.value,
                recipients: message.integer(Field.sent)?.value, origin: message.origin)
            logged.isLatestOnly = message.flag(Field.latestOnly)?.value ?? false
            story.communications.append(logged)
        }
        if let page = record.inner(Field.statusPage), page.has(Field.message) || page.has(Field.lastUpdate) {
            let next =
                isOwn
                ? stamps.instant(Field.nextUpdateAt, in: page) : stamps.instant(Field.nextScheduledUpdate, in: record)
            story.addLatest(
                Communication(
                    instant: stamps.instant(Field.lastUpdate, in: page)?.value, channel: "status_page",
                    audience: "public", body: isWhole ? page.text(Field.message)?.value : nil,
                    nextUpdate: next?.value, origin: page.origin))
        }
        if let outreach = record.inner(Field.strategicOutreach) {
            story.communications.append(
                Communication(
                    instant: nil, channel: outreach.text(Field.channel)?.value ?? "unknown",
                    audience: "strategic_accounts",
                    template: isWhole ? outreach.text(Field.template)?.value : nil,
                    recipients: outreach.integer(Field.sent)?.value, origin: outreach.origin))
        }
        if let slack = record.inner(Field.internalSlack) {
            story.addLatest(
                Communication(
                    instant: stamps.instant(Field.lastUpdate, in: slack)?.value,
                    channel: slack.text(Field.channel)?.value ?? "slack", audience: "internal", origin: slack.origin))
        }
    }

    /// Without the duties that the program adds to its own documents: they are judged anew.
    func readActions(_ record: RecordReader, _ stamps: StampReader, _ draft: inout IncidentDraft) {
        for action in record.list(Field.nextActions) where !action.has(Field.duty) {
            guard let text = action.text(Field.action) else { continue }
            var due = ActionItem.Due.never
            if let words = action.text(Field.dueBy) {
                if Timestamp(words.value) == nil {
                    draft.dueWords[draft.facts.story.actions.count] = words
                } else if let instant = stamps.instant(words, in: action) {
                    due = .at(instant.value)
                }
            }
            draft.facts.story.actions.append(
                ActionItem(
                    text: text.value, owner: action.text(Field.owner)?.value, due: due,
                    statusWord: action.text(Field.status)?.value, state: .open,
                    completed: stamps.instant(Field.completedAt, in: action)?.value, origin: action.origin))
        }
    }

    func readPeople(
        _ record: RecordReader, _ stamps: StampReader, _ depth: ReadingDepth, _ story: inout Story
    ) {
        for person in record.list(Field.responseTeam) {
            story.responders.append(
                Responder(
                    role: person.text(Field.role)?.value ?? "", name: person.text(Field.name)?.value,
                    team: person.text(Field.team)?.value, status: person.text(Field.status)?.value,
                    origin: person.origin))
        }
        for customer in record.list(Field.affectedCustomers) {
            if let account = AccountFields.members.account(customer, stamps) { story.accounts.append(account) }
        }
    }

    func readContext(_ record: RecordReader, _ stamps: StampReader, _ story: inout Story) {
        for deployment in record.list(Field.recentDeployments) {
            guard let at = stamps.instant(Field.at, in: deployment) else { continue }
            story.deployments.append(
                Deployment(
                    instant: at.value, service: deployment.text(Field.deployedService)?.value,
                    version: deployment.text(Field.version)?.value, actor: deployment.text(Field.actor)?.value,
                    origin: deployment.origin))
        }
    }

    func readReferences(_ record: RecordReader, _ draft: inout IncidentDraft) {
        for reference in record.list(Field.references) {
            guard let system = reference.text(Field.system) else { continue }
            let relation = reference.text(Field.relation).flatMap { Reference.Relation(rawValue: $0.value) }
            draft.refer(to: reference.text(Field.referenceID), in: system.value, as: relation ?? .same)
        }
    }
}

extension Story {
    /// Adds the last message of a channel that tells no other.
    fileprivate mutating func addLatest(_ message: Communication) {
        var message = message
        message.isLatestOnly = true
        communications.append(message)
    }
}
