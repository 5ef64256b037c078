internal import GRDB
package import IncidentModel

/// When incidents were detected, and what they were about.
package struct KeptHistory: Sendable {
    package var happened: [(theme: Int64, detected: Instant)] = []
    package var themes: [(number: Int64, service: String?, title: String?, cause: String?)] = []
}

extension IncidentDatabase {
    /// Of the incidents detected from one moment on and before another.
    package func history(from start: Instant, before end: Instant) throws(StoreFault) -> KeptHistory {
        try read { db in
            var history = KeptHistory()
            let incidents = try RowStatement(
                db, "SELECT theme, detected FROM incident WHERE detected >= ? AND detected < ? AND theme IS NOT NULL")
            incidents.bind(1, start.microseconds)
            incidents.bind(2, end.microseconds)
            try incidents.rows { row in
                history.happened.append((row.number(0), Instant(microseconds: row.number(1))))
            }
            let themes = try RowStatement(db, "SELECT service, title, cause FROM theme WHERE id = ?")
            for number in Set(history.happened.lazy.map(\.theme)).sorted() {
                themes.bind(1, number)
                try themes.rows { row in history.themes.append((number, row.text(0), row.text(1), row.text(2))) }
            }
            return history
        }
    }
}
