package import Diagnostics

/// What had to be said about one record while it was read.
package final class ReadingNotes {
    package private(set) var diagnostics: [Diagnostic] = []
    /// The record's own id. Diagnostics are stamped with it when the record is done, so it may be set late.
    package var recordName: String?
    /// Why the record is rejected as a whole; its verbatim text is then kept among the rejects, and its value is not.
    package private(set) var rejection: Diagnostic?
    private var misshapen: Set<String> = []

    init() {}

    package func add(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

    /// Rejects the record. The first reason stands; `diagnostic` need not be added as well.
    package func reject(because diagnostic: Diagnostic) {
        if rejection == nil { rejection = diagnostic }
    }

    /// Notes `field-shape`, once for each field of the record.
    func misshape(_ origin: Origin, _ message: String) {
        guard misshapen.insert(origin.field).inserted else { return }
        add(Diagnostic(.fieldShape, message, at: origin))
    }

    /// All that was said, stamped with the record's name, the rejection last; the notes are empty afterwards.
    func take() -> (diagnostics: [Diagnostic], rejection: Diagnostic?) {
        guard !diagnostics.isEmpty || rejection != nil || recordName != nil else { return ([], nil) }
        var said = diagnostics
        var reason = rejection
        if let recordName {
            for index in said.indices where said[index].record == nil { said[index].record = recordName }
            if reason?.record == nil { reason?.record = recordName }
        }
        if let reason { said.append(reason) }
        diagnostics = []
        rejection = nil
        recordName = nil
        if !misshapen.isEmpty { misshapen = [] }
        return (said, reason)
    }
}
