import Diagnostics
import IncidentModel
import Syntax

extension FieldMap {
    /// Reads every mapped field of a record into a draft. A field that says nothing leaves what the draft has.
    func apply(to draft: inout IncidentDraft, from record: RecordReader, using stamps: StampReader, depth: ReadingDepth)
    {
        for field in fields {
            switch field.fact {
            case .milestone(let milestone):
                draft.record(milestone, at: stamps.instant(field.path, in: record, as: field.form))
            case .word(let word):
                read(word, field.path, record, stamps, &draft, depth)
            }
        }
        if let timeline { read(timeline, record, stamps, &draft) }
        record.notes.recordName = draft.id?.value
    }

    private func read(
        _ word: MappedField.Fact.Word, _ path: FieldPath, _ record: RecordReader, _ stamps: StampReader,
        _ draft: inout IncidentDraft, _ depth: ReadingDepth
    ) {
        switch word {
        case .id: draft.id = record.text(path) ?? draft.id
        case .key: draft.facts.key = record.text(path)?.value ?? draft.facts.key
        case .title: draft.facts.title = record.text(path) ?? draft.facts.title
        case .severity: draft.severityWord = record.text(path) ?? draft.severityWord
        case .status: draft.facts.statusWord = record.text(path) ?? draft.facts.statusWord
        case .service: draft.facts.service = record.text(path) ?? draft.facts.service
        case .postMortemRequired: draft.facts.asksForPostMortem = record.flag(path) ?? draft.facts.asksForPostMortem
        case .reopenings: draft.facts.reopenings = record.integer(path)?.value ?? draft.facts.reopenings
        case .url: draft.alias(record.text(path), in: Reference.url)
        case .alertKey: draft.alias(record.text(path), in: Reference.alertKey)
        case .reference: draft.refer(to: record.text(path), in: "correlation")
        case .parent: draft.refer(to: record.text(path), in: system, as: .parent)
        default: if depth == .everything { tell(word, path, record, &draft.facts.story) }
        }
    }

    private func tell(_ word: MappedField.Fact.Word, _ path: FieldPath, _ record: RecordReader, _ story: inout Story) {
        switch word {
        case .team: story.team = record.text(path) ?? story.team
        case .source: story.source = record.text(path) ?? story.source
        case .description: story.description = plain(record.text(path)) ?? story.description
        case .rootCause: story.rootCause = plain(record.text(path)) ?? story.rootCause
        case .resolution: story.resolution = plain(record.text(path)) ?? story.resolution
        case .impact: story.impact.summary = plain(record.text(path)) ?? story.impact.summary
        case .customersAffected: story.impact.customersAffected = record.integer(path) ?? story.impact.customersAffected
        case .strategicAccountsAffected:
            story.impact.strategicAccountsAffected = record.integer(path) ?? story.impact.strategicAccountsAffected
        case .revenueAtRisk: story.impact.revenueAtRisk = record.number(path) ?? story.impact.revenueAtRisk
        case .workaround: story.impact.workaround = plain(record.text(path)) ?? story.impact.workaround
        case .dataLossRisk: story.impact.isDataLossPossible = record.flag(path) ?? story.impact.isDataLossPossible
        case .account:
            if let name = record.text(path) {
                var account = Account(id: name.value, origin: name.origin)
                account.name = name.value
                story.accounts.append(account)
            }
        default: break
        }
    }

    private func read(
        _ timeline: MappedTimeline, _ record: RecordReader, _ stamps: StampReader, _ draft: inout IncidentDraft
    ) {
        for entry in record.list(timeline.list) {
            guard let at = stamps.instant(timeline.at, in: entry, as: timeline.form),
                let text = plain(entry.text(timeline.text))
            else { continue }
            draft.facts.story.timeline.append(
                TimelineEntry(
                    instant: at.value, text: text.value, actor: timeline.actor.flatMap { entry.text($0)?.value },
                    system: system, origin: entry.origin))
        }
        let recorded = Set(fields.compactMap { if case .milestone(let milestone) = $0.fact { milestone } else { nil } })
        draft.inferable.formUnion(Set(Milestone.allCases).subtracting(recorded))
    }

    private func plain(_ text: Sourced<String>?) -> Sourced<String>? {
        text.map { HTMLText.looksLikeHTML($0.value) ? Sourced(HTMLText.plain($0.value), $0.origin) : $0 }
    }
}
