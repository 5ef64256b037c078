import Diagnostics
import IncidentModel
import Syntax

extension PolicyReader {
    /// `escalation`: the four triggers, and how an escalation is recognised.
    mutating func escalation(_ entry: PolicyEntry?) -> Policy.EscalationRule {
        var rule = Policy.EscalationRule()
        let triggers = EscalationTrigger.allCases.map(\.rawValue)
        guard let entry, let fields = fields(entry, triggers + ["recordedAs", "withoutInterval"]) else { return rule }
        for trigger in EscalationTrigger.allCases { rule.origins[trigger] = fields[trigger.rawValue]?.origin }
        let silence = fields["silence"].flatMap { self.fields($0, ["intervals"]) } ?? [:]
        rule.silentIntervals = amount(silence["intervals"], upTo: 1000) ?? 0
        let customers = fields["customersDoubled"].flatMap { self.fields($0, ["times"]) } ?? [:]
        // Once the customers is no growth.
        rule.customersTimes = amount(customers["times"], above: 1, upTo: 1000) ?? 0
        rule.strategicRequest = phraseRule(fields["strategicRequest"])
        rule.dataIntegrity = phraseRule(fields["dataIntegrity"])
        rule.recordedAs = phraseRule(fields["recordedAs"])
        rule.withoutInterval = duration(fields["withoutInterval"]) ?? .zero
        return rule
    }
}
