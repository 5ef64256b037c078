import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// The page for the people who send: which drafts there are and why, what the rules found, and who looks after which
/// strategic account. It stays in the house.
struct CommunicationPreview {
    var plan: CommunicationPlan
    /// The drafts, by audience, in their order.
    var drafts: [(audience: MessageAudience, files: [OutputFile])]
    /// Where the drafts stand; the page names them by what follows.
    var folder: String

    private var edition: Edition { plan.edition }

    var context: Context {
        let words = IncidentWords(edition: edition, assessed: plan.assessed)
        return [
            "id": .text(plan.assessed.incident.id.folded),
            "title": .text(words.title.folded),
            "severity": .text(words.shortSeverity),
            "state": .text(words.state),
            "remarks": .list((findings + remarks).map { .text($0) }),
            "drafts": .list(drafts.map(row)),
            "hasAccounts": .flag(!accounts.isEmpty),
            "accounts": .list(accounts),
            "asOf": .text(edition.phrasing.moment(edition.asOf)),
            "program": .text(edition.program),
        ]
    }

    private func row(_ draft: (audience: MessageAudience, files: [OutputFile])) -> Context {
        let reasons = plan.reasons(for: draft.audience)
        let files = draft.files.filter { !$0.path.hasSuffix(".json") }
        return [
            "audience": .text(draft.audience.title),
            "reason": .text(reasons.isEmpty ? edition.phrases("message.notDue") : Phrasing.list(reasons)),
            "files": .text(
                Phrasing.list(
                    files.map { $0.isHeldBack ? edition.phrases("message.held", ["file": name($0)]) : name($0) })),
        ]
    }

    private func name(_ file: OutputFile) -> String { String(file.path.dropFirst(folder.count + 1)) }

    /// Routing: who speaks with which strategic account, in the order of writing to them.
    private var accounts: [Context] {
        guard drafts.contains(where: { $0.audience == .strategicAccounts }) else { return [] }
        return plan.strategic.enumerated().map { place, priority in
            let account = priority.account
            return [
                "number": .text(String(place + 1)),
                "account": .text((account.name?.trimmed ?? account.id).folded),
                "manager": .text(account.customerSuccessManager?.folded ?? edition.phrases("message.nobody")),
                "contact": .text(
                    [account.contactName?.folded, account.contactAddress?.folded].compactMap { $0 }
                        .joined(separator: " ")),
                "reason": .text(priority.tier.reason(by: edition.policy.customerPriority)),
            ]
        }
    }

    private var findings: [String] {
        let all: [OutputFile] = drafts.flatMap { $0.files }
        var said: Set<Diagnostic> = []
        return all.flatMap(\.remarks).filter { said.insert($0).inserted }.map { finding in
            let address = finding.origin.map { " (\(edition.address($0)))" } ?? ""
            return "\(finding.message.sentenceStart)\(address)."
        }
    }

    /// What the sender should know before sending.
    private var remarks: [String] {
        let incident = plan.incident
        let phrases = edition.phrases
        let words = IncidentWords(edition: edition, assessed: plan.assessed)
        var out = [words.contradiction].compactMap { $0 }
        if incident.title == nil { out.append(phrases("message.noTitle")) }
        if incident.impact == nil {
            out.append(phrases("message.noImpact"))
        }
        if plan.assessed.incident.rootCause != nil, incident.confirmedCause == nil {
            out.append(phrases("message.causeUnconfirmed"))
        }
        if plan.isRunning {
            out.append(phrases("message.noFixTime"))
            if plan.next == nil {
                out.append(phrases("message.noNext"))
            }
            if incident.isDataLossPossible == true {
                out.append(
                    phrases("message.dataLossPossible")
                )
            }
        }
        if plan.strategic.isEmpty, (plan.assessed.incident.impact.strategicAccountsAffected?.value ?? 0) > 0 {
            out.append(phrases("message.unnamedAccounts"))
        }
        return out
    }
}
