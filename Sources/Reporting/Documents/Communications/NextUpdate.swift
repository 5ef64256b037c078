package import Compliance
import Diagnostics
package import IncidentModel

/// When a message that goes out at the report moment promises the next one for ("Always include next update time";
/// specification, "Communication Rules").
package struct NextUpdate: Sendable, Equatable {
    /// A whole minute, after the report moment.
    package var instant: Instant
    /// Updates come as needed (Sev4); the moment is then the latest.
    package var isAsNeeded: Bool

    /// `nil` where the severity is unknown, or the policy gives neither a cadence nor a time to respond.
    package init?(_ incident: Incident, asOf: Instant, policy: Policy) {
        guard let severity = incident.severity?.value else { return nil }
        if let cadence = policy.cadenceClock, let interval = cadence.limits[severity] {
            isAsNeeded = false
            instant = Self.next(
                after: Self.last(incident, asOf: asOf, kind: cadence.stop.kind, policy: policy), interval, asOf: asOf)
        } else if let limit = policy.responseClock?.limits[severity] {
            isAsNeeded = true
            instant = Self.wholeMinute(asOf.advanced(bySeconds: limit.wholeSeconds), after: asOf)
        } else {
            return nil
        }
    }

    /// The latest message that counts for the cadence.
    static func last(_ incident: Incident, asOf: Instant, kind: String?, policy: Policy) -> Communication? {
        guard let kind else { return nil }
        return incident.communications.filter { message in
            message.instant.map { $0 <= asOf } ?? false && policy.counts(message, as: kind)
        }
        .max { ($0.instant ?? asOf) < ($1.instant ?? asOf) }
    }

    /// One interval after the last message, or the time that it promised, where that is earlier. What has passed cannot
    /// be kept any more: then this message is the late one, and the interval begins with it.
    private static func next(after last: Communication?, _ interval: Duration, asOf: Instant) -> Instant {
        let planned = [last?.nextUpdate, last?.instant?.advanced(bySeconds: interval.wholeSeconds)]
            .compactMap { $0 }.filter { floored($0) > asOf }.min()
        return wholeMinute(planned ?? asOf.advanced(bySeconds: interval.wholeSeconds), after: asOf)
    }

    /// Cut to the minute, so that who keeps the printed time keeps the promise; the next minute where the cut one has
    /// passed.
    private static func wholeMinute(_ instant: Instant, after moment: Instant) -> Instant {
        let cut = floored(instant)
        return cut > moment ? cut : floored(moment).advanced(bySeconds: 60)
    }

    private static func floored(_ instant: Instant) -> Instant {
        Instant(seconds: Phrasing.minuteNumber(instant) * 60)
    }
}

extension Policy {
    /// The clock from one update to the next.
    var cadenceClock: Clock? {
        clocks.first { if case .nextMessage = $0.stop { true } else { false } }
    }

    /// The clock to the first action of a responder.
    var responseClock: Clock? { clocks.first { $0.stop == .firstAction } }
}
