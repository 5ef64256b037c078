package import IncidentModel
package import Typesetting

/// The one place where facts become words: no locale, no formatter, no clock. Comparing comes before rounding, and
/// rounding happens here, once (definitions, "Figures").
package struct Phrasing: Sendable {
    /// The zone that instants are written in.
    package var zone: Zone
    /// The wording that a user may change.
    package var phrases: PhraseBook

    package init(zone: Zone, phrases: PhraseBook) {
        self.zone = zone
        self.phrases = phrases
    }
}

/// Moments.
extension Phrasing {
    /// `2024-02-15 14:23:00 UTC`; in another zone with its offset: `2024-02-15 15:23:00 +01:00`.
    package func moment(_ instant: Instant) -> String { "\(day(instant)) \(time(instant)) \(zoneWord(instant))" }

    /// To the minute, as a clock without seconds shows it, for due dates and tables: `2024-02-15 14:23 UTC`.
    package func minute(_ instant: Instant) -> String {
        "\(day(instant)) \(shortTime(instant)) \(zoneWord(instant))"
    }

    /// For columns of times, whose heading names the zone where it is UTC: `2024-02-15 14:23`.
    package func cell(_ instant: Instant) -> String {
        zone.name == "UTC" ? "\(day(instant)) \(shortTime(instant))" : minute(instant)
    }

    /// What such a heading says: `, UTC`; in other zones each time carries its offset.
    package var cellZone: String? { zone.name == "UTC" ? "UTC" : nil }

    /// `2024-02-15`.
    package func day(_ instant: Instant) -> String {
        let time = local(instant)
        return "\(padded(time.year, 4))-\(padded(time.month, 2))-\(padded(time.day, 2))"
    }

    /// `14:23:00`.
    package func time(_ instant: Instant) -> String {
        "\(shortTime(instant)):\(padded(local(instant).second, 2))"
    }

    /// `14:23`.
    package func shortTime(_ instant: Instant) -> String {
        let time = local(instant)
        return "\(padded(time.hour, 2)):\(padded(time.minute, 2))"
    }

    /// From one minute to another, the day said once where both share it: `2024-02-15 14:23 to 15:33 UTC`.
    package func span(_ start: Instant, _ end: Instant) -> String {
        guard day(start) == day(end), zoneWord(start) == zoneWord(end) else {
            return "\(minute(start)) to \(minute(end))"
        }
        return "\(day(start)) \(shortTime(start)) to \(shortTime(end)) \(zoneWord(start))"
    }

    /// The hour of the day, 0 to 23, in the page zone.
    package func hour(_ instant: Instant) -> Int { local(instant).hour }

    /// `UTC`, or `+01:00`.
    package func zoneWord(_ instant: Instant) -> String {
        let offset = zone.offset(instant)
        if offset == 0 && zone.name == "UTC" { return "UTC" }
        let minutes = abs(offset) / 60
        return "\(offset < 0 ? "-" : "+")\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))"
    }

    private func local(_ instant: Instant) -> CivilTime {
        CivilTime(utc: instant.advanced(bySeconds: zone.offset(instant)))
    }
}
