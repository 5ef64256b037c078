import IncidentModel

/// Where fragments belong that name their incident neither by its id nor by its key.
///
/// A monitor's "all is well" names the alert, and not which of its firings is over: it belongs to the last one that began
/// before it, unless an earlier end was met. An event that ends a problem is named by the problem.
struct EpisodeIndex {
    private struct Episode {
        var start: Instant
        var slot: Int
    }

    /// By other names that a system gives its own incidents.
    private var byAlias: [JoinName: [Int]] = [:]
    /// By alert key, in order of the beginnings.
    private var byAlert: [JoinName: [Episode]] = [:]
    private var ends: [Int: Instant] = [:]

    init(_ slots: [[IncidentGroup.Teller]]) {
        for (slot, tellers) in slots.enumerated() {
            for teller in tellers { add(teller.record, slot) }
        }
        for name in byAlert.keys { byAlert[name]?.sort { ($0.start, $0.slot) < ($1.start, $1.slot) } }
    }

    private mutating func add(_ record: ImportedIncident, _ slot: Int) {
        guard !record.aliases.isEmpty else { return }
        let incident = record.incident.value
        let milestones = incident.milestones
        if let end = milestones.instant(of: .resolved) { ends[slot] = max(end, ends[slot] ?? end) }
        for alias in record.aliases {
            let name = JoinName(system: incident.system, id: alias.id)
            if alias.system == incident.system {
                if byAlias[name]?.last != slot { byAlias[name, default: []].append(slot) }
            } else if alias.system == Reference.alertKey,
                let start = milestones.instant(of: .detected) ?? milestones.instant(of: .started)
            {
                byAlert[name, default: []].append(Episode(start: start, slot: slot))
            }
        }
    }

    /// The slots of a fragment's incidents. Fragments must come in the order of ``moment(of:)``.
    mutating func slots(of fragment: Incident) -> [Int] {
        let name = JoinName(system: fragment.system, id: fragment.key ?? fragment.id)
        if let slots = byAlias[name] { return slots.count <= Self.mostOfOneName ? slots : [] }
        guard let moment = Self.moment(of: fragment), let slot = lastBegun(name, by: moment) else { return [] }
        if let end = ends[slot], moment > end { return [] }
        if let end = fragment.milestones.instant(of: .resolved) { ends[slot] = end }
        return [slot]
    }

    private func lastBegun(_ name: JoinName, by moment: Instant) -> Int? {
        guard let episodes = byAlert[name] else { return nil }
        var low = 0
        var high = episodes.count
        while low < high {
            let middle = (low + high) / 2
            if episodes[middle].start <= moment { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? episodes[low - 1].slot : nil
    }

    /// When a fragment was written down.
    static func moment(of fragment: Incident) -> Instant? {
        fragment.milestones.marks.first?.instant ?? fragment.timeline.first?.instant
    }

    /// An event that more problems than this name as their end is taken for none of them.
    private static let mostOfOneName = 200
}
