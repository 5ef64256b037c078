extension Schema {
    /// What the second step adds: what was taken out of a database, and what never came in; documents written.
    static let second = """
        -- The digest of the bytes that are kept, where they are not those that came: redacted, or purged.
        ALTER TABLE source ADD COLUMN stored_sha256 TEXT;
        -- Whether all of its records were purged: nothing of it is read again.
        ALTER TABLE source ADD COLUMN blank INTEGER NOT NULL DEFAULT 0;

        -- Texts and names that were taken out: of incidents that ended before a moment.
        CREATE TABLE purge (
          id INTEGER PRIMARY KEY,
          at INTEGER NOT NULL,
          before INTEGER NOT NULL,
          program TEXT NOT NULL,
          incidents INTEGER NOT NULL,
          records INTEGER NOT NULL,
          actions INTEGER NOT NULL,
          sources INTEGER NOT NULL,
          -- Whether the pages that held them were written anew (VACUUM).
          swept INTEGER NOT NULL DEFAULT 0);
        ALTER TABLE record ADD COLUMN purge INTEGER REFERENCES purge(id);
        CREATE INDEX record_purge ON record(source) WHERE purge IS NOT NULL;

        -- Where the kept bytes of an export are blank: from a line and column to the line before end_line.
        CREATE TABLE gap (
          source INTEGER NOT NULL REFERENCES source(id),
          line INTEGER NOT NULL,
          place INTEGER NOT NULL,
          end_line INTEGER NOT NULL,
          PRIMARY KEY (source, line, place)) WITHOUT ROWID;

        -- Whether incidents had happened before, as was found before titles and causes were purged.
        CREATE TABLE recurrence (
          system TEXT NOT NULL,
          number TEXT NOT NULL,
          inner_key TEXT NOT NULL DEFAULT '',
          recurs INTEGER NOT NULL,
          PRIMARY KEY (system, number, inner_key)) WITHOUT ROWID;

        -- What redaction replaced before an export was kept.
        CREATE TABLE redaction (
          source INTEGER NOT NULL REFERENCES source(id),
          rule TEXT NOT NULL,
          matches INTEGER NOT NULL,
          PRIMARY KEY (source, rule)) WITHOUT ROWID;

        ALTER TABLE document ADD COLUMN last_at INTEGER;
        """
}
