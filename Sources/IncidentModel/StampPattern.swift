/// A spelling of dates and times by the tokens of Unicode TR35 ("Date Format Patterns"), read strictly.
///
/// Year `yyyy` `yy` (2000 to 2099), month `MMMM` `MMM` `MM` `M`, day `dd` `d`, weekday `EEEE` `EEE` (must fit the
/// date), hour `HH` `H` (0 to 23) or `hh` `h` (1 to 12, with `a`), half of the day `a` (`AM`, `p.m.`), minute `mm` `m`,
/// second `ss` `s`, fraction `S` to `SSSSSSSSS`, zone `Z` (`+0100`), `XXX` (`+01:00` or `Z`), `z` (`UTC` or `GMT`).
/// Other letters are literal in quotes only: `'T'`, `''` for a quote itself.
package struct StampPattern: Sendable, Hashable {
    package let spelling: String
    let elements: [Element]

    /// One step of reading.
    enum Element: Sendable, Hashable {
        /// UTF-8; a blank also stands for the no-break blanks that ICU writes before AM and PM.
        case literal([UInt8])
        case number(Field, digits: ClosedRange<Int>)
        case monthName([CalendarName])
        case weekday([CalendarName])
        case halfOfDay
        case offset(colon: Bool)
        case utcName
    }

    enum Field: Sendable, Hashable {
        case year, yearOfCentury, month, day, hour, twelveHour, minute, second, fraction
    }

    /// `nil` for a spelling that could be read in two ways or not to the hour: an unknown or repeated token, no year,
    /// month, day or hour, `h` without `a`, seconds without minutes, a number of one or two digits with another digit
    /// right behind it.
    ///
    /// `months` are twelve names in the place of the English ones, long or short as the export writes them.
    package init?(_ spelling: String, months: [String]? = nil) {
        guard spelling.utf8.count <= 128, let pieces = StampPatternPiece.pieces(of: spelling) else { return nil }
        var named: [CalendarName]?
        if let months {
            guard let names = CalendarName.months(months) else { return nil }
            named = names
        }
        var elements: [Element] = []
        for piece in pieces {
            guard let element = Self.element(piece, months: named) else { return nil }
            elements.append(element)
        }
        guard Self.isWhole(elements), Self.isUnambiguous(elements) else { return nil }
        self.spelling = spelling
        self.elements = elements
    }

    private static func element(_ piece: StampPatternPiece, months: [CalendarName]?) -> Element? {
        guard case .token(let token) = piece else {
            guard case .literal(let bytes) = piece else { return nil }
            return .literal(bytes)
        }
        switch token {
        case "yyyy": return .number(.year, digits: 4...4)
        case "yy": return .number(.yearOfCentury, digits: 2...2)
        case "MMMM": return .monthName(months ?? CalendarName.months)
        // British English has four letters for one of them (CLDR, `en_GB`).
        case "MMM": return .monthName(months ?? CalendarName.shortMonths + [CalendarName("Sept", 9)])
        case "MM": return .number(.month, digits: 2...2)
        case "M": return .number(.month, digits: 1...2)
        case "dd": return .number(.day, digits: 2...2)
        case "d": return .number(.day, digits: 1...2)
        case "HH": return .number(.hour, digits: 2...2)
        case "H": return .number(.hour, digits: 1...2)
        case "hh": return .number(.twelveHour, digits: 2...2)
        case "h": return .number(.twelveHour, digits: 1...2)
        case "mm": return .number(.minute, digits: 2...2)
        case "m": return .number(.minute, digits: 1...2)
        case "ss": return .number(.second, digits: 2...2)
        case "s": return .number(.second, digits: 1...2)
        case "a": return .halfOfDay
        case "Z": return .offset(colon: false)
        case "XXX": return .offset(colon: true)
        case "z", "zz", "zzz": return .utcName
        case "E", "EE", "EEE": return .weekday(CalendarName.shortWeekdays)
        case "EEEE": return .weekday(CalendarName.weekdays)
        default:
            let count = token.utf8.count
            guard token.utf8.first == UInt8(ascii: "S"), count <= 9 else { return nil }
            return .number(.fraction, digits: count...count)
        }
    }
}
