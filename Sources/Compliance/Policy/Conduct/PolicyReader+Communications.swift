import Diagnostics
import IncidentModel
import Syntax

extension PolicyReader {
    /// `communications`: channels, audiences, and the messages that are owed.
    mutating func communications(_ entry: PolicyEntry?) -> Policy.CommunicationRule {
        var rule = Policy.CommunicationRule()
        guard let entry, let fields = fields(entry, ["channels", "audiences", "messages"]) else { return rule }
        rule.channels = namedWords(fields["channels"])
        rule.audiences = namedWords(fields["audiences"])
        rule.messages = namedPairs(fields["messages"]).compactMap { message($0, rule) }
        return rule
    }

    private mutating func message(_ pair: PolicyPair, _ rule: Policy.CommunicationRule) -> Policy.MessageRule? {
        let known = ["title", "state", "channel", "audience", "reachedBy", "strategicOnly", "from", "within"]
        guard let fields = fields(pair.value, known, optional: ["reachedBy", "strategicOnly"]) else { return nil }
        let title = text(fields["title"])
        let state: LifecycleState? = choice(fields["state"], "state")
        let channel = reference(fields["channel"], to: rule.channels, as: "channel")
        let audience = reference(fields["audience"], to: rule.audiences, as: "audience")
        let reachedBy = references(fields["reachedBy"], to: rule.audiences, as: "audience")
        let isForStrategicAccounts = flag(fields["strategicOnly"]) ?? false
        let from = milestone(fields["from"])
        let within = durationsBySeverity(fields["within"])
        guard let title, let state, let channel, let audience, let from else { return nil }
        return Policy.MessageRule(
            id: pair.key, title: title, state: state, channel: channel, audience: audience, reachedBy: reachedBy,
            isForStrategicAccounts: isForStrategicAccounts, from: from, within: within, origin: pair.origin)
    }
}
