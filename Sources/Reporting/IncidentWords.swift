import Compliance
import Diagnostics
import IncidentModel

/// The short things that several pages say about one incident, in the same words everywhere.
struct IncidentWords {
    var edition: Edition
    var assessed: AssessedIncident

    init(edition: Edition, assessed: AssessedIncident) {
        self.edition = edition.judging(assessed)
        self.assessed = assessed
    }

    private var incident: Incident { assessed.incident }
    var phrasing: Phrasing { edition.phrasing }

    /// The export's title, or a plain stand-in that says that there is none.
    var title: String { incident.title?.value.trimmed ?? "Incident without a title" }

    /// `Sev2`; with the export's own word where that differs: `Sev2 (the export says “2 - High”)`.
    var severity: String {
        let declared = incident.declared
        guard let judged = incident.severity?.value else {
            return declared.map { "unknown (the export says “\($0.word.value)”)" } ?? "not on record"
        }
        guard let declared else { return judged.title }
        if declared.severity == judged {
            return declared.word.value.lowercased() == judged.rawValue
                ? judged.title : "\(judged.title) (the export says “\(declared.word.value)”)"
        }
        return "\(judged.title), the highest declared while it was open (the export says “\(declared.word.value)” now)"
    }

    /// For tables: `Sev2`, or `unknown`.
    var shortSeverity: String { incident.severity?.value.title ?? "unknown" }

    /// The lifecycle state that the milestones tell, as a word.
    var state: String {
        switch incident.state {
        case .detected: incident.milestones[.detected] == nil ? "no milestone on record" : "detected"
        case .postMortem: "resolved, reviewed"
        case let state: state.rawValue
        }
    }

    /// Where the export's status word and the milestones do not agree.
    var contradiction: String? {
        guard let word = incident.statusWord else { return nil }
        let said = "The export's status is “\(word.value)”"
        switch (edition.policy.status.reading(of: word.value, in: incident.system), incident.milestones[.resolved]) {
        case (.active, let resolved?):
            return "\(said), but it records a resolution at \(phrasing.moment(resolved.instant))."
        case (.over, nil): return "\(said), but it records no time of resolution."
        case (.over, _?), (.active, nil), (nil, _): return nil
        }
    }

    /// Whether a post-mortem is owed, in a sentence.
    var postMortemDuty: String {
        switch assessed.postMortem {
        case .done(let instant): "held \(phrasing.minute(instant))"
        case .notRequired: "not required by the policy"
        case .mandatory(let due): "mandatory for \(shortSeverity)" + dueWords(due)
        case .requested(let due): "asked for by the export" + dueWords(due)
        case .recurring(let due): "mandatory, for it recurs" + dueWords(due)
        }
    }

    private func dueWords(_ due: Instant?) -> String {
        guard let due else {
            return ", due once “\(edition.policy.postMortemClock?.start.words ?? "resolved")” is on record"
        }
        return ", " + dueOrOverdue(due)
    }

    /// `due 2024-02-17 15:33 UTC`, or by how much it is late.
    func dueOrOverdue(_ due: Instant) -> String {
        edition.asOf > due
            ? "overdue by \(phrasing.late(since: due, at: edition.asOf)) (was due \(phrasing.minute(due)))"
            : "due \(phrasing.minute(due))"
    }

    /// Who leads: the responder whose role says so, by name, otherwise by team.
    var commander: String? {
        let leaders = incident.responders.filter { $0.role.lowercased().contains("commander") }
        let names = leaders.compactMap { $0.name?.trimmed ?? $0.team?.trimmed }
        return names.isEmpty ? nil : Phrasing.list(names)
    }

    /// `1 h 10 min 50 s`, from detection to resolution, where both stand in order.
    var timeToResolve: String? {
        incident.milestones.seconds(from: .detected, to: .resolved).map { Phrasing.duration($0) }
    }

    /// The same for tables: `1 h 11 min`.
    var roundedTimeToResolve: String? {
        incident.milestones.seconds(from: .detected, to: .resolved).map { Phrasing.rounded(Double($0)) }
    }
}
