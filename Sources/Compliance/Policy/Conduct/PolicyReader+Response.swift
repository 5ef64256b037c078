import Diagnostics
import IncidentModel
import Syntax

extension PolicyReader {
    /// `response`: roles, notified, and a step for each severity.
    mutating func response(_ entry: PolicyEntry?) -> Policy.ResponseRule {
        var rule = Policy.ResponseRule()
        guard let entry, let fields = fields(entry, ["roles", "notified", "plans"]) else { return rule }
        rule.roles = namedWords(fields["roles"])
        rule.notified = phraseRule(fields["notified"])
        guard let plans = fields["plans"], let steps = self.fields(plans, Severity.allCases.map(\.rawValue)) else {
            return rule
        }
        for severity in Severity.allCases {
            guard let step = steps[severity.rawValue] else { continue }
            rule.plans[severity] = responseStep(step, roles: rule.roles)
        }
        return rule
    }

    private mutating func responseStep(_ entry: PolicyEntry, roles: [NamedWords]) -> Policy.ResponseStep? {
        let known = ["assemble", "channel", "updatesEvery", "notify"]
        guard let fields = fields(entry, known) else { return nil }
        let assemble = references(fields["assemble"], to: roles, as: "role")
        let notify = references(fields["notify"], to: roles, as: "role")
        let channel = fields["channel"].flatMap { self.fields($0, ["name", "title", "words"]) } ?? [:]
        let name = channelName(channel["name"])
        let title = text(channel["title"])
        let words = nameWords(channel["words"])
        let updatesEvery = fields["updatesEvery"].flatMap { cadence($0) }
        guard let name, let title, let words, let field = fields["channel"] else { return nil }
        return Policy.ResponseStep(
            assemble: assemble, channel: name, channelTitle: title,
            channelWords: NamedWords(id: "channel", title: title, words: words, origin: field.origin),
            updatesEvery: updatesEvery, notify: notify, origin: entry.origin)
    }

    /// Text in which only `{id}` stands in braces.
    private mutating func channelName(_ entry: PolicyEntry?) -> String? {
        guard let entry, let text = text(entry) else { return nil }
        let rest = text.replacing("{id}", with: "")
        guard rest.contains(where: { $0 == "{" || $0 == "}" }) else { return text }
        let name = rest.drop { $0 != "{" }.dropFirst().prefix { $0 != "}" }
        unknownName(String(name), kind: "placeholder", among: ["id"], at: entry.origin)
        return nil
    }

    /// A duration, or `as needed`.
    private mutating func cadence(_ entry: PolicyEntry) -> Duration? {
        guard let text = text(entry), text.lowercased() != "as needed" else { return nil }
        return duration(entry)
    }
}
