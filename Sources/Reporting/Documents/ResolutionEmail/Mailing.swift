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
    private let assessed: AssessedIncident
    /// How soon after the resolution the mails are promised.
    private let limit: Duration

    package struct Recipient: Sendable, Equatable {
        package var priority: CustomerPriority
        package var mailbox: MailAddress
    }

    package struct Unreachable: Sendable, Equatable {
        package var account: Account
        package var problem: String
    }

    /// `nil` where the policy asks for no mail: not resolved on record, or of a severity that gets none.
    package init?(_ assessed: AssessedIncident, edition: Edition) {
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
                    recipients.append(Recipient(priority: priority, mailbox: mailbox))
                } else {
                    unreachable.append(Unreachable(account: account, problem: "“\(address)” is not a usable address"))
                }
            } else {
                unreachable.append(Unreachable(account: account, problem: "no contact on record"))
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

    func email(to name: String?) -> ResolutionEmail {
        ResolutionEmail(
            incident: incident, resolved: resolved, recipient: name,
            senderName: edition.policy.resolutionEmail.senderName,
            phrasing: edition.phrasing)
    }

    /// What the preview says, for the people who send: `text` is the plain text of a mail, `files` name the mails in
    /// the order of ``recipients``, `findings` are what the writing rules found in the text.
    func preview(text: String, files: [String], findings: [Diagnostic] = []) -> Context {
        let words = IncidentWords(edition: edition, assessed: assessed)
        let sender = edition.policy.resolutionEmail.senderAddress
        return [
            "title": .text(words.title.folded),
            "id": .text(assessed.incident.id.folded),
            "severity": .text(words.shortSeverity),
            "due": .text(dueSentence),
            "isPlaceholderSender": .flag(sender.lowercased().hasSuffix("@example.com")),
            "senderAddress": .text(sender),
            "remarks": .list((findings.map(remark) + remarks).map { .text($0) }),
            "hasRecipients": .flag(!recipients.isEmpty),
            "noRecipients": .text(noRecipients),
            "recipients": .list(
                zip(recipients, files).enumerated().map { row($0.offset + 1, $0.element.0, $0.element.1) }),
            "hasUnreachable": .flag(!unreachable.isEmpty),
            "unreachable": .list(unreachable.map(row)),
            "subject": .text(email(to: nil).subject),
            "lines": .list(text.paragraphs.map { .text($0) }),
            "asOf": .text(edition.phrasing.moment(edition.asOf)),
            "program": .text(edition.program),
        ]
    }

    private var dueSentence: String {
        let phrasing = edition.phrasing
        let within = Phrasing.limit(limit)
        let base = "Resolved \(phrasing.minute(resolved))"
        let promise = "\(base); the mails are due by \(phrasing.minute(due)), \(within) after it."
        if let recorded, let instant = recorded.instant {
            let address = edition.address(recorded.origin)
            return promise + " A mail to all affected is on record, \(phrasing.minute(instant)) (\(address))."
        }
        return edition.asOf <= due
            ? promise : promise + " That moment has passed; whether they were sent is not on record."
    }

    /// What the sender should know before sending.
    private var remarks: [String] {
        var out: [String] = []
        if MailAddress(edition.policy.resolutionEmail.senderAddress) == nil {
            out.append("The policy's sender is not a usable address: no mail was written.")
        }
        if incident.title == nil { out.append("The export has no title; the mail names the incident by its number.") }
        if incident.impact == nil {
            out.append("The export describes no impact, so the mail does not say what happened.")
        }
        if incident.begin == nil {
            out.append(
                "Neither a start nor a detection before the resolution is on record, so the mail gives no duration.")
        }
        if incident.isDataLossPossible == nil {
            out.append("The export does not say whether data could be lost, so the mail says nothing about it.")
        }
        if incident.isDataLossPossible == true {
            out.append("The export records a risk of data loss: read that sentence with whoever knows the data.")
        }
        if incident.confirmedCause == nil, assessed.incident.rootCause != nil {
            out.append("The recorded cause is not confirmed for publication, so the mail names none.")
        }
        return out
    }

    /// `Held back: “db-prod-03” is the name of a machine (exports/one.json:12).`
    private func remark(_ finding: Diagnostic) -> String {
        let address = finding.origin.map { " (\(edition.address($0)))" } ?? ""
        return "\(finding.message.sentenceStart)\(address)."
    }

    private var noRecipients: String {
        guard recipients.isEmpty else { return "" }
        if !unreachable.isEmpty { return "no account named in the export has a usable contact." }
        return customersAffected.map {
            "\(Phrasing.count($0, "customer")) affected, none of them named in the export."
        } ?? "the export names no affected account."
    }

    private func row(_ number: Int, _ recipient: Recipient, _ file: String) -> Context {
        let account = recipient.priority.account
        let name = recipient.mailbox.name.map { "\($0) " } ?? ""
        return [
            "number": .text(String(number)),
            "account": .text((account.name?.trimmed ?? account.id).folded),
            "contact": .text("\(name)\(recipient.mailbox.address)"),
            "reason": .text(recipient.priority.tier.reason(by: edition.policy.customerPriority)),
            "file": .text(file),
        ]
    }

    private func row(_ unreachable: Unreachable) -> Context {
        [
            "account": .text((unreachable.account.name?.trimmed ?? unreachable.account.id).folded),
            "problem": .text(unreachable.problem.folded),
            "address": .text(edition.address(unreachable.account.origin)),
        ]
    }
}
