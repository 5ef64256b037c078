package import Diagnostics
package import IncidentModel

/// The incidents of a run: records of one incident put together, journals joined to theirs.
package struct Reconciliation: Sendable {
    /// In the order in which they were first met.
    package private(set) var incidents: [SharedIncident] = []
    /// How many records were merged into an incident that another record had told before.
    package private(set) var merged = 0
    /// How many journal records were joined to an incident.
    package private(set) var joined = 0
    /// How many records belong to no incident of the run.
    package private(set) var orphaned = 0
    /// Ids that more than one incident has, of one system or of several.
    package private(set) var sharedIDs: Set<String> = []
    package private(set) var diagnostics: [Diagnostic] = []

    package init(_ exports: [ImportedExport], inference: MilestoneInference, depth: ReadingDepth) {
        let count = exports.reduce(0) { $0 + $1.incidents.count }
        var names = IncidentNames(capacity: count)
        incidents.reserveCapacity(count)
        for export in exports {
            for incident in Self.withJournals(export, inference: inference, depth: depth, &self) {
                let place = names.place(
                    of: incident.value.id, key: incident.value.key, in: incident.value.system, next: incidents.count)
                switch place {
                case .known(let place):
                    merge(incident.value, into: place)
                case .new(let hasNamesake):
                    if hasNamesake {
                        sharedIDs.insert(incident.value.id)
                        diagnostics.append(Self.namesake(incident.value))
                    }
                    incidents.append(incident)
                }
            }
        }
        if Set(exports.map(\.dialect)).count > 1 {
            var seen: [String: String] = [:]
            for incident in incidents {
                let system = seen.updateValue(incident.value.system, forKey: incident.value.id)
                if let system, system != incident.value.system { sharedIDs.insert(incident.value.id) }
            }
        }
    }

    private static func namesake(_ incident: Incident) -> Diagnostic {
        Diagnostic(
            .sharedNumber, "another incident carries the number \(incident.id); the system's keys tell them apart",
            at: incident.origin, record: incident.id, help: "they are two incidents, and stay two")
    }

    /// Journals are joined by the system's inner key, in the export that holds both.
    private static func withJournals(
        _ export: ImportedExport, inference: MilestoneInference, depth: ReadingDepth, _ run: inout Reconciliation
    ) -> [SharedIncident] {
        guard !export.journals.isEmpty else { return export.incidents.map(\.incident) }
        let journals = export.journals
        let places = Dictionary(grouping: journals.indices) { journals[$0].incidentKey }
        var isUsed = [Bool](repeating: false, count: journals.count)
        let incidents = export.incidents.map { imported in
            guard let key = imported.incident.value.key, let own = places[key] else { return imported.incident }
            var incident = imported.incident.value
            var timeline = incident.timeline
            let known = Set(timeline.map(EntryName.init))
            for place in own {
                isUsed[place] = true
                if known.isEmpty || !known.contains(EntryName(journals[place].entry)) {
                    timeline.append(journals[place].entry)
                }
            }
            timeline.sort { ($0.instant, $0.origin) < ($1.instant, $1.origin) }
            inference.complete(&incident.milestones, from: timeline, among: imported.inferable)
            incident.story.timeline = timeline
            if depth == .figures { incident.keepEvidence() }
            return SharedIncident(incident)
        }
        let orphans = journals.indices.filter { !isUsed[$0] }.map { journals[$0] }
        run.joined += journals.count - orphans.count
        run.orphaned += orphans.count
        for orphan in orphans.sorted(by: { $0.entry.origin < $1.entry.origin }) {
            run.diagnostics.append(
                Diagnostic(
                    .orphanedJournal, "a journal entry belongs to \(orphan.incidentKey), which is not in the export",
                    at: orphan.entry.origin, help: "export the incident with its journal; the entry is left out"))
        }
        return incidents
    }

    /// The earliest detection, the latest resolution; of the rest, what was read first (definitions, "Re-opened
    /// incidents"; `house.md`'s order of trust comes with more systems).
    private mutating func merge(_ other: Incident, into place: Int) {
        merged += 1
        var incident = incidents[place].value
        if other.sameWords(as: incident) {
            diagnostics.append(
                Diagnostic(
                    .duplicateRecord, "the same record again; it is counted once", at: other.origin,
                    record: incident.id))
        } else {
            diagnostics.append(
                Diagnostic(
                    .mergedRecord, "another record of the incident; the two are read as one", at: other.origin,
                    record: incident.id,
                    help: "the earliest detection and the latest resolution count; of the rest, what was read first"))
            incident.absorb(other)
        }
        incident.origins += other.origins
        incident.key = incident.key ?? other.key
        incidents[place] = SharedIncident(incident)
    }
}

/// What makes two timeline entries the same.
struct EntryName: Hashable {
    let instant: Instant
    let text: String

    init(_ entry: TimelineEntry) {
        instant = entry.instant
        text = entry.text
    }
}

extension DiagnosticCode {
    package static let orphanedJournal = DiagnosticCode(
        "orphaned-journal", .note, "a journal entry belongs to no incident of its export",
        """
        ServiceNow keeps journals in a table of their own. An entry whose incident was not exported with it cannot be \
        placed, and is left out.
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
        Two records carry the same id and differ. They are read as one incident: the earliest detection, the latest \
        resolution, and of everything else what was read first; missing facts are filled in from the later record.
        """)
}
