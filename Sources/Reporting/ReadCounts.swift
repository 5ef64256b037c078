/// What a run read, in records, and what became of them: the figures that every summary begins with.
///
/// Read = incidents + merged + joined + context + set aside + orphaned + rejected.
package struct ReadCounts: Sendable, Equatable {
    /// Inputs that the records stood in.
    package var inputs: Int
    /// Records that introduced an incident.
    package var incidents: Int
    /// Records that turned out to be about an incident that another record is about, too.
    package var merged: Int
    /// Entries (journals, log entries, comments) that were joined to their incident.
    package var joined: Int
    /// Accounts, deployments and services.
    package var context: Int
    /// No incidents, by a named rule.
    package var setAside: Int
    /// Entries of no incident of the run.
    package var orphaned: Int
    package var rejected: Int

    package init(
        inputs: Int = 1, incidents: Int, merged: Int = 0, joined: Int = 0, context: Int = 0, setAside: Int = 0,
        orphaned: Int = 0, rejected: Int = 0
    ) {
        self.inputs = inputs
        self.incidents = incidents
        self.merged = merged
        self.joined = joined
        self.context = context
        self.setAside = setAside
        self.orphaned = orphaned
        self.rejected = rejected
    }

    /// All records.
    package var read: Int { incidents + merged + joined + context + setAside + orphaned + rejected }

    /// `40 records read: 36 incidents, 3 records merged into others, 1 rejected.`
    package var sentence: String {
        var parts = [Phrasing.count(incidents, "incident")]
        if merged > 0 { parts.append("\(Phrasing.count(merged, "record")) merged into others") }
        if joined > 0 { parts.append("\(Phrasing.count(joined, "entry", "entries")) joined to theirs") }
        if context > 0 {
            parts.append(
                "\(Phrasing.count(context, "account, deployment or service", "accounts, deployments and services"))")
        }
        if setAside > 0 { parts.append("\(Phrasing.number(setAside)) set aside by a rule") }
        if orphaned > 0 { parts.append("\(Phrasing.count(orphaned, "entry", "entries")) of no incident") }
        parts.append(rejected > 0 ? "\(Phrasing.number(rejected)) rejected" : "none rejected")
        return "\(Phrasing.count(read, "record").sentenceStart) read: \(Phrasing.list(parts))."
    }
}
