import IncidentModel

/// What was found out about the words of one run of incidents: their exports repeat a few channels, audiences and
/// actors again and again.
final class WordMemory {
    private struct Address: Hashable {
        var channel: String
        var audience: String?
    }

    /// Kinds of messages, a bit for each.
    struct Kinds {
        /// Those that the message is of.
        var own: UInt32 = 0
        /// Those that it would be of if it went to an account by name.
        var byChannel: UInt32 = 0
    }

    private let kinds: [MessageKind]
    private let responders: ResponderWords
    private var addresses: [Address: Kinds] = [:]
    private var actors: [String: ResponderWords.Reading] = [:]
    /// More words than this no export repeats: hostile ones are forgotten.
    private static let most = 10_000

    init(_ policy: Policy) {
        kinds = policy.messages
        responders = policy.responders
    }

    func kinds(of channel: String, _ audience: String?) -> Kinds {
        let address = Address(channel: channel, audience: audience)
        if let known = addresses[address] { return known }
        var found = Kinds()
        for (place, kind) in kinds.enumerated() where kind.counts(channel: channel) {
            found.byChannel |= 1 << UInt32(place)
            if kind.counts(audience: audience) { found.own |= 1 << UInt32(place) }
        }
        if addresses.count >= Self.most { addresses.removeAll() }
        addresses[address] = found
        return found
    }

    func reading(of actor: String) -> ResponderWords.Reading {
        if let known = actors[actor] { return known }
        let reading = responders.reading(of: actor)
        if actors.count >= Self.most { actors.removeAll() }
        actors[actor] = reading
        return reading
    }
}
