package import Diagnostics
import IncidentModel

/// Finds out which records of a run tell of one incident.
struct JoiningDesk {
    private let rules: JoiningRules
    private let families: Set<String>
    private var names: IncidentNames
    /// One slot for each incident of each system.
    private(set) var slots: [[IncidentGroup.Teller]] = []
    private var fragments: [Int: [IncidentGroup.Teller]] = [:]
    private var sets = IncidentGroups(count: 0)
    /// Why a slot was joined to an earlier one.
    private var reasons: [Int: String] = [:]
    /// Fragments of no incident of the run, by the place of their input.
    private(set) var orphans: [Int: [ImportedIncident]] = [:]
    /// Numbers that one system gave to several incidents.
    private(set) var sharedIDs: Set<String> = []
    private(set) var diagnostics: [Diagnostic] = []

    init(_ exports: [ImportedExport], rules: JoiningRules, amid families: Set<String> = []) {
        self.rules = rules
        self.families = families
        let count = exports.reduce(0) { $0 + $1.incidents.count }
        names = IncidentNames(capacity: count)
        slots.reserveCapacity(count)
        for (export, read) in exports.enumerated() {
            for (place, record) in read.incidents.enumerated() {
                seat(IncidentGroup.Teller(record: record, export: export, place: place), exports)
            }
        }
        sets = IncidentGroups(count: slots.count)
        var strays: [IncidentGroup.Teller] = []
        for (export, read) in exports.enumerated() where !read.fragments.isEmpty {
            for (place, record) in read.fragments.enumerated() {
                let incident = record.incident.value
                let teller = IncidentGroup.Teller(record: record, export: export, place: place)
                if let slot = names.known(incident.id, key: incident.key, in: incident.system) {
                    fragments[slot, default: []].append(teller)
                } else {
                    strays.append(teller)
                }
            }
        }
        if !strays.isEmpty { place(strays) }
        for (_, left) in orphans.sorted(by: { $0.key < $1.key }) { sayOrphans(left) }
    }

    /// Finds the incidents of fragments that name them by an alert or by another event alone.
    private mutating func place(_ strays: [IncidentGroup.Teller]) {
        var index = EpisodeIndex(slots)
        let moments = strays.map { EpisodeIndex.moment(of: $0.record.incident.value) }
        var homes: [[Int]] = Array(repeating: [], count: strays.count)
        let inOrder = strays.indices.sorted { left, right in
            (moments[left] ?? Instant(seconds: 0), left) < (moments[right] ?? Instant(seconds: 0), right)
        }
        for stray in inOrder { homes[stray] = index.slots(of: strays[stray].record.incident.value) }
        for (stray, home) in zip(strays, homes) {
            for (place, slot) in home.enumerated() {
                var teller = stray
                teller.isEcho = place > 0
                fragments[slot, default: []].append(teller)
            }
            if home.isEmpty { orphans[stray.export, default: []].append(stray.record) }
        }
    }

    private mutating func seat(_ teller: IncidentGroup.Teller, _ exports: [ImportedExport]) {
        let incident = teller.record.incident.value
        switch names.place(of: incident.id, key: incident.key, in: incident.system, next: slots.count) {
        case .known(let slot):
            sayRepetition(teller, of: slots[slot][0], exports)
            slots[slot].append(teller)
        case .new(let hasNamesake):
            if hasNamesake {
                sharedIDs.insert(incident.id)
                diagnostics.append(
                    Diagnostic(
                        .sharedNumber,
                        "another incident carries the number \(incident.id); the system's keys tell them apart",
                        at: incident.origin, record: incident.id, help: "they are two incidents, and stay two"))
            }
            slots.append([teller])
        }
    }

    private mutating func sayRepetition(
        _ teller: IncidentGroup.Teller, of first: IncidentGroup.Teller, _ exports: [ImportedExport]
    ) {
        let incident = teller.record.incident.value
        if exports[teller.export].dialect != exports[first.export].dialect {
            diagnostics.append(
                Diagnostic(
                    .joinedRecord,
                    "the same incident in another export of \(incident.system); the two are read as one",
                    at: incident.origin, record: incident.id))
        } else if incident.sameWords(as: first.record.incident.value) {
            diagnostics.append(
                Diagnostic(
                    .duplicateRecord, "the same record again; it is counted once", at: incident.origin,
                    record: incident.id))
        } else if teller.record.isMessage, first.record.isMessage {
            diagnostics.append(
                Diagnostic(
                    .joinedRecord, "another message about the incident; they are read as one", at: incident.origin,
                    record: incident.id))
        } else {
            diagnostics.append(
                Diagnostic(
                    .mergedRecord, "another record of the incident; the two are read as one", at: incident.origin,
                    record: incident.id,
                    help: "the policy's `joining.trust` says whose stamps count; what was read first names it"))
        }
    }

    private mutating func sayOrphans(_ orphans: [ImportedIncident]) {
        guard let first = orphans.map(\.incident.value).min(by: { $0.origin < $1.origin }) else { return }
        let rest = orphans.count > 1 ? ", and \(orphans.count - 1) more of no incident of the run" : ""
        diagnostics.append(
            Diagnostic(
                .orphanedRecord, "an entry belongs to \(first.id), which no export holds\(rest)", at: first.origin,
                help: "export the incidents with their entries; until then the entries are left out"))
    }

    // MARK: Joining across systems

    mutating func join(by file: JoinFile?) {
        let hasNames = slots.contains { slot in
            slot.contains { !$0.record.references.isEmpty || !$0.record.aliases.isEmpty }
        }
        guard hasNames || !fragments.isEmpty || file != nil else { return }
        let index = JoinIndex(slots, rules: rules, amid: families)
        for slot in slots.indices {
            let tellers = slots[slot] + (fragments[slot] ?? [])
            for reference in tellers.flatMap(\.record.references) { follow(reference, from: slot, index) }
        }
        for pair in index.sharedAliases {
            unite(pair.slots.0, pair.slots.1, because: pair.reason)
        }
        diagnostics += index.doubts
        guard let file else { return }
        for row in file.rows {
            let places = row.names.map { name in
                index.slots(named: name.system, name.id)
            }
            for (name, found) in zip(row.names, places) where found.isEmpty {
                diagnostics.append(
                    Diagnostic(
                        .joinUnknown, "“\(name.id)” is no incident of the run", at: row.origin,
                        help: "write the id as the export writes it, or system:id"))
            }
            let all = places.flatMap { $0 }
            for other in all.dropFirst() { unite(all[0], other, because: "the join file says so") }
        }
    }

    private mutating func follow(_ reference: Reference, from slot: Int, _ index: JoinIndex) {
        let found = index.slots(of: reference).filter { $0 != slot }
        guard let other = found.first else { return }
        guard found.count == 1 else {
            diagnostics.append(
                Diagnostic(
                    .ambiguousReference, "“\(reference.id)” names \(found.count) incidents of the run",
                    at: reference.origin, record: slots[slot][0].record.incident.value.id,
                    help: "none of them is joined; a join file can say which"))
            return
        }
        unite(slot, other, because: JoinIndex.reason(reference))
    }

    private mutating func unite(_ left: Int, _ right: Int, because reason: String) {
        let later = max(sets.first(of: left), sets.first(of: right))
        guard sets.unite(left, right) else { return }
        reasons[later] = reason
        let told = slots[later][0].record.incident.value
        let first = slots[sets.first(of: later)][0].record.incident.value
        diagnostics.append(
            Diagnostic(
                .joinedRecord,
                "\(told.id) of \(told.system) and \(first.id) of \(first.system) are one incident: \(reason)",
                at: told.origin, record: told.id))
    }

    // MARK: The result

    /// In the order in which the first record of each was met.
    consuming func groups() -> [IncidentGroup] {
        var groups: [IncidentGroup] = []
        groups.reserveCapacity(slots.count)
        var places: [Int: Int] = [:]
        for slot in slots.indices {
            let first = sets.first(of: slot)
            var tellers = slots[slot]
            if first == slot {
                places[slot] = groups.count
                groups.append(IncidentGroup(tellers: tellers, fragments: fragments[slot] ?? []))
                continue
            }
            guard let place = places[first] else { continue }
            for index in tellers.indices { tellers[index].reason = reasons[slot] }
            groups[place].tellers += tellers
            groups[place].fragments += fragments[slot] ?? []
        }
        return groups
    }
}

extension DiagnosticCode {
    package static let orphanedRecord = DiagnosticCode(
        "orphaned-record", .note, "entries belong to no incident of the run",
        """
        Journals, log entries and comments often stand in exports of their own. Entries whose incident was not exported \
        with them cannot be placed, and are left out; the data-quality ledger counts them.
        """)
    package static let sharedNumber = DiagnosticCode(
        "shared-number", .warning, "two incidents carry one number",
        """
        Two records have the same number and different inner keys, as happens where a number was given out twice. They \
        are two incidents; their pages carry the key in their names.
        """)
    package static let duplicateRecord = DiagnosticCode(
        "duplicate-record", .note, "an input repeats a record",
        "The same record was read twice, from one input or from two. It is counted once.")
    package static let mergedRecord = DiagnosticCode(
        "merged-record", .warning, "two records of one incident differ",
        """
        Two records of one kind carry the same id and differ. They are read as one incident: the earliest detection, \
        the latest resolution, and of everything else what was read first; missing facts are filled in from the later \
        record.
        """)
    package static let joinedRecord = DiagnosticCode(
        "joined-record", .note, "records of several exports tell of one incident",
        """
        An explicit name joins them: a reference, an address, an alert key, a link in a text, or a row of the join \
        file. Nothing is ever joined because it looks alike. Whose stamps count where they differ is said by the \
        policy's `joining.trust`; the data-quality ledger shows every claim.
        """)
    package static let ambiguousReference = DiagnosticCode(
        "ambiguous-reference", .warning, "a reference names several incidents",
        """
        A record refers to another by a name that more than one incident of the run has. None of them is joined; a join \
        file (--joins) can say which is meant.
        """)
    package static let joinUnknown = DiagnosticCode(
        "join-unknown", .warning, "the join file names an incident that no export holds",
        """
        A row of the join file lists a record that was not read, so there is nothing to join. Ids are written as the \
        export writes them, or as system:id.
        """)
}
