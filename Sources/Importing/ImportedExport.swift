package import Diagnostics
package import IncidentModel
package import Syntax

/// What was read of one input, before the inputs are put together.
///
/// Every record of it stands in exactly one of the lists, or among the rejects: nothing that came in is lost.
package struct ImportedExport: Sendable {
    package var source: SourceID
    /// ``ExportDialect/name``; `nil` where no dialect was found.
    package var dialect: String?
    /// What has the same bytes, and was read in its place: an earlier input, or a database.
    package var copyOf: String?
    package var incidents: [ImportedIncident] = []
    package var fragments: [ImportedIncident] = []
    package var accounts: [AccountDraft] = []
    package var deployments: [Deployment] = []
    package var services: [ServiceProfile] = []
    package var setAside: [SetAside] = []
    /// Records that a newer export of the same kind tells again (``Supersession``): counted, and believed no more.
    package var toldAgain: [RecordLedger.Entry] = []
    package var rejects: [RejectedRecord] = []
    /// Where records began whose texts a database has purged.
    package var purged: [Origin] = []
    /// Records of other tables that an unload carries along, by their name.
    package var others: [String: Int] = [:]
    package var diagnostics: [Diagnostic] = []

    package init(source: SourceID, dialect: String?) {
        self.source = source
        self.dialect = dialect
    }

    /// Records met, rejected ones included.
    package var recordsSeen: Int {
        incidents.count + fragments.count + accounts.count + deployments.count + services.count + setAside.count
            + toldAgain.count + rejects.count + others.values.reduce(0, +)
    }

    /// Takes what the records of a part say.
    package mutating func take(_ part: ImportedExport) {
        incidents += part.incidents
        fragments += part.fragments
        accounts += part.accounts
        deployments += part.deployments
        services += part.services
        setAside += part.setAside
        toldAgain += part.toldAgain
        rejects += part.rejects
        purged += part.purged
        diagnostics += part.diagnostics
    }
}

/// An incident as one record tells it, with what is still needed to join other records to it.
package struct ImportedIncident: Sendable {
    package var incident: SharedIncident
    /// Milestones that journals of the incident may stand for.
    package var inferable: Set<Milestone>
    package var aliases: [Reference]
    package var references: [Reference]
    /// Whether the record is a message of one moment: others of the same incident differ, and contradict nothing.
    package var isMessage: Bool

    package init(
        _ incident: consuming Incident, inferable: Set<Milestone>, aliases: [Reference] = [],
        references: [Reference] = [], isMessage: Bool = false
    ) {
        self.init(
            SharedIncident(incident), inferable: inferable, aliases: aliases, references: references,
            isMessage: isMessage)
    }

    package init(
        _ incident: SharedIncident, inferable: Set<Milestone>, aliases: [Reference] = [],
        references: [Reference] = [], isMessage: Bool = false
    ) {
        self.incident = incident
        self.inferable = inferable
        self.aliases = aliases
        self.references = references
        self.isMessage = isMessage
    }
}
