package import Diagnostics
package import IncidentModel

/// What is owed after an incident, and what became of it (specification, "Phase 6: Post-Incident", "Post-Incident
/// Requirements", "Customer Follow-Up").
package struct PostIncidentDuties: Sendable, Equatable {
    package struct Item: Sendable, Equatable {
        package var duty: PostIncidentDuty
        /// Where in the policy file it stands; `nil` for one of a section without places.
        package var rule: Origin?
        /// Why it is owed, or is not.
        package var reason: String
        package var due: Instant?
        package var state: DutyState
        /// The clock of the policy that judged it, where one did.
        package var clock: String?
    }

    /// What the incident database says about the incident.
    package enum DatabaseEntry: Sendable, Equatable {
        /// Nobody looked.
        case notAsked
        case present
        case absent
    }

    /// One for each duty.
    package let items: [Item]

    package subscript(_ duty: PostIncidentDuty) -> Item? { items.first { $0.duty == duty } }

    /// Those that are owed at the report moment, overdue ones included.
    package var owed: [Item] { items.filter(\.state.isOwed) }

    package static func of(
        _ known: KnownIncident, verdicts: [JudgedClock] = [], recurrence: Recurrence.Answer? = nil,
        messages: CommunicationsDue, database: DatabaseEntry = .notAsked, by policy: Policy
    ) -> PostIncidentDuties {
        let desk = DutyDesk(
            known: known, policy: policy, recurrence: recurrence, strategic: StrategicTouch(known.incident),
            messages: messages, database: database)
        return PostIncidentDuties(
            items: PostIncidentDuty.allCases.map { duty in
                var item = desk.item(duty)
                // A clock that saw both its ends has the last word. Otherwise a text may show what no message does; and
                // where the clock cannot tell, the record decides.
                if let id = duty.clock, let verdict = verdicts.first(where: { $0.clock == id })?.verdict,
                    verdict.isSettled || verdict.isRunning && item.state.kind != .done
                {
                    item.state = DutyState(verdict)
                    item.clock = id
                }
                return item
            })
    }
}

extension Verdict {
    /// Both ends are on record.
    fileprivate var isSettled: Bool { kind == .met || kind == .breached }

    /// It has begun, and nothing ended it.
    fileprivate var isRunning: Bool { kind == .open || kind == .overdue }
}
