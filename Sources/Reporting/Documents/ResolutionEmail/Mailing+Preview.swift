import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// The page for the people who send: whom the mails go to and why, what to know before, and the text. It stays in the
/// house.
extension Mailing {
    /// What the preview says, for the people who send: `text` is the plain text of a mail, `files` name the mails in
    /// the order of ``recipients``, `findings` are what the writing rules found in the text, `mergeFile` is the table beside.
    func preview(
        text: String, files: [String], findings: [Diagnostic] = [], mergeFile: String? = nil
    ) -> Context {
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
            "mergeFile": .optional(mergeFile),
            "subject": .text(email(to: Addressee()).subject),
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
            out.append("The export does not say whether data could be lost, and the mail says so: find it out first.")
        }
        if incident.isDataLossPossible == true {
            out.append("The export records a risk of data loss: read that sentence with whoever knows the data.")
        }
        if incident.confirmedCause == nil, assessed.incident.rootCause != nil {
            out.append("The recorded cause is not confirmed for publication, so the mail names none.")
        }
        if let apologist = followUp.apologist {
            let dates = followUp.earlier.named.map { "\($0.id.folded) (\(edition.phrasing.day($0.detected)))" }
            out.append(
                "An executive's apology is owed, for it recurs: \(Phrasing.list(dates)). Every mail carries one in the name of “\(apologist.folded)”: have it approved before sending."
            )
        }
        if followUp.offersRemediation, recipients.contains(where: { $0.addressee.followUp != nil }) {
            out.append("Remediation is owed to strategic accounts; the mail brings it up and names no amount.")
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
            "besides": .text(besides(recipient.addressee)),
            "file": .text(file),
        ]
    }

    /// What this mail says that others do not: `call by Kim Ash, remediation, apology`.
    private func besides(_ addressee: Addressee) -> String {
        var parts: [String] = []
        if let followUp = addressee.followUp {
            let manager = followUp.manager?.folded
            if followUp.isCallOwed {
                parts.append(manager.map { "call by \($0)" } ?? "call")
            } else if let manager {
                parts.append("names \(manager)")
            }
            if followUp.offersRemediation { parts.append("remediation") }
        }
        if addressee.apologist != nil { parts.append("apology") }
        return parts.isEmpty ? "nothing" : parts.joined(separator: ", ")
    }

    private func row(_ unreachable: Unreachable) -> Context {
        [
            "account": .text((unreachable.account.name?.trimmed ?? unreachable.account.id).folded),
            "problem": .text(unreachable.problem.folded),
            "address": .text(edition.address(unreachable.account.origin)),
        ]
    }
}
