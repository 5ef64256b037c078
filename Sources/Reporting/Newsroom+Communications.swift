package import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// The messages about an incident, while it runs and when it is over.
extension Newsroom {
    /// The drafts for the audiences asked for, or those that are due; with a preview of them where `isPreviewed`.
    ///
    /// What an audience has no form of is left out. A draft that breaks a writing rule is held back.
    package func communications(
        _ assessed: AssessedIncident, to audiences: [MessageAudience]? = nil, formats: Set<OutputFormat>,
        isPreviewed: Bool = false
    ) -> [OutputFile] {
        let plan = CommunicationPlan(assessed, edition: edition)
        let folder = paths.communicationFolder(assessed.incident)
        let drafts = (audiences ?? plan.due).map { audience in
            (audience: audience, files: files(for: audience, of: plan, formats: formats, in: folder))
        }
        var all: [OutputFile] = drafts.flatMap { $0.files }
        if isPreviewed, formats.contains(.md), !all.isEmpty {
            let preview = CommunicationPreview(plan: plan, drafts: drafts, folder: folder)
            all.append(
                OutputFile(
                    path: "\(folder)/\(PagePaths.preview)",
                    contents: templates.render("documents/comms-preview.md", with: preview.context)))
        }
        return all
    }

    /// Whether a run over everything drafts messages for an incident: it still runs, or was resolved lately and owes one.
    package func asksForMessages(_ assessed: AssessedIncident) -> Bool {
        CommunicationPlan(assessed, edition: edition).isCurrent
    }

    private func files(
        for audience: MessageAudience, of plan: CommunicationPlan, formats: Set<OutputFormat>, in folder: String
    ) -> [OutputFile] {
        switch audience {
        case .internal:
            guard formats.contains(.md) else { return [] }
            let page = templates.render("documents/comms-internal.md", with: InternalDraft(plan: plan).context)
            return [OutputFile(path: "\(folder)/\(audience.name).md", contents: page)]
        case .statusPage, .inAppBanner, .affectedCustomers:
            return files(plan.draft(), for: audience, of: plan, to: nil, formats, at: "\(folder)/\(audience.name)")
        case .strategicAccounts:
            guard !plan.strategic.isEmpty else {
                return files(
                    plan.draft(to: .unnamed), for: audience, of: plan, to: nil, formats,
                    at: "\(folder)/\(audience.name)")
            }
            return plan.strategic.enumerated().flatMap { place, priority in
                let account = priority.account
                let name = "\(padded(place + 1, 2))-\(SafeFileName.fileName(for: account.id))"
                let recipient = CustomerDraft.Recipient.account(
                    name: account.name?.trimmed ?? account.id, contact: account.contactName?.trimmed)
                return files(
                    plan.draft(to: recipient), for: audience, of: plan, to: account, formats,
                    at: "\(folder)/\(audience.name)/\(name)")
            }
        }
    }

    private func files(
        _ draft: CustomerDraft, for audience: MessageAudience, of plan: CommunicationPlan, to account: Account?,
        _ formats: Set<OutputFormat>, at path: String
    ) -> [OutputFile] {
        let context = draft.context
        let plain = templates.render("\(audience.template).txt", with: context)
        let markdown = templates.render("\(audience.template).md", with: context)
        let check = CustomerPageCheck(plan.assessed.incident, desk: desk)
        let findings = check.findings(
            in: MailDraft(subject: draft.subject, plain: plain, markdown: markdown), to: account,
            draft.isResolved ? .resolution : .update)
        return OutputFormat.allCases.filter(formats.contains).compactMap { format in
            let contents: String? =
                switch format {
                case .md: markdown
                case .txt: plain
                case .json where audience == .statusPage:
                    StatuspageUpdate(draft: draft, severity: plan.assessed.incident.severity?.value, body: plain).json
                        .text
                default: nil
                }
            return contents.map {
                OutputFile(
                    path: "\(path).\(format.ending)", contents: $0, remarks: findings, isHeldBack: !findings.isEmpty)
            }
        }
    }
}
