import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// What is owed after incidents and late at the report moment, over the whole run: post-mortems, mails, calls, action
/// items.
extension SLAReport {
    struct Duty {
        /// ``Clock/id``; `nil` for action items.
        var clock: String?
        var title: String
        /// Late in the whole run.
        var count = 0
        /// Late for incidents of the cohort.
        var ofCohort = 0
        /// The one that was due first: the place of its incident, and when.
        var first: (place: Int, due: Instant)?

        mutating func add(_ place: Int, due: Instant, isOfCohort: Bool) {
            count += 1
            if isOfCohort { ofCohort += 1 }
            if first.map({ due < $0.due }) ?? true { first = (place, due) }
        }
    }

    /// Those that anybody owes, in the order of the policy; action items last.
    var duties: [Duty] {
        var duties = edition.book.clocks.filter(\.isDuty).map { Duty(clock: $0.id, title: $0.title) }
        var actions = Duty(clock: nil, title: phrases("sla.duty.actions"))
        let members = Set(cohort)
        for place in all.indices {
            let isOfCohort = members.contains(place)
            for judged in all[place].verdicts {
                guard case .overdue(let due, _) = judged.verdict,
                    let duty = duties.firstIndex(where: { $0.clock == judged.clock })
                else { continue }
                duties[duty].add(place, due: due, isOfCohort: isOfCohort)
            }
            for action in all[place].incident.actions where action.state == .open {
                guard let due = action.dueInstant(all[place].incident.milestones), due < edition.asOf else { continue }
                actions.add(place, due: due, isOfCohort: isOfCohort)
            }
        }
        return (duties + [actions]).filter { $0.count > 0 }
    }

    func duty(_ duty: Duty, _ format: OutputFormat) -> Context {
        let incident = duty.first.map { all[$0.place].incident }
        return [
            "title": .text(duty.title),
            "count": .text(Phrasing.number(duty.count)),
            "ofCohort": .text(Phrasing.number(duty.ofCohort)),
            "longest": .optional(
                duty.first.map { first in
                    phrases(
                        "sla.duty.longest",
                        [
                            "incident": all[first.place].incident.id.folded,
                            "late": phrasing.late(since: first.due, at: edition.asOf),
                        ])
                }),
            "path": .optional(incident.flatMap { link($0, format) }),
        ]
    }
}

extension Clock {
    /// Whether it begins when the incident is over for customers: something owed afterwards.
    var isDuty: Bool { start.milestone.map { $0.ordinal >= Milestone.mitigated.ordinal } ?? false }
}
