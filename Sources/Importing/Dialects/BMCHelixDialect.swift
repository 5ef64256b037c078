import Diagnostics
package import IncidentModel
package import Syntax

/// Incidents of BMC Helix ITSM (Remedy), form `HPD:Help Desk`, as its REST API gives them.
package struct BMCHelixDialect: ExportDialect {
    package let name = "bmc-helix"
    package let system = "bmc"
    package let kind = SystemKind.ticketing
    package let summary = "BMC Helix ITSM (Remedy) incidents (REST API, JSON)"
    package let howToExport = "GET /api/arsys/v1/entry/HPD:Help Desk?q=…"
    package let milestones: [Milestone] = [.detected, .triaged, .resolved, .closed]
    package let records = RecordPath.json(arrays: ["entries"])
    package let signature = Signature(has: ["values.Incident Number"])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        var draft = newDraft(record)
        draft.id = record.text(Field.number)
        record.notes.recordName = draft.id?.value
        draft.severityWord = record.text(Field.priority)
        draft.facts.title = record.text(Field.title)
        draft.facts.statusWord = record.text(Field.status)
        draft.facts.service = record.text(Field.service)
        draft.inferable = [.communicated, .mitigated]
        draft.record(.detected, at: stamps.first([Field.reported, Field.submitted], in: record))
        draft.record(.triaged, at: stamps.instant(Field.responded, in: record))
        let word = draft.facts.statusWord?.value.lowercased()
        let isRunning = ["new", "assigned", "in progress", "pending"].contains(word)
        // It is not emptied when an incident is opened again.
        draft.recordResolution(at: stamps.instant(Field.resolved, in: record), unless: isRunning, in: record)
        draft.record(.closed, at: stamps.instant(Field.closed, in: record))
        let description = record.text(Field.description)
        draft.linkTexts = [description, record.text(Field.resolution)].compactMap(\.self)
        draft.refer(to: record.text(Field.vendorTicket), in: "vendor")
        draft.assign(to: record.text(Field.assignee), team: record.text(Field.group))
        if let company = record.text(Field.company) {
            var account = Account(id: company.value, origin: company.origin)
            account.name = company.value
            draft.facts.story.accounts = [account]
        }
        if depth == .everything { readStory(record, description, &draft.facts.story) }
        return .incident(draft)
    }

    private func readStory(_ record: RecordReader, _ description: Sourced<String>?, _ story: inout Story) {
        story.description = description
        story.team = record.text(Field.group)
        story.source = record.text(Field.source)
        story.resolution = record.text(Field.resolution)
        story.impact.summary = record.text(Field.impact)
    }

    private enum Field {
        static let number = path("Incident Number")
        static let title = path("Description")
        /// Spelled so by the form.
        static let description = path("Detailed Decription")
        static let status = path("Status")
        static let priority = path("Priority")
        static let impact = path("Impact")
        static let service = path("ServiceCI")
        static let reported = path("Reported Date")
        static let submitted = path("Submit Date")
        static let responded = path("Responded Date")
        static let resolved = path("Last Resolved Date")
        static let closed = path("Closed Date")
        static let resolution = path("Resolution")
        static let source = path("Reported Source")
        static let group = path("Assigned Group")
        static let assignee = path("Assignee")
        static let company = path("Company")
        static let vendorTicket = path("Vendor Ticket Number")

        private static func path(_ name: String) -> FieldPath { FieldPath(steps: ["values", name]) }
    }
}
