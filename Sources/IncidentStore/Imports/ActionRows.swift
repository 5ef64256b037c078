internal import Diagnostics
internal import GRDB
internal import IncidentModel

/// Writes action items, and how they changed since an earlier import: an item is known by its incident and its text.
final class ActionRows {
    private let turn: Int64
    private let items: RowStatement
    private let changes: RowStatement

    init(_ db: Database, turn: Int64) throws {
        self.turn = turn
        changes = try RowStatement(
            db,
            """
            INSERT OR REPLACE INTO action_change (action, import, owner, due, status, state)
            SELECT id, ?1, ?5, ?6, ?7, ?8 FROM action WHERE number = ?2 AND system = ?3 AND text = ?4
              AND (owner IS NOT ?5 OR due IS NOT ?6 OR status IS NOT ?7 OR state IS NOT ?8)
            """)
        items = try RowStatement(
            db,
            """
            INSERT INTO action (number, system, text, owner, due, due_words, status, state, source, line, first_seen,
              last_seen, closed_seen)
            VALUES (?2, ?3, ?4, ?5, ?6, ?9, ?7, ?8, ?10, ?11, ?1, ?1, iif(?8 = 'open', NULL, ?1))
            ON CONFLICT (number, system, text) DO UPDATE SET owner = excluded.owner, due = excluded.due,
              due_words = excluded.due_words, status = excluded.status, state = excluded.state,
              source = excluded.source, line = excluded.line, last_seen = excluded.last_seen,
              closed_seen = iif(excluded.state = 'open', NULL, coalesce(action.closed_seen, excluded.closed_seen))
            """)
    }

    func insert(_ action: ActionItem, of incident: borrowing Incident, source: Int64) throws {
        var due: Int64?
        var words: String?
        switch action.due {
        case .at(let instant): due = instant.microseconds
        case .when(_, let text), .words(let text): words = text
        case .never: break
        }
        for statement in [changes, items] {
            statement.bind(1, turn)
            statement.bind(2, incident.id)
            statement.bind(3, incident.system)
            statement.bind(4, action.text)
            statement.bind(5, action.owner)
            statement.bind(6, due)
            statement.bind(7, action.statusWord)
            statement.bind(8, action.state.rawValue)
        }
        items.bind(9, words)
        items.bind(10, source)
        items.bind(11, Int64(action.origin.line))
        try changes.run()
        try items.run()
    }
}
