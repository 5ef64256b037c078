import Diagnostics
import IncidentModel
import Syntax

/// Under which names one kind of export keeps what it says about an account; the first name that holds something counts.
struct AccountFields: Sendable {
    var id: [FieldPath] = []
    var name: [FieldPath] = []
    var segment: [FieldPath] = []
    var strategic: [FieldPath] = []
    var annualRevenue: [FieldPath] = []
    var renewal: [FieldPath] = []
    var executiveSponsor: [FieldPath] = []
    var usage: [FieldPath] = []
    var activeEscalation: [FieldPath] = []
    var contactName: [FieldPath] = []
    var contactAddress: [FieldPath] = []
    var customerSuccessManager: [FieldPath] = []

    /// The columns of the program's own table.
    static let columns = AccountFields(
        id: ["id"], name: ["name"], segment: ["segment"], strategic: ["strategic"], annualRevenue: ["annual_revenue"],
        renewal: ["renewal_date"], executiveSponsor: ["executive_sponsor"], usage: ["usage"],
        activeEscalation: ["active_escalation"], contactName: ["contact_name"], contactAddress: ["contact_email"],
        customerSuccessManager: ["customer_success_manager"])

    /// The members of `affectedCustomers` in the coordinator's format.
    static let members = AccountFields(
        id: ["id"], name: ["name"], segment: ["segment"], strategic: ["strategic"], annualRevenue: ["annualRevenue"],
        renewal: ["renewalDate"], executiveSponsor: ["executiveSponsor"], usage: ["usage"],
        activeEscalation: ["activeEscalation"], contactName: ["contact.name", "contactName"],
        contactAddress: ["contact.email", "contactEmail"], customerSuccessManager: ["customerSuccessManager"])

    /// The account of a record, by its id, or else by its name; `nil` where it has neither.
    func account(_ record: RecordReader, _ stamps: StampReader) -> Account? {
        guard let id = text(id, record) ?? text(name, record) else { return nil }
        var account = Account(id: id.value, origin: record.origin)
        account.name = text(name, record)?.value
        account.segment = text(segment, record)?.value
        account.isStrategic = first(strategic, record.answer)?.value ?? false
        account.annualRevenue = first(annualRevenue, record.amount)?.value
        account.renewal = text(renewal, record).flatMap { stamps.day($0, in: record)?.value }
        account.executiveSponsor = text(executiveSponsor, record)?.value
        account.usage = first(usage, record.amount)?.value
        account.hasActiveEscalation = first(activeEscalation, record.answer)?.value ?? false
        account.contactName = text(contactName, record)?.value
        account.contactAddress = text(contactAddress, record)?.value
        account.customerSuccessManager = text(customerSuccessManager, record)?.value
        return account
    }

    private func text(_ fields: [FieldPath], _ record: RecordReader) -> Sourced<String>? {
        first(fields, record.text)
    }

    private func first<Value>(_ fields: [FieldPath], _ read: (FieldPath) -> Sourced<Value>?) -> Sourced<Value>? {
        for field in fields {
            if let value = read(field) { return value }
        }
        return nil
    }
}

extension StampReader {
    /// A day at its first second in UTC, or a moment.
    func day(_ text: Sourced<String>, in record: RecordReader) -> Stamp? {
        if text.value.utf8.count == 10, case .zoneless(let time)? = Timestamp(text.value + "T00:00:00") {
            return Stamp(time.instant, text.origin)
        }
        guard Timestamp(text.value) != nil else {
            record.notes.add(
                Diagnostic(
                    .badTimestamp, "“\(text.value)” is no day", at: text.origin,
                    help: "write it as 2026-03-31; the field is left out"))
            return nil
        }
        return instant(text, in: record)
    }
}
