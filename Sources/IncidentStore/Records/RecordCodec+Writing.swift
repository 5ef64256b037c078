internal import Diagnostics
internal import IncidentModel

/// The form in which one record's incident is kept: what ``RecordCodec/version`` stands for.
///
/// Claims and conflicts are none of a single record: they are made when records are put together.
enum RecordCodec {
    static let version: UInt8 = 1
}

extension RecordWriter {
    mutating func record(_ record: KeptRecord) {
        let incident = record.incident.value
        begin(at: incident.origin)
        byte(RecordCodec.version)
        number(UInt64(incident.origin.line))
        var inferable: UInt8 = 0
        for milestone in record.inferable { inferable |= 1 << Ordinals.place(of: milestone, in: Ordinals.milestones) }
        byte(inferable)
        list(record.aliases) { $0.reference($1) }
        list(record.references) { $0.reference($1) }
        facts(of: incident)
        bool(incident.hasStory)
        if incident.hasStory { story(incident.story) }
    }

    private mutating func facts(of incident: borrowing Incident) {
        text(incident.id)
        optional(incident.key) { $0.text($1) }
        list(incident.records) { writer, record in
            writer.word(record.system)
            writer.byte(Ordinals.place(of: record.kind, in: Ordinals.systemKinds))
            writer.text(record.id)
            writer.origin(record.origin)
        }
        sourced(incident.title)
        sourced(incident.severity) { $0.severity($1) }
        optional(incident.declared) { $0.declared($1) }
        list(incident.severityHistory) { writer, change in
            writer.instant(change.instant)
            writer.declared(change.declared)
        }
        sourced(incident.statusWord)
        list(incident.statusHistory) { writer, change in
            writer.instant(change.instant)
            writer.word(change.word)
            writer.origin(change.origin)
        }
        list(incident.milestones.marks) { writer, mark in
            writer.byte(Ordinals.place(of: mark.milestone, in: Ordinals.milestones))
            writer.instant(mark.instant)
            writer.origin(mark.origin)
            switch mark.knowledge {
            case .recorded: writer.byte(0)
            case .inferred(let rule):
                writer.byte(1)
                writer.word(rule)
            }
        }
        signed(Int64(incident.reopenings))
        sourced(incident.service)
        sourced(incident.asksForPostMortem) { $0.bool($1) }
    }

    private mutating func severity(_ severity: Severity) {
        byte(Ordinals.place(of: severity, in: Ordinals.severities))
    }

    private mutating func declared(_ declared: DeclaredSeverity) {
        optional(declared.severity) { $0.severity($1) }
        word(declared.word.value)
        origin(declared.word.origin)
    }

    mutating func reference(_ reference: Reference) {
        word(reference.system)
        text(reference.id)
        byte(Ordinals.place(of: reference.relation, in: Ordinals.relations))
        origin(reference.origin)
    }
}
