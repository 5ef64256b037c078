package import Diagnostics
import IncidentModel
import Syntax

extension StampReader {
    /// The moment that a field records, or else the one that a duration of the same record comes to. Where both stand and
    /// lie more than a second apart, the record contradicts itself, and that is said.
    func agreed(_ recorded: Stamp?, _ counted: Stamp?, in record: RecordReader) -> Stamp? {
        guard let recorded, let counted else { return recorded ?? counted }
        let apart = abs(recorded.value.microseconds - counted.value.microseconds)
        if apart > 1_000_000 {
            record.notes.add(
                Diagnostic(
                    .durationDiffers,
                    "the duration comes to \(counted.value.rfc3339), but the record says \(recorded.value.rfc3339)",
                    at: counted.origin, help: "the moment that is written down counts"))
        }
        return recorded
    }
}

extension DiagnosticCode {
    package static let durationDiffers = DiagnosticCode(
        "duration-differs", .note, "a duration and a moment of one record do not fit together",
        """
        Some systems write down both when something happened and how long it took. Where the two lead to moments that \
        lie more than a second apart, the moment counts and the duration is left out: durations are often cut by \
        snoozes, business hours or rounding.
        """)
}
