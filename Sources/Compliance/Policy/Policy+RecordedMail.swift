package import IncidentModel

extension Policy {
    /// Which messages of an export count as the resolution mail to everyone affected.
    package struct RecordedMail: Sendable, Equatable {
        /// Words of which a channel contains one, `email` in `email_and_slack`; in lower case.
        package var channels: Set<String>
        /// Audiences that are everyone affected, in lower case.
        package var audiences: Set<String>

        package init(channels: Set<String>, audiences: Set<String>) {
            self.channels = channels
            self.audiences = audiences
        }

        /// A message that names no audience counts as one to everybody.
        package func counts(_ message: Communication) -> Bool {
            let channel = message.channel.lowercased()
            guard channels.contains(where: channel.contains) else { return false }
            return message.audience.map { audiences.contains($0.lowercased()) } ?? true
        }
    }
}
