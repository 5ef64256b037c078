import Diagnostics
import Importing
import IncidentModel
import Syntax
import Testing

/// What a pager exports in pieces is one incident again.
@Suite struct PagerJoiningTests {
    private static let incident = """
        {"incidents": [{"id": "PJOIN01", "incident_number": 5, "title": "Search is slow", "status": "resolved", \
        "html_url": "https://acorn.pagerduty.com/incidents/PJOIN01", "created_at": "2026-03-01T10:00:00Z", \
        "resolved_at": "2026-03-01T11:00:00Z", "acknowledgements": [], "urgency": "high", "service": {"summary": "Search"}}]}
        """
    private static let log = """
        {"log_entries": [{"id": "L1", "type": "acknowledge_log_entry", "summary": "Acknowledged by Kei Mori", \
        "created_at": "2026-03-01T10:04:00Z", "channel": {"type": "mobile"}, "incident": {"id": "PJOIN01"}}]}
        """
    private static let notes = """
        [{"id": "N1", "content": "Rolled back", "created_at": "2026-03-01T10:30:00Z", "user": {"id": "U1"}, \
        "incident_id": "PJOIN01"}]
        """
    private static let analytics = """
        {"data": [{"id": "PJOIN01", "incident_number": 5, "description": "Search is slow", \
        "created_at": "2026-03-01T10:00:00", "resolved_at": "2026-03-01T11:00:00", "status": "resolved", \
        "seconds_to_first_ack": 240, "seconds_to_resolve": 3600, "priority_name": "P1", "service_name": "Search"}]}
        """
    private static let changes = """
        {"change_events": [{"type": "change_event", "summary": "Deploy search 9", "timestamp": "2026-03-01T09:55:00Z", \
        "services": [{"summary": "Search"}]}]}
        """
    private static let services = """
        {"services": [{"id": "S1", "type": "service", "summary": "Search", "status": "warning", \
        "teams": [{"summary": "Discovery"}]}]}
        """

    private func read(_ texts: [String]) async -> [Incident] {
        var exports: [ImportedExport] = []
        for (place, text) in texts.enumerated() {
            let importer = Importer(gate: .standard, sourceZone: nil, depth: .everything, width: 1)
            exports.append(await importer.read(InputText(bytes: Array(text.utf8)), source: SourceID(UInt32(place))))
        }
        return Reconciliation(exports, gate: .standard, depth: .everything).incidents.map(\.value)
    }

    @Test func `a resolved incident has its acknowledgement from the log`() async throws {
        let alone = try #require(await read([Self.incident]).first)
        #expect(alone.milestones[.triaged] == nil)
        let joined = try #require(await read([Self.log, Self.incident]).first)
        #expect(joined.milestones.instant(of: .triaged)?.rfc3339 == "2026-03-01T10:04:00Z")
        #expect(joined.timeline.map(\.text) == ["Acknowledged by Kei Mori"])
    }

    @Test func `analytics of an incident are its acknowledgement too, and its priority`() async throws {
        let incidents = await read([Self.incident, Self.analytics])
        #expect(incidents.count == 1)
        let incident = try #require(incidents.first)
        #expect(incident.milestones.instant(of: .triaged)?.rfc3339 == "2026-03-01T10:04:00Z")
        #expect(incident.severity?.value == .sev1)
        #expect(incident.records.count == 2)
    }

    @Test func `notes, changes and services complete it`() async throws {
        let incidents = await read([Self.incident, Self.notes, Self.changes, Self.services])
        #expect(incidents.count == 1)
        let incident = try #require(incidents.first)
        #expect(incident.milestones.instant(of: .mitigated)?.rfc3339 == "2026-03-01T10:30:00Z")
        #expect(incident.deployments.map(\.version) == ["Deploy search 9"])
        #expect(incident.story.serviceProfile?.owner == "Discovery")
        #expect(incident.story.serviceProfile?.health == "warning")
    }
}
