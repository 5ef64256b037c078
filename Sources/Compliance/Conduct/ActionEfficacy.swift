package import IncidentModel

/// Whether a closed action item kept its incident from coming back: whether an incident that matches its own by the
/// policy's rule of recurrence was detected after it was closed, within the policy's window, counted from the closing.
package enum ActionEfficacy: Sendable, Equatable {
    /// After it was closed, whenever that was.
    case recurred(Returns)
    /// After it was closed, or before: when it was closed is only known to lie between two moments.
    case mayHaveRecurred(Returns)
    /// The window has passed, as far as the exports reach.
    case held
    /// None so far; the window ends at a moment, of which no export tells yet.
    case tooEarly(until: Instant)
    case unproven(Doubt)

    package enum Doubt: Sendable, Equatable {
        /// Nothing says when it was closed, or no more than that it was by some import.
        case closing
        /// It was closed before its incident was detected.
        case closedBeforeDetection
        /// Its incident lacks what incidents are compared by.
        case missing([String])
        /// None matches, but one of the service within the window says too little to be compared.
        case incomparable
        /// Titles of the service were left uncompared, because there are too many.
        case tooManyTitles
    }

    /// What came after, for certain or perhaps; `nil` where nothing did.
    package var returns: Returns? {
        switch self {
        case .recurred(let returns), .mayHaveRecurred(let returns): returns
        case .held, .tooEarly, .unproven: nil
        }
    }

    /// Whether something is said of it but that the time has not come, or that nothing can be said.
    package var isTold: Bool {
        switch self {
        case .recurred, .mayHaveRecurred, .held: true
        case .tooEarly, .unproven: false
        }
    }

    /// As data calls it.
    package var name: String {
        switch self {
        case .recurred: "recurred"
        case .mayHaveRecurred: "may-have-recurred"
        case .held: "held"
        case .tooEarly: "too-early"
        case .unproven: "unproven"
        }
    }

    /// Incidents that came after, by detection.
    package struct Returns: Sendable, Equatable {
        /// The first ones, as many as the policy names.
        package var first: [Return]
        /// There are more.
        package var isMore: Bool
        /// Whether the item would be said to have held if none had come: the window has passed, and all that came in it
        /// could be compared.
        package var couldHaveHeld: Bool

        package init(first: [Return], isMore: Bool, couldHaveHeld: Bool) {
            self.first = first
            self.isMore = isMore
            self.couldHaveHeld = couldHaveHeld
        }
    }

    package struct Return: Sendable, Equatable {
        /// The place of the incident in the run.
        package var place: Int
        package var detected: Instant
        /// Seconds from the latest moment at which the item can have been closed; negative where it may have been after
        /// the detection.
        package var seconds: Int

        package init(place: Int, detected: Instant, seconds: Int) {
            self.place = place
            self.detected = detected
            self.seconds = seconds
        }
    }

    /// Seconds are those that pages print: a detection in the second of the closing is not after it, and one in the last
    /// second of the window is within it.
    package init(
        of closing: ActionClosing?, after aftermath: Aftermath, by rule: Policy.RecurrenceRule, asOf: Instant
    ) {
        guard let closing else {
            self = .unproven(.closing)
            return
        }
        let later: Aftermath.Matches
        switch aftermath {
        case .known(let matches): later = matches
        case .cannotBeTold(let missing):
            self = .unproven(.missing(missing))
            return
        }
        guard let (earliest, latest) = closing.bounds(detected: later.detected) else {
            self = .unproven(.closedBeforeDetection)
            return
        }
        let window = rule.window.wholeSeconds
        let end = latest.advanced(bySeconds: window)
        let isOver = min(later.toldUntil ?? asOf, asOf).wholeSeconds(since: latest) > window
        let isSilent = later.isSilent(after: earliest, until: end)
        func returns(after start: Instant, until end: Instant) -> Returns? {
            let found = later.matches(after: start, until: end, limit: rule.named)
            guard !found.first.isEmpty else { return nil }
            return Returns(
                first: found.first.map {
                    Return(place: $0.place, detected: $0.detected, seconds: $0.detected.wholeSeconds(since: latest))
                }, isMore: found.isMore, couldHaveHeld: isOver && !isSilent && !later.isCut)
        }
        if let sure = returns(after: latest, until: earliest.advanced(bySeconds: window)) {
            self = .recurred(sure)
        } else if let possible = returns(after: earliest, until: end) {
            // Where no export ever told it open, every moment since the detection is as good as any other.
            self = closing.earliest == nil ? .unproven(.closing) : .mayHaveRecurred(possible)
        } else if !isOver {
            self = .tooEarly(until: end)
        } else if isSilent {
            self = .unproven(.incomparable)
        } else {
            self = later.isCut ? .unproven(.tooManyTitles) : .held
        }
    }
}
