import Compliance
import IncidentModel
import Typesetting

/// A clock's promise in words, and the line of the policy that makes it.
struct ClockRule {
    var clock: Clock
    var policy: Policy
    var room: ExhibitRoom
    var phrasing: Phrasing

    /// `from “detected” to “triaged”, within 15 min at Sev2; exactly on the limit is met`.
    func sentence(at severity: Severity?) -> String {
        var words = "from “\(clock.startWords)” to “\(clock.stopWords)”"
        if let severity {
            words +=
                Phrasing.target(of: clock, at: severity).map { ", within \($0) at \(severity.title)" }
                ?? ", with no target at \(severity.title)"
        }
        return words + "; exactly on the limit is met"
    }

    /// `Sev1 5 min, Sev2 15 min, Sev3 1 h, Sev4 4 h`.
    var limits: String {
        Severity.allCases.map { "\($0.title) \(Phrasing.target(of: clock, at: $0) ?? "no target")" }
            .joined(separator: ", ")
    }

    var policyStatement: Statement {
        Statement(
            "policy", "“\(policy.name)”, in force since \(phrasing.moment(policy.effectiveFrom))",
            values: ["policy": policy.json], exhibits: [room.exhibit(clock.origin)])
    }

    /// What hours count, and what makes the clock stand still; `nil` where every second counts.
    var pace: Statement? {
        let calendar = clock.calendar.map { "only the hours of the calendar “\($0.name)” (\($0.zone.name)) count" }
        let pauses =
            clock.pauses.isEmpty
            ? nil : "it stands still while the status is one of “\(Phrasing.list(clock.pauses.sorted(), "or"))”"
        let words = [calendar, pauses].compactMap { $0 }
        return words.isEmpty ? nil : Statement("hours", words.joined(separator: "; "))
    }

    /// How the instances of a clock with several make one verdict.
    var gathering: Statement? {
        guard clock.hasManyInstances || clock.accounts != nil else { return nil }
        return Statement(
            "together",
            "it is judged once for each update, promised time or account; the worst instance decides: breached before "
                + "overdue, unproven, open and met")
    }
}
