import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// What is owed after incidents and late at the report moment: post-mortems, mails, calls, action items.
///
/// Of the incidents of the period and of the one before it, and of those that were open at its end: what is owed of others
/// stands on the action list, and a report need not look at every incident there ever was.
extension SLAReport {
    struct Duty {
        /// ``Clock/id``; `nil` for action items.
        var clock: String?
        var title: String
        /// Late in all.
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
        let reach = report.reach(asOf: edition.asOf)
        for place in all.indices where all[place].incident.milestones.matter(in: reach) {
            let isOfCohort = members.contains(place)
            // By index: a copy of a judged clock would count references to all its parts.
            for clock in all[place].verdicts.indices {
                guard case .overdue(let due, _) = all[place].verdicts[clock].verdict,
                    let duty = duties.firstIndex(where: { $0.clock == all[place].verdicts[clock].clock })
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

extension PeriodReport {
    /// Which incidents matter for it.
    func reach(asOf: Instant) -> PeriodReach {
        PeriodReach(from: comparison?.previous.start ?? period.start, to: period.end, asOf: asOf)
    }
}

extension Milestones {
    /// A database selects incidents by the same condition.
    fileprivate func matter(in reach: PeriodReach) -> Bool {
        reach.holds(detected: instant(of: .detected), resolved: instant(of: .resolved))
    }
}
