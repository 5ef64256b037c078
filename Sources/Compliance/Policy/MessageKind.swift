package import IncidentModel

/// A kind of message that clocks look for, told by channel and audience: words in the policy file.
package struct MessageKind: Sendable, Equatable {
    /// The name that clocks use: `status-page`.
    package var id: String
    /// Words of which a channel contains one, `email` in `email_and_slack`, in lower case; empty: any channel will do.
    package var channels: Set<String>
    /// Audiences that count, compared as a whole, in lower case; empty: all but ``excepted``.
    package var audiences: Set<String>
    /// Audiences that never count.
    package var excepted: Set<String>
    /// Whether a message that names no audience counts.
    package var countsUnaddressed: Bool

    package init(
        id: String, channels: Set<String>, audiences: Set<String>, excepted: Set<String> = [],
        countsUnaddressed: Bool = true
    ) {
        self.id = id
        self.channels = channels
        self.audiences = audiences
        self.excepted = excepted
        self.countsUnaddressed = countsUnaddressed
    }

    package func counts(_ message: Communication) -> Bool {
        counts(channel: message.channel) && counts(audience: message.audience)
    }

    func counts(channel: String) -> Bool {
        guard !channels.isEmpty else { return true }
        let channel = channel.lowercased()
        return channels.contains { channel.contains($0) }
    }

    func counts(audience: String?) -> Bool {
        guard let audience = audience?.lowercased() else { return countsUnaddressed }
        return !excepted.contains(audience) && (audiences.isEmpty || audiences.contains(audience))
    }
}

extension Policy {
    /// Whether a message is of a kind; a kind that the policy does not know has none.
    package func counts(_ message: Communication, as kind: String) -> Bool {
        messages.first { $0.id == kind }?.counts(message) ?? false
    }
}
