package import Diagnostics
package import IncidentModel

extension Policy {
    /// Who is called together at which severity (specification, "Phase 2: Team Assembly & Coordination").
    package struct ResponseRule: Sendable, Equatable {
        package var roles: [NamedWords] = []
        package var plans: [Severity: ResponseStep] = [:]
        /// How a text says that somebody was notified.
        package var notified = PhraseRule()

        package init() {}
    }

    /// What the specification asks for at one severity.
    package struct ResponseStep: Sendable, Equatable {
        package var assemble: [NamedWords]
        /// `#incident-{id}`, or words that name a channel.
        package var channel: String
        /// What the channel is: `war room`.
        package var channelTitle: String
        /// Words of channels that are it; empty where nothing can be seen of it.
        package var channelWords: NamedWords
        /// `nil`: as needed.
        package var updatesEvery: Duration?
        package var notify: [NamedWords]
        /// Where in the policy file it stands.
        package var origin: Origin

        package init(
            assemble: [NamedWords], channel: String, channelTitle: String, channelWords: NamedWords,
            updatesEvery: Duration?, notify: [NamedWords], origin: Origin
        ) {
            self.assemble = assemble
            self.channel = channel
            self.channelTitle = channelTitle
            self.channelWords = channelWords
            self.updatesEvery = updatesEvery
            self.notify = notify
            self.origin = origin
        }

        /// The channel of one incident. An id goes in as chat systems spell channels: lower-case letters, digits and
        /// hyphens.
        package func channel(of id: String) -> String {
            let name = NoticeWords.plain(id).prefix(60).split(separator: " ").joined(separator: "-")
            return channel.replacing("{id}", with: name)
        }
    }
}
