package import Compliance
import Diagnostics
package import IncidentModel
package import Typesetting

/// The mails of one resolved incident: whom to write to, in which order, and who cannot be reached.
package struct Mailing: Sendable {
    package var edition: Edition
    package var incident: PublicIncident
    package var resolved: Instant
    /// First to be written to first.
    package var recipients: [Recipient]
    package var unreachable: [Unreachable]
    /// How many customers the export counts, whether it names them or not.
    package var customersAffected: Int?
    let followUp: FollowUpPlan
    let assessed: AssessedIncident
    /// How soon after the resolution the mails are promised.
    let limit: Duration

    package struct Recipient: Sendable, Equatable {
        package var priority: CustomerPriority
        package var mailbox: MailAddress
        package var addressee: Addressee
    }

    package struct Unreachable: Sendable, Equatable {
        package var account: Account
        package var problem: String
    }

    /// `nil` where the policy asks for no mail: not resolved on record, or of a severity that gets none. `recurrence`:
    /// which incidents happened before.
    package init?(_ assessed: AssessedIncident, edition: Edition, recurrence: Recurrence? = nil) {
        let edition = edition.judging(assessed)
        guard let severity = assessed.incident.severity?.value,
            let limit = edition.policy.resolutionEmailClock?.limits[severity]
        else { return nil }
        let incident = PublicIncident(assessed, edition: edition)
        guard let resolved = incident.resolved else { return nil }
        self.edition = edition
        self.limit = limit
        self.assessed = assessed.seen(at: edition.asOf)
        self.incident = incident
        self.resolved = resolved
        let followUp = FollowUpPlan(assessed, edition: edition, recurrence: recurrence)
        self.followUp = followUp
        customersAffected = assessed.incident.impact.customersAffected?.value
        recipients = []
        unreachable = []
        let priorities = CustomerPriority.order(
            assessed.incident.accounts, detected: incident.detected, by: edition.policy.customerPriority,
            usage: edition.usage)
        for priority in priorities {
            let account = priority.account
            if let address = account.contactAddress?.trimmed {
                if let mailbox = MailAddress(address, name: account.contactName?.trimmed) {
                    let addressee = followUp.addressee(account, contact: mailbox.name)
                    recipients.append(Recipient(priority: priority, mailbox: mailbox, addressee: addressee))
                } else {
                    unreachable.append(
                        Unreachable(
                            account: account, problem: edition.phrases("mailing.badAddress", ["address": address])))
                }
            } else {
                unreachable.append(Unreachable(account: account, problem: edition.phrases("mailing.noContact")))
            }
        }
    }

    /// When the last of them is to be out (specification, "Customer Follow-Up").
    package var due: Instant {
        resolved.advanced(bySeconds: limit.wholeSeconds)
    }

    /// The first mail to all affected that the export records after the resolution: the duty may be done.
    var recorded: Communication? {
        guard let kind = edition.policy.resolutionEmailClock?.stop.kind else { return nil }
        return assessed.incident.communications
            .filter { message in
                guard let instant = message.instant, instant >= resolved else { return false }
                return edition.policy.counts(message, as: kind)
            }
            .min { ($0.instant ?? resolved) < ($1.instant ?? resolved) }
    }

    /// Whether the export names any affected account.
    var namesAnybody: Bool { !recipients.isEmpty || !unreachable.isEmpty }

    func email(to addressee: Addressee) -> ResolutionEmail {
        ResolutionEmail(
            incident: incident, resolved: resolved, addressee: addressee,
            senderName: edition.policy.resolutionEmail.senderName,
            phrasing: edition.phrasing)
    }
}
