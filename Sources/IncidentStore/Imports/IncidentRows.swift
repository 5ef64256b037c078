internal import Diagnostics
internal import GRDB
internal import IncidentModel

/// Writes rows of `incident` and of the themes that they share.
final class IncidentRows {
    private let incidents: RowStatement
    private let themes: RowStatement
    /// Numbers of themes that stand in the table.
    private var known: [Theme: Int64] = [:]
    private static let mostKnown = 50_000

    private struct Theme: Hashable {
        var service: String?
        var title: String?
        var cause: String?
    }

    init(_ db: Database) throws {
        incidents = try RowStatement(
            db,
            """
            INSERT INTO incident (id, component, system, number, inner_key, severity, status, theme, source, line,
              started, detected, triaged, communicated, mitigated, resolved, closed, reviewed, marks, settled)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        themes = try RowStatement(
            db, "INSERT OR IGNORE INTO theme (id, service, title, cause) VALUES (?, ?, ?, ?)")
    }

    /// `row` is the number of the source that an origin stands in.
    func insert(
        _ incident: borrowing Incident, id: Int64, component: Int64?, settled: SettledIncident.Outcome?,
        source row: (SourceID) -> Int64
    ) throws {
        let origin = incident.origin
        incidents.bind(1, id)
        incidents.bind(2, component)
        incidents.bind(3, incident.system)
        incidents.bind(4, incident.id)
        incidents.bind(5, incident.key)
        incidents.bind(6, incident.severity.map { Int64(Ordinals.place(of: $0.value, in: Ordinals.severities)) + 1 })
        incidents.bind(7, incident.statusWord?.value)
        incidents.bind(8, try theme(of: incident))
        incidents.bind(9, row(origin.source))
        incidents.bind(10, Int64(origin.line))
        for (place, milestone) in Ordinals.milestones.enumerated() {
            incidents.bind(Int32(11 + place), incident.milestones.instant(of: milestone)?.microseconds)
        }
        incidents.bind(19, Self.marks(of: incident, row))
        incidents.bind(20, settled?.rawValue)
        try incidents.run()
    }

    /// `{"resolved":[2,17,"resolution"]}`: the milestones that do not stand in the incident's own line, or that a rule
    /// inferred.
    private static func marks(of incident: borrowing Incident, _ row: (SourceID) -> Int64) -> String? {
        let origin = incident.origin
        var text = ""
        for mark in incident.milestones.marks {
            let isElsewhere = mark.origin.source != origin.source || mark.origin.line != origin.line
            guard isElsewhere || mark.knowledge != .recorded else { continue }
            text += text.isEmpty ? "{" : ","
            text += "\"\(mark.milestone.rawValue)\":[\(row(mark.origin.source)),\(mark.origin.line)"
            if case .inferred(let rule) = mark.knowledge { text += ",\(quoted(rule))" }
            text += "]"
        }
        return text.isEmpty ? nil : text + "}"
    }

    /// A text as JSON writes it.
    static func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": out += "\\\(scalar)"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out + "\""
    }

    private func theme(of incident: borrowing Incident) throws -> Int64 {
        let theme = Theme(
            service: incident.service?.value, title: incident.title?.value, cause: ThemeNumber.cause(of: incident))
        if let number = known[theme] { return number }
        let number = ThemeNumber.of(service: theme.service, title: theme.title, cause: theme.cause)
        themes.bind(1, number)
        themes.bind(2, theme.service)
        themes.bind(3, theme.title)
        themes.bind(4, theme.cause)
        try themes.run()
        if known.count >= Self.mostKnown { known.removeAll(keepingCapacity: true) }
        known[theme] = number
        return number
    }

    /// Those by moments hold all that a report asks of incidents that it does not look at one by one.
    private static let indexes = [
        ("incident_number", "incident(number)"),
        ("incident_resolved", "incident(resolved, detected, severity, settled, component)"),
        ("incident_detected", "incident(detected, resolved, severity, settled, theme)"),
        ("incident_component", "incident(component) WHERE component IS NOT NULL"),
    ]

    /// An index over rows that are there is made in a fraction of the time of one that grows with them.
    static func dropIndexes(_ db: Database) throws {
        for (name, _) in indexes { try db.execute(sql: "DROP INDEX IF EXISTS \(name)") }
    }

    static func makeIndexes(_ db: Database) throws {
        for (name, columns) in indexes { try db.execute(sql: "CREATE INDEX IF NOT EXISTS \(name) ON \(columns)") }
    }
}
