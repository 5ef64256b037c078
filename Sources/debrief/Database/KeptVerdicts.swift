import Compliance
import Diagnostics
import IncidentModel

extension AssessedIncident {
    /// `{"triage":["met",94,300]}`: each clock's verdict, the seconds that it took or is overdue, and its limit. Clocks that
    /// do not apply are left out.
    var keptVerdicts: String {
        var text = "{"
        text.reserveCapacity(256)
        for place in verdicts.indices {
            let seconds: Int?
            switch verdicts[place].verdict {
            case .met(let elapsed), .breached(let elapsed, _): seconds = elapsed.wholeSeconds
            case .overdue(_, let by): seconds = (verdicts[place].limit?.wholeSeconds ?? 0) + by.wholeSeconds
            case .open, .unproven: seconds = nil
            case .notApplicable: continue
            }
            if text.utf8.count > 1 { text += "," }
            text += "\""
            // Ids of clocks are words of the policy: letters, digits, hyphens.
            text += verdicts[place].clock
            text += "\":[\""
            text += verdicts[place].verdict.kind.rawValue
            text += "\","
            text += seconds.map(String.init) ?? "null"
            text += ","
            text += verdicts[place].limit.map { String($0.wholeSeconds) } ?? "null"
            text += "]"
        }
        text += "}"
        return text
    }
}
