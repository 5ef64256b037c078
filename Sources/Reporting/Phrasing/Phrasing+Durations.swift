package import IncidentModel

/// Durations.
extension Phrasing {
    /// Exact to the second, units without a share left out: `3 h 24 min`, `2 min`, `45 s`; days from 48 hours on,
    /// `2 d 3 h`, so that a target of 24 h and what it took stand in the same unit.
    package static func duration(_ seconds: Int) -> String {
        let rest = Int(seconds.magnitude > UInt(Int.max) ? UInt(Int.max) : seconds.magnitude)
        let days = rest >= 48 * 3600 ? rest / 86_400 : 0
        let hours = (rest - days * 86_400) / 3600
        let parts = [(days, "d"), (hours, "h"), (rest % 3600 / 60, "min"), (rest % 60, "s")]
            .filter { $0.0 > 0 }
            .map { "\($0.0) \($0.1)" }
        let words = parts.isEmpty ? "0 s" : parts.joined(separator: " ")
        return seconds < 0 ? "−" + words : words
    }

    package static func duration(_ duration: Duration) -> String { self.duration(duration.wholeSeconds) }

    /// A promise as people say it: whole hours stay hours, `72 h`.
    package static func limit(_ limit: Duration) -> String {
        let seconds = limit.wholeSeconds
        return seconds >= 3600 && seconds <= 100 * 3600 && seconds.isMultiple(of: 3600)
            ? "\(seconds / 3600) h" : duration(seconds)
    }

    /// A window of whole days in words, `90 days`; any other one as a limit.
    package static func window(_ window: Duration) -> String {
        let seconds = window.wholeSeconds
        return seconds >= 86_400 && seconds.isMultiple(of: 86_400) ? count(seconds / 86_400, "day") : limit(window)
    }

    /// A mean or a quantile, rounded to what a reader needs: seconds below an hour, minutes below 48 hours, hours above.
    package static func rounded(_ seconds: Double) -> String {
        guard seconds.isFinite, abs(seconds) < 1e15 else { return "no data" }
        let size = abs(seconds)
        let step: Double = size < 3600 ? 1 : size < 48 * 3600 ? 60 : 3600
        return duration(Int((seconds / step).rounded() * step))
    }

    /// Whole minutes since 1970, as a clock without seconds counts them.
    static func minuteNumber(_ instant: Instant) -> Int {
        let seconds = instant.seconds
        return (seconds - (seconds % 60 + 60) % 60) / 60
    }

    /// How late at a moment: exact below an hour, then rounded as a reader needs it.
    package func late(since due: Instant, at now: Instant) -> String {
        Self.rounded(Double(now.wholeSeconds(since: due)))
    }
}
