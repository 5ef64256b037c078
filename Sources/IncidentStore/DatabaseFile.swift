internal import GRDB

/// A file that may be an incident database: what it is, how it is opened, how it is brought up to date.
enum DatabaseFile {
    enum State {
        /// No tables yet.
        case empty
        case current
        case older(version: Int)
        case newer(version: Int)
        case foreign(String)
    }

    /// What stands in the file, from its header; nothing is changed.
    static func state(of path: String) throws -> State {
        let queue = try open(path, for: .reading)
        defer { try? queue.close() }
        return try queue.inDatabase { db in
            let application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
            let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
            if application == 0, version == 0 {
                // The migrator makes its own table first; another process may be that far.
                let tables =
                    try Int.fetchOne(
                        db, sql: "SELECT count(*) FROM sqlite_master WHERE tbl_name <> 'grdb_migrations'") ?? 0
                return tables == 0 ? .empty : .foreign("it is a database of another program")
            }
            guard application == Schema.applicationID else { return .foreign("it is a database of another program") }
            if version > Schema.version { return .newer(version: version) }
            return version < Schema.version ? .older(version: version) : .current
        }
    }

    /// A reader opens the file for writing too, where it may, and does not write: SQLite then tidies up behind it. In a
    /// folder that may not be written SQLite can read a file with a log only if nobody else can change it.
    static func open(_ path: String, for access: IncidentDatabase.Access) throws -> DatabaseQueue {
        guard access == .reading else { return try connect(path, for: access) }
        do {
            let queue = try connect(path, for: access)
            _ = try queue.inDatabase { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") }
            return queue
        } catch let error as DatabaseError
            where [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode.primaryResultCode)
        {
            return try connect(immutable(path), for: access)
        }
    }

    private static func immutable(_ path: String) -> String {
        let kept = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/".utf8)
        let escaped = path.utf8.map { byte in
            if kept.contains(byte) { return String(UnicodeScalar(byte)) }
            let digits = String(byte, radix: 16, uppercase: true)
            return "%" + (digits.count == 1 ? "0" : "") + digits
        }
        return "file:\(escaped.joined())?immutable=1"
    }

    private static func connect(_ path: String, for access: IncidentDatabase.Access) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = path.hasPrefix("file:")
        configuration.busyMode = .timeout(IncidentDatabase.patience)
        // An import spans many calls and is one transaction all the same.
        configuration.allowsUnsafeTransactions = true
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA cache_size = -65536; PRAGMA mmap_size = 268435456; PRAGMA temp_store = MEMORY")
            try db.execute(sql: access == .importing ? "PRAGMA synchronous = FULL" : "PRAGMA query_only = 1")
        }
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    /// Makes the tables of an empty file, or finds them made by another process meanwhile.
    static func make(_ queue: DatabaseQueue, at path: String) throws {
        do {
            try Schema.migrator.migrate(queue)
        } catch {
            guard case .current = try state(of: path) else { throw error }
        }
    }

    /// Runs the steps that a file lacks, after a copy of it was made: `incidents.sqlite.before-v3`.
    static func upgrade(_ path: String, from version: Int) throws {
        let queue = try open(path, for: .importing)
        defer { try? queue.close() }
        // Another process may have done it meanwhile.
        guard try queue.inDatabase({ try Int.fetchOne($0, sql: "PRAGMA user_version") }) == version else { return }
        try keepCopy(of: queue, as: "\(path).before-v\(Schema.version)", version)
        try Schema.migrator.migrate(queue)
    }

    /// A copy that an upgrade left which was cut off is made again; any other file of that name is not touched.
    private static func keepCopy(of queue: DatabaseQueue, as path: String, _ version: Int) throws {
        let taken = StoreFault.other("it cannot be brought up to date: \(path) is there, where the copy of it belongs")
        let copy: DatabaseQueue
        do {
            copy = try DatabaseQueue(path: path)
            let isOurs = try copy.inDatabase { db in
                let application = try Int.fetchOne(db, sql: "PRAGMA application_id")
                let known = try Int.fetchOne(db, sql: "PRAGMA user_version")
                let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master")
                return tables == 0 || application == Schema.applicationID && known == version
            }
            guard isOurs else { throw taken }
        } catch let error as DatabaseError where error.resultCode.primaryResultCode == .SQLITE_NOTADB {
            throw taken
        }
        defer { try? copy.close() }
        try queue.backup(to: copy)
        try copy.inDatabase { db in try db.execute(sql: "PRAGMA journal_mode = DELETE") }
    }
}
