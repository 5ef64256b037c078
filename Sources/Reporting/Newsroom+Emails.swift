package import Compliance
import IncidentModel
import Typesetting

/// The mails that customers get after an incident.
extension Newsroom {
    /// A mail for each account that can be written to, in the order of priority, and the preview of them all; nothing
    /// where the policy asks for no mail.
    package func resolutionEmails(_ assessed: AssessedIncident, formats: Set<OutputFormat>) -> [OutputFile] {
        guard let mailing = Mailing(assessed, edition: edition) else { return [] }
        let folder = paths.emailFolder(assessed.incident)
        let names = mailing.recipients.enumerated().map { place, recipient in
            "\(padded(place + 1, 2))-\(SafeFileName.fileName(for: recipient.priority.account.id)).eml"
        }
        var files: [OutputFile] = []
        if formats.contains(.eml) {
            for (name, recipient) in zip(names, mailing.recipients) {
                guard let message = message(mailing, to: recipient) else { continue }
                files.append(OutputFile(path: "\(folder)/\(name)", contents: message.text))
            }
        }
        if formats.contains(.md) {
            let sample = mailing.email(to: mailing.recipients.first?.mailbox.name)
            let text = templates.render("documents/resolution-email.txt", with: sample.context)
            files.append(
                OutputFile(
                    path: paths.emailPreview(assessed.incident),
                    contents: templates.render(
                        "documents/email-preview.md", with: mailing.preview(text: text, files: names))))
        }
        return files
    }

    private func message(_ mailing: Mailing, to recipient: Mailing.Recipient) -> MailMessage? {
        let rule = edition.policy.resolutionEmail
        guard let sender = MailAddress(rule.senderAddress, name: rule.senderName) else { return nil }
        let email = mailing.email(to: recipient.mailbox.name)
        let context = email.context
        return MailMessage(
            from: sender, to: recipient.mailbox, subject: email.subject, date: Int64(edition.asOf.seconds),
            identity: "resolution \(mailing.incident.reference) \(recipient.priority.account.id)",
            plain: templates.render("documents/resolution-email.txt", with: context),
            html: letter(
                title: email.subject, markdown: templates.render("documents/resolution-email.md", with: context)))
    }
}
