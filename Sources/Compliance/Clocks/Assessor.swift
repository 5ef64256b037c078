import Diagnostics
package import IncidentModel

/// The judge of incidents: holds them against every clock of the policy in force at their detection, as things stood at
/// a moment.
///
/// A mark or a message later than that moment has not happened yet, for a start as for a stop.
///
/// For each clock, in this order:
/// 1. detected inside a window that the policy excludes: *not applicable*, with the window's reason;
/// 2. no severity: *unproven*, severity unknown;
/// 3. no limit for the severity, or a condition that does not hold: *not applicable*;
/// 4. the start is absent: *not applicable* where the clock begins at the end of the incident and nothing says that the
///    end has come, otherwise *unproven*, missing start;
/// 5. both on record: *met* up to and on the limit, *breached* beyond it, *unproven* where the stop lies before the
///    start;
/// 6. the stop is absent, and something shows that it must have come (a later milestone, ``Milestone/proofs``, or a
///    status word that the policy reads as "over"), or is of a kind that the export does not record one by one
///    (``Incident/hasWholeMessageRecord``): *unproven*, missing stop;
/// 7. the stop is absent and nothing says that it has come: the clock runs. *Open* up to and on the limit, *overdue*
///    beyond it.
///
/// What each kind of clock takes for its ends, and how several instances are taken together, stands with
/// ``Hearing`` and ``JudgedClock``.
package struct Assessor: Sendable {
    package let book: PolicyBook
    package let asOf: Instant
    /// Whether an earlier incident was like this one (definitions, "Recurring").
    package var isRecurring: @Sendable (Incident) -> Bool = { _ in false }
    private let benches: [Bench]

    package init(policy: Policy, asOf: Instant) { self.init(book: PolicyBook(policy), asOf: asOf) }

    /// Knows which incidents of the run happened before.
    package init(book: PolicyBook, asOf: Instant, recurrence: Recurrence) {
        self.init(book: book, asOf: asOf)
        isRecurring = { incident in
            if case .recurs? = recurrence.answer(for: incident) { true } else { false }
        }
    }

    package init(book: PolicyBook, asOf: Instant) {
        self.book = book
        self.asOf = asOf
        benches = book.policies.map(Bench.init)
    }

    package func assess(_ incident: consuming Incident) -> AssessedIncident { assess(SharedIncident(incident)) }

    package func assess(_ incident: SharedIncident) -> AssessedIncident { assess([incident][...])[0] }

    /// Judges many one after the other; in their order.
    package func assess(_ incidents: [SharedIncident]) -> [AssessedIncident] { assess(incidents[...]) }

    /// Judges many at once, on up to `width` threads; in their order.
    package func assess(_ incidents: [SharedIncident], width: Int) async -> [AssessedIncident] {
        // Fewer than a thousand are judged sooner than a task is started.
        await incidents.parts(width: width, atLeast: 1_000) { assess($0) }.flatMap(\.self)
    }

    /// What every instance of a clock ran from and to, with who said it; empty for a clock that the policy in force does
    /// not have.
    package func evidence(of clock: String, in incident: SharedIncident) -> [JudgedPart] {
        evidence(of: clock, in: incident, memories)
    }

    func evidence(of clock: String, in incident: SharedIncident, _ memories: [WordMemory]) -> [JudgedPart] {
        let place = book.place(for: incident.value)
        guard let dial = benches[place].dials.first(where: { $0.clock.id == clock }) else { return [] }
        var hearing = hearing(incident, benches[place], memories[place])
        return hearing.parts(dial)
    }

    /// What a run finds out about words, one for each policy.
    var memories: [WordMemory] { benches.map { WordMemory($0.policy) } }

    private func assess(_ incidents: ArraySlice<SharedIncident>) -> [AssessedIncident] {
        let memories = memories
        return incidents.map { incident in
            let place = book.place(for: incident.value)
            let bench = benches[place]
            var hearing = hearing(incident, bench, memories[place])
            var verdicts: [JudgedClock] = []
            verdicts.reserveCapacity(bench.dials.count)
            for dial in bench.dials { verdicts.append(hearing.judge(dial)) }
            return AssessedIncident(
                shared: incident, verdicts: verdicts, postMortem: hearing.postMortem(), policy: place)
        }
    }

    private func hearing(_ incident: SharedIncident, _ bench: Bench, _ memory: WordMemory) -> Hearing {
        Hearing(incident, bench, asOf: asOf, memory: memory, isRecurring: isRecurring)
    }
}
