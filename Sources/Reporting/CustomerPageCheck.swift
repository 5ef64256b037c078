package import Diagnostics
import IncidentModel
import Typesetting

/// A mail before it is put into its envelope.
struct MailDraft {
    var subject: String
    var plain: String
    var markdown: String
}

/// The writing rules over what the program itself writes to customers, before it goes out.
///
/// A finding points at the field of the export that brought the words; where no field did, the words are the template's.
struct CustomerPageCheck {
    private let desk: WritingDesk
    private let facts: ProseFacts
    private let incident: Incident

    /// `naming`: people whom the policy has the text name.
    init(_ incident: Incident, desk: WritingDesk, naming: [String] = []) {
        self.incident = incident
        self.desk = desk
        facts = desk.facts(of: incident, naming: naming)
    }

    /// What keeps a message to an account back; nothing for one that may go out.
    func findings(
        in draft: MailDraft, to account: Account?, _ kind: ProseBlock.Kind = .resolution
    ) -> [Diagnostic] {
        let plain = block("\(draft.subject)\n\n\(draft.plain)", .plain, kind)
        let markdown = block(draft.markdown, .markdown, kind)
        let found = desk.rules.findings(in: plain) + desk.rules.findings(in: markdown)
        guard !found.isEmpty else { return [] }
        let names = account.map { account in
            [account.contactName, account.name].compactMap { $0.map { Sourced(text: $0, account.origin) } }
        }
        let fields = Dictionary(
            (words + (names ?? [])).flatMap { field in
                desk.rules.findings(in: block(field.value, .plain, .page)).map { (Words($0), field.origin) }
            }, uniquingKeysWith: { first, _ in first })
        var said: Set<Words> = []
        return found.filter { said.insert(Words($0)).inserted }.map { held($0, at: fields[Words($0)]) }
    }

    private func block(_ text: String, _ format: ProseBlock.Format, _ kind: ProseBlock.Kind) -> ProseBlock {
        let block = ProseBlock(
            Array(text.utf8), format, audience: .customers, kind: kind, facts: facts, at: .field(incident.origin))
        let workaround = kind == .update ? incident.impact.workaround?.value.trimmed : nil
        return workaround.map(block.knowing(workaround:)) ?? block
    }

    private func held(_ finding: Diagnostic, at field: Origin?) -> Diagnostic {
        Diagnostic(
            .heldBack, "held back, \(finding.code.id): \(finding.message)", at: field, record: incident.id,
            help: (finding.help.map { $0 + "; " } ?? "")
                + (field == nil ? "the words are those of the mail's template" : "change the words in the export"))
    }

    /// Everything of an export that a mail to customers repeats.
    private var words: [Sourced<String>] {
        [
            incident.title, incident.impact.summary, incident.rootCause, incident.impact.workaround, incident.service,
            Sourced(text: incident.id, incident.origin),
        ].compactMap { $0 }
    }

    /// What makes two findings one: the rule, and what it says.
    private struct Words: Hashable {
        let code: DiagnosticCode
        let message: String

        init(_ finding: Diagnostic) {
            code = finding.code
            message = finding.message
        }
    }
}

extension DiagnosticCode {
    /// Everything that this room has to say.
    package static let reportingCodes: [DiagnosticCode] = [
        heldBack, actionContradicted, actionWithoutWords, actionsOfNobody, actionsTooLong,
    ]

    static let heldBack = DiagnosticCode(
        "held-back", .error, "a mail to customers breaks a writing rule and is held back",
        """
        What goes out under the house's name keeps the house's rules. A mail that breaks one is not put among the mails to \
        send: it is kept below rejects/, with `.held` behind its name, and the preview says why. Change the words where \
        they come from (the export, or your template) and run again; or, if the rule is wrong here, add the phrase to the \
        rule's `unless` in the policy. To send it as it stands is a person's decision.
        """)
}
