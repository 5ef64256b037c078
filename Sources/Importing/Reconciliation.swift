package import Diagnostics
package import IncidentModel

/// The incidents of a run: records of one incident put together, in whatever inputs and systems they stand.
///
/// Records of one system are one incident by their key or id. Records of several are joined by explicit names only:
/// references, addresses, alert keys, links in texts, a user's join file. What merely looks alike is offered as a hint.
package struct Reconciliation: Sendable {
    /// In the order in which they were first met.
    package private(set) var incidents: [SharedIncident] = []
    /// What became of every record.
    package private(set) var ledger = RecordLedger()
    /// Ids that more than one incident has, of one system or of several.
    package private(set) var sharedIDs: Set<String> = []
    package private(set) var diagnostics: [Diagnostic] = []

    /// `families` are the systems of incidents beside these, where these are only a part of what is known: a reference
    /// to one of them is none to anything else.
    package init(
        _ exports: [ImportedExport], gate: Gate, joins: JoinFile? = nil, depth: ReadingDepth,
        amid families: Set<String> = []
    ) {
        var desk = JoiningDesk(exports, rules: gate.joining, amid: families)
        desk.join(by: joins)
        diagnostics = desk.diagnostics
        sharedIDs = desk.sharedIDs
        let groups = desk.groups()
        incidents.reserveCapacity(groups.count)
        for group in groups {
            if let only = group.only {
                incidents.append(only.incident)
            } else {
                let fusion = Fusion(group, gate: gate, depth: depth)
                diagnostics += fusion.diagnostics
                incidents.append(SharedIncident(fusion.incident))
            }
        }
        if !exports.allSatisfy({ $0.accounts.isEmpty && $0.deployments.isEmpty && $0.services.isEmpty }) {
            let context = IncidentContext(exports, rules: gate.joining)
            incidents = incidents.map(context.completed)
            diagnostics += context.diagnostics(over: incidents)
        }
        findSharedIDs()
        diagnostics += Resemblance.hints(over: incidents, within: gate.joining.resemblesWithin)
        ledger = RecordLedger(
            exports, groups: groups, orphans: desk.orphans, names: incidents.map(\.value.id), depth: depth)
    }

    /// Ids that incidents of several systems have.
    private mutating func findSharedIDs() {
        guard Set(incidents.lazy.map(\.value.system)).count > 1 else { return }
        var seen: [String: String] = [:]
        for incident in incidents {
            let system = seen.updateValue(incident.value.system, forKey: incident.value.id)
            if let system, system != incident.value.system { sharedIDs.insert(incident.value.id) }
        }
    }
}
