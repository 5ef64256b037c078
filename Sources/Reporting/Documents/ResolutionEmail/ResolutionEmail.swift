package import IncidentModel
package import Typesetting

/// What one affected account reads once it is over: made of a ``PublicIncident`` and an ``Addressee``, and of nothing
/// else.
package struct ResolutionEmail: Sendable {
    package var incident: PublicIncident
    package var resolved: Instant
    package var addressee: Addressee
    /// The house, as the policy signs it.
    package var senderName: String
    package var phrasing: Phrasing

    package init(
        incident: PublicIncident, resolved: Instant, addressee: Addressee = Addressee(), senderName: String,
        phrasing: Phrasing
    ) {
        self.incident = incident
        self.resolved = resolved
        self.addressee = addressee
        self.senderName = senderName
        self.phrasing = phrasing
    }

    /// State, what it was, and on which service: `Resolved: API errors on batch endpoints (api-gateway)`.
    package var subject: String {
        let title =
            incident.title?.folded ?? phrasing.phrases("mail.untitled", ["reference": incident.reference.folded])
        guard let service = incident.service?.folded, !title.lowercased().contains(service.lowercased()) else {
            return phrasing.phrases("mail.subject", ["title": title])
        }
        return phrasing.phrases("mail.subject.service", ["title": title, "service": service])
    }

    package var context: Context {
        [
            "recipient": .optional(addressee.contact?.folded),
            "account": .optional(addressee.account?.folded),
            "reference": .text(incident.reference.folded),
            "title": .optional(incident.title?.folded),
            "service": .optional(incident.service?.folded),
            "impact": .optional(incident.impact?.folded),
            "when": .text(when),
            "duration": .optional(duration),
            "cause": .optional(incident.confirmedCause?.folded),
            "workaround": .optional(incident.workaround?.folded),
            "isDataLossPossible": .flag(incident.isDataLossPossible == true),
            "isDataLossExcluded": .flag(incident.isDataLossPossible == false),
            "isDataLossUnknown": .flag(incident.isDataLossPossible == nil),
            "followUp": followUp,
            "apologist": .optional(addressee.apologist?.folded),
            "next": .text(next),
            "signer": .optional(addressee.followUp.flatMap { $0.isSender ? $0.manager?.folded : nil }),
            "senderName": .text(senderName),
        ]
    }

    private var followUp: Context {
        guard let followUp = addressee.followUp else { return .absent }
        return [
            "manager": .optional(followUp.manager?.folded),
            "isCallOwed": .flag(followUp.isCallOwed),
            "callBy": .optional(followUp.callBy.map(phrasing.minute)),
            "offersRemediation": .flag(followUp.offersRemediation),
        ]
    }

    /// From the recorded start, otherwise from the detection; only the end where neither can be said.
    var when: String { phrasing.stretch(of: incident, until: resolved) }

    /// Between the minutes that the mail names, so that a reader who subtracts them gets it.
    var duration: String? {
        incident.begin.map { begin in
            let seconds = resolved.wholeSeconds(since: begin)
            let minutes = Phrasing.minuteNumber(resolved) - Phrasing.minuteNumber(begin)
            return Phrasing.duration(minutes > 0 ? minutes * 60 : seconds)
        }
    }

    var next: String { phrasing.finalUpdate(incident.report) }

    /// The name beside the sender's address: the house, or the account's manager for it.
    var sender: String {
        guard let followUp = addressee.followUp, followUp.isSender, let manager = followUp.manager?.folded else {
            return senderName
        }
        return phrasing.phrases("mail.sender", ["manager": manager, "sender": senderName])
    }
}
