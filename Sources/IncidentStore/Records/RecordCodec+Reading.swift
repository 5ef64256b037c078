internal import Diagnostics
internal import IncidentModel

extension RecordReader {
    mutating func record(_ role: KeptRecord.Role) throws(BrokenRecord) -> KeptRecord {
        guard try byte() == RecordCodec.version, let line = UInt32(exactly: try number()) else { throw BrokenRecord() }
        begin(at: line)
        let bits = try byte()
        var inferable: Set<Milestone> = []
        for (place, milestone) in Ordinals.milestones.enumerated() where bits & (1 << UInt8(place)) != 0 {
            inferable.insert(milestone)
        }
        let aliases = try list { reader throws(BrokenRecord) in try reader.reference() }
        let references = try list { reader throws(BrokenRecord) in try reader.reference() }
        var incident = try facts()
        if try bool() { incident.story = try story() }
        guard isAtEnd else { throw BrokenRecord() }
        return KeptRecord(
            SharedIncident(incident), role: role, inferable: inferable, aliases: aliases, references: references)
    }

    private mutating func facts() throws(BrokenRecord) -> Incident {
        let id = try text()
        let key = try optional { reader throws(BrokenRecord) in try reader.text() }
        let records = try list { reader throws(BrokenRecord) in try reader.incidentRecord() }
        guard let first = records.first else { throw BrokenRecord() }
        var incident = Incident(id: id, system: first.system, kind: first.kind, origin: first.origin)
        incident.key = key
        incident.records = records
        incident.title = try sourced()
        incident.severity = try sourced { reader throws(BrokenRecord) in try reader.severity() }
        incident.declared = try optional { reader throws(BrokenRecord) in try reader.declared() }
        incident.severityHistory = try list { reader throws(BrokenRecord) in
            SeverityChange(instant: try reader.instant(), declared: try reader.declared())
        }
        incident.statusWord = try sourced()
        incident.statusHistory = try list { reader throws(BrokenRecord) in
            StatusChange(instant: try reader.instant(), word: try reader.word(), origin: try reader.origin())
        }
        incident.milestones = Milestones(try list { reader throws(BrokenRecord) in try reader.mark() })
        incident.reopenings = try integer()
        incident.service = try sourced()
        incident.asksForPostMortem = try sourced { reader throws(BrokenRecord) in try reader.bool() }
        return incident
    }

    private mutating func incidentRecord() throws(BrokenRecord) -> IncidentRecord {
        IncidentRecord(
            system: try word(), kind: try one(of: Ordinals.systemKinds), id: try text(), origin: try origin())
    }

    private mutating func severity() throws(BrokenRecord) -> Severity { try one(of: Ordinals.severities) }

    private mutating func declared() throws(BrokenRecord) -> DeclaredSeverity {
        let severity = try optional { reader throws(BrokenRecord) in try reader.severity() }
        let word = try word()
        return DeclaredSeverity(severity: severity, word: Sourced(text: word, try origin()))
    }

    private mutating func mark() throws(BrokenRecord) -> MilestoneMark {
        let milestone = try one(of: Ordinals.milestones)
        let instant = try instant()
        let origin = try origin()
        let knowledge: Knowledge = try bool() ? .inferred(rule: try word()) : .recorded
        return MilestoneMark(milestone, instant, origin: origin, knowledge: knowledge)
    }

    mutating func reference() throws(BrokenRecord) -> Reference {
        Reference(
            system: try word(), id: try text(), relation: try one(of: Ordinals.relations), origin: try origin())
    }
}
