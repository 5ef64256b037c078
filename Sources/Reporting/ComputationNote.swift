import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// The section "How this was computed" that every internal page ends with: the rules, the policy and the moment, so that
/// nobody has to guess (definitions).
struct ComputationNote {
    var edition: Edition

    var context: Context {
        let policy = edition.policy
        let phrasing = edition.phrasing
        return [
            "asOf": .text(phrasing.moment(edition.asOf)),
            "zone": .text(edition.zone.name),
            "program": .text(edition.program),
            "policy": [
                "name": .text(policy.name),
                "effectiveFrom": .text(phrasing.moment(policy.effectiveFrom)),
                "digest": .text(policy.digest),
            ],
            "clocks": .list(policy.clocks.map(clock)),
        ]
    }

    private func clock(_ clock: Clock) -> Context {
        [
            "title": .text(clock.title),
            "from": .text(clock.start.rawValue),
            "to": .text(clock.stop.rawValue),
            "limits": .list(Severity.allCases.map { .text(limit(clock, $0)) }),
            "address": .text(address(clock)),
        ]
    }

    /// A built-in policy is no input: its line alone says where the clock stands.
    private func address(_ clock: Clock) -> String {
        edition.sources.names.indices.contains(Int(clock.origin.source.number))
            ? edition.address(clock.origin) : "line \(clock.origin.line) of the policy"
    }

    private func limit(_ clock: Clock, _ severity: Severity) -> String {
        clock.limits[severity].map(Phrasing.limit) ?? "no target"
    }
}

extension Edition {
    var phrasing: Phrasing { Phrasing(zone: zone) }

    /// `file:line`.
    func address(_ origin: Origin) -> String { sources.lineAddress(of: origin) }

    func clock(_ id: String) -> Clock? { policy.clocks.first { $0.id == id } }

    /// A clock's title, or its id where the policy has none of that name.
    func title(ofClock id: String) -> String { clock(id)?.title ?? id }
}
