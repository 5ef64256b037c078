import ArgumentParser
import Compliance
import Diagnostics
import IncidentModel
import Reporting
import Syntax

extension AuditRequest {
    /// The request that a pack was made by, as its data tells it. Only known options are taken from it, and what they name
    /// are files of the pack.
    init(_ data: PackData, previous: PackData?) throws {
        func values(_ name: String) -> [String] { data.options[name] ?? [] }
        func one(_ name: String) throws -> String {
            guard let value = values(name).first else {
                throw ValidationError("\(PackData.path) does not name the option “\(name)”")
            }
            return value
        }
        func arguments(_ names: [String]) -> [String] {
            names.flatMap { name in values(name).map { "--\(name)=\($0)" } }
        }
        let label = try one("period")
        guard let period = PeriodName(label: label) else { throw ValidationError("“\(label)” is no period") }
        guard let sample = Int(try one("sample")), sample >= 0, let seed = UInt64(try one("seed")) else {
            throw ValidationError("the sample of the pack has no size or no seed")
        }
        guard !data.exports.isEmpty || data.database != nil else { throw ValidationError("the pack names no export") }
        self.init(
            exports: data.exports.map(data.path),
            input: try InputOptions.parse(
                arguments(["dialect", "source-time-zone", "encoding", "joins", "field-map"])),
            judging: try JudgingOptions.parse(
                arguments(["policy", "policy-as-of", "templates", "as-of", "time-zone"])),
            period: period, sample: sample, seed: seed, regimes: values("regime"), controls: values("controls").first,
            notifications: values("notifications").first)
        self.previous = previous
        history = try data.database.map { try InputHistory($0, data) }
    }
}

extension InputHistory {
    fileprivate init(_ database: String, _ data: PackData) throws {
        for imported in data.exports.compactMap(\.imported) {
            guard TextEncoding(named: imported.encoding) != nil else {
                throw ValidationError(
                    "an export of the pack was read in “\(visible(imported.encoding))”, which is no encoding")
            }
            _ = try imported.timeZone.map(zone(named:))
        }
        self.init(
            database: database, asKnownOn: data.options["as-known-on"]?.first,
            inputs: Dictionary(
                data.exports.map { export in
                    (
                        data.path(of: export),
                        RunInput(argument: export.name, name: export.title, imported: export.imported)
                    )
                }
            ) { first, _ in first })
    }
}

extension PeriodName {
    /// A period by the name that it gives itself: `2026-W06`, `2026-02`, `2026-Q1`, `2026-02-02--2026-02-09`.
    init?(label: String) {
        if let name = PeriodName(week: label) ?? PeriodName(quarter: label) ?? PeriodName(month: label) {
            self = name
            return
        }
        let days = label.split(separator: "-", omittingEmptySubsequences: false)
        guard days.count == 7, days[3].isEmpty else { return nil }
        self.init(from: days[..<3].joined(separator: "-"), to: days[4...].joined(separator: "-"))
    }
}
