internal import GRDB

/// What people and other programs read with plain `sqlite3`.
///
/// - `incidents`: one row per incident: system, incident, inner_key, title, service, severity, status, the eight
///   milestones as RFC 3339 in UTC, source, line, records.
/// - `milestones`: one row per incident and milestone: instant, source, line, known (`recorded`, or the rule that inferred
///   it).
/// - `claims`: where several records tell of an incident, what each of them says, and since which import it is told again.
/// - `verdicts`: one row per incident and clock that applies, as the last import of the incident judged it: verdict, elapsed
///   and limit in seconds, policy, judged_at. What only recurrence makes a duty is not among them: `debrief report` says it.
/// - `actions`: one row per action item: owner, due, status, state, and when it was first seen, last seen and closed.
/// - `action_changes`: how each stood before an import changed it.
/// - `imports`: one row per export: when, name, digest, dialect, records by fate, policy, program.
/// - `documents`: pages that were written from this database: path, digest, when first and last.
/// - `purges`, `redactions`: what was taken out of the database, and what never came in.
///
/// `Database.md` documents every column.
enum SchemaViews {
    /// A moment as text; SQL of a column of microseconds.
    private static func stamp(_ column: String) -> String {
        "strftime('%Y-%m-%dT%H:%M:%SZ', \(column) / 1000000, 'unixepoch')"
    }

    private static let milestones = [
        "started", "detected", "triaged", "communicated", "mitigated", "resolved", "closed", "reviewed",
    ]

    static let names = [
        "incidents", "milestones", "claims", "verdicts", "actions", "action_changes", "imports", "documents", "purges",
        "redactions",
    ]

    static func drop(from db: Database) throws {
        for name in names { try db.execute(sql: "DROP VIEW IF EXISTS \(name)") }
    }

    static func make(in db: Database) throws {
        let stamps = milestones.map { "\(stamp("i.\($0)")) AS \($0)" }.joined(separator: ", ")
        try db.execute(
            sql: """
                CREATE VIEW incidents AS
                SELECT i.id, i.system, i.number AS incident, i.inner_key, t.title, t.service,
                  'sev' || i.severity AS severity, i.status, \(stamps), s.name AS source, i.line,
                  CASE WHEN i.component IS NULL THEN 1
                    ELSE (SELECT count(*) FROM joined j WHERE j.component = i.component) END AS records
                FROM incident i JOIN source s ON s.id = i.source LEFT JOIN theme t ON t.id = i.theme
                """)
        let marks = milestones.map { name in
            """
            SELECT i.id, i.system, i.number AS incident, '\(name)' AS milestone, \(stamp("i.\(name)")) AS instant,
              (SELECT name FROM source WHERE id = coalesce(json_extract(i.marks, '$.\(name)[0]'), i.source)) AS source,
              coalesce(json_extract(i.marks, '$.\(name)[1]'), i.line) AS line,
              coalesce(json_extract(i.marks, '$.\(name)[2]'), 'recorded') AS known
            FROM incident i WHERE i.\(name) IS NOT NULL
            """
        }
        try db.execute(sql: "CREATE VIEW milestones AS " + marks.joined(separator: " UNION ALL "))
        try db.execute(
            sql: """
                CREATE VIEW claims AS
                SELECT i.system AS incident_system, i.number AS incident, c.subject, c.words, c.system, s.name AS source,
                  c.line, c.believed, \(stamp("m.at")) AS told_again
                FROM claim c JOIN incident i ON i.id = c.incident JOIN source s ON s.id = c.source
                  LEFT JOIN import m ON m.id = c.superseded
                """)
        try db.execute(
            sql: """
                CREATE VIEW verdicts AS
                SELECT i.id, i.system, i.number AS incident, 'sev' || i.severity AS severity, e.key AS clock,
                  json_extract(e.value, '$[0]') AS verdict, json_extract(e.value, '$[1]') AS elapsed_seconds,
                  json_extract(e.value, '$[2]') AS limit_seconds, v.policy, \(stamp("m.at")) AS judged_at
                FROM verdict v JOIN incident i ON i.id = v.incident JOIN import m ON m.id = v.import,
                  json_each(v.clocks) e
                """)
        try db.execute(
            sql: """
                CREATE VIEW actions AS
                SELECT a.number AS incident, a.system, a.text AS action, a.owner,
                  coalesce(\(stamp("a.due")), a.due_words) AS due, a.status, a.state, s.name AS source, a.line,
                  \(stamp("f.at")) AS first_seen, \(stamp("l.at")) AS last_seen, \(stamp("c.at")) AS closed_seen
                FROM action a JOIN source s ON s.id = a.source JOIN import f ON f.id = a.first_seen
                  JOIN import l ON l.id = a.last_seen LEFT JOIN import c ON c.id = a.closed_seen
                """)
        try db.execute(
            sql: """
                CREATE VIEW imports AS
                SELECT m.id AS import, \(stamp("m.at")) AS imported_at, s.name AS source, s.sha256, s.bytes, s.dialect,
                  s.incidents, s.entries, s.context, s.set_aside, s.rejected, p.name AS policy, m.policy AS policy_sha256,
                  m.program
                FROM source s JOIN import m ON m.id = s.import JOIN policy p ON p.sha256 = m.policy
                """)
        try makeLaterViews(in: db)
    }

    /// Those over tables of the second step.
    private static func makeLaterViews(in db: Database) throws {
        try db.execute(
            sql: """
                CREATE VIEW action_changes AS
                SELECT a.number AS incident, a.system, a.text AS action, \(stamp("m.at")) AS seen, h.owner,
                  \(stamp("h.due")) AS due, h.status, h.state
                FROM action_change h JOIN action a ON a.id = h.action JOIN import m ON m.id = h.import
                """)
        try db.execute(
            sql: """
                CREATE VIEW documents AS
                SELECT path, sha256, \(stamp("at")) AS first_written,
                  \(stamp("coalesce(last_at, at)")) AS last_written, program
                FROM document
                """)
        try db.execute(
            sql: """
                CREATE VIEW purges AS
                SELECT id AS purge, \(stamp("at")) AS purged_at, \(stamp("before")) AS ended_before, incidents, records,
                  actions, sources, program
                FROM purge
                """)
        try db.execute(
            sql: """
                CREATE VIEW redactions AS
                SELECT s.name AS source, s.sha256, s.stored_sha256, r.rule, r.matches
                FROM redaction r JOIN source s ON s.id = r.source
                """)
    }
}
