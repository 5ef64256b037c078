import IncidentModel

/// The messages in one entry of a Statuspage feed, newest first: `Jun 29, 16:15 UTC`, then `Resolved - words`.
///
/// They tell neither year nor offset. Both follow from the entry's own stamp, which is that of the newest message: only
/// where the two show the same minute is anything believed.
struct FeedMessages {
    struct Message: Equatable {
        var month: Int
        var day: Int
        var hour: Int
        var minute: Int
        /// What stands behind the time: `UTC`, `PDT`.
        var zone: String
        var status: String
        var body: String
        /// `nil` where the moment is not certain.
        var instant: Instant?
    }

    private(set) var all: [Message] = []

    /// `text` is the entry's content in plain words.
    init(_ text: String, newest: Instant?) {
        var body: [Substring] = []
        var head: Message?
        func close() {
            guard var message = head else { return }
            message.take(body)
            all.append(message)
        }
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            if let next = Message(heading: line) {
                close()
                (head, body) = (next, [])
            } else if head != nil {
                body.append(line)
            }
        }
        close()
        if let newest { date(from: newest) }
    }

    private mutating func date(from newest: Instant) {
        guard let first = all.first, let (year, offset) = first.reading(of: newest) else { return }
        var later = (year: year, instant: newest)
        for index in all.indices {
            guard index > 0 else {
                all[index].instant = newest
                continue
            }
            let zone = all[index].zone
            let known = zone == first.zone ? offset : zone == "UTC" || zone == "GMT" ? 0 : nil
            guard let known, let (year, instant) = all[index].latest(notAfter: later, offset: known) else { continue }
            all[index].instant = instant
            later = (year, instant)
        }
    }
}

extension FeedMessages.Message {
    /// `Jun 29, 16:15 UTC`; `nil` for any other line.
    fileprivate init?(heading line: Substring) {
        guard line.utf8.count <= 32 else { return nil }
        let words = line.split { $0 == " " || $0 == "," }
        guard words.count == 4, let month = Self.months.firstIndex(of: words[0]), let day = Int(words[1]),
            words[3].utf8.allSatisfy({ (0x41...0x5A).contains($0) })
        else { return nil }
        let time = words[2].split(separator: ":", omittingEmptySubsequences: false)
        guard time.count == 2, let hour = Int(time[0]), let minute = Int(time[1]), (0..<24).contains(hour),
            (0..<60).contains(minute), (1...31).contains(day)
        else { return nil }
        self.init(
            month: month + 1, day: day, hour: hour, minute: minute, zone: String(words[3]), status: "", body: "")
    }

    private static let months: [Substring] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// The lines below the heading: `Resolved - words`.
    fileprivate mutating func take(_ lines: [Substring]) {
        var lines = lines[...]
        while lines.first?.allSatisfy(\.isWhitespace) ?? false { lines.removeFirst() }
        while lines.last?.allSatisfy(\.isWhitespace) ?? false { lines.removeLast() }
        guard var first = lines.first else { return }
        if let dash = first.prefix(24).indices.first(where: { first[$0...].hasPrefix(" - ") }) {
            status = String(first[..<dash])
            first = first[first.index(dash, offsetBy: 3)...]
        }
        body = ([first] + lines.dropFirst()).joined(separator: "\n")
    }

    private func face(in year: Int) -> Instant? {
        guard day <= CivilTime.daysIn(month: month, of: year) else { return nil }
        return CivilTime(year: year, month: month, day: day, hour: hour, minute: minute).instant
    }

    /// The year and the seconds east of UTC by which this message stands at a moment, to the minute.
    fileprivate func reading(of moment: Instant) -> (year: Int, offset: Int)? {
        let year = CivilTime(utc: moment).year
        let minute = moment.seconds - (moment.seconds % 60 + 60) % 60
        for candidate in [year, year - 1, year + 1] {
            guard let face = face(in: candidate) else { continue }
            let offset = face.seconds - minute
            if offset % 900 == 0, (-12 * 3600...14 * 3600).contains(offset) { return (candidate, offset) }
        }
        return nil
    }

    /// The last moment at which clocks showed this, not after a later message and at most half a year before it.
    fileprivate func latest(
        notAfter later: (year: Int, instant: Instant), offset: Int
    ) -> (year: Int, instant: Instant)? {
        for year in [later.year, later.year - 1] {
            guard let instant = face(in: year)?.advanced(bySeconds: -offset), instant <= later.instant else { continue }
            return later.instant.wholeSeconds(since: instant) <= 183 * 86_400 ? (year, instant) : nil
        }
        return nil
    }
}
