package import Diagnostics

/// What had to be said about one record while it was read.
package final class ReadingNotes {
    package private(set) var diagnostics: [Diagnostic] = []
    /// The record's own id. Diagnostics are stamped with it when the record is done, so it may be set late.
    package var recordName: String?
    /// Why the record is rejected as a whole; its verbatim text is then kept among the rejects, and its value is not.
    package private(set) var rejection: Diagnostic?

    init() {}

    package func add(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

    /// Rejects the record. The first reason stands; `diagnostic` need not be added as well.
    package func reject(because diagnostic: Diagnostic) {
        if rejection == nil { rejection = diagnostic }
    }
}
