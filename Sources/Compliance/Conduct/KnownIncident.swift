import Diagnostics
package import IncidentModel

/// An incident as it was known at a moment: without the milestones, entries, messages and counts that lie later.
///
/// The only door to the conduct's rules, so that none of them can look into the future.
package struct KnownIncident: Sendable, Equatable {
    package let incident: Incident
    package let asOf: Instant
    /// Timeline, messages, actions that are done, cause and resolution; each part in its own order.
    package let texts: [RecordedText]

    package init(_ incident: Incident, asOf: Instant) {
        var known = incident
        if known.milestones.marks.contains(where: { $0.instant > asOf }) {
            known.milestones = Milestones(known.milestones.marks.filter { $0.instant <= asOf })
        }
        if known.severityHistory.contains(where: { $0.instant > asOf }) {
            known.severityHistory.removeAll { $0.instant > asOf }
        }
        if known.hasStory { known.story.forget(after: asOf) }
        self.incident = known
        self.asOf = asOf
        texts = known.texts
    }

    /// When a milestone was; `nil` where it is absent, or lies after the moment.
    package func instant(of milestone: Milestone) -> Instant? { incident.milestones.instant(of: milestone) }

    /// The severity that judges it. Never inlined: the optimiser of Swift 6.3.1 stops with "Found ownership error" where
    /// this is laid into an initializer.
    package var severity: Severity? {
        @inline(never) get { incident.severity?.value }
    }

    /// Whether a later milestone shows that this one must have come, whenever that was.
    func isProven(_ milestone: Milestone) -> Bool {
        Moments(incident.milestones, asOf: asOf).hasAny(of: milestone.proofs)
    }

    /// Whether anything was written down while it went on: without it, what was not written cannot be told.
    var hasLog: Bool { !incident.timeline.isEmpty || !incident.communications.isEmpty }

    /// A milestone as a fact.
    func fact(of milestone: Milestone) -> RecordedFact? {
        incident.milestones[milestone].map {
            RecordedFact("lifecycle.\(milestone.rawValue)", .instant($0.instant), at: $0.instant, origin: $0.origin)
        }
    }
}

extension Story {
    fileprivate mutating func forget(after moment: Instant) {
        if timeline.contains(where: { $0.instant > moment }) { timeline.removeAll { $0.instant > moment } }
        if communications.contains(where: { $0.isLater(than: moment) }) {
            communications.removeAll { $0.isLater(than: moment) }
        }
        if impact.history.contains(where: { $0.instant > moment }) {
            impact.history.removeAll { $0.instant > moment }
        }
        if deployments.contains(where: { $0.instant > moment }) { deployments.removeAll { $0.instant > moment } }
    }
}

extension Communication {
    fileprivate func isLater(than moment: Instant) -> Bool { instant.map { $0 > moment } ?? false }
}

extension Incident {
    fileprivate var texts: [RecordedText] {
        var texts = timeline.map { RecordedText(.timeline, $0.text, at: $0.instant, origin: $0.origin) }
        for message in communications {
            guard let body = message.body else { continue }
            texts.append(RecordedText(.message, body, at: message.instant, origin: message.origin))
        }
        for action in actions where action.state == .done {
            texts.append(RecordedText(.action, action.text, at: nil, origin: action.origin))
        }
        if let rootCause { texts.append(RecordedText(.cause, rootCause.value, at: nil, origin: rootCause.origin)) }
        if let resolution {
            texts.append(RecordedText(.resolution, resolution.value, at: nil, origin: resolution.origin))
        }
        return texts
    }
}
