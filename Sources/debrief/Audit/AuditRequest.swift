import ArgumentParser
import Compliance
import IncidentModel
import Reporting

/// What a pack is asked to be made of: by a command line, or by an earlier pack that is made again.
struct AuditRequest {
    var exports: [String]
    var input: InputOptions
    var judging: JudgingOptions
    /// `nil`: the last full ISO week before the report moment.
    var period: PeriodName?
    var sample = 25
    var seed: UInt64 = 0
    var regimes: [String] = []
    /// Files; `nil` for those beside the policies, or built in.
    var controls: String?
    var notifications: String?
    /// The data of an earlier pack to compare with.
    var previous: PackData?
    /// Of a pack that is made again: the database that the first one was made of.
    var history: InputHistory?

    enum Fault: Error {
        case noRegime(String, [String])
        /// How many records of the database were purged.
        case purged(Int)
    }
}
