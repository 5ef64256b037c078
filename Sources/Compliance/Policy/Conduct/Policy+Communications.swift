package import Diagnostics
package import IncidentModel

extension Policy {
    /// Which messages are owed, by state, channel and audience (specification, "Phase 4: Communication Orchestration").
    package struct CommunicationRule: Sendable, Equatable {
        package var channels: [NamedWords] = []
        package var audiences: [NamedWords] = []
        /// In the order of the file.
        package var messages: [MessageRule] = []

        package init() {}
    }

    /// One message that is owed.
    package struct MessageRule: Sendable, Equatable {
        package var id: String
        package var title: String
        /// The state of the lifecycle that asks for it.
        package var state: LifecycleState
        package var channel: NamedWords
        package var audience: NamedWords
        /// Wider audiences, a message to which reaches this one too.
        package var reachedBy: [NamedWords]
        /// Owed only where a strategic account is affected.
        package var isForStrategicAccounts: Bool
        /// The milestone that its time counts from …
        package var from: Milestone
        /// … and how long it has; a severity that is left out gets no such message.
        package var within: [Severity: Duration]
        /// Where in the policy file it stands.
        package var origin: Origin

        package init(
            id: String, title: String, state: LifecycleState, channel: NamedWords, audience: NamedWords,
            reachedBy: [NamedWords], isForStrategicAccounts: Bool, from: Milestone, within: [Severity: Duration],
            origin: Origin
        ) {
            self.id = id
            self.title = title
            self.state = state
            self.channel = channel
            self.audience = audience
            self.reachedBy = reachedBy
            self.isForStrategicAccounts = isForStrategicAccounts
            self.from = from
            self.within = within
            self.origin = origin
        }

        /// Whether a message went over the channel to the audience, which is compared as a whole. One that names no
        /// audience counts as one to all.
        package func counts(_ message: Communication) -> Bool {
            counts(channel: PlainName(message.channel), audience: message.audience.map { PlainName($0) })
        }

        func counts(channel name: PlainName, audience reached: PlainName?) -> Bool {
            guard channel.word(in: name) != nil else { return false }
            guard let reached else { return true }
            return audience.isWhole(reached) || reachedBy.contains { $0.isWhole(reached) }
        }
    }
}
