import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// Which messages the state of an incident asks for at the report moment, and to whom they go.
struct CommunicationPlan {
    let edition: Edition
    /// As things stood at the report moment.
    let assessed: AssessedIncident
    let incident: PublicIncident
    /// `nil` once it is resolved.
    let next: NextUpdate?
    /// First to be written to first.
    let strategic: [CustomerPriority]
    /// Those that the policy asks for now: owed and not sent, or of which the export cannot say whether they were.
    let owed: [CommunicationsDue.Item]

    init(_ assessed: AssessedIncident, edition: Edition) {
        let edition = edition.judging(assessed)
        self.edition = edition
        self.assessed = assessed.seen(at: edition.asOf)
        incident = PublicIncident(assessed, edition: edition)
        next =
            incident.resolved == nil
            ? NextUpdate(assessed.incident, asOf: edition.asOf, policy: edition.policy) : nil
        strategic = CustomerPriority.order(
            assessed.incident.accounts, detected: incident.detected, by: edition.policy.customerPriority,
            usage: edition.usage
        ).filter(\.account.isStrategic)
        let conduct = IncidentConduct(
            assessed, policy: edition.policy, recurrence: nil, asOf: edition.asOf, usage: edition.usage)
        let (marks, isOver) = (self.assessed.incident.milestones, incident.resolved != nil)
        owed = conduct.communications.items.filter { item in
            if item.state.isOwed { return true }
            let isLast = item.message.state == .resolved || item.message.state == .postMortem
            return item.isUnheard && isLast == isOver && marks[item.message.from] != nil
        }
    }

    var isRunning: Bool { incident.resolved == nil }

    /// Those whose message is owed; while it runs, the house too, and the status page by its cadence.
    var due: [MessageAudience] { MessageAudience.allCases.filter(isDue) }

    func isDue(_ audience: MessageAudience) -> Bool {
        if !owed(for: audience).isEmpty { return true }
        return switch audience {
        case .internal: isRunning
        case .statusPage: isRunning && cadence != nil
        case .inAppBanner: isRunning && cadence != nil && hasBanner
        case .affectedCustomers, .strategicAccounts: false
        }
    }

    /// Whether the policy asks for a banner at the incident's severity ("In-App Banner: Sev1/Sev2 only").
    private var hasBanner: Bool {
        guard let severity = assessed.incident.severity?.value else { return false }
        return edition.policy.conduct.communications.messages.contains {
            MessageAudience.inAppBanner.serves($0) && $0.within[severity] != nil
        }
    }

    /// The messages of the policy that a draft serves, in its order.
    func owed(for audience: MessageAudience) -> [CommunicationsDue.Item] {
        owed.filter { audience.serves($0.message) }
    }

    /// Whether a run over everything drafts its messages: it runs and nothing says that it is over, or it was resolved so
    /// lately that what is owed can still be sent.
    var isCurrent: Bool {
        let marks = assessed.incident.milestones
        if let resolved = incident.resolved {
            let end = resolved.advanced(bySeconds: edition.policy.resolutionEmail.remindFor.wholeSeconds)
            return end >= edition.asOf && !due.isEmpty
        }
        let isOver =
            assessed.incident.statusWord.flatMap {
                edition.policy.status.reading(of: $0.value, in: assessed.incident.system)
            } == .over
        let hasBegun = marks[.detected] != nil || marks[.started] != nil
        return hasBegun && marks[.closed] == nil && !isOver
    }

    /// When the next update is due by the clock; `nil` where it does not run.
    var cadence: Instant? {
        edition.policy.cadenceClock.flatMap { assessed.verdict(of: $0.id) }?.due
    }

    /// Why a draft is there: `First status page post, overdue by 3 min (was due …)`.
    func reasons(for audience: MessageAudience) -> [String] {
        let words = IncidentWords(edition: edition, assessed: assessed)
        let phrases = edition.phrases
        var out = owed(for: audience).map { item in
            let title = item.message.title
            guard let due = item.due else { return title }
            return item.isUnheard
                ? phrases("message.unheard", ["message": title, "due": edition.phrasing.minute(due)])
                : phrases("message.owed", ["message": title, "due": words.dueOrOverdue(due)])
        }
        if audience == .internal, isRunning { out.append(phrases("message.running")) }
        if audience == .statusPage || audience == .inAppBanner && hasBanner, isRunning, let cadence {
            out.append(phrases("message.next", ["due": words.dueOrOverdue(cadence)]))
        }
        return out
    }

    func draft(to recipient: CustomerDraft.Recipient = .everybody) -> CustomerDraft {
        CustomerDraft(
            incident: incident, next: next, recipient: recipient, senderName: edition.policy.resolutionEmail.senderName,
            phrasing: edition.phrasing)
    }
}

extension CommunicationsDue.Item {
    /// The export keeps no message at all, so that it cannot say whether this one was sent.
    fileprivate var isUnheard: Bool { state == .cannotBeTold(["communications"]) }
}
