package import IncidentModel
package import Typesetting

/// What one affected account reads once it is over: made of a ``PublicIncident`` and of nothing else.
package struct ResolutionEmail: Sendable {
    package var incident: PublicIncident
    package var resolved: Instant
    /// Whom it greets; `nil` greets nobody by name.
    package var recipient: String?
    package var senderName: String
    package var phrasing: Phrasing

    package init(
        incident: PublicIncident, resolved: Instant, recipient: String?, senderName: String, phrasing: Phrasing
    ) {
        self.incident = incident
        self.resolved = resolved
        self.recipient = recipient
        self.senderName = senderName
        self.phrasing = phrasing
    }

    /// `Resolved: API errors on batch endpoints`.
    package var subject: String { "Resolved: \(incident.title?.folded ?? "incident \(incident.reference.folded)")" }

    package var context: Context {
        [
            "recipient": .optional(recipient?.folded),
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
            "next": .text(next),
            "senderName": .text(senderName),
        ]
    }

    /// From the recorded start, otherwise from the detection; only the end where neither can be said.
    private var when: String { phrasing.stretch(of: incident, until: resolved) }

    /// Between the minutes that the mail names, so that a reader who subtracts them gets it.
    private var duration: String? {
        incident.begin.map { begin in
            let seconds = resolved.wholeSeconds(since: begin)
            let minutes = Phrasing.minuteNumber(resolved) - Phrasing.minuteNumber(begin)
            return Phrasing.duration(minutes > 0 ? minutes * 60 : seconds)
        }
    }

    private var next: String { phrasing.finalUpdate(incident.report) }
}
