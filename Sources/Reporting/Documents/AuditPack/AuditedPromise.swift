package import Compliance
package import Diagnostics
package import IncidentModel
import Typesetting

/// What became of one promise about one incident, and what it rests on: a clock, one instance of a clock that has
/// several, or a duty.
package struct AuditedPromise: Sendable {
    package enum Kind: String, Sendable {
        case clock
        /// One of several instances, of which the clock's own row is the sum.
        case instance
        case duty
    }

    /// A moment on record, and who said it.
    package struct Exhibit: Sendable {
        package var instant: Instant?
        package var origin: Origin?
    }

    package var kind: Kind
    /// ``Clock/id``, or the duty's name.
    package var name: String
    package var title: String
    /// Which instance: an account, an update.
    package var instance: String?
    package var outcome: PromiseOutcome
    /// ``Verdict/Kind``, or what became of a duty: for scripts, and the same in every wording.
    package var verdict: String
    /// The same for people: `met`, `done late`.
    package var word: String
    package var start: Exhibit?
    package var stop: Exhibit?
    package var limit: Duration?
    package var elapsed: Duration?
    package var by: Duration?
    package var due: Instant?
    package var reason: String?
    /// Whether a window of the policy took the incident out of the promise's reach.
    package var isExcluded = false
}

/// Writes down every promise about an incident, with what it rests on.
struct PromiseClerk {
    let edition: Edition
    let assessor: Assessor
    let recurrence: Recurrence
    /// Inputs that came from the incident database.
    let imported: Set<SourceID>

    func promises(about assessed: AssessedIncident) -> [AuditedPromise] {
        let policy = edition.book.policies[assessed.policy]
        let conduct = IncidentConduct(
            assessed, policy: policy, recurrence: recurrence, asOf: edition.asOf, usage: edition.usage,
            // Of one that only a newer input tells of nobody asked the database.
            database: assessed.incident.records.contains { imported.contains($0.origin.source) } ? .present : .notAsked)
        return assessed.verdicts.flatMap { clock($0, assessed, policy) }
            + conduct.duties.items.filter { Self.counts($0, under: policy) }.map { duty($0, of: assessed) }
    }

    /// A duty that a clock judges is that clock's promise, and is counted once; but a text may show it done where the clock
    /// cannot tell.
    private static func counts(_ item: PostIncidentDuties.Item, under policy: Policy) -> Bool {
        guard let clock = item.duty.clock, policy.clock(clock) != nil else { return true }
        return item.clock == nil && item.state.kind == .done
    }

    // MARK: Clocks

    private func clock(
        _ judged: JudgedClock, _ assessed: AssessedIncident, _ policy: Policy
    ) -> [AuditedPromise] {
        guard let clock = policy.clock(judged.clock) else { return [] }
        let parts = assessor.evidence(of: clock.id, in: assessed.sharedIncident)
        let deciding = parts.count == 1 ? 0 : parts.firstIndex { $0.verdict == judged.verdict }
        var whole = promise(.clock, clock, judged.verdict, limit: judged.limit)
        if let deciding {
            whole.start = start(of: clock, parts[deciding], assessed)
            whole.stop = parts[deciding].stop.map { .init(instant: $0, origin: parts[deciding].origin) }
        } else {
            whole.start = start(of: clock, nil, assessed)
        }
        guard parts.count > 1 else { return [whole] }
        let instances = parts.enumerated().map { place, part in
            var promise = promise(.instance, clock, part.verdict, limit: part.limit)
            promise.instance = part.label.isEmpty ? "instance \(place + 1)" : part.label
            promise.start = start(of: clock, part, assessed)
            promise.stop = part.stop.map { .init(instant: $0, origin: part.origin) }
            return promise
        }
        return [whole] + instances
    }

    private func promise(
        _ kind: AuditedPromise.Kind, _ clock: Clock, _ verdict: Verdict, limit: Duration?
    ) -> AuditedPromise {
        var promise = AuditedPromise(
            kind: kind, name: clock.id, title: clock.title, outcome: verdict.outcome, verdict: verdict.kind.rawValue,
            word: edition.phrasing.word(verdict.kind), limit: limit, elapsed: verdict.elapsed, due: verdict.due)
        switch verdict {
        case .met, .open: break
        case .breached(_, let by), .overdue(_, let by): promise.by = by
        case .notApplicable(let exemption):
            promise.reason = edition.phrasing.exemption(exemption)
            if case .excluded = exemption { promise.isExcluded = true }
        case .unproven(let doubt): promise.reason = edition.phrasing.doubt(doubt)
        }
        return promise
    }

    /// What started it: the milestone's mark where it starts at one, else the moment that the instance names.
    private func start(
        of clock: Clock, _ part: JudgedPart?, _ assessed: AssessedIncident
    ) -> AuditedPromise.Exhibit? {
        if let mark = clock.start.milestone.flatMap({ assessed.incident.milestones[$0] }), mark.instant <= edition.asOf
        {
            return .init(instant: mark.instant, origin: mark.origin)
        }
        guard let part, let start = part.start else { return nil }
        return .init(instant: start, origin: part.stop == nil ? part.origin : nil)
    }

    // MARK: Duties

    private func duty(_ item: PostIncidentDuties.Item, of assessed: AssessedIncident) -> AuditedPromise {
        let word = Self.word(item.state)
        let judged = item.clock.flatMap { id in assessed.verdicts.first { $0.clock == id } }
        var promise = AuditedPromise(
            kind: .duty, name: item.duty.hyphenated, title: edition.title(of: item.duty),
            outcome: item.state.outcome(due: item.due), verdict: word,
            word: edition.phrases("audit.duty." + word), limit: judged?.limit, elapsed: judged?.verdict.elapsed,
            due: item.due,
            reason: item.reason)
        switch item.state {
        case .done(let fact, let timeliness):
            promise.stop = fact.map { .init(instant: $0.instant, origin: $0.origin) }
            if case .late(let by) = timeliness { promise.by = by }
        case .overdue(let due, let by):
            promise.due = due
            promise.by = by
        case .due(let due): promise.due = due
        case .absent(let due): promise.due = due
        case .cannotBeTold(let missing):
            promise.reason = edition.phrases(
                "audit.notOnRecord", ["missing": Phrasing.list(missing), "reason": item.reason])
        case .waiting, .notApplicable: break
        }
        return promise
    }

    private static func word(_ state: DutyState) -> String {
        switch state {
        case .done(_, .inTime): "done"
        case .done(_, .late): "doneLate"
        case .done(_, .untold): "doneUntimed"
        case .due: "due"
        case .overdue: "overdue"
        case .waiting: "waiting"
        case .absent: "absent"
        case .notApplicable: "notApplicable"
        case .cannotBeTold: "cannotBeTold"
        }
    }
}

extension Edition {
    /// As pages name a duty.
    func title(of duty: PostIncidentDuty) -> String { phrases("audit.dutyTitle." + duty.rawValue) }
}
