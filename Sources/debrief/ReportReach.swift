import Compliance
import IncidentModel

/// What the report of a period looks at: incidents in full, and a run of periods of which it shows a few figures.
struct ReportReach {
    let incidents: PeriodReach
    let run: Range<Instant>
    let cohort: Cohort

    init(_ name: PeriodName, cohort: Cohort, asOf: Instant, in zone: Zone) {
        let period = name.period(in: zone)
        incidents = PeriodReach(from: name.previous.period(in: zone).start, to: period.end, asOf: asOf)
        let start = name.run(of: Batch.periodsInARow).map { $0.period(in: zone).start }.min() ?? period.start
        run = min(start, period.end)..<period.end
        self.cohort = cohort
    }
}
