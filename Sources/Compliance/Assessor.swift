import Diagnostics
package import IncidentModel

/// The judge of incidents: holds them against every clock of a policy, as things stood at a moment.
///
/// A mark later than that moment has not happened yet, for a start as for a stop.
///
/// For each clock, in this order:
/// 1. no severity: *unproven*, severity unknown;
/// 2. no limit for the severity: *not applicable*;
/// 3. the start is absent: *unproven*, missing start;
/// 4. both on record: *met* up to and on the limit, *breached* beyond it, *unproven* where the stop lies before the
///    start;
/// 5. the stop is absent, and something shows that it must have come (a later milestone, ``Milestone/proofs``, or a
///    status word that the policy reads as "over"): *unproven*, missing stop;
/// 6. the stop is absent and nothing says that it has come: the clock runs. *Open* up to and on the limit, *overdue*
///    beyond it.
package struct Assessor: Sendable {
    package let policy: Policy
    package let asOf: Instant
    private let clocks: [Dial]

    /// A clock with its limits by severity, in whole seconds.
    private struct Dial: Sendable {
        let id: String
        let start: Milestone
        let stop: Milestone
        let proofs: MilestoneSet
        let limits: [Int?]

        init(_ clock: Clock) {
            id = clock.id
            start = clock.start
            stop = clock.stop
            proofs = clock.stop.proofs
            limits = Severity.allCases.map { clock.limits[$0]?.wholeSeconds }
        }
    }

    package init(policy: Policy, asOf: Instant) {
        self.policy = policy
        self.asOf = asOf
        clocks = policy.clocks.map(Dial.init)
    }

    package func assess(_ incident: consuming Incident) -> AssessedIncident { assess(SharedIncident(incident)) }

    package func assess(_ incident: SharedIncident) -> AssessedIncident {
        let moments = Moments(incident.value.milestones, asOf: asOf)
        return AssessedIncident(
            shared: incident, verdicts: verdicts(over: incident.value, moments),
            postMortem: postMortem(incident.value, moments))
    }

    /// Judges many at once, on up to `width` threads; in their order.
    package func assess(_ incidents: [SharedIncident], width: Int) async -> [AssessedIncident] {
        // Fewer are judged sooner than a task is started.
        let size = max(1_000, (incidents.count + width - 1) / max(1, width))
        guard incidents.count > size else { return incidents.map { assess($0) } }
        return await withTaskGroup(of: (Int, [AssessedIncident]).self) { group in
            for start in stride(from: 0, to: incidents.count, by: size) {
                let part = incidents[start..<min(incidents.count, start + size)]
                group.addTask { (start, part.map { assess($0) }) }
            }
            var parts: [Int: [AssessedIncident]] = [:]
            for await (start, part) in group { parts[start] = part }
            return parts.sorted { $0.key < $1.key }.flatMap(\.value)
        }
    }

    private func verdicts(over incident: borrowing Incident, _ moments: Moments) -> [JudgedClock] {
        let severity = incident.severity?.value
        let word = incident.statusWord
        let system = incident.system
        // The status word is looked up once, and only where a stop is absent.
        var isOver: Bool?
        var verdicts: [JudgedClock] = []
        verdicts.reserveCapacity(clocks.count)
        for clock in clocks {
            let limit = severity.flatMap { clock.limits[$0.ordinal] }
            let verdict = verdict(of: clock, limit: limit, severity: severity, moments: moments) {
                let known = isOver ?? (policy.status.reading(of: word, in: system) == .over)
                isOver = known
                return known
            }
            verdicts.append(
                JudgedClock(clock: clock.id, limit: limit.map { .seconds($0) }, verdict: verdict))
        }
        return verdicts
    }

    private func verdict(
        of clock: Dial, limit: Int?, severity: Severity?, moments: Moments, isOver: () -> Bool
    ) -> Verdict {
        guard let severity else { return .unproven(.severityUnknown) }
        guard let limit else { return .notApplicable(.noLimit(severity)) }
        guard let start = moments[clock.start] else { return .unproven(.missing(clock.start)) }
        if let stop = moments[clock.stop] {
            guard stop >= start else { return .unproven(.outOfOrder(start: clock.start, stop: clock.stop)) }
            let elapsed = stop.wholeSeconds(since: start)
            return elapsed <= limit
                ? .met(elapsed: .seconds(elapsed))
                : .breached(elapsed: .seconds(elapsed), by: .seconds(elapsed - limit))
        }
        if moments.hasAny(of: clock.proofs) || clock.stop.isProvenByStatus && isOver() {
            return .unproven(.missing(clock.stop))
        }
        let due = start.advanced(bySeconds: limit)
        let running = asOf.wholeSeconds(since: start)
        return running <= limit ? .open(due: due) : .overdue(due: due, by: .seconds(running - limit))
    }

    /// Specification, "Post-Incident Requirements". An export's own "not required" does not lift a mandatory one.
    private func postMortem(_ incident: borrowing Incident, _ moments: Moments) -> PostMortemDuty {
        if let reviewed = moments[.reviewed] { return .done(reviewed) }
        let rule = policy.postMortem
        let due = moments[rule.from]?.advanced(bySeconds: rule.within.wholeSeconds)
        if let severity = incident.severity?.value, rule.mandatory.contains(severity) { return .mandatory(due: due) }
        guard incident.asksForPostMortem?.value == true else { return .notRequired }
        // Where the severity is unknown, the export's word is all there is.
        let mayAsk = incident.severity.map { rule.onRequest.contains($0.value) } ?? true
        return mayAsk ? .requested(due: due) : .notRequired
    }
}
