import Syntax

extension ForeignExport {
    /// Each with the words of its refusal; the first that fits speaks.
    static let all: [ForeignExport] = ofPagers + ofMonitors + ofPages + ofTickets
}
