import Diagnostics
import IncidentModel
import Syntax

extension PolicyReader {
    /// `duties`: what is owed after an incident. The mandate and the time of the post-mortem and of the resolution mail
    /// are those of their clocks.
    mutating func duties(_ entry: PolicyEntry?) -> Policy.DutyRules {
        var duties = Policy.DutyRules()
        let known = PostIncidentDuty.allCases.filter { $0 != .resolutionMail }
        guard let entry, let fields = fields(entry, known.map(\.rawValue)) else { return duties }
        for duty in known {
            guard let field = fields[duty.rawValue] else { continue }
            let keys =
                switch duty {
                case .postMortem: ["requestedAs"]
                case .runbookUpdate: ["severities", "within", "processGap", "recordedAs"]
                default: ["severities", "within", "recordedAs"]
                }
            guard let values = self.fields(field, keys, optional: ["within"]) else { continue }
            duties.rules[duty] = Policy.DutyRule(
                severities: severities(values["severities"]) ?? [], within: duration(values["within"]),
                recordedAs: values["recordedAs"].map { phraseRule($0) } ?? PhraseRule(), origin: field.origin)
            switch duty {
            case .postMortem:
                duties.postMortemRequest = phraseRule(values["requestedAs"])
            case .runbookUpdate: duties.processGap = phraseRule(values["processGap"])
            default: break
            }
        }
        return duties
    }
}
