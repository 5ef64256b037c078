import Compliance
package import IncidentModel
import Typesetting

/// A service on which several incidents have an open action: what was to keep the next one from happening is not done.
package struct RepeatedService: Sendable, Equatable {
    package var service: String
    /// Ids, by detection.
    package var incidents: [String]
    package var open: Int
    package var overdue: Int
    /// The detection of the first of the incidents; `nil` where it is on no record.
    package var since: Instant?

    /// The services of `items` with open actions from at least two incidents, most incidents first; notes in each item
    /// which of them its incident is. Duties are no actions against the next one.
    static func all(in items: inout [ListedAction], asOf: Instant) -> [RepeatedService] {
        var places: [String: [Int]] = [:]
        for (place, item) in items.enumerated() where item.state == .open && !item.isDuty {
            if let service = item.service { places[service.lowercased(), default: []].append(place) }
        }
        var found: [RepeatedService] = []
        for key in places.keys.sorted() {
            let own = places[key] ?? []
            let order = incidents(of: own.map { items[$0] })
            guard order.count > 1, let first = own.first else { continue }
            let ranks = Dictionary(order.enumerated().map { ($0.element, $0.offset + 1) }) { one, _ in one }
            for place in own {
                if let rank = ranks[items[place].incident], rank > 1 { items[place].repetition = rank }
            }
            found.append(
                RepeatedService(
                    service: items[first].service ?? key, incidents: order, open: own.count,
                    overdue: own.count { items[$0].isOverdue },
                    since: own.compactMap { items[$0].since }.min()))
        }
        return found.sorted { ($1.incidents.count, $1.open, $0.service) < ($0.incidents.count, $0.open, $1.service) }
    }

    /// By detection; those without one last.
    private static func incidents(of items: [ListedAction]) -> [String] {
        let end = Instant(microseconds: .max)
        var starts: [String: Instant] = [:]
        for item in items { starts[item.incident] = min(starts[item.incident] ?? end, item.since ?? end) }
        return starts.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
    }

    func context(_ edition: Edition) -> Context {
        [
            "service": .text(service),
            "incidents": .text(Phrasing.list(incidents)),
            "count": .text(Phrasing.number(incidents.count)),
            "open": .text(Phrasing.number(open)),
            "overdue": .text(Phrasing.number(overdue)),
            "since": .optional(since.map(edition.phrasing.day)),
        ]
    }

    func json() -> JSONDocument {
        [
            "incidents": .strings(incidents), "open": .integer(open), "overdue": .integer(overdue),
            "service": .string(service), "since": .instant(since),
        ]
    }
}
