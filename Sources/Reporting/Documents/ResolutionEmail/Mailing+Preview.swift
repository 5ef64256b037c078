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
        let times = [
            "resolved": phrasing.minute(resolved), "due": phrasing.minute(due), "limit": Phrasing.limit(limit),
        ]
        let promise = phrasing.phrases("mailing.due", times)
        if let recorded, let instant = recorded.instant {
            let mail = ["moment": phrasing.minute(instant), "address": edition.address(recorded.origin)]
            return promise + " " + phrasing.phrases("mailing.sent", mail)
        }
        return edition.asOf <= due ? promise : promise + " " + phrasing.phrases("mailing.passed")
    }

    /// What the sender should know before sending.
    private var remarks: [String] {
        let phrases = edition.phrases
        var out: [String] = []
        if MailAddress(edition.policy.resolutionEmail.senderAddress) == nil { out.append(phrases("mailing.noSender")) }
        if incident.title == nil { out.append(phrases("mailing.noTitle")) }
        if incident.impact == nil { out.append(phrases("mailing.noImpact")) }
        if incident.begin == nil { out.append(phrases("mailing.noBegin")) }
        if incident.isDataLossPossible == nil { out.append(phrases("mailing.dataLossUnknown")) }
        if incident.isDataLossPossible == true { out.append(phrases("mailing.dataLossPossible")) }
        if incident.confirmedCause == nil, assessed.incident.rootCause != nil {
            out.append(phrases("mailing.causeUnconfirmed"))
        }
        if let apologist = followUp.apologist {
            let earlier = followUp.earlier.named.map { "\($0.id.folded) (\(edition.phrasing.day($0.detected)))" }
            let parts = ["incidents": Phrasing.list(earlier), "executive": apologist.folded]
            out.append(phrases("mailing.apology", parts))
        }
        if followUp.offersRemediation, recipients.contains(where: { $0.addressee.followUp != nil }) {
            out.append(phrases("mailing.remediation"))
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
        if !unreachable.isEmpty { return edition.phrases("mailing.nobodyReachable") }
        return customersAffected.map {
            edition.phrases("mailing.nobodyNamed", ["customers": Phrasing.count($0, "customer")])
        } ?? edition.phrases("mailing.nobodyAffected")
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
        let phrases = edition.phrases
        var parts: [String] = []
        if let followUp = addressee.followUp {
            let manager = followUp.manager?.folded
            if followUp.isCallOwed {
                parts.append(
                    manager.map { phrases("mailing.callBy", ["manager": $0]) } ?? phrases("mailing.call"))
            } else if let manager {
                parts.append(phrases("mailing.names", ["manager": manager]))
            }
            if followUp.offersRemediation { parts.append(phrases("mailing.offers")) }
        }
        if addressee.apologist != nil { parts.append(phrases("mailing.apologises")) }
        return parts.isEmpty ? phrases("mailing.nothing") : parts.joined(separator: ", ")
    }

    private func row(_ unreachable: Unreachable) -> Context {
        [
            "account": .text((unreachable.account.name?.trimmed ?? unreachable.account.id).folded),
            "problem": .text(unreachable.problem.folded),
            "address": .text(edition.address(unreachable.account.origin)),
        ]
    }
}
