package import Compliance
package import Diagnostics
import IncidentModel
import Typesetting

/// What a word means by itself: a diagnostic, a clock, a metric, a writing rule, a milestone, a duty or a trigger.
package struct WordExplanation: Sendable {
    private let codes: [DiagnosticCode]
    private let book: PolicyBook
    private let rules: [any WritingRule]
    private let room: ExhibitRoom
    private let phrasing: Phrasing

    package init(codes: [DiagnosticCode], book: PolicyBook, room: ExhibitRoom, phrasing: Phrasing) {
        self.codes = codes
        self.book = book
        self.room = room
        self.phrasing = phrasing
        rules = WritingDesk(book.newest).rules.rules
    }

    /// Every word that can be explained, each once.
    package var words: [String] {
        var known: Set<String> = []
        let all =
            book.clocks.map(\.id) + Metric.catalog.map(\.id) + rules.map(\.code.id) + codes.map(\.id)
            + Milestone.allCases.map(\.rawValue) + IncidentExplanation.words(of: book.newest)
        return all.filter { known.insert($0).inserted }
    }

    /// The known words nearest to one that is not, nearest first.
    package func nearest(to word: String, most: Int = 3) -> [String] {
        var left = words
        var found: [String] = []
        while found.count < most, let near = NearestWord.to(word, among: left) {
            found.append(near)
            left.removeAll { $0 == near }
        }
        return found
    }

    /// `nil` for a word that nothing is called by. One word may name several things.
    package func explanation(of word: String) -> Explanation? {
        let key = word.bareLetters
        let statements =
            book.clocks.filter { $0.id.bareLetters == key }.map(clock)
            + Metric.catalog.filter { $0.id == key }.map(metric)
            + rules.filter { $0.code.id.bareLetters == key }.map(rule)
            + codes.filter { $0.id.bareLetters == key }.map(code)
            + Milestone.allCases.filter { $0.rawValue == key }.map(milestone)
            + IncidentTopic.named(word, in: book.newest).compactMap(topic)
        return statements.isEmpty ? nil : Explanation(word, statements)
    }

    private func code(_ code: DiagnosticCode) -> Statement {
        Statement(
            "\(code.level.rawValue)[\(code.id)]", code.summary,
            values: ["code": .string(code.id), "level": .string(code.level.rawValue)],
            parts: [Statement("meaning", code.explanation)])
    }

    private func clock(_ clock: Clock) -> Statement {
        let versions = book.policies.reversed().compactMap { policy in
            policy.clock(clock.id).map { ClockRule(clock: $0, policy: policy, room: room, phrasing: phrasing) }
        }
        return Statement(
            "clock \(clock.id)", clock.title, values: ["clock": .string(clock.id)],
            parts: versions.flatMap { rule in
                [
                    Statement("rule", rule.sentence(at: nil)), Statement("limits", rule.limits), rule.pace,
                    rule.gathering, rule.policyStatement,
                ].compactMap { $0 }
            })
    }

    private func metric(_ metric: Metric) -> Statement {
        Statement(
            "metric \(metric.id)", metric.title, values: ["metric": .string(metric.id)],
            parts: [
                Statement(
                    "rule",
                    "the mean over the incidents of the period that have both milestones on record, in order; every other "
                        + "incident is counted beside it with the reason"),
                Statement(metric.start.rawValue, phrasing.meaning(metric.start)),
                Statement(metric.stop.rawValue, phrasing.meaning(metric.stop)),
            ])
    }

    private func milestone(_ milestone: Milestone) -> Statement {
        let users = book.newest.clocks.filter { $0.start == .milestone(milestone) || $0.stop == .milestone(milestone) }
        let parts = users.isEmpty ? [] : [Statement("clocks", Phrasing.list(users.map(\.id)))]
        return Statement("milestone \(milestone.rawValue)", phrasing.meaning(milestone), parts: parts)
    }

    private func rule(_ rule: any WritingRule) -> Statement {
        let readers = Audience.allCases.filter(rule.audiences.contains).map(\.rawValue)
        return Statement(
            "writing rule \(rule.code.id)", rule.summary, values: ["rule": .string(rule.code.id)],
            parts: [Statement("reads texts for", Phrasing.list(readers))]
                + rule.examples.broken.prefix(1).map { Statement("broken", $0) }
                + rule.examples.kept.prefix(1).map { Statement("kept", $0) })
    }

    private func topic(_ topic: IncidentTopic) -> Statement? {
        let policy = book.newest
        switch topic {
        case .clock: return nil
        case .severity:
            return Statement(
                "severity", "the highest that was declared while the incident was open judges it",
                parts: policy.conduct.severityAssessment.map { rule in
                    Statement(
                        "rule “\(rule.name)”", "\(rule.severity.title) for \(rule.condition)",
                        exhibits: [room.exhibit(rule.origin)])
                })
        case .duty(let duty):
            let rule = policy.conduct.duties.rules[duty]
            let severities = (rule?.severities ?? []).sorted(by: >).map(\.title)
            let within = rule?.within.map { ", within \(Phrasing.limit($0)) of the resolution" } ?? ""
            let judge = duty.clock.map { "judged by the clock “\($0)”" }
            let owed = severities.isEmpty ? nil : "owed at \(Phrasing.list(severities))"
            let words = [owed, judge].compactMap { $0 }.joined(separator: ", ")
            return Statement(
                "duty \(topic.name)", words.isEmpty ? "owed for its reason" : words + within,
                exhibits: rule.map { [room.exhibit($0.origin)] } ?? [])
        case .trigger(let trigger):
            let rule = policy.conduct.escalation
            return Statement(
                "escalation trigger \(topic.name)", IncidentExplanation.meaning(trigger, rule),
                exhibits: rule.origins[trigger].map { [room.exhibit($0)] } ?? [])
        case .message(let id):
            guard let rule = policy.conduct.communications.messages.first(where: { $0.id == id }) else { return nil }
            return Statement("message \(id)", rule.title, exhibits: [room.exhibit(rule.origin)])
        }
    }
}
