import ArgumentParser
import Compliance
import IncidentModel

/// Which stretch of time a report is about.
struct PeriodOptions: ParsableArguments {
    @Option(help: ArgumentHelp("An ISO week, such as 2026-W06.", valueName: "week"))
    var week: String?

    @Option(help: ArgumentHelp("A month, such as 2026-02.", valueName: "month"))
    var month: String?

    @Option(help: ArgumentHelp("A quarter, such as 2026-Q1.", valueName: "quarter"))
    var quarter: String?

    @Option(help: ArgumentHelp("The first day, such as 2026-02-02.", valueName: "date"))
    var from: String?

    @Option(help: ArgumentHelp("The day after the last.", valueName: "date"))
    var to: String?

    func validate() throws {
        let named = [week, month, quarter, from ?? to].compactMap { $0 }.count
        guard named <= 1 else {
            throw ValidationError("name one period: --week, --month, --quarter, or --from and --to")
        }
        guard (from == nil) == (to == nil) else { throw ValidationError("--from and --to go together") }
    }

    /// Whether any period was named.
    var isNamed: Bool { week != nil || month != nil || quarter != nil || from != nil }

    /// The period asked for; by default the last full ISO week before the report moment.
    func period(asOf: Instant, in zone: Zone) throws -> PeriodName {
        if let week { return try named(PeriodName(week: week), week, "an ISO week such as 2026-W06") }
        if let month { return try named(PeriodName(month: month), month, "a month such as 2026-02") }
        if let quarter { return try named(PeriodName(quarter: quarter), quarter, "a quarter such as 2026-Q1") }
        if let from, let to {
            return try named(
                PeriodName(from: from, to: to), "\(from) to \(to)", "two dates, the first before the second")
        }
        return .lastFullWeek(before: asOf, in: zone)
    }

    /// What a report looks at.
    func reach(asOf: Instant, in zone: Zone, cohort: Cohort) throws -> ReportReach {
        ReportReach(try period(asOf: asOf, in: zone), cohort: cohort, asOf: asOf, in: zone)
    }

    private func named(_ period: PeriodName?, _ text: String, _ expected: String) throws -> PeriodName {
        guard let period else { throw ValidationError("“\(text)” is no period; expected \(expected)") }
        return period
    }
}
