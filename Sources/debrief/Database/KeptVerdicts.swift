import Compliance
import Diagnostics
import IncidentModel

extension AssessedIncident {
    /// `{"triage":["met",94,300]}`: each clock's verdict, the seconds that it took or is overdue, and its limit. Clocks that
    /// do not apply are left out.
    var keptVerdicts: String {
        var text = ""
        for judged in verdicts {
            let seconds: Int?
            switch judged.verdict {
            case .met(let elapsed), .breached(let elapsed, _): seconds = elapsed.wholeSeconds
            case .overdue(_, let by): seconds = (judged.limit?.wholeSeconds ?? 0) + by.wholeSeconds
            case .open, .unproven: seconds = nil
            case .notApplicable: continue
            }
            text += text.isEmpty ? "{" : ","
            let elapsed = seconds.map(String.init) ?? "null"
            let limit = judged.limit.map { String($0.wholeSeconds) } ?? "null"
            // Ids of clocks are words of the policy: letters, digits, hyphens.
            text += "\"\(judged.clock.filter { $0 != "\"" && $0 != "\\" })\":"
            text += "[\"\(judged.verdict.kind.rawValue)\",\(elapsed),\(limit)]"
        }
        return text.isEmpty ? "{}" : text + "}"
    }
}
