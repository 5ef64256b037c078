import Diagnostics
package import IncidentModel
package import Syntax

/// The coordinator specification's own response document ("Response Format"), with the optional additions that the
/// program's interface documents: as one object, an array, an array inside an object, or one object a line.
package struct CoordinatorDialect: ExportDialect {
    package let name = "coordinator"
    package let summary = "coordinator response documents (JSON or NDJSON)"
    package let howToExport = "save the coordinator's response documents, or write them with `debrief assess`"
    package let milestones = Milestone.allCases
    package let records = RecordPath.json(arrays: ["incidents"])
    package let writesUTC = false

    private static let all = Set(Milestone.allCases)

    package init() {}

    package func recognizes(_ head: ExportHead) -> Bool {
        let keys = head.json?.recordKeys(arrays: ["incidents"]) ?? []
        return keys.contains("incidentId") || keys.contains("incidentSummary")
    }

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        var draft = IncidentDraft(system: name, origin: record.origin)
        draft.id = record.text(Field.id)
        record.notes.recordName = draft.id?.value
        draft.severityWord = record.text(Field.severity)
        draft.facts.title = record.text(Field.title)
        draft.facts.statusWord = record.text(Field.status)
        draft.facts.service = record.text(Field.service)
        draft.facts.asksForPostMortem = record.flag(Field.postMortemRequired)
        readMilestones(record, stamps, &draft)
        readFirstMessage(record, stamps, &draft)
        if depth == .everything || !draft.inferable.isEmpty {
            readTimeline(record, stamps, &draft.facts.story)
        }
        if depth == .everything {
            readWords(record, &draft.facts.story)
            readImpact(record, stamps, &draft.facts.story.impact)
            readCommunications(record, stamps, &draft.facts.story)
            readActions(record, stamps, &draft)
            readPeople(record, stamps, &draft.facts.story)
            readContext(record, stamps, &draft.facts.story)
        }
        return .incident(draft)
    }

    private func readMilestones(_ record: RecordReader, _ stamps: StampReader, _ draft: inout IncidentDraft) {
        for (milestone, field) in Field.lifecycle { draft.record(milestone, at: stamps.instant(field, in: record)) }
        if draft.facts.milestones[.detected] == nil {
            draft.record(.detected, at: stamps.instant(Field.detectedAt, in: record))
        }
        if record.inner(Field.lifecycleObject) == nil { draft.inferable = Self.all }
        for change in record.list(Field.severityHistory) {
            if let at = stamps.instant(Field.at, in: change), let word = change.text(Field.severity) {
                draft.severityChanges.append(.init(instant: at.value, word: word))
            }
        }
    }

    /// Where no field names the first message, the message log does: its first entry to anyone outside.
    private func readFirstMessage(_ record: RecordReader, _ stamps: StampReader, _ draft: inout IncidentDraft) {
        guard draft.facts.milestones[.communicated] == nil else { return }
        let moments = record.list(Field.communicationLog).compactMap { message -> Stamp? in
            guard let audience = message.text(Field.audience), audience.value != "internal" else { return nil }
            return stamps.instant(Field.at, in: message)
        }
        draft.record(.communicated, at: moments.min { $0.value < $1.value })
    }

    private func readWords(_ record: RecordReader, _ story: inout Story) {
        story.description = record.text(Field.description)
        story.source = record.text(Field.source)
        story.rootCause = record.text(Field.rootCause)
        story.isCauseConfirmed = record.flag(Field.rootCauseConfirmed)?.value ?? false
    }

    private func readImpact(_ record: RecordReader, _ stamps: StampReader, _ impact: inout Impact) {
        impact.summary = record.text(Field.impactDescription)
        impact.customersAffected = record.integer(Field.customersAffected)
        impact.strategicAccountsAffected = record.integer(Field.strategicAccounts)
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

    private func readTimeline(_ record: RecordReader, _ stamps: StampReader, _ story: inout Story) {
        for entry in record.list(Field.timeline) {
            guard let at = stamps.instant(Field.timestamp, in: entry), let text = entry.text(Field.event) else {
                continue
            }
            story.timeline.append(
                TimelineEntry(
                    instant: at.value, text: text.value, actor: entry.text(Field.actor)?.value, system: name,
                    origin: entry.origin))
        }
    }

    private func readCommunications(_ record: RecordReader, _ stamps: StampReader, _ story: inout Story) {
        for message in record.list(Field.communicationLog) {
            story.communications.append(
                Communication(
                    instant: stamps.instant(Field.at, in: message)?.value,
                    channel: message.text(Field.channel)?.value ?? "unknown",
                    audience: message.text(Field.audience)?.value, body: message.text(Field.body)?.value,
                    nextUpdate: stamps.instant(Field.nextUpdateAt, in: message)?.value, origin: message.origin))
        }
        if let page = record.inner(Field.statusPage), page.has(Field.message) || page.has(Field.lastUpdate) {
            story.communications.append(
                Communication(
                    instant: stamps.instant(Field.lastUpdate, in: page)?.value, channel: "status_page",
                    audience: "public", body: page.text(Field.message)?.value,
                    nextUpdate: stamps.instant(Field.nextScheduledUpdate, in: record)?.value, origin: page.origin))
        }
        if let outreach = record.inner(Field.strategicOutreach) {
            story.communications.append(
                Communication(
                    instant: nil, channel: outreach.text(Field.channel)?.value ?? "unknown",
                    audience: "strategic_accounts", body: outreach.text(Field.template).map { "template \($0.value)" },
                    recipients: outreach.integer(Field.sent)?.value, origin: outreach.origin))
        }
        if let slack = record.inner(Field.internalSlack) {
            story.communications.append(
                Communication(
                    instant: stamps.instant(Field.lastUpdate, in: slack)?.value,
                    channel: slack.text(Field.channel)?.value ?? "slack", audience: "internal", origin: slack.origin))
        }
    }

    private func readActions(_ record: RecordReader, _ stamps: StampReader, _ draft: inout IncidentDraft) {
        for action in record.list(Field.nextActions) {
            guard let text = action.text(Field.action) else { continue }
            var due = ActionItem.Due.never
            if let words = action.text(Field.dueBy) {
                if case .instant(let instant)? = Timestamp(words.value) {
                    due = .at(instant)
                } else {
                    draft.dueWords[draft.facts.story.actions.count] = words.value
                }
            }
            draft.facts.story.actions.append(
                ActionItem(
                    text: text.value, owner: action.text(Field.owner)?.value, due: due,
                    statusWord: action.text(Field.status)?.value, state: .open, origin: action.origin))
        }
    }

    private func readPeople(_ record: RecordReader, _ stamps: StampReader, _ story: inout Story) {
        for person in record.list(Field.responseTeam) {
            story.responders.append(
                Responder(
                    role: person.text(Field.role)?.value ?? "", name: person.text(Field.name)?.value,
                    team: person.text(Field.team)?.value, status: person.text(Field.status)?.value,
                    origin: person.origin))
        }
        for customer in record.list(Field.affectedCustomers) {
            if let account = account(customer, stamps) { story.accounts.append(account) }
        }
    }

    private func account(_ customer: RecordReader, _ stamps: StampReader) -> Account? {
        guard let id = customer.text(Field.customerID) ?? customer.text(Field.name) else { return nil }
        var account = Account(id: id.value, origin: customer.origin)
        account.name = customer.text(Field.name)?.value
        account.segment = customer.text(Field.segment)?.value
        account.isStrategic = customer.flag(Field.strategic)?.value ?? false
        account.annualRevenue = customer.number(Field.annualRevenue)?.value
        account.renewal = renewal(of: customer, stamps)
        account.executiveSponsor = customer.text(Field.executiveSponsor)?.value
        account.usage = customer.number(Field.usage)?.value
        account.hasActiveEscalation = customer.flag(Field.activeEscalation)?.value ?? false
        account.contactName = customer.text(Field.contactName)?.value
        account.contactAddress = customer.text(Field.contactEmail)?.value
        account.customerSuccessManager = customer.text(Field.customerSuccessManager)?.value
        return account
    }

    /// A renewal is a date; at its first second in UTC.
    private func renewal(of customer: RecordReader, _ stamps: StampReader) -> Instant? {
        guard let text = customer.text(Field.renewalDate) else { return nil }
        if text.value.utf8.count == 10, case .zoneless(let time)? = Timestamp(text.value + "T00:00:00") {
            return time.instant
        }
        return stamps.instant(text, in: customer)?.value
    }

    private func readContext(_ record: RecordReader, _ stamps: StampReader, _ story: inout Story) {
        for deployment in record.list(Field.recentDeployments) {
            guard let at = stamps.instant(Field.at, in: deployment) else { continue }
            story.deployments.append(
                Deployment(
                    instant: at.value, service: deployment.text(Field.deployedService)?.value,
                    version: deployment.text(Field.version)?.value, actor: deployment.text(Field.actor)?.value,
                    origin: deployment.origin))
        }
        for reference in record.list(Field.references) {
            if let system = reference.text(Field.system), let id = reference.text(Field.customerID) {
                story.references.append(Reference(system: system.value, id: id.value, origin: reference.origin))
            }
        }
    }
}

/// The names of the specification's response document.
private enum Field {
    static let id: FieldPath = "incidentId"
    static let status: FieldPath = "status"
    static let severity: FieldPath = "severity"
    static let title: FieldPath = "incidentSummary.title"
    static let description: FieldPath = "incidentSummary.description"
    static let detectedAt: FieldPath = "incidentSummary.detectedAt"
    static let source: FieldPath = "incidentSummary.source"
    static let service: FieldPath = "incidentSummary.affectedService"
    static let rootCause: FieldPath = "incidentSummary.rootCause"
    static let rootCauseConfirmed: FieldPath = "rootCauseConfirmed"
    static let postMortemRequired: FieldPath = "postMortemRequired"

    static let lifecycleObject: FieldPath = "lifecycle"
    static let lifecycle: [(Milestone, FieldPath)] = [
        (.started, "lifecycle.startedAt"), (.detected, "lifecycle.detectedAt"), (.triaged, "lifecycle.triagedAt"),
        (.communicated, "lifecycle.firstCommunicationAt"), (.mitigated, "lifecycle.mitigatedAt"),
        (.resolved, "lifecycle.resolvedAt"), (.closed, "lifecycle.closedAt"), (.reviewed, "lifecycle.postMortemAt"),
    ]
    static let severityHistory: FieldPath = "severityHistory"
    static let at: FieldPath = "at"

    static let customersAffected: FieldPath = "impactAssessment.totalCustomersAffected"
    static let strategicAccounts: FieldPath = "impactAssessment.strategicAccountsAffected"
    static let revenueAtRisk: FieldPath = "impactAssessment.revenueAtRisk"
    static let impactDescription: FieldPath = "impactAssessment.impactDescription"
    static let workaroundAvailable: FieldPath = "impactAssessment.workaroundAvailable"
    static let workaround: FieldPath = "impactAssessment.workaround"
    static let dataLossRisk: FieldPath = "impactAssessment.dataLossRisk"
    static let impactHistory: FieldPath = "impactAssessment.history"
    static let historyCustomers: FieldPath = "totalCustomersAffected"

    static let timeline: FieldPath = "timeline"
    static let timestamp: FieldPath = "timestamp"
    static let event: FieldPath = "event"
    static let actor: FieldPath = "actor"

    static let communicationLog: FieldPath = "communications.log"
    static let statusPage: FieldPath = "communications.statusPage"
    static let strategicOutreach: FieldPath = "communications.strategicAccounts"
    static let internalSlack: FieldPath = "communications.internalSlack"
    static let nextScheduledUpdate: FieldPath = "communications.nextScheduledUpdate"
    static let channel: FieldPath = "channel"
    static let audience: FieldPath = "audience"
    static let body: FieldPath = "body"
    static let message: FieldPath = "message"
    static let lastUpdate: FieldPath = "lastUpdate"
    static let nextUpdateAt: FieldPath = "nextUpdateAt"
    static let sent: FieldPath = "sent"
    static let template: FieldPath = "template"

    static let nextActions: FieldPath = "nextActions"
    static let action: FieldPath = "action"
    static let owner: FieldPath = "owner"
    static let dueBy: FieldPath = "dueBy"

    static let responseTeam: FieldPath = "responseTeam"
    static let role: FieldPath = "role"
    static let name: FieldPath = "name"
    static let team: FieldPath = "team"

    static let affectedCustomers: FieldPath = "affectedCustomers"
    static let customerID: FieldPath = "id"
    static let segment: FieldPath = "segment"
    static let strategic: FieldPath = "strategic"
    static let annualRevenue: FieldPath = "annualRevenue"
    static let renewalDate: FieldPath = "renewalDate"
    static let executiveSponsor: FieldPath = "executiveSponsor"
    static let usage: FieldPath = "usage"
    static let activeEscalation: FieldPath = "activeEscalation"
    static let contactName: FieldPath = "contact.name"
    static let contactEmail: FieldPath = "contact.email"
    static let customerSuccessManager: FieldPath = "customerSuccessManager"

    static let recentDeployments: FieldPath = "recentDeployments"
    static let deployedService: FieldPath = "service"
    static let version: FieldPath = "version"
    static let references: FieldPath = "references"
    static let system: FieldPath = "system"
}
