import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// The section "How this was computed" that every internal page ends with: the rules, the policy and the moment, so that
/// nobody has to guess (definitions).
struct ComputationNote {
    var edition: Edition
    /// The policies that judged what the page is about.
    var policies: [Policy]

    init(edition: Edition, policies: [Policy]? = nil) {
        self.edition = edition
        self.policies = policies ?? [edition.policy]
    }

    var context: Context {
        let phrasing = edition.phrasing
        return [
            "asOf": .text(phrasing.moment(edition.asOf)),
            "zone": .text(edition.zone.name),
            "program": .text(edition.program),
            "policies": .list(
                policies.map { policy in
                    [
                        "name": .text(policy.name),
                        "effectiveFrom": .text(phrasing.moment(policy.effectiveFrom)),
                        "digest": .text(policy.digest),
                    ]
                }),
            "clocks": .list(policies.flatMap(\.clocks).map(clock)),
        ]
    }

    private func clock(_ clock: Clock) -> Context {
        [
            "title": .text(clock.title),
            "from": .text(clock.startWords),
            "to": .text(clock.stopWords),
            "limits": .list(Severity.allCases.map { .text(limit(clock, $0)) }),
            "address": .text(edition.policyAddress(clock.origin)),
        ]
    }

    private func limit(_ clock: Clock, _ severity: Severity) -> String {
        edition.phrasing.target(of: clock, at: severity) ?? "no target"
    }
}

extension Edition {
    package var phrasing: Phrasing { Phrasing(zone: zone, phrases: phrases) }

    /// `file:line`.
    func address(_ origin: Origin) -> String { sources.lineAddress(of: origin) }

    /// Where a rule of the policy stands. A built-in policy is no input: its line alone says so.
    func policyAddress(_ origin: Origin) -> String {
        sources.names.indices.contains(Int(origin.source.number))
            ? address(origin) : "line \(origin.line) of the policy"
    }

    func clock(_ id: String) -> Clock? { policy.clock(id) ?? book.clocks.first { $0.id == id } }

    /// A clock's title, or its id where the policy has none of that name.
    func title(ofClock id: String) -> String { clock(id)?.title ?? id }
}

extension Clock {
    /// What starts it, as tables name it.
    var startWords: String {
        switch stop {
        case .nextMessage, .promisedMessage: "each \(start.words)"
        case .milestone, .firstAction, .message: start.words
        }
    }

    /// What stops it: `first status page message`, `csm contact message to each strategic account`.
    var stopWords: String {
        let calendar = calendar.map { ", by the hours of “\($0.name)”" } ?? ""
        let pauses = pauses.isEmpty ? "" : ", standing still while “\(Phrasing.list(pauses.sorted(), "or"))”"
        let accounts =
            switch accounts {
            case .all?: " to all affected"
            case .strategic?: " to each strategic account"
            case nil: ""
            }
        let first = if case .message = stop { "first " } else { "" }
        return first + stop.words + accounts + calendar + pauses
    }
}
