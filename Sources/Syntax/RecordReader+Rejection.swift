package import Diagnostics

extension RecordReader {
    /// A part of this record that is rejected while the rest of it is used: kept with the text of the whole record.
    package func rejected(because diagnostic: Diagnostic) -> RejectedRecord {
        var reason = diagnostic
        reason.record = reason.record ?? notes.recordName
        return RejectedRecord(origin: origin, diagnostic: reason, text: tape.text(ofRecord: root))
    }
}
