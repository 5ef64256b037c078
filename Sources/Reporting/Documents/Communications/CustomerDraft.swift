import IncidentModel
import Typesetting

/// A message to somebody outside: made of a ``PublicIncident``, the time of the next update, and whom it greets.
struct CustomerDraft {
    var incident: PublicIncident
    /// `nil` where no rule says when; the writing rules then hold a running incident's draft back.
    var next: NextUpdate?
    var recipient: Recipient = .everybody
    var senderName: String
    var phrasing: Phrasing

    enum Recipient: Equatable {
        case everybody
        /// An account, by the name of its contact where there is one.
        case account(name: String, contact: String?)
        /// Strategic accounts are affected, and the export names none: somebody has to fill the name in.
        case unnamed
    }

    /// `API errors on batch endpoints`, or the number that a customer can quote.
    var title: String {
        incident.title?.folded ?? phrasing.phrases("message.untitled", ["reference": incident.reference.folded])
    }

    /// `Identified: API errors on batch endpoints`.
    var subject: String {
        phrasing.phrases("message.subject", ["progress": phrasing.word(incident.progress), "title": title])
    }

    var isResolved: Bool { incident.progress == .resolved }

    var context: Context {
        let end = incident.resolved
        return [
            "subject": .text(subject),
            "recipient": .optional(greeted),
            "isUnnamed": .flag(recipient == .unnamed),
            "account": .optional(account),
            "title": .text(title),
            "reference": .text(incident.reference.folded),
            "impact": .optional(incident.impact?.folded),
            "when": .optional(
                end.map { phrasing.stretch(of: incident, until: $0) } ?? phrasing.beginning(of: incident)),
            "status": .text(phrasing.word(incident.progress)),
            "statusSentence": .text(phrasing.sentence(incident.progress)),
            "isResolved": .flag(isResolved),
            "cause": .optional(incident.confirmedCause?.folded),
            "workaround": .optional(incident.workaround?.folded),
            "isDataLossPossible": .flag(isResolved && incident.isDataLossPossible == true),
            "isDataLossExcluded": .flag(isResolved && incident.isDataLossPossible == false),
            "next": .optional(nextWords),
            "senderName": .text(senderName),
        ]
    }

    private var nextWords: String? {
        isResolved ? phrasing.finalUpdate(incident.report) : next.map(phrasing.nextUpdate)
    }

    private var greeted: String? {
        if case .account(let name, let contact) = recipient { contact?.folded ?? name.folded } else { nil }
    }

    private var account: String? {
        if case .account(let name, _) = recipient { name.folded } else { nil }
    }
}
