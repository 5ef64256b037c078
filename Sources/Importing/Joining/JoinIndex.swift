import Diagnostics
import IncidentModel

/// The names by which the incidents of a run can be referred to.
struct JoinIndex {
    /// Two incidents of different systems that share an address or an alert key.
    struct SharedAlias {
        var slots: (Int, Int)
        var reason: String
    }

    private let rules: JoiningRules
    private var byName: [JoinName: [Int]] = [:]
    private var byID: [String: [Int]] = [:]
    private var families: Set<String>
    private(set) var sharedAliases: [SharedAlias] = []
    /// Alert keys that several incidents of one system have, so that nobody can tell which is meant.
    private(set) var doubts: [Diagnostic] = []

    init(_ slots: [[IncidentGroup.Teller]], rules: JoiningRules, amid families: Set<String>) {
        self.rules = rules
        self.families = families
        var shared: [JoinName] = []
        for (slot, tellers) in slots.enumerated() {
            for teller in tellers {
                let incident = teller.record.incident.value
                let family = incident.system
                self.families.insert(family)
                add(JoinName(system: family, id: incident.id), slot)
                if let key = incident.key { add(JoinName(system: family, id: key), slot) }
                for alias in teller.record.aliases {
                    let name = JoinName(alias, rules)
                    add(name, slot)
                    if name.system == Reference.alertKey, byName[name]?.count == 2 { shared.append(name) }
                }
            }
        }
        for name in shared { pair(name, slots) }
    }

    private mutating func add(_ name: JoinName, _ slot: Int) {
        if byName[name]?.last != slot { byName[name, default: []].append(slot) }
        if name.system != Reference.url, name.system != Reference.alertKey, byID[name.id]?.last != slot {
            byID[name.id, default: []].append(slot)
        }
    }

    /// The incidents that a reference names.
    func slots(of reference: Reference) -> [Int] { slots(named: reference.system, reference.id) }

    /// The incidents of a name; without a system, or with one that nobody knows, by an id that is more than a number.
    func slots(named system: String?, _ id: String) -> [Int] {
        if let system {
            let name = JoinName(Reference(system: system, id: id, origin: .whole(SourceID(0))), rules)
            if let found = byName[name] { return found }
            let isKnown = families.contains(name.system) || rules.isKnown(system)
            if isKnown || name.system == Reference.url || name.system == Reference.alertKey { return [] }
            guard id.utf8.contains(where: { !(48...57).contains($0) }) else { return [] }
        }
        return byID[id] ?? []
    }

    /// Incidents of different systems with one alert key are one where their times overlap, and only two can be meant.
    private mutating func pair(_ name: JoinName, _ slots: [[IncidentGroup.Teller]]) {
        let places = byName[name] ?? []
        let system = places.first.map { slots[$0][0].record.incident.value.system }
        guard places.contains(where: { slots[$0][0].record.incident.value.system != system }) else { return }
        guard places.count <= Self.mostOfOneKey else {
            doubts.append(doubt(name, places, slots))
            return
        }
        let incidents = places.map { slots[$0][0].record.incident.value }
        func partners(of left: Int, in system: String) -> [Int] {
            places.indices.filter { incidents[$0].system == system && incidents[left].overlaps(incidents[$0]) }
        }
        let systems = Set(incidents.map(\.system)).sorted()
        for left in places.indices {
            for system in systems where system != incidents[left].system {
                let found = partners(of: left, in: system)
                guard let right = found.first else { continue }
                if found.count > 1 {
                    doubts.append(doubt(name, found.map { places[$0] }, slots))
                } else if left < right, partners(of: right, in: incidents[left].system).count == 1 {
                    sharedAliases.append(
                        SharedAlias(
                            slots: (places[left], places[right]), reason: "both carry the alert key \(name.id)"))
                }
            }
        }
    }

    /// An alert that fires more often than this is paired with nothing: every pair would have to be looked at.
    private static let mostOfOneKey = 200

    private func doubt(_ name: JoinName, _ places: [Int], _ slots: [[IncidentGroup.Teller]]) -> Diagnostic {
        let incident = slots[places[0]][0].record.incident.value
        return Diagnostic(
            .ambiguousReference, "the alert key \(name.id) is that of \(places.count) incidents", at: incident.origin,
            record: incident.id, help: "none of them is joined by it; a join file can say which belong together")
    }

    static func reason(_ reference: Reference) -> String {
        switch (reference.relation, reference.system) {
        case (.parent, _): "`\(reference.origin.field)` names it as its parent"
        case (.duplicate, _): "`\(reference.origin.field)` names it as what it repeats"
        case (.same, Reference.url): "`\(reference.origin.field)` links to it"
        case (.same, Reference.alertKey): "`\(reference.origin.field)` holds its alert key"
        case (.same, _): "`\(reference.origin.field)` names it"
        }
    }
}

extension Incident {
    /// Whether two incidents were under way at one time; where a stamp is missing, nothing contradicts it.
    fileprivate func overlaps(_ other: Incident) -> Bool {
        func begin(_ incident: Incident) -> Instant? {
            [.started, .detected].compactMap { incident.milestones.instant(of: $0) }.min()
        }
        func end(_ incident: Incident) -> Instant? {
            incident.milestones.instant(of: .resolved) ?? incident.milestones.instant(of: .closed)
        }
        if let begin = begin(self), let end = end(other), begin > end { return false }
        if let begin = begin(other), let end = end(self), begin > end { return false }
        return true
    }
}
