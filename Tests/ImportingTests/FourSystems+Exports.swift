import IncidentModel

/// The exports of the twenty, as text; the records of each in order, or from the last to the first.
extension FourSystems {
    func exports(backwards: Bool = false) -> [(name: String, text: String)] {
        func list(_ records: [String]) -> String { (backwards ? records.reversed() : records).joined(separator: ",\n") }
        let pager = incidents.map(pagerRecord) + [pagerRecord(incidents[0]), drill]
        let log = incidents.map(acknowledgement) + [orphan]
        let tickets = incidents.map(ticket) + otherTickets
        let accounts = backwards ? accountRows.reversed() : accountRows
        return [
            ("pager.json", "{\"incidents\": [\n\(list(pager))\n]}"),
            ("log.json", "{\"log_entries\": [\n\(list(log))\n]}"),
            ("tickets.json", "{\"result\": [\n\(list(tickets))\n]}"),
            (
                "page.json",
                """
                {"page": {"id": "pg4", "name": "Halden", "url": "https://status.example.com"}, "incidents": [
                \(list(incidents.map(pageRecord)))
                ], "scheduled_maintenances": [\(maintenance)]}
                """
            ),
            ("alerts.json", "{\"data\": [\(alert(incidents[Self.alertKeyed]))], \"took\": 0.1}"),
            ("accounts.csv", "id,name,segment,strategic,incidents\n" + accounts.joined(separator: "\n") + "\n"),
        ]
    }

    /// Rows of a user's join file: what nothing else links.
    var joins: String {
        let made = incidents[Self.joinedByFile]
        return "# by hand\npagerduty:\(made.pagerID), \(made.ticketID); statuspage:\(made.pageID)\n"
    }

    private func pagerRecord(_ made: MadeIncident) -> String {
        """
        {"id": "\(made.pagerID)", "incident_number": \(500 + made.number), "title": "\(made.service) alarm",
         "html_url": "\(made.pagerURL)", "status": "resolved", "incident_key": "\(made.alertKey)", "urgency": "high",
         "created_at": "\(Self.stamp(made.paged))", "resolved_at": "\(Self.stamp(made.pagerResolved))",
         "acknowledgements": [], "service": {"summary": "\(made.service)"},
         "priority": {"summary": "P\(made.pagerSeverity)"}}
        """
    }

    private var drill: String {
        """
        {"id": "PFOURDRILL", "incident_number": 600, "title": "[Drill] Game day", "status": "resolved",
         "html_url": "https://halden.pagerduty.com/incidents/PFOURDRILL", "created_at": "\(Self.stamp(1_772_323_200))",
         "urgency": "low"}
        """
    }

    private func acknowledgement(_ made: MadeIncident) -> String {
        """
        {"id": "L\(made.number)", "type": "acknowledge_log_entry", "summary": "Acknowledged by Kei Mori",
         "created_at": "\(Self.stamp(made.acknowledged))", "channel": {"type": "mobile"},
         "incident": {"id": "\(made.pagerID)"}}
        """
    }

    private var orphan: String {
        """
        {"id": "L99", "type": "acknowledge_log_entry", "summary": "Acknowledged by Kei Mori",
         "created_at": "\(Self.stamp(1_772_323_200))", "channel": {"type": "mobile"}, "incident": {"id": "PFOURGONE"}}
        """
    }

    private func ticket(_ made: MadeIncident) -> String {
        var description = "Reported by monitoring."
        var correlation = ("", "")
        var note = ""
        switch made.number {
        case Self.joinedByFile: break
        case Self.noted:
            note =
                "\(Self.tableStamp(made.opened)) - Dana Ortiz (Work notes)\\n"
                + "Pager <\(made.pagerURL)>; see \(made.pageURL).\\n"
        default:
            if made.number != Self.unlinked {
                description += " Public: " + (made.number % 2 == 0 ? made.shortLink : made.pageURL)
            }
            switch made.number % 3 {
            case 0: correlation = (made.pagerID, "PagerDuty")
            case 1: correlation = (made.pagerURL, "")
            default: description += "\\nPager: \(made.pagerURL)"
            }
        }
        return """
            {"number": "\(made.ticketID)", "sys_id": "4f0a1b2c3d4e5f60718293a4b5c6d7\(10 + made.number)",
             "sys_class_name": "incident", "short_description": "\(made.service) fails", "state": "7",
             "priority": "\(made.ticketSeverity)", "business_service": "\(made.service)", "description": "\(description)",
             "opened_at": "\(Self.tableStamp(made.opened))", "work_start": "\(Self.tableStamp(made.workStarted))",
             "resolved_at": "\(Self.tableStamp(made.ticketResolved))", "closed_at": "\(Self.tableStamp(made.closed))",
             "correlation_id": "\(correlation.0)", "correlation_display": "\(correlation.1)", "work_notes": "\(note)"}
            """
    }

    /// A record without a number, and one of another table.
    private var otherTickets: [String] {
        [
            #"{"number": "", "short_description": "Nameless", "opened_at": "2026-03-02 08:00:00", "priority": "4"}"#,
            #"{"number": "CHG0040001", "short_description": "A change", "opened_at": "2026-03-02 08:00:00"}"#,
        ]
    }

    private func pageRecord(_ made: MadeIncident) -> String {
        let impact = ["critical", "major", "minor", "none"][made.pageSeverity - 1]
        let started = made.started.map { "\"\(Self.stamp($0))\"" } ?? "null"
        func update(_ status: String, _ at: Int) -> String {
            let stamp = Self.stamp(at)
            return """
                {"status": "\(status)", "body": "Words.", "created_at": "\(stamp)", "display_at": "\(stamp)"}
                """
        }
        return """
            {"id": "\(made.pageID)", "name": "\(made.service) is down", "status": "resolved", "impact": "\(impact)",
             "created_at": "\(Self.stamp(made.published))", "started_at": \(started),
             "resolved_at": "\(Self.stamp(made.pageResolved))", "shortlink": "\(made.shortLink)",
             "components": [{"id": "c", "name": "\(made.service)"}], "incident_updates": [
              \(update("resolved", made.pageResolved)), \(update("monitoring", made.watched)),
              \(update("investigating", made.posted))]}
            """
    }

    private var maintenance: String {
        """
        {"id": "page4maint", "name": "Router swap", "status": "completed", "impact": "maintenance",
         "created_at": "2026-03-01T08:00:00Z", "scheduled_for": "2026-03-02T02:00:00Z", "incident_updates": []}
        """
    }

    private func alert(_ made: MadeIncident) -> String {
        """
        {"id": "0b0c6f5e-0000-4000-8000-000000000007", "tinyId": "1791", "alias": "\(made.alertKey)",
         "message": "Probe fails", "status": "closed", "acknowledged": true, "count": 1, "isSeen": true, "tags": [],
         "createdAt": "\(Self.stamp(made.alerted))", "updatedAt": "\(Self.stamp(made.alertClosed))", "source": "probe",
         "owner": "", "priority": "P\(made.ticketSeverity)",
         "report": {"ackTime": 0, "closeTime": \((made.alertClosed - made.alerted) * 1000)}}
        """
    }

    /// Six accounts name the incidents by the ids of different systems; one names an incident that nobody exported.
    private var accountRows: [String] {
        (0..<6).map { place in
            let touched = incidents.filter { $0.number % 6 == place }.map { made in
                switch place {
                case 0, 2: made.pagerID
                case 4: made.pageID
                default: made.ticketID
                }
            }
            let ids = touched + (place == 3 ? ["INC0099999"] : [])
            return "ACC-\(1 + place),Customer \(1 + place),Enterprise,yes,\(ids.joined(separator: "; "))"
        }
    }

    /// As the table API writes it, in UTC.
    private static func tableStamp(_ seconds: Int) -> String {
        String(stamp(seconds).map { $0 == "T" ? " " : $0 }.prefix { $0 != "Z" })
    }
}
