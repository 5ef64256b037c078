/// A word for a number in a stamp: a month (1 to 12), a day of the week (0 to 6, from Sunday), a zone (hours east of
/// UTC).
struct CalendarName: Sendable, Hashable {
    /// UTF-8, ASCII letters in lower case.
    let spelling: [UInt8]
    let number: Int

    init(_ spelling: String, _ number: Int) {
        self.spelling = spelling.utf8.map(StampCursor.lowered)
        self.number = number
    }

    static let months = numbered(
        [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ], from: 1)

    static let shortMonths = shortened(months)

    static let weekdays = numbered(
        ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"], from: 0)

    static let shortWeekdays = shortened(weekdays)

    /// Twelve names of one's own, as written and in either case; `nil` where a name is empty, begins with a digit or
    /// means two months.
    static func months(_ names: [String]) -> [CalendarName]? {
        guard names.count == 12, names.allSatisfy({ $0.utf8.first.map { !(48...57).contains($0) } ?? false }) else {
            return nil
        }
        let spelled = Set(
            zip(1..., names).flatMap { month, name in
                [name, name.lowercased(), name.uppercased()].map { CalendarName($0, month) }
            })
        guard Set(spelled.map(\.spelling)).count == spelled.count else { return nil }
        return spelled.sorted { ($0.number, $0.spelling.count) < ($1.number, $1.spelling.count) }
    }

    private static func numbered(_ names: [String], from first: Int) -> [CalendarName] {
        zip(first..., names).map { CalendarName($1, $0) }
    }

    private static func shortened(_ names: [CalendarName]) -> [CalendarName] {
        names.map { CalendarName(String(decoding: $0.spelling.prefix(3), as: UTF8.self), $0.number) }
    }
}
