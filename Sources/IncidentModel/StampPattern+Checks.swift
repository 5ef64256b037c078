extension StampPattern {
    /// What a stamp is made of; each part stands once.
    private enum Part: Hashable {
        case year, month, day, weekday, hour, halfOfDay, minute, second, fraction, zone
    }

    /// Whether every part stands at most once and with those that it needs.
    static func isWhole(_ elements: [Element]) -> Bool {
        let all = elements.compactMap(part)
        let parts = Set(all)
        guard parts.count == all.count, parts.isSuperset(of: [.year, .month, .day, .hour]) else { return false }
        if elements.contains(where: \.isTwelveHour), !parts.contains(.halfOfDay) { return false }
        if parts.contains(.second), !parts.contains(.minute) { return false }
        return !parts.contains(.fraction) || parts.contains(.second)
    }

    /// Whether no number of one or two digits runs into a digit behind it: `dM` cannot be told apart in `111`.
    static func isUnambiguous(_ elements: [Element]) -> Bool {
        !zip(elements, elements.dropFirst()).contains { number, next in
            guard case .number(_, let digits) = number, digits.count > 1 else { return false }
            switch next {
            case .number: return true
            case .literal(let bytes): return bytes.first.map { (48...57).contains($0) } ?? false
            default: return false
            }
        }
    }

    private static func part(_ element: Element) -> Part? {
        switch element {
        case .literal: nil
        case .monthName: .month
        case .weekday: .weekday
        case .halfOfDay: .halfOfDay
        case .offset, .utcName: .zone
        case .number(let field, _):
            switch field {
            case .year, .yearOfCentury: .year
            case .month: .month
            case .day: .day
            case .hour, .twelveHour: .hour
            case .minute: .minute
            case .second: .second
            case .fraction: .fraction
            }
        }
    }
}

extension StampPattern.Element {
    fileprivate var isTwelveHour: Bool {
        if case .number(.twelveHour, _) = self { true } else { false }
    }
}
