internal import GRDB

/// The tables of an incident database, in the steps in which they came to be.
///
/// A step that was once released is never changed: a file of any earlier step is brought up to date when it is opened.
/// Moments are microseconds since 1970-01-01T00:00:00Z. What people and other programs read are the views
/// (``SchemaViews``): tables may change with any version.
enum Schema {
    /// `PRAGMA application_id` of an incident database: `dbrf`.
    static let applicationID = 0x6462_7266
    /// The latest step; `PRAGMA user_version` of a database that has it.
    static let version = 3

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { db in
            try db.execute(sql: first)
            try SchemaViews.make(in: db)
            try db.execute(sql: "PRAGMA application_id = \(applicationID)")
            try db.execute(sql: "PRAGMA user_version = 1")
        }
        migrator.registerMigration("2") { db in
            try db.execute(sql: second)
            // Views belong to no step: they are always those of this program.
            try SchemaViews.drop(from: db)
            try SchemaViews.make(in: db)
            try db.execute(sql: "PRAGMA user_version = 2")
        }
        migrator.registerMigration("3") { db in
            try db.execute(sql: third)
            try IncidentRows.makeIndexes(db)
            try SchemaViews.drop(from: db)
            try SchemaViews.make(in: db)
            try db.execute(sql: "PRAGMA user_version = 3")
        }
        return migrator
    }

    /// What stands in the first step.
    private static let first = """
        -- One command that added exports: all of them, or nothing.
        CREATE TABLE import (
          id INTEGER PRIMARY KEY,
          at INTEGER NOT NULL,
          program TEXT NOT NULL,
          policy TEXT NOT NULL REFERENCES policy(sha256),
          -- What the records' reading depends on: policy sections, field maps, program.
          gate TEXT NOT NULL);

        -- The policies under which exports were read.
        CREATE TABLE policy (
          sha256 TEXT PRIMARY KEY,
          name TEXT NOT NULL,
          effective_from INTEGER NOT NULL,
          text TEXT NOT NULL);

        -- The exports themselves, and how each was read.
        CREATE TABLE source (
          id INTEGER PRIMARY KEY,
          import INTEGER NOT NULL REFERENCES import(id),
          name TEXT NOT NULL,
          sha256 TEXT NOT NULL UNIQUE,
          bytes INTEGER NOT NULL,
          -- NULL where no dialect was found.
          dialect TEXT,
          -- The dialect, encoding and zone that were asked for.
          asked_dialect TEXT,
          encoding TEXT NOT NULL,
          time_zone TEXT,
          incidents INTEGER NOT NULL DEFAULT 0,
          entries INTEGER NOT NULL DEFAULT 0,
          context INTEGER NOT NULL DEFAULT 0,
          set_aside INTEGER NOT NULL DEFAULT 0,
          rejected INTEGER NOT NULL DEFAULT 0,
          -- What was said about it at the import: errors and warnings.
          errors INTEGER NOT NULL DEFAULT 0,
          warnings INTEGER NOT NULL DEFAULT 0);

        -- Their bytes, compressed by zstd with its checksum.
        CREATE TABLE block (
          source INTEGER NOT NULL REFERENCES source(id),
          number INTEGER NOT NULL,
          bytes INTEGER NOT NULL,
          data BLOB NOT NULL,
          PRIMARY KEY (source, number));

        -- Words that records repeat, by number (WordBook).
        CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT NOT NULL);

        -- What one record says of an incident (RecordCodec). role: 0 incident, 1 message, 2 fragment.
        CREATE TABLE record (
          id INTEGER PRIMARY KEY,
          source INTEGER NOT NULL REFERENCES source(id),
          role INTEGER NOT NULL,
          body BLOB NOT NULL);

        -- Texts by which records find each other. An incident of a single record with no name but its number is found by
        -- that alone, and has no row here.
        CREATE TABLE name (
          text TEXT NOT NULL,
          record INTEGER NOT NULL REFERENCES record(id),
          PRIMARY KEY (text, record)) WITHOUT ROWID;
        CREATE INDEX name_record ON name(record);

        -- Records that share a name, as component by component they were put together. A record that is not here stands
        -- alone. superseded: the import that tells it again.
        CREATE TABLE joined (
          record INTEGER PRIMARY KEY REFERENCES record(id),
          component INTEGER NOT NULL,
          fate TEXT NOT NULL,
          superseded INTEGER REFERENCES import(id));
        CREATE INDEX joined_component ON joined(component);

        -- Accounts, deployments and services (RecordCodec). identity: within a dialect, what a newer export tells again.
        CREATE TABLE context (
          id INTEGER PRIMARY KEY,
          source INTEGER NOT NULL REFERENCES source(id),
          kind TEXT NOT NULL,
          identity TEXT,
          superseded INTEGER REFERENCES import(id),
          body BLOB NOT NULL);
        CREATE INDEX context_identity ON context(identity) WHERE identity IS NOT NULL;

        -- Service, title and cause: what incidents that recur have in common.
        CREATE TABLE theme (
          id INTEGER PRIMARY KEY,
          service TEXT,
          title TEXT,
          cause TEXT);

        -- The incidents as they are believed. id: that of the record that names it. component: NULL where a single record
        -- tells of it.
        CREATE TABLE incident (
          id INTEGER PRIMARY KEY REFERENCES record(id),
          component INTEGER,
          system TEXT NOT NULL,
          number TEXT NOT NULL,
          inner_key TEXT,
          severity INTEGER,
          status TEXT,
          theme INTEGER REFERENCES theme(id),
          source INTEGER NOT NULL,
          line INTEGER NOT NULL,
          started INTEGER,
          detected INTEGER,
          triaged INTEGER,
          communicated INTEGER,
          mitigated INTEGER,
          resolved INTEGER,
          closed INTEGER,
          reviewed INTEGER,
          -- {"resolved":[source,line,"rule"]} for milestones that stand in another line, or that a rule inferred.
          marks TEXT);
        CREATE INDEX incident_number ON incident(number);
        CREATE INDEX incident_resolved ON incident(resolved);
        CREATE INDEX incident_detected ON incident(detected);
        CREATE INDEX incident_theme ON incident(theme, detected);
        CREATE INDEX incident_component ON incident(component) WHERE component IS NOT NULL;

        -- What each of several records says of an incident, those included that a newer export tells again.
        CREATE TABLE claim (
          incident INTEGER NOT NULL REFERENCES incident(id) ON DELETE CASCADE,
          subject TEXT NOT NULL,
          words TEXT NOT NULL,
          system TEXT NOT NULL,
          source INTEGER NOT NULL REFERENCES source(id),
          line INTEGER NOT NULL,
          believed INTEGER NOT NULL,
          superseded INTEGER REFERENCES import(id));
        CREATE INDEX claim_incident ON claim(incident);

        -- Clocks of incidents as the import judged them: {"triage":["met",94,300]}, in seconds.
        CREATE TABLE verdict (
          incident INTEGER PRIMARY KEY REFERENCES incident(id) ON DELETE CASCADE,
          import INTEGER NOT NULL REFERENCES import(id),
          policy TEXT NOT NULL,
          clocks TEXT NOT NULL);

        -- What somebody is to do, and how it stood from import to import.
        CREATE TABLE action (
          id INTEGER PRIMARY KEY,
          number TEXT NOT NULL,
          system TEXT NOT NULL,
          text TEXT NOT NULL,
          owner TEXT,
          due INTEGER,
          due_words TEXT,
          status TEXT,
          state TEXT NOT NULL,
          source INTEGER NOT NULL REFERENCES source(id),
          line INTEGER NOT NULL,
          first_seen INTEGER NOT NULL REFERENCES import(id),
          last_seen INTEGER NOT NULL REFERENCES import(id),
          closed_seen INTEGER REFERENCES import(id),
          UNIQUE (number, system, text));
        CREATE TABLE action_change (
          action INTEGER NOT NULL REFERENCES action(id),
          import INTEGER NOT NULL REFERENCES import(id),
          owner TEXT,
          due INTEGER,
          status TEXT,
          state TEXT NOT NULL,
          PRIMARY KEY (action, import)) WITHOUT ROWID;

        -- Pages that were made from this database.
        CREATE TABLE document (
          path TEXT NOT NULL,
          sha256 TEXT NOT NULL,
          at INTEGER NOT NULL,
          program TEXT NOT NULL,
          PRIMARY KEY (path, sha256)) WITHOUT ROWID;
        """
}
