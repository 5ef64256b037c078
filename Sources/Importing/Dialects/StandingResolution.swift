package import Diagnostics
import IncidentModel
import Syntax

extension IncidentDraft {
    /// Records a resolution unless the ticket runs again: then it is left out, and that is said.
    mutating func recordResolution(at resolved: Stamp?, unless isRunning: Bool, in record: RecordReader) {
        guard let resolved else { return }
        guard isRunning else { return self.record(.resolved, at: resolved) }
        record.notes.add(
            Diagnostic(
                .resolutionUndone, "resolved at \(resolved.value.rfc3339), but the ticket is open again or still",
                at: resolved.origin, help: "an incident is resolved when it is resolved for good; the field is left out"
            ))
    }
}

extension DiagnosticCode {
    package static let resolutionUndone = DiagnosticCode(
        "resolution-undone", .note, "a time of resolution does not hold any more",
        """
        The record has a time of resolution, and its status, or a later opening, says that the ticket still runs. The \
        resolution is left out, and the clocks that need it run on: an incident that was opened again is resolved when \
        it is resolved for good.
        """)
}
