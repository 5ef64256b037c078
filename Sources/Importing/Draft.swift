package import Diagnostics
package import IncidentModel

/// What one record of an export is.
package enum Draft: Sendable {
    case incident(IncidentDraft)
    /// A part of what its system knows about an incident that another record introduces: a log entry, a comment, an
    /// analytics row. It makes no incident of its own, and is joined to its incident by id or key.
    case fragment(IncidentDraft)
    case account(AccountDraft)
    case deployment(Deployment)
    case service(ServiceProfile)
    /// No incident, by a named rule: maintenance, a drill, a test, a record of another kind.
    case setAside(SetAside)
    /// A record that holds several.
    case several([Draft])
    /// A record that cannot be used, and why: it is rejected.
    case unusable(Diagnostic)
}

/// A record that is no incident, by a named rule: counted, listed, and used for nothing.
package struct SetAside: Sendable, Equatable {
    /// `maintenance`.
    package var rule: String
    /// Its own id, where it has one.
    package var id: String?
    package var origin: Origin

    package init(rule: String, id: String?, origin: Origin) {
        self.rule = rule
        self.id = id
        self.origin = origin
    }

    package static let maintenance = "maintenance"
    package static let drill = "drill"
    package static let test = "test"
    /// Deleted in its own system, and exported all the same.
    package static let deleted = "deleted"
    /// A deployment to an environment that no customer uses.
    package static let notProduction = "not-production"
    /// A run of a pipeline that deployed nothing, or has not yet.
    package static let notADeployment = "not-a-deployment"
    /// A record of another kind: a heartbeat, an enhancement, a page that was asked for.
    package static let notAnIncident = "not-an-incident"
    /// An alert that its system kept from everybody: silenced, or explained by another one.
    package static let suppressed = "suppressed"
}

/// A customer account as a CRM exports it, and the incidents that its record names, if any.
package struct AccountDraft: Sendable {
    package var account: Account
    /// Ids of incidents that the record says touched the account.
    package var incidents: [String]

    package init(_ account: Account, incidents: [String] = []) {
        self.account = account
        self.incidents = incidents
    }
}
