package import Compliance
import Diagnostics
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
        let check = CustomerPageCheck(assessed.incident, desk: desk)
        var files: [OutputFile] = []
        if formats.contains(.eml) {
            for (name, recipient) in zip(names, mailing.recipients) {
                let draft = draft(mailing.email(to: recipient.mailbox.name))
                guard let message = message(draft, of: mailing, to: recipient) else { continue }
                let findings = check.findings(in: draft, to: recipient.priority.account)
                files.append(
                    OutputFile(
                        path: "\(folder)/\(name)", contents: message.text, remarks: findings,
                        isHeldBack: !findings.isEmpty))
            }
        }
        if formats.contains(.md) {
            files.append(preview(of: mailing, names: names, held: files.filter(\.isHeldBack), check, in: folder))
        }
        return files
    }

    /// The page for the people who send: what all mails have in common, and why which of them are held back.
    private func preview(
        of mailing: Mailing, names: [String], held: [OutputFile], _ check: CustomerPageCheck, in folder: String
    ) -> OutputFile {
        let first = mailing.recipients.first
        let sample = draft(mailing.email(to: first?.mailbox.name))
        let common = check.findings(in: draft(mailing.email(to: nil)), to: nil)
        var said: Set<Diagnostic> = []
        let findings =
            (check.findings(in: sample, to: first?.priority.account) + held.flatMap(\.remarks)).filter {
                said.insert($0).inserted
            }
        let heldPaths = Set(held.map(\.path))
        let shown = names.map { !common.isEmpty || heldPaths.contains("\(folder)/\($0)") ? "held back" : $0 }
        return OutputFile(
            path: "\(folder)/\(PagePaths.preview)",
            contents: templates.render(
                "documents/email-preview.md",
                with: mailing.preview(text: sample.plain, files: shown, findings: findings)),
            remarks: findings)
    }

    private func draft(_ email: ResolutionEmail) -> MailDraft {
        let context = email.context
        return MailDraft(
            subject: email.subject, plain: templates.render("documents/resolution-email.txt", with: context),
            markdown: templates.render("documents/resolution-email.md", with: context))
    }

    private func message(_ draft: MailDraft, of mailing: Mailing, to recipient: Mailing.Recipient) -> MailMessage? {
        let rule = edition.policy.resolutionEmail
        guard let sender = MailAddress(rule.senderAddress, name: rule.senderName) else { return nil }
        return MailMessage(
            from: sender, to: recipient.mailbox, subject: draft.subject, date: Int64(edition.asOf.seconds),
            identity: "resolution \(mailing.incident.reference) \(recipient.priority.account.id)",
            plain: draft.plain, html: letter(title: draft.subject, markdown: draft.markdown))
    }
}
