import Diagnostics
package import IncidentModel
package import Syntax

private typealias Field = DatadogField

/// Datadog incidents (API v2): the list, a single one, and the answer of a search; in the API's spelling and in that of
/// older clients (`customer_impact_start`, `customerImpactStart`).
///
/// An incident is called when it is created. That counts as the triage only where somebody set the detection apart from
/// it; by default Datadog takes the creation for both. `time_to_*` are seconds that Datadog counts between these stamps,
/// 0 where it cannot. `resolved` stays when an incident is opened again, so it counts only while the state agrees.
package struct DatadogIncidentsDialect: ExportDialect {
    package let name = "datadog-incidents"
    package let system = "datadog"
    package let kind = SystemKind.incidentTool
    package let summary = "Datadog incidents (API v2: list, single, search)"
    package let howToExport = "GET /api/v2/incidents?page[size]=100, or GET /api/v2/incidents/search?query=…"
    package let milestones: [Milestone] = [.started, .detected, .triaged, .mitigated, .resolved]
    package let records = RecordPath.json(arrays: ["data", "data.attributes.incidents"])
    package let signature = Signature(
        hasAny: ["attributes", "data.attributes"].flatMap { stem in
            ["public_id", "publicId", "customer_impacted", "customerImpacted", "time_to_resolve", "timeToResolve"].map {
                "\(stem).\($0)"
            }
        })
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        var draft = newDraft(record)
        let incident = record.has(Field.attributes) ? record : record.inner(Field.data) ?? record
        guard let attributes = incident.inner(Field.attributes) else { return .incident(draft) }
        let key = incident.text(Field.id)
        let number = Field.publicIDs.lazy.compactMap { attributes.text($0) }.first
        draft.id = number ?? key
        draft.facts.key = key?.value
        record.notes.recordName = draft.id?.value
        if attributes.flag(Field.isTest)?.value ?? false { draft.setAside = SetAside.test }
        draft.severityWord = Self.declared(attributes.text(Field.severity) ?? attributes.text(Field.severityField))
        draft.facts.title = attributes.text(Field.title)
        draft.facts.statusWord = attributes.text(Field.state) ?? attributes.text(Field.stateField)
        draft.facts.service = Self.words(attributes, Field.services)
        readMilestones(attributes, stamps, &draft)
        draft.linkTexts = [attributes.text(Field.summary), attributes.text(Field.rootCause)].compactMap(\.self)
        readPeople(attributes, &draft.facts.story)
        if depth == .everything { readStory(attributes, &draft.facts.story) }
        return .incident(draft)
    }

    private func readMilestones(
        _ attributes: RecordReader, _ stamps: StampReader, _ draft: inout IncidentDraft
    ) {
        func counted(_ start: Stamp?, _ names: [FieldPath]) -> Stamp? {
            names.lazy.compactMap {
                stamps.instant(after: start, $0, zeroIsAbsent: true, in: attributes)
            }.first
        }
        let created = stamps.instant(Field.created, in: attributes)
        let started = stamps.first(Field.impactStart, in: attributes)
        let detected = stamps.agreed(
            stamps.instant(Field.detected, in: attributes), counted(started, Field.timeToDetect), in: attributes)
        draft.record(.started, at: started)
        draft.record(.detected, at: detected ?? created)
        let answered = stamps.agreed(created, counted(detected, Field.timeToRespond), in: attributes)
        let called = stamps.instant(Field.declared, in: attributes) ?? answered
        if let called, let detected, called.value.wholeSeconds(since: detected.value) > 0 {
            draft.record(.triaged, at: called)
        }
        draft.record(
            .mitigated,
            at: stamps.agreed(
                stamps.first(Field.impactEnd, in: attributes), counted(detected, Field.timeToRepair), in: attributes))
        let state = draft.facts.statusWord?.value.lowercased()
        guard state == nil || state == "resolved" || state == "completed" else { return }
        draft.record(
            .resolved,
            at: stamps.agreed(
                stamps.instant(Field.resolved, in: attributes), counted(created, Field.timeToResolve), in: attributes))
    }

    private func readStory(_ attributes: RecordReader, _ story: inout Story) {
        story.description = attributes.text(Field.summary)
        story.team = Self.words(attributes, Field.teams)
        story.source = Self.declared(attributes.text(Field.detectionMethod))
        story.rootCause = attributes.text(Field.rootCause)
        story.impact.summary = Field.impactScope.lazy.compactMap { attributes.text($0) }.first
    }

    private func readPeople(_ attributes: RecordReader, _ story: inout Story) {
        for field in Field.handles {
            for person in attributes.list(field) {
                let name = Field.displayName.lazy.compactMap { person.text($0) }.first ?? person.text(Field.handle)
                if let name {
                    story.responders.append(Responder(role: "Notified", name: name.value, origin: name.origin))
                }
            }
        }
    }

    /// A dropdown's value, unless it is Datadog's own word for none.
    private static func declared(_ word: Sourced<String>?) -> Sourced<String>? {
        word.flatMap { $0.value.lowercased() == "unknown" ? nil : $0 }
    }

    /// What a field holds: one word, or those of several choices, joined by commas.
    private static func words(_ attributes: RecordReader, _ field: FieldPath) -> Sourced<String>? {
        guard let holder = attributes.inner(field) else { return nil }
        if let type = holder.text(Field.type), Field.singular.contains(type.value) { return holder.text(Field.value) }
        let all = holder.list(Field.value).compactMap(\.ownText)
        guard let first = all.first else { return nil }
        return Sourced(all.map(\.value).joined(separator: ", "), first.origin)
    }
}
