import Diagnostics
import IncidentModel

/// A due date as a person writes it into a table: a day, or a day and a time, in the page zone unless a zone stands
/// behind it.
struct TableDue: Equatable {
    /// The last second of a day that has no time.
    var instant: Instant
    /// A day alone is kept as it is written.
    var isDay: Bool

    /// `nil` for words that are no date. What stands in brackets behind it is a remark.
    init?(_ text: String, zone: Zone) {
        var words = Substring(text)
        if let bracket = words.firstIndex(of: "(") { words = words[..<bracket] }
        while words.last == " " { words.removeLast() }
        if words.utf8.count == 10 {
            guard case .zoneless(let time)? = Timestamp("\(words) 23:59:59"),
                let instant = zone.instants(showing: time).last
            else { return nil }
            self.init(instant: instant, isDay: true)
            return
        }
        // `2026-03-01 14:30 UTC`: stamps have seconds.
        let bytes = Array(words.utf8)
        if bytes.count >= 16, bytes.prefix(19).count(where: { $0 == UInt8(ascii: ":") }) == 1 {
            words = String(decoding: bytes[..<16] + ":00".utf8 + bytes[16...], as: UTF8.self)[...]
        }
        // `14:30:00 +01:00`: an offset follows at once.
        if let sign = words.lastIndex(where: { $0 == "+" || $0 == "-" }), sign > words.startIndex {
            let before = words.index(before: sign)
            if words[before] == " " { words = "\(words[..<before])\(words[sign...])"[...] }
        }
        switch Timestamp(String(words)) {
        case .instant(let instant): self.init(instant: instant, isDay: false)
        case .zoneless(let time):
            guard let instant = zone.instants(showing: time).first else { return nil }
            self.init(instant: instant, isDay: false)
        case nil: return nil
        }
    }

    private init(instant: Instant, isDay: Bool) {
        self.instant = instant
        self.isDay = isDay
    }
}
