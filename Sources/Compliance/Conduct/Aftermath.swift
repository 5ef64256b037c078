package import IncidentModel

/// What came after an incident: those that match it by the policy's rule of recurrence, however long after.
package enum Aftermath: Sendable {
    case known(Matches)
    /// What of the incident is not on record.
    case cannotBeTold([String])

    /// A later incident: its place in the run.
    package struct Later: Sendable, Equatable, Comparable {
        package var detected: Instant
        package var place: Int

        package init(detected: Instant, place: Int) {
            self.detected = detected
            self.place = place
        }

        package static func < (left: Later, right: Later) -> Bool {
            (left.detected, left.place) < (right.detected, right.place)
        }
    }

    /// Lists in the order of detection, which incidents that are alike have in common. Earlier incidents may be among them,
    /// and the incident itself: it is asked for what came after its detection.
    package struct Matches: Sendable {
        package var detected: Instant
        var sameCause: [Later] = []
        var titleAlike: [Later] = []
        /// Of the service, without a cause or a title that could be compared.
        var silent: [Later] = []
        /// Titles of the service were left uncompared.
        package var isCut = false
        /// The latest moment that the exports of the run tell of: what came after it, nobody has said. `nil` where they
        /// reach to the report moment.
        package var toldUntil: Instant?

        init(detected: Instant, sameCause: [Later] = [], titleAlike: [Later] = []) {
            self.detected = detected
            self.sameCause = sameCause
            self.titleAlike = titleAlike
        }

        /// Where the later incidents that match are known, in the order of detection.
        package init(detected: Instant, later: [Later]) { self.init(detected: detected, sameCause: later) }

        /// Detected after one moment, and after the incident, and at another or before, in whole seconds: the first ones.
        package func matches(after start: Instant, until end: Instant, limit: Int) -> (first: [Later], isMore: Bool) {
            var causes = sameCause.between(max(start, detected), end)
            var titles = titleAlike.between(max(start, detected), end)
            var found: [Later] = []
            while found.count <= limit, let next = [causes.first, titles.first].compactMap(\.self).min() {
                if causes.first == next { causes.removeFirst() }
                if titles.first == next { titles.removeFirst() }
                found.append(next)
            }
            return (Array(found.prefix(limit)), found.count > limit)
        }

        package func isSilent(after start: Instant, until end: Instant) -> Bool {
            !silent.between(max(start, detected), end).isEmpty
        }
    }
}

extension [Aftermath.Later] {
    /// Those after one second and at another or before.
    fileprivate func between(_ start: Instant, _ end: Instant) -> ArraySlice<Aftermath.Later> {
        let low = firstPlace { $0.detected.seconds > start.seconds }
        return self[low..<Swift.max(low, firstPlace { $0.detected.seconds > end.seconds })]
    }

    /// The first place from which on a test holds; it holds nowhere before it and everywhere after it.
    private func firstPlace(where holds: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
