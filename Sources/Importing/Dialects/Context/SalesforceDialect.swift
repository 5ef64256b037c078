import Diagnostics
package import IncidentModel
package import Syntax

/// Accounts and contacts of Salesforce: Data Loader tables, a warehouse's copies of them, and JSON of its API and tools.
///
/// Segment, renewal and the like are custom fields, which every organisation names for itself; the names that speak for
/// themselves are read. A contact completes its account with a person to write to.
package struct SalesforceDialect: ExportDialect {
    package let name: String
    package let system = "salesforce"
    package let kind = SystemKind.context
    package let summary: String
    package let howToExport: String
    package let milestones: [Milestone] = []
    package let records: RecordPath
    package let signature: Signature
    package let writesUTC = false

    let fields: SalesforceFields

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        let id = fields.account.id.lazy.compactMap(record.text).first
        record.notes.recordName = id?.value ?? fields.account.name.lazy.compactMap(record.text).first?.value
        if record.answer(fields.deleted)?.value ?? false {
            return .setAside(SetAside(rule: SetAside.deleted, id: id?.value, origin: record.origin))
        }
        switch record.text(Field.type)?.value ?? fields.type {
        case "Account": return account(record, stamps)
        case "Contact": return contact(record)
        case let type:
            return .setAside(SetAside(rule: "salesforce-\(type.lowercased())", id: id?.value, origin: record.origin))
        }
    }

    private func account(_ record: RecordReader, _ stamps: StampReader) -> Draft {
        guard var account = fields.account.account(record, stamps) else { return .unusable(.namelessAccount(record)) }
        if let contact = record.list(Field.contacts).first(where: { $0.text(Field.email) != nil }) {
            account.contactName = name(of: contact)
            account.contactAddress = contact.text(Field.email)?.value
        }
        return .account(AccountDraft(account))
    }

    /// In a tree, a contact names its account by a reference: `@HarbourRef`.
    private func contact(_ record: RecordReader) -> Draft {
        guard let key = record.text(fields.accountOfContact) else { return .unusable(.namelessAccount(record)) }
        let id = key.value.hasPrefix("@") ? String(key.value.dropFirst()) : key.value
        var account = Account(id: id, origin: record.origin)
        account.contactName = name(of: record)
        account.contactAddress = record.text(fields.email)?.value
        return .account(AccountDraft(account))
    }

    private func name(of contact: RecordReader) -> String? {
        if let name = contact.text(fields.contactName) { return name.value }
        let parts = [contact.text(fields.firstName), contact.text(fields.lastName)].compactMap(\.self).map(\.value)
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }
}

private enum Field {
    static let type: FieldPath = "attributes.type"
    static let contacts: FieldPath = "Contacts.records"
    static let email: FieldPath = "Email"
}
