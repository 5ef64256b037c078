import Diagnostics
import IncidentModel

/// One firing of an alert: an alert has a name that stays, and each of its firings is an incident of its own.
enum AlertEpisode {
    /// `aae7a1432b5d2f1b@2024-02-29T09:39:52Z`: the alert's name and when it fired, to the second, because forms of one
    /// system cut fractions differently. Without a stamp the name alone.
    static func id(_ alert: Sourced<String>?, since start: Stamp?) -> Sourced<String>? {
        guard let alert else { return nil }
        guard let start else { return alert }
        return Sourced("\(alert.value)@\(Instant(seconds: start.value.seconds).rfc3339)", alert.origin)
    }
}
