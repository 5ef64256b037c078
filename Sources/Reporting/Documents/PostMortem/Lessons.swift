import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// What the facts suggest that a review talks about. Each line is a fact of the export, with a question at most: the
/// answers are the review's.
struct Lessons: Sendable {
    var well: [String] = []
    var badly: [String] = []
    var lucky: [String] = []
    var cause: [String] = []

    let edition: Edition
    let assessed: AssessedIncident
    let conduct: IncidentConduct
    var incident: Incident { assessed.incident }
    var phrasing: Phrasing { edition.phrasing }
    private var rule: Policy.LessonsRule { edition.policy.lessons }

    init(edition: Edition, assessed: AssessedIncident, conduct: IncidentConduct? = nil) {
        self.edition = edition
        self.assessed = assessed
        self.conduct =
            conduct
            ?? IncidentConduct(
                assessed, policy: edition.policy, recurrence: nil, asOf: edition.asOf, usage: edition.usage)
        promises()
        source()
        firstWitness()
        severity()
        response()
        night()
        unnoticed()
        silence()
        course()
        deployments()
        precedents()
    }

    private mutating func promises() {
        var unproven: [String] = []
        for judged in assessed.verdicts {
            let title = edition.title(ofClock: judged.clock)
            let line = "\(title): \(phrasing.verdict(judged.verdict, limit: judged.limit))."
            switch judged.verdict.kind {
            case .met: well.append(line)
            case .breached, .overdue: badly.append(line)
            case .unproven: unproven.append(title.lowercased())
            case .open, .notApplicable: break
            }
        }
        guard !unproven.isEmpty else { return }
        badly.append(
            phrasing.phrases(
                "lesson.unproven",
                [
                    "count": Phrasing.count(unproven.count, "promise"), "titles": unproven.joined(separator: "; "),
                ]))
    }

    private mutating func source() {
        guard let word = incident.source?.value.trimmed else { return }
        switch rule.noticedBy.noticer(in: word) {
        case .people: badly.append("The source on record is “\(word)”. Could monitoring have noticed first?")
        case .machines: well.append("The source on record is “\(word)”: a machine noticed.")
        case nil: break
        }
    }

    private mutating func night() {
        guard let detected = incident.milestones[.detected]?.instant else { return }
        guard rule.night.contains(hour: phrasing.hour(detected)) else { return }
        lucky.append(
            "It was detected at night (\(phrasing.shortTime(detected)) \(phrasing.zoneWord(detected))). "
                + "Was somebody awake by plan, or by luck?")
    }

    private mutating func unnoticed() {
        guard let seconds = incident.milestones.seconds(from: .started, to: .detected),
            seconds >= rule.unnoticedFrom.wholeSeconds
        else { return }
        badly.append("Impact began \(Phrasing.duration(seconds)) before it was detected.")
    }

    /// The longest stretch between two messages, or between the last one and the resolution.
    private mutating func silence() {
        var moments = incident.communications.compactMap(\.instant).sorted()
        guard !moments.isEmpty else { return }
        let end = incident.milestones[.resolved]?.instant
        if let end { moments = moments.filter { $0 <= end } + [end] }
        let gaps = zip(moments, moments.dropFirst())
        guard let gap = gaps.max(by: { $0.1.wholeSeconds(since: $0.0) < $1.1.wholeSeconds(since: $1.0) }) else {
            return
        }
        let seconds = gap.1.wholeSeconds(since: gap.0)
        guard seconds > rule.silenceBeyond.wholeSeconds else { return }
        badly.append(
            "The longest stretch without a message on record is \(Phrasing.duration(seconds)) "
                + "(\(phrasing.span(gap.0, gap.1))).")
    }

    private mutating func course() {
        if incident.reopenings > 0 {
            let times = incident.reopenings == 1 ? "once" : "\(incident.reopenings) times"
            badly.append("It was opened again \(times) after a resolution. What had the first fix missed?")
        }
        let steps = zip(incident.severityHistory, incident.severityHistory.dropFirst())
        for (before, after) in steps {
            guard let old = before.declared.severity, let new = after.declared.severity, new > old else { continue }
            badly.append(
                "Its severity rose from \(old.title) to \(new.title) at \(phrasing.moment(after.instant)). "
                    + "Could the graver one have been seen earlier?")
        }
        if incident.impact.workaround?.value.trimmed != nil || incident.impact.isWorkaroundAvailable?.value == true {
            lucky.append("A workaround was available. Was it designed, or did it happen to exist?")
        }
    }

    private mutating func deployments() {
        guard let detected = incident.milestones[.detected]?.instant else { return }
        for deployment in incident.deployments {
            let before = detected.wholeSeconds(since: deployment.instant)
            guard (0...rule.deploymentWithin.wholeSeconds).contains(before) else { continue }
            cause.append(
                "“\(PostMortem.name(of: deployment))” was deployed \(Phrasing.duration(before)) before detection. "
                    + "Did it contribute?")
        }
    }
}
