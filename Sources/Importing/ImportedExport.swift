package import Diagnostics
package import IncidentModel
package import Syntax

/// What was read of one input, before the inputs are put together.
package struct ImportedExport: Sendable {
    package var source: SourceID
    /// ``ExportDialect/name``; `nil` where no dialect was found.
    package var dialect: String?
    package var incidents: [ImportedIncident] = []
    package var journals: [JournalDraft] = []
    package var recordsSeen = 0
    package var rejects: [RejectedRecord] = []
    package var diagnostics: [Diagnostic] = []

    package init(source: SourceID, dialect: String?) {
        self.source = source
        self.dialect = dialect
    }
}

/// An incident as one record tells it, with what is still needed to join other records to it.
package struct ImportedIncident: Sendable {
    package var incident: SharedIncident
    package var inferable: Set<Milestone>

    package init(_ incident: consuming Incident, inferable: Set<Milestone>) {
        self.incident = SharedIncident(incident)
        self.inferable = inferable
    }
}
