package import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// Where the verdicts, the severity and the duties of one incident come from.
package struct IncidentExplanation: Sendable {
    let edition: Edition
    let assessed: AssessedIncident
    let assessor: Assessor
    let conduct: IncidentConduct
    let room: ExhibitRoom
    let rivals: [RivalVerdict]

    package init(
        of assessed: AssessedIncident, edition: Edition, by assessor: Assessor, recurrence: Recurrence?,
        room: ExhibitRoom
    ) {
        self.edition = edition.judging(assessed)
        self.assessed = assessed
        self.assessor = assessor
        self.room = room
        conduct = IncidentConduct(
            assessed, policy: self.edition.policy, recurrence: recurrence, asOf: edition.asOf, usage: edition.usage)
        rivals = assessor.rivals(of: assessed)
    }

    var incident: Incident { assessed.incident }
    var policy: Policy { edition.policy }
    var phrasing: Phrasing { edition.phrasing }

    /// Everything, or what one word names; `nil` where the word names nothing of an incident.
    package func explanation(of word: String?) -> Explanation? {
        guard let word else { return Explanation(title, everything) }
        let found = IncidentTopic.named(word, in: policy).compactMap(statement)
        return found.isEmpty ? nil : Explanation(title, found + [edition.computation(under: policy)])
    }

    private var title: String {
        let words = IncidentWords(edition: edition, assessed: assessed)
        return "\(incident.id) (\(words.shortSeverity)): \(words.title), as of \(phrasing.moment(edition.asOf))"
    }

    private var everything: [Statement] {
        assessed.verdicts.map(clock) + [severity, Statement("duties after the incident", "", parts: duties)]
            + [Statement("escalation triggers", "", parts: triggers)]
            + [Statement("messages due", "", parts: messages), edition.computation(under: policy)]
    }

    private func statement(_ topic: IncidentTopic) -> Statement? {
        switch topic {
        case .clock(let id): assessed.verdicts.first { $0.clock == id }.map(clock)
        case .severity: severity
        case .duty(let duty): conduct.duties[duty].map(self.duty)
        case .trigger(let trigger):
            conduct.escalation.findings.first { $0.trigger == trigger }.map(self.trigger)
        case .message(let id): conduct.communications.items.first { $0.message.id == id }.map(message)
        }
    }
}

/// What of an incident can be explained by itself.
enum IncidentTopic: Sendable, Equatable {
    case clock(String)
    case severity
    case duty(PostIncidentDuty)
    case trigger(EscalationTrigger)
    case message(String)

    static func all(of policy: Policy) -> [IncidentTopic] {
        policy.clocks.map { .clock($0.id) } + [.severity] + PostIncidentDuty.allCases.map { .duty($0) }
            + EscalationTrigger.allCases.map { .trigger($0) }
            + policy.conduct.communications.messages.map { .message($0.id) }
    }

    /// As people type it: `customers-doubled`.
    var name: String {
        switch self {
        case .clock(let id), .message(let id): id
        case .severity: "severity"
        case .duty(let duty): duty.rawValue.hyphenated
        case .trigger(let trigger): trigger.rawValue.hyphenated
        }
    }

    /// Case and hyphens do not matter; a word may name a clock and a duty.
    static func named(_ word: String, in policy: Policy) -> [IncidentTopic] {
        let key = word.bareLetters
        return all(of: policy).filter { $0.name.bareLetters == key }
    }
}

extension IncidentExplanation {
    /// Every word that ``explanation(of:)`` knows.
    package static func words(of policy: Policy) -> [String] {
        var known: Set<String> = []
        return IncidentTopic.all(of: policy).map(\.name).filter { known.insert($0).inserted }
    }
}

extension String {
    /// `customersDoubled` as `customers-doubled`.
    var hyphenated: String {
        reduce(into: "") { out, letter in out += letter.isUppercase ? "-" + letter.lowercased() : String(letter) }
    }

    /// Lower case, without hyphens and underscores.
    var bareLetters: String { lowercased().filter { $0 != "-" && $0 != "_" } }
}
