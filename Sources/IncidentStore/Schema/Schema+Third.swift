extension Schema {
    /// What the third step adds: what a report of a period needs of incidents that are long over, in indexes that hold all of
    /// it.
    static let third = """
        -- What decides the verdicts that an import keeps: all policies, and the program.
        ALTER TABLE import ADD COLUMN book TEXT;
        -- Of the promise to be resolved in time, where no more will come of it: 0 neither, 1 met, 2 breached.
        ALTER TABLE incident ADD COLUMN settled INTEGER;
        DROP INDEX incident_resolved;
        DROP INDEX incident_detected;
        DROP INDEX incident_theme;
        """
}
