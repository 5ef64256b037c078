package import IncidentModel

/// When an action item was closed, as far as anything on record says it.
package enum ActionClosing: Sendable, Equatable {
    /// An export has a stamp.
    case at(Instant)
    /// No export has one. An export that was written at the first moment or later tells the item open, `nil` where none
    /// does; one that was written at the second or before tells it closed.
    case between(Instant?, Instant)

    /// `nil` where no export tells it open.
    package var earliest: Instant? {
        switch self {
        case .at(let moment): moment
        case .between(let open, _): open
        }
    }

    package var latest: Instant {
        switch self {
        case .at(let moment), .between(_, let moment): moment
        }
    }

    /// The earliest and the latest moment that it can have been: nothing is closed before its incident was detected.
    /// `nil` where that is on record all the same.
    func bounds(detected: Instant) -> (earliest: Instant, latest: Instant)? {
        if latest < detected { return nil }
        return (max(earliest ?? detected, detected), latest)
    }
}
