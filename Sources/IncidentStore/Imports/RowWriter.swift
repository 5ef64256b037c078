internal import Diagnostics
internal import GRDB
internal import IncidentModel

/// Writes the rows of an import. The statements are prepared once.
final class RowWriter {
    private let turn: Int64
    private let isFirst: Bool
    private var encoder: RecordWriter
    private var nextRecord: Int64
    private let blocks: RowStatement
    private let records: RowStatement
    private let names: RowStatement
    private let verdicts: RowStatement
    private let contexts: RowStatement
    private let tellAgain: RowStatement
    /// The name of the policy of this import.
    private let policy: String
    let incidents: IncidentRows
    private let actions: ActionRows
    /// The first record that is written.
    let firstRecord: Int64
    /// The first record of this import's own exports: those before it were read anew.
    private(set) var firstOwn: Int64

    init(_ db: Database, turn: Int64, book: WordBook, isFirst: Bool) throws {
        self.turn = turn
        self.isFirst = isFirst
        encoder = RecordWriter(book)
        firstRecord = (try Int64.fetchOne(db, sql: "SELECT max(id) FROM record") ?? 0) + 1
        nextRecord = firstRecord
        firstOwn = firstRecord
        if isFirst { try IncidentRows.dropIndexes(db) }
        blocks = try RowStatement(db, "INSERT INTO block (source, number, bytes, data) VALUES (?, ?, ?, ?)")
        records = try RowStatement(db, "INSERT INTO record (id, source, role, body, purge) VALUES (?, ?, ?, ?, ?)")
        names = try RowStatement(db, "INSERT INTO name (text, record) VALUES (?, ?)")
        verdicts = try RowStatement(
            db,
            """
            INSERT OR REPLACE INTO verdict (incident, import, policy, clocks) VALUES (?1, ?2, ?4, ?3)
            """)
        policy =
            try String.fetchOne(
                db, sql: "SELECT p.name FROM import m JOIN policy p ON p.sha256 = m.policy WHERE m.id = ?",
                arguments: [turn]) ?? ""
        contexts = try RowStatement(db, "INSERT INTO context (source, kind, identity, body) VALUES (?, ?, ?, ?)")
        tellAgain = try RowStatement(
            db,
            """
            UPDATE context SET superseded = ?1 WHERE identity = ?2 AND superseded IS NULL
              AND (SELECT import FROM source WHERE id = context.source) < ?1
              AND (SELECT dialect FROM source WHERE id = context.source)
                IS (SELECT dialect FROM source WHERE id = ?3)
            """)
        incidents = try IncidentRows(db)
        actions = try ActionRows(db, turn: turn)
    }

    /// What follows is of this import's own exports.
    func beginOwn() { firstOwn = nextRecord }

    func block(of source: Int64, _ number: Int, bytes: Int, _ data: [UInt8]) throws {
        blocks.bind(1, source)
        blocks.bind(2, Int64(number))
        blocks.bind(3, Int64(bytes))
        blocks.bind(4, data)
        try blocks.run()
    }

    /// A record, and the incident that it tells of for as long as it stands alone.
    func insert(_ entry: KeptPart.Entry, of source: Int64) throws {
        let id = nextRecord
        nextRecord += 1
        encoder.record(entry.record)
        records.bind(1, id)
        records.bind(2, source)
        records.bind(3, Int64(entry.record.role.rawValue))
        records.bind(4, encoder.bytes)
        records.bind(5, entry.record.purge)
        try records.run()
        // A lone number is found among the incidents.
        if entry.names.count > 1 || entry.record.role == .fragment {
            for name in entry.names { try insert(name: name, of: id) }
        }
        let incident = entry.record.incident.value
        if entry.record.role != .fragment {
            try incidents.insert(incident, id: id, component: nil, settled: entry.settled) { _ in source }
            if let verdicts = entry.verdicts { try insert(verdicts: verdicts, of: id) }
        }
        for action in entry.actions { try actions.insert(action, of: incident, source: source) }
    }

    func insert(verdicts text: String, of incident: Int64) throws {
        verdicts.bind(1, incident)
        verdicts.bind(2, turn)
        verdicts.bind(3, text)
        verdicts.bind(4, policy)
        try verdicts.run()
    }

    func insert(name: String, of record: Int64) throws {
        names.bind(1, name)
        names.bind(2, record)
        try names.run()
    }

    func insert(_ context: KeptContext, of source: Int64) throws {
        encoder.context(context)
        let kind: String
        var identity: String?
        switch context {
        case .account(let account, _):
            kind = "account"
            identity = "account " + account.id
        case .deployment: kind = "deployment"
        case .service(let service):
            kind = "service"
            identity = "service " + service.name
        }
        contexts.bind(1, source)
        contexts.bind(2, kind)
        contexts.bind(3, identity)
        contexts.bind(4, encoder.bytes)
        try contexts.run()
    }

    /// The rest of the bulk: indexes, where they were dropped, and context that is told again.
    func finish(_ db: Database) throws {
        if isFirst {
            try IncidentRows.makeIndexes(db)
            return
        }
        let told = try RowStatement(
            db,
            """
            SELECT c.identity, c.source FROM context c JOIN source s ON s.id = c.source
            WHERE s.import = ? AND c.identity IS NOT NULL
            """)
        told.bind(1, turn)
        var identities: [(String, Int64)] = []
        try told.rows { row in
            if let identity = row.text(0) { identities.append((identity, row.number(1))) }
        }
        for (identity, source) in identities {
            tellAgain.bind(1, turn)
            tellAgain.bind(2, identity)
            tellAgain.bind(3, source)
            try tellAgain.run()
        }
    }
}
