package import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// The mails that customers get after an incident.
extension Newsroom {
    /// A mail for each account that can be written to, in the order of priority, a table of them for a mail merge, and
    /// the preview of them all; nothing where the policy asks for no mail. `recurrence`: which incidents happened before.
    package func resolutionEmails(
        _ assessed: AssessedIncident, recurrence: Recurrence? = nil, formats: Set<OutputFormat>
    ) -> [OutputFile] {
        guard let mailing = Mailing(assessed, edition: edition, recurrence: recurrence) else { return [] }
        let folder = paths.emailFolder(assessed.incident)
        let letters = mailing.recipients.enumerated().map { place, recipient in
            letter(to: recipient, of: mailing, number: place + 1)
        }
        var files: [OutputFile] = []
        if formats.contains(.eml) { files += letters.compactMap { $0.file(in: folder) } }
        let sendable = letters.filter { $0.message != nil && $0.findings.isEmpty }
        let rows = sendable.filter { MailMerge.canHold($0.recipient) }.map { (recipient: $0.recipient, file: $0.name) }
        let mergeFile = formats.contains(.csv) && !rows.isEmpty ? PagePaths.mailMerge : nil
        if let mergeFile {
            files.append(
                OutputFile(
                    path: "\(folder)/\(mergeFile)", contents: MailMerge(mailing: mailing, rows: rows).csv))
        }
        if formats.contains(.md) { files.append(preview(of: mailing, letters, mergeFile: mergeFile, in: folder)) }
        return files
    }

    /// One mail, before it is known whether it may go out.
    private struct Letter {
        var recipient: Mailing.Recipient
        var name: String
        var draft: MailDraft
        /// `nil` where nobody can send it: the policy's sender is not usable.
        var message: MailMessage?
        /// What keeps it back.
        var findings: [Diagnostic]

        func file(in folder: String) -> OutputFile? {
            message.map {
                OutputFile(
                    path: "\(folder)/\(name)", contents: $0.text, remarks: findings, isHeldBack: !findings.isEmpty)
            }
        }
    }

    private func letter(to recipient: Mailing.Recipient, of mailing: Mailing, number: Int) -> Letter {
        let account = recipient.priority.account
        let email = mailing.email(to: recipient.addressee)
        let draft = draft(email)
        let check = CustomerPageCheck(
            mailing.assessed.incident, desk: desk, naming: recipient.addressee.named)
        return Letter(
            recipient: recipient, name: "\(padded(number, 2))-\(SafeFileName.fileName(for: account.id)).eml",
            draft: draft, message: message(draft, email, to: recipient, number: number),
            findings: check.findings(in: draft, to: account))
    }

    /// The page for the people who send: what all mails have in common, and why which of them are held back.
    private func preview(
        of mailing: Mailing, _ letters: [Letter], mergeFile: String?, in folder: String
    ) -> OutputFile {
        let bare = draft(mailing.email(to: Addressee(apologist: mailing.followUp.apologist)))
        let check = CustomerPageCheck(
            mailing.assessed.incident, desk: desk, naming: [mailing.followUp.apologist].compactMap { $0 })
        let common = check.findings(in: bare, to: nil)
        var said: Set<Diagnostic> = []
        let findings = (common + letters.flatMap(\.findings)).filter { said.insert($0).inserted }
        let files = letters.map { !common.isEmpty || !$0.findings.isEmpty ? "held back" : $0.name }
        return OutputFile(
            path: "\(folder)/\(PagePaths.preview)",
            contents: templates.render(
                "documents/email-preview.md",
                with: mailing.preview(
                    text: (letters.first?.draft ?? bare).plain, files: files, findings: findings,
                    mergeFile: mergeFile)),
            remarks: findings)
    }

    private func draft(_ email: ResolutionEmail) -> MailDraft {
        let context = email.context
        return MailDraft(
            subject: email.subject, plain: templates.render("documents/resolution-email.txt", with: context),
            markdown: templates.render("documents/resolution-email.md", with: context))
    }

    private func message(
        _ draft: MailDraft, _ email: ResolutionEmail, to recipient: Mailing.Recipient, number: Int
    ) -> MailMessage? {
        let rule = edition.policy.resolutionEmail
        guard let sender = MailAddress(rule.senderAddress, name: email.sender) else { return nil }
        return MailMessage(
            from: sender, to: recipient.mailbox, subject: draft.subject, date: Int64(edition.asOf.seconds),
            identity: "resolution \(email.incident.reference) \(recipient.priority.account.id) \(number)",
            plain: draft.plain, html: letter(title: draft.subject, markdown: draft.markdown))
    }
}
