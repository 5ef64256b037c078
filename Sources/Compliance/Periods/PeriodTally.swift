import Diagnostics
import IncidentModel

/// Counts and durations of one period, gathered in one pass over all incidents.
struct PeriodTally {
    let period: Period
    let cohort: Cohort
    let asOf: Instant
    let book: PolicyBook
    /// Every clock of any policy, in the order of reports.
    let clocks: [Clock]
    /// The place of each policy's clocks among them.
    private let columns: [[Int]]
    /// Whether a policy judged an incident of the cohort.
    private(set) var hasJudged: [Bool]

    /// One for each severity, gravest first.
    private(set) var rows: [Row]
    /// Indices of incidents of the cohort without a severity.
    private(set) var withoutSeverity: [Int] = []
    /// Indices of incidents detected before the period's end that are over, nobody knows when.
    private(set) var endUnknown: [Int] = []
    /// Indices of incidents that any figure of the period, or none of any period, is about.
    private(set) var touched: [Int] = []
    /// In the order of the incidents.
    private(set) var breaches: [Miss] = []
    /// One for each severity, gravest first.
    private(set) var phases = Severity.allCases.map { _ in PhaseTally() }
    private(set) var groups = CohortGroups.Kind.allCases.map(GroupTally.init)
    private(set) var recurring: RecurrenceTally

    struct Row {
        var detected = 0
        var resolved = 0
        var open = 0
        var cohort = 0
        /// Counts for each clock by ``Verdict/Kind``'s place.
        var verdicts: [SIMD8<Int32>]
        /// One for each clock.
        var clocks: [DurationSample]
        /// One for each metric of the catalog.
        var metrics: [DurationSample]
    }

    /// A promise that was not kept: the incident's and the clock's index, and seconds.
    struct Miss {
        var incident: Int
        var severity: Severity
        var clock: Int
        var elapsed: Int
        var by: Int
        /// The place among breaches: by severity, then clock, then by how much, most first.
        var rank: UInt64

        init(incident: Int, severity: Severity, clock: Int, elapsed: Int, by: Int) {
            self.incident = incident
            self.severity = severity
            self.clock = clock
            self.elapsed = elapsed
            self.by = by
            // 47 bits are four million years.
            let size = UInt64(min(max(by, 0), 1 << 47 - 1))
            rank = UInt64(severity.ordinal) << 62 | UInt64(clock & 0x3FFF) << 47 | (1 << 47 - 1 - size)
        }
    }

    init(period: Period, cohort: Cohort, asOf: Instant, book: PolicyBook, recurrence: Recurrence? = nil) {
        recurring = RecurrenceTally(recurrence)
        self.period = period
        self.cohort = cohort
        self.asOf = asOf
        self.book = book
        clocks = book.clocks
        let places = Dictionary(clocks.enumerated().map { ($0.element.id, $0.offset) }) { first, _ in first }
        columns = book.policies.map { $0.clocks.map { places[$0.id] ?? 0 } }
        hasJudged = Array(repeating: false, count: book.policies.count)
        let row = Row(
            verdicts: Array(repeating: SIMD8(repeating: 0), count: clocks.count),
            clocks: Array(repeating: DurationSample(), count: clocks.count),
            metrics: Array(repeating: DurationSample(), count: Metric.catalog.count))
        rows = Array(repeating: row, count: Severity.allCases.count)
    }

    mutating func count(_ incidents: [AssessedIncident]) {
        // Between two milestones all incidents count, promised or not; every other clock says itself what it counted.
        let spans = book.policies.map { $0.clocks.map { $0.isPlain ? $0.span : nil } }
        let metrics = Metric.catalog.map { ($0.start, $0.stop) }
        for index in incidents.indices {
            let moments = Moments(incidents[index].incident.milestones, asOf: asOf)
            let severity = incidents[index].incident.severity?.value
            let detected = moments[.detected]
            let resolved = moments[.resolved]
            let isDetected = detected.map(period.contains) ?? false
            let isResolved = resolved.map(period.contains) ?? false
            let hasBegun = detected.map { $0 < period.end } ?? false
            var runs = hasBegun && resolved.map { $0 >= period.end } ?? true
            var isUnsure = false
            if runs, resolved == nil {
                isUnsure =
                    moments.hasAny(of: Milestone.resolved.proofs)
                    || book.policies[incidents[index].policy].status.reading(
                        of: incidents[index].incident.statusWord, in: incidents[index].incident.system) == .over
                runs = !isUnsure
            }
            let isPlaceless = detected == nil && resolved == nil
            if isDetected || isResolved || runs || isUnsure || isPlaceless { touched.append(index) }
            if isUnsure { endUnknown.append(index) }
            let isMember = cohort == .resolved ? isResolved : isDetected
            guard let severity else {
                if isMember { withoutSeverity.append(index) }
                continue
            }
            let row = severity.ordinal
            if isDetected { rows[row].detected += 1 }
            if isResolved { rows[row].resolved += 1 }
            if runs || isUnsure { rows[row].open += 1 }
            guard isMember else { continue }
            rows[row].cohort += 1
            let policy = incidents[index].policy
            hasJudged[policy] = true
            for clock in incidents[index].verdicts.indices {
                let column = columns[policy][clock]
                let verdict = incidents[index].verdicts[clock].verdict
                if let span = spans[policy][clock], !verdict.isExcluded {
                    rows[row].clocks[column].add(moments.gap(from: span.start, to: span.stop))
                } else {
                    rows[row].clocks[column].add(verdict, from: book.policies[policy].clocks[clock].start)
                }
            }
            for metric in metrics.indices {
                rows[row].metrics[metric].add(moments.gap(from: metrics[metric].0, to: metrics[metric].1))
            }
            judge(incidents[index].verdicts, under: policy, at: index, severity: severity)
            phases[row].count(moments)
            group(incidents[index], severity, moments)
            recurring.add(incidents[index].incident)
        }
        for row in rows.indices {
            for clock in rows[row].clocks.indices { rows[row].clocks[clock].sort() }
            for metric in rows[row].metrics.indices { rows[row].metrics[metric].sort() }
        }
    }

    private mutating func group(_ assessed: borrowing AssessedIncident, _ severity: Severity, _ moments: Moments) {
        var met = 0
        var breached = 0
        for place in assessed.verdicts.indices {
            switch assessed.verdicts[place].verdict.kind {
            case .met: met += 1
            case .breached: breached += 1
            case .overdue where cohort == .detected: breached += 1
            case .overdue, .open, .notApplicable, .unproven: break
            }
        }
        let seconds: Int? =
            if case .seconds(let seconds) = moments.gap(from: .detected, to: .resolved) {
                seconds
            } else {
                nil
            }
        for place in groups.indices {
            groups[place].count(
                assessed.incident, severity: severity, met: met, breached: breached, seconds: seconds)
        }
    }

    private mutating func judge(
        _ verdicts: [JudgedClock], under policy: Int, at index: Int, severity: Severity
    ) {
        for place in verdicts.indices {
            let clock = columns[policy][place]
            let verdict = verdicts[place].verdict
            rows[severity.ordinal].verdicts[clock][verdict.kind.ordinal] &+= 1
            switch verdict {
            case .breached(let elapsed, let by):
                breaches.append(
                    Miss(
                        incident: index, severity: severity, clock: clock, elapsed: elapsed.wholeSeconds,
                        by: by.wholeSeconds))
            case .overdue(_, let by) where cohort == .detected:
                let limit = verdicts[place].limit?.wholeSeconds ?? 0
                breaches.append(
                    Miss(
                        incident: index, severity: severity, clock: clock, elapsed: limit + by.wholeSeconds,
                        by: by.wholeSeconds))
            default: break
            }
        }
    }
}

extension PeriodTally.Row {
    /// How many verdicts of a kind a clock has. With the cohort of detected incidents, overdue ones count as breached
    /// (definitions, "Cohort").
    func count(_ kind: Verdict.Kind, of clock: Int, cohort: Cohort) -> Int {
        let counts = verdicts[clock]
        let overdue = Int(counts[Verdict.Kind.overdue.ordinal])
        switch kind {
        case .breached where cohort == .detected: return Int(counts[kind.ordinal]) + overdue
        case .overdue where cohort == .detected: return 0
        default: return Int(counts[kind.ordinal])
        }
    }

    func compliance(of clock: Int, cohort: Cohort) -> Proportion? {
        let met = count(.met, of: clock, cohort: cohort)
        return Wilson.proportion(hits: met, trials: met + count(.breached, of: clock, cohort: cohort))
    }
}

extension Verdict.Kind {
    /// The place among the cases, from 0.
    var ordinal: Int {
        switch self {
        case .met: 0
        case .breached: 1
        case .open: 2
        case .overdue: 3
        case .notApplicable: 4
        case .unproven: 5
        }
    }
}

extension Verdict {
    var isExcluded: Bool {
        if case .notApplicable(.excluded) = self { true } else { false }
    }
}
