import Diagnostics
import IncidentModel
import Syntax

extension PolicyReader {
    /// A duration longer than zero.
    mutating func duration(_ entry: PolicyEntry?) -> Duration? {
        guard let entry, let text = text(entry) else { return nil }
        switch DurationText.parse(text) {
        case .success(let duration):
            return duration
        case .failure(.notADuration):
            note(
                .policyBadDuration, "`\(text)` is no duration", at: entry.origin,
                help: "a number and a unit: `90 s`, `5 min`, `48 h`, `2 d`")
        case .failure(.notPositive):
            note(.policyBadDuration, "`\(text)` is not longer than zero", at: entry.origin)
        case .failure(.tooLong):
            note(.policyBadDuration, "`\(text)` is longer than ten years", at: entry.origin)
        }
        return nil
    }

    func isList(_ entry: PolicyEntry) -> Bool {
        entry.kind == .list
    }

    /// The keys of a section, whatever stands behind them.
    func names(_ entry: PolicyEntry?) -> [String] {
        guard let entry, entry.kind == .mapping else { return [] }
        return keys(of: entry)
    }

    mutating func milestone(_ entry: PolicyEntry?) -> Milestone? {
        guard let entry, let text = text(entry) else { return nil }
        return milestone(named: text, at: entry.origin)
    }

    mutating func milestone(named name: String, at origin: Origin) -> Milestone? {
        if let milestone = Milestone(rawValue: name) { return milestone }
        let known = Milestone.allCases.map(\.rawValue)
        note(
            .policyUnknownMilestone, "no milestone is called `\(name)`", at: origin,
            help: NearestWord.to(name, among: known).map { "did you mean `\($0)`?" }
                ?? "milestones: " + known.joined(separator: ", "))
        return nil
    }

    mutating func severity(named name: String, at origin: Origin) -> Severity? {
        if let severity = Severity(rawValue: name) { return severity }
        note(
            .policyUnknownSeverity, "no severity is called `\(name)`", at: origin,
            help: "severities: " + Severity.allCases.map(\.rawValue).joined(separator: ", "))
        return nil
    }

    mutating func severities(_ entry: PolicyEntry?) -> Set<Severity>? {
        guard let entry, let items = items(entry) else { return nil }
        var found: Set<Severity> = []
        for item in items {
            guard let text = text(item), let severity = severity(named: text, at: item.origin) else { continue }
            found.insert(severity)
        }
        return found
    }

    mutating func date(_ entry: PolicyEntry?) -> Instant? {
        guard let entry, let text = text(entry) else { return nil }
        guard let instant = EffectiveDate.parse(text) else {
            note(
                .policyBadDate, "`\(text)` is no date", at: entry.origin,
                help: "a day, `2024-01-31`, or a moment in UTC, `2024-01-31T08:00:00Z`")
            return nil
        }
        return instant
    }
}

extension DiagnosticCode {
    static let policyBadDuration = DiagnosticCode(
        "policy-bad-duration", .error, "A duration in the policy cannot be used",
        """
        A duration is a number and a unit: `90 s`, `5 min`, `48 h`, `2 d`, or several from the largest down: \
        `1 h 30 min`. It must be longer than zero and at most ten years.
        """)
    static let policyUnknownMilestone = DiagnosticCode(
        "policy-unknown-milestone", .error, "The policy names a milestone that does not exist",
        """
        The milestones are started, detected, triaged, communicated, mitigated, resolved, closed and reviewed. Clocks \
        run from one of them to another.
        """)
    static let policyUnknownSeverity = DiagnosticCode(
        "policy-unknown-severity", .error, "The policy names a severity that does not exist",
        """
        The severities are sev1, sev2, sev3 and sev4. Words of other systems stand in the table `severities`, below \
        the severity that they mean.
        """)
    static let policyBadDate = DiagnosticCode(
        "policy-bad-date", .error, "The date of the policy cannot be used",
        """
        `effectiveFrom` is a day of the calendar, `2024-01-31` (midnight UTC), or a moment in UTC, \
        `2024-01-31T08:00:00Z`.
        """)
}
