package import Diagnostics

/// The moments of an incident that promises are measured between (definitions, "Milestones of an incident").
package enum Milestone: String, CaseIterable, Sendable, Hashable {
    /// Impact begins.
    case started
    case detected
    /// Acknowledged, severity declared.
    case triaged
    /// First message to anyone outside.
    case communicated
    /// Customer impact ends.
    case mitigated
    /// Fully normal.
    case resolved
    /// Paperwork done.
    case closed
    /// Post-mortem held or published.
    case reviewed
}

/// How a milestone is known. There is no third way: what no field and no timeline entry says is absent.
package enum Knowledge: Sendable, Hashable {
    /// A field said so.
    case recorded
    /// A timeline entry said so, by the rule of this name in the policy.
    case inferred(rule: String)
}

/// A moment on record: when, who said it, and how it is known.
package struct MilestoneMark: Sendable, Hashable {
    package var milestone: Milestone
    package var instant: Instant
    package var origin: Origin
    package var knowledge: Knowledge

    package init(_ milestone: Milestone, _ instant: Instant, origin: Origin, knowledge: Knowledge = .recorded) {
        self.milestone = milestone
        self.instant = instant
        self.origin = origin
        self.knowledge = knowledge
    }
}

/// The milestones of one incident: at most one mark for each.
package struct Milestones: Sendable, Hashable {
    /// In the order of ``Milestone``'s cases.
    package private(set) var marks: [MilestoneMark] = []

    package init() {}

    package init(_ marks: [MilestoneMark]) {
        for mark in marks { self[mark.milestone] = mark }
    }

    package subscript(_ milestone: Milestone) -> MilestoneMark? {
        get {
            let place = place(of: milestone)
            return holds(milestone, at: place) ? marks[place] : nil
        }
        set {
            let place = place(of: milestone)
            if holds(milestone, at: place) {
                if let newValue { marks[place] = newValue } else { marks.remove(at: place) }
            } else if let newValue {
                if place == marks.count { marks.append(newValue) } else { marks.insert(newValue, at: place) }
            }
        }
    }

    /// When a milestone was, without its origin.
    package func instant(of milestone: Milestone) -> Instant? {
        let place = place(of: milestone)
        return holds(milestone, at: place) ? marks[place].instant : nil
    }

    /// Where the mark of a milestone stands, or would have to stand. By index: a copy of a mark would count references
    /// to its origin's field.
    private func place(of milestone: Milestone) -> Int {
        var place = 0
        while place < marks.count, marks[place].milestone.ordinal < milestone.ordinal { place += 1 }
        return place
    }

    private func holds(_ milestone: Milestone, at place: Int) -> Bool {
        place < marks.count && marks[place].milestone == milestone
    }

    /// Whole seconds from one milestone to a later one; `nil` where either is absent or they are out of order.
    package func seconds(from start: Milestone, to stop: Milestone) -> Int? {
        guard let start = self[start], let stop = self[stop], start.instant <= stop.instant else { return nil }
        return stop.instant.wholeSeconds(since: start.instant)
    }

    /// Neighbouring marks that stand in the wrong order, ``Milestone/closed`` and ``Milestone/reviewed`` against
    /// ``Milestone/resolved`` included: (the one that must come first, the one found before it).
    package var outOfOrder: [(earlier: MilestoneMark, later: MilestoneMark)] {
        var found: [(earlier: MilestoneMark, later: MilestoneMark)] = []
        if isRising { return found }
        for pair in Self.orderedPairs {
            if let earlier = self[pair.0], let later = self[pair.1], later.instant < earlier.instant {
                found.append((earlier, later))
            }
        }
        return found
    }

    /// Whether no mark lies before one of an earlier case: no pair can be out of order then.
    private var isRising: Bool {
        marks.indices.dropFirst().allSatisfy { marks[$0 - 1].instant <= marks[$0].instant }
    }

    /// Which milestone cannot come after which. `started` may be found out later but lies before detection; a team may
    /// communicate before it has triaged, and mitigate before it has told anybody, so those are not ordered.
    private static let orderedPairs: [(Milestone, Milestone)] = [
        (.started, .detected), (.started, .resolved), (.detected, .triaged), (.detected, .communicated),
        (.detected, .mitigated), (.detected, .resolved), (.triaged, .resolved), (.mitigated, .resolved),
        (.resolved, .closed), (.resolved, .reviewed),
    ]
}

extension Milestone {
    /// The place among the cases, from 0.
    package var ordinal: Int {
        switch self {
        case .started: 0
        case .detected: 1
        case .triaged: 2
        case .communicated: 3
        case .mitigated: 4
        case .resolved: 5
        case .closed: 6
        case .reviewed: 7
        }
    }
}
