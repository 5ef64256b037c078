import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// Things of one kind that wait for a person.
struct IndexNeed {
    var title: String
    /// The heading over what stands beside each item.
    var column = "When"
    var items: [Item]
    /// Where the whole list stands.
    var path: String?

    struct Item {
        /// What it is about: an incident by id, severity and title.
        var text: String
        /// What is to be done about it.
        var task: String
        var when: String
        /// Behind it, more quietly.
        var detail: String?
        var isLate: Bool
        var path: String?
        /// What the link is called.
        var link = "Post-mortem"
        /// Earlier is more urgent among what is yet to come.
        var order: Instant
        var rank = Rank.duty
        /// `nil`: unknown.
        var severity: Severity?
    }

    /// What goes first among what is late: what still hurts customers, then what nothing else reminds of.
    enum Rank: Int {
        case running, held, duty, action, input
    }
}

extension IndexNeed {
    func context(cappedAt most: Int) -> Context {
        let rest = items.count - most
        return [
            "title": .text(title),
            "column": .text(column),
            "count": .text(Phrasing.number(items.count)),
            "items": .list(items.prefix(most).map(\.context)),
            "more": rest > 0 ? .text("And \(Phrasing.number(rest)) more.") : .absent,
            "path": .optional(path),
        ]
    }

    /// Everything that waits, most urgent first, with what stands about one thing taken together.
    static func gathered(_ needs: [IndexNeed]) -> [Item] {
        var items: [Item] = []
        var places: [String: Int] = [:]
        for item in urgent(needs) {
            let key = "\(item.isLate) \(item.rank.rawValue) \(item.text)"
            guard let place = places[key] else {
                places[key] = items.count
                items.append(item)
                continue
            }
            let task = item.task.prefix(1).lowercased() + item.task.dropFirst()
            if !items[place].task.hasSuffix(task) { items[place].task += "; " + task }
            // The longest overdue says how late it is.
            guard item.isLate, item.order < items[place].order else { continue }
            items[place].order = item.order
            (items[place].when, items[place].detail) = (item.when, item.detail)
        }
        return items
    }

    /// Each thing by itself: late things by what they are, then by severity, then the latest due
    /// first, since what has waited for a year can wait for another hour; then what is to come, soonest first.
    static func urgent(_ needs: [IndexNeed]) -> [Item] {
        needs.flatMap(\.items).enumerated().sorted { left, right in
            let (a, b) = (left.element, right.element)
            if a.isLate != b.isLate { return a.isLate }
            if a.isLate {
                if a.rank != b.rank { return a.rank.rawValue < b.rank.rawValue }
                if a.severity != b.severity { return isGraver(a.severity, b.severity) }
                if a.order != b.order { return a.order > b.order }
            } else if a.order != b.order {
                return a.order < b.order
            }
            return left.offset < right.offset
        }.map(\.element)
    }

    private static func isGraver(_ left: Severity?, _ right: Severity?) -> Bool {
        guard let left else { return false }
        return right.map { left > $0 } ?? true
    }
}

extension IndexNeed.Item {
    var context: Context {
        [
            "text": .text(text.folded), "task": .text(task), "when": .text(when), "isLate": .flag(isLate),
            "path": .optional(path), "link": .text(link), "detail": .optional(detail),
        ]
    }
}
