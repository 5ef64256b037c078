import Diagnostics
import IncidentModel
import Syntax

extension PolicyReader {
    /// `inference`: a list of named rules.
    mutating func inference(_ entry: PolicyEntry?) -> [InferenceRule] {
        guard let entry, let items = items(entry) else { return [] }
        var names: Set<String> = []
        return items.compactMap { item in
            guard let fields = fields(item, ["name", "milestone", "phrases", "unless", "takes"], optional: ["unless"])
            else { return nil }
            let name = text(fields["name"])
            let milestone = milestone(fields["milestone"])
            let phrases = words(fields["phrases"])
            let unless = fields["unless"].flatMap { words($0) } ?? []
            let takesLast = takesLast(fields["takes"])
            if let name, let field = fields["name"], !names.insert(name).inserted {
                note(.policyBadName, "another rule is called `\(name)`", at: field.origin)
            }
            guard let name, let milestone, let phrases, let takesLast else { return nil }
            return InferenceRule(
                name: name, milestone: milestone, phrases: phrases.map(\.value), unless: unless.map(\.value),
                takesLast: takesLast)
        }
    }

    private mutating func takesLast(_ entry: PolicyEntry?) -> Bool? {
        guard let entry, let text = text(entry) else { return nil }
        switch text {
        case "first": return false
        case "last": return true
        default:
            wrongShape(entry, "`first` or `last`")
            return nil
        }
    }

    mutating func resolutionEmail(_ entry: PolicyEntry?, clocks: [Clock], ids: [String]) -> Policy.ResolutionEmailRule?
    {
        let known = ["clock", "sender", "remindFor", "strategic", "executive"]
        guard let entry, let fields = fields(entry, known) else { return nil }
        let clock = named(fields["clock"], among: ids, "clock")
        let sender = fields["sender"].flatMap { self.fields($0, ["name", "address"]) } ?? [:]
        let name = text(sender["name"])
        let address = address(sender["address"])
        let remindFor = duration(fields["remindFor"])
        if let found = clocks.first(where: { $0.id == clock }), let field = fields["clock"] {
            if case .message = found.stop {
            } else {
                note(.policyMixedClock, "`\(found.id)` does not stop at a message", at: field.origin)
            }
        }
        let strategic = strategicMail(fields["strategic"])
        let executive = text(fields["executive"])
        guard let clock, let name, let address, let remindFor, let strategic, let executive else { return nil }
        return Policy.ResolutionEmailRule(
            clock: clock, senderName: name, senderAddress: address, remindFor: remindFor, strategic: strategic,
            executive: executive)
    }

    private mutating func strategicMail(_ entry: PolicyEntry?) -> Policy.StrategicMailRule? {
        guard let entry, let fields = fields(entry, ["customerSuccessManager", "remediation"]) else { return nil }
        let manager: Policy.StrategicMailRule.ManagerRole? = choice(fields["customerSuccessManager"], "role")
        let remediation = flag(fields["remediation"])
        guard let manager, let remediation else { return nil }
        return Policy.StrategicMailRule(manager: manager, offersRemediation: remediation)
    }

    /// A plain address: something, `@`, something, and nothing that could begin another header.
    private mutating func address(_ entry: PolicyEntry?) -> String? {
        guard let entry, let text = text(entry) else { return nil }
        let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !Self.reserved.contains($0) }
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), isPlain, text.utf8.count <= 254 else {
            wrongShape(entry, "a mail address such as `support@example.com`")
            return nil
        }
        return text
    }

    private static let reserved = Set("<>()[],;:\\\"".utf8)

    mutating func statistics(_ entry: PolicyEntry?) -> Policy.StatisticsRule? {
        let known = ["p90From", "p95From", "medianIntervalFrom", "significance"]
        guard let entry, let fields = fields(entry, known) else { return nil }
        let p90 = count(fields["p90From"])
        let p95 = count(fields["p95From"])
        let medianInterval = count(fields["medianIntervalFrom"])
        let significance = share(fields["significance"])
        guard let p90, let p95, let medianInterval, let significance else { return nil }
        return Policy.StatisticsRule(
            p90From: p90, p95From: p95, medianIntervalFrom: medianInterval, significance: significance)
    }
}
