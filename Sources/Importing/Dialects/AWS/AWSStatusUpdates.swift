import IncidentModel
import Syntax

/// The updates in an event's description: `<div><span class="yellowfg"> 6:06 PM PDT</span>&nbsp;We are …</div>`.
///
/// A time stands for the event's own day in the zone that it names; updates of later days carry a month and a day
/// (`Apr 11, 12:07 AM PDT`). Whether that fits is checked: the moments must not descend, and the first must not lie half a
/// day before the event.
enum AWSStatusUpdates {
    struct Update: Equatable {
        var instant: Instant
        var text: String
    }

    /// `nil` where a time cannot be read, or the moments leave doubt.
    static func read(_ html: String, of date: Instant) -> [Update]? {
        var updates: [Update] = []
        for piece in pieces(of: html) {
            guard let end = piece.firstIndex(of: UInt8(ascii: "<")), piece[end...].starts(with: "</span>".utf8),
                let head = String(piece[..<end]), let body = String(piece[end...].dropFirst("</span>".utf8.count)),
                let instant = instant(head, of: date)
            else { return nil }
            if let last = updates.last, instant < last.instant { return nil }
            updates.append(Update(instant: instant, text: plain(body)))
        }
        guard let first = updates.first, first.instant >= date.advanced(bySeconds: -43_200) else { return nil }
        return updates
    }

    /// What stands behind each opening of an update.
    private static func pieces(of html: String) -> [Substring.UTF8View] {
        let mark = Array("<div><span class=\"yellowfg\">".utf8)
        var pieces: [Substring.UTF8View] = []
        var rest = html.utf8[...]
        var begin: Substring.UTF8View.Index?
        while let place = rest.firstIndex(of: UInt8(ascii: "<")) {
            guard rest[place...].starts(with: mark) else {
                rest = rest[rest.index(after: place)...]
                continue
            }
            if let begin { pieces.append(html.utf8[begin..<place]) }
            rest = rest[place...].dropFirst(mark.count)
            begin = rest.startIndex
        }
        if let begin { pieces.append(html.utf8[begin...]) }
        return pieces
    }

    /// `6:06 PM PDT`, `Apr 11, 12:07 AM PDT`.
    private static func instant(_ head: String, of date: Instant) -> Instant? {
        let words = head.split(separator: " ").map(String.init)
        guard words.count == 3 || words.count == 5, let name = words.last, let offset = offsets[name] else {
            return nil
        }
        let day = CivilTime(utc: date.advanced(bySeconds: offset))
        let clock = words.dropLast().suffix(2).joined(separator: " ")
        let found: Instant?
        if words.count == 3 {
            found = read("\(day.year) \(day.month) \(day.day), \(clock)", as: numbered)
        } else {
            let years = [day.year, day.year + 1]
            found = years.lazy.compactMap { read("\($0) \(words[0]) \(words[1]) \(clock)", as: named) }
                .first { $0.advanced(bySeconds: 86_400 - offset) >= date }
        }
        guard let found else { return nil }
        let instant = found.advanced(bySeconds: -offset)
        // Of the event's own minute: the event says the second.
        let gap = date.wholeSeconds(since: instant)
        return (0..<60).contains(gap) ? date : instant
    }

    private static func read(_ text: String, as pattern: StampPattern?) -> Instant? {
        guard let pattern, case .zoneless(let time) = StampForm.pattern(pattern).read(text) else { return nil }
        return time.instant
    }

    private static let numbered = StampPattern("yyyy M d, h:mm a")
    private static let named = StampPattern("yyyy MMM d, h:mm a")
    /// Seconds east of UTC.
    private static let offsets = ["PDT": -25_200, "PST": -28_800]

    private static func plain(_ html: String) -> String {
        let text = HTMLText.plain(html)
        return String(text.drop(while: \.isWhitespace))
    }
}
