import IncidentModel
import Typesetting

/// The mails of one incident as a table for a mail merge: one row for each recipient in the order of priority, with
/// the parts of the mail that a text of one's own can be put together from.
///
/// Customers read its cells: it holds what the mails hold, and nothing else. A cell that a spreadsheet would run begins
/// with an apostrophe.
package struct MailMerge {
    var mailing: Mailing
    /// The recipients whose mail may go out, with the name of its file.
    var rows: [(recipient: Mailing.Recipient, file: String)]

    /// Column by column: its name, and what stands in it.
    package static let columns = [
        "number", "file", "address", "name", "account", "subject", "sender", "reference", "title", "service",
        "what_happened", "when", "duration", "data_loss", "workaround", "cause", "manager", "call_by", "remediation",
        "apology_by", "what_comes_next",
    ]

    /// Addresses that a spreadsheet would run cannot stand in a table: an apostrophe before them makes other addresses.
    static func canHold(_ recipient: Mailing.Recipient) -> Bool {
        guard let first = recipient.mailbox.address.utf8.first else { return false }
        return !"=+-@".utf8.contains(first)
    }

    var csv: String {
        var table = CSVTable(Self.columns.map { CSVTable.Column($0, isNumeric: $0 == "number") })
        for (place, row) in rows.enumerated() {
            table.append(cells(row.recipient, place + 1, row.file))
        }
        return table.text
    }

    private func cells(_ recipient: Mailing.Recipient, _ number: Int, _ file: String) -> [String] {
        let incident = mailing.incident
        let email = mailing.email(to: recipient.addressee)
        let followUp = recipient.addressee.followUp
        return [
            String(number), file, recipient.mailbox.address, recipient.addressee.contact ?? "",
            recipient.addressee.account ?? "", email.subject, email.sender, incident.reference, incident.title ?? "",
            incident.service ?? "", incident.impact ?? "", email.when, email.duration ?? "", dataLoss(incident),
            incident.workaround ?? "", incident.confirmedCause ?? "", followUp?.manager ?? "",
            followUp?.callBy.map(mailing.edition.phrasing.minute) ?? "",
            followUp?.offersRemediation ?? false ? "yes" : "no", recipient.addressee.apologist ?? "", email.next,
        ]
    }

    private func dataLoss(_ incident: PublicIncident) -> String {
        let phrases = mailing.edition.phrases
        return switch incident.isDataLossPossible {
        case true?: phrases("merge.dataLoss.possible")
        case false?: phrases("merge.dataLoss.excluded")
        case nil: phrases("merge.dataLoss.unknown")
        }
    }
}
