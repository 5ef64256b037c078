import Syntax

/// Something that systems export and that tells of no incident: recognised so that the refusal can say what it is.
struct ForeignExport: Sendable {
    /// "PagerDuty services".
    var what: String
    /// What to export instead.
    var instead: String
    var records: RecordPath
    var signature: Signature

    static func recognized(_ head: ExportHead) -> ForeignExport? {
        all.first { $0.signature.fits(head, records: $0.records) }
    }
}
