import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// What the house itself reads about a running incident: everything on record, and what is due next.
struct InternalDraft {
    var plan: CommunicationPlan

    private var incident: Incident { plan.assessed.incident }
    private var phrasing: Phrasing { plan.edition.phrasing }
    private var words: IncidentWords { IncidentWords(edition: plan.edition, assessed: plan.assessed) }

    var context: Context {
        let conduct = IncidentConduct(
            plan.assessed, policy: plan.edition.policy, recurrence: nil, asOf: plan.edition.asOf)
        let response = conduct.response
        return [
            "id": .text(incident.id.folded),
            "title": .text(words.title.folded),
            "severity": .text(words.severity.folded),
            "state": .text(words.state),
            "contradiction": .optional(words.contradiction?.folded),
            "status": .text(phrasing.word(plan.incident.progress)),
            "statusSentence": .text(phrasing.sentence(plan.incident.progress)),
            "description": .optional((incident.impact.summary ?? incident.description)?.value.folded),
            "touched": .optional(touched),
            "workaround": .optional(incident.impact.workaround?.value.folded),
            "isDataLossPossible": .flag(incident.impact.isDataLossPossible?.value == true),
            "cause": .optional(incident.rootCause?.value.folded),
            "isCauseConfirmed": .flag(incident.isCauseConfirmed),
            "channel": .optional(response?.channel),
            "missingRoles": .optional(response.map { Phrasing.list($0.missingRoles.map(\.title)) }),
            "responders": .list(incident.responders.map(responder)),
            "milestones": .list(milestones),
            "clocks": .list(clocks),
            "due": .list(due.map { .text($0) }),
            "next": .optional(plan.next.map(phrasing.nextUpdate)),
            "asOf": .text(phrasing.moment(plan.edition.asOf)),
            "program": .text(plan.edition.program),
        ]
    }

    /// `127 customers, 8 strategic accounts, 890000 of yearly revenue at risk`.
    private var touched: String? {
        let impact = incident.impact
        let parts = [
            impact.customersAffected.map { Phrasing.count($0.value, "customer") },
            impact.strategicAccountsAffected.map { Phrasing.count($0.value, "strategic account") },
            impact.revenueAtRisk.map { "\(Phrasing.plain($0.value)) of yearly revenue at risk" },
        ].compactMap { $0 }
        return parts.isEmpty ? nil : Phrasing.list(parts)
    }

    private func responder(_ responder: Responder) -> Context {
        [
            "role": .text(responder.role.folded),
            "who": .text((responder.name?.trimmed ?? responder.team?.trimmed ?? "nobody named").folded),
        ]
    }

    private var milestones: [Context] {
        incident.milestones.marks.map { mark in
            [
                "name": .text(mark.milestone.rawValue.sentenceStart), "when": .text(phrasing.minute(mark.instant)),
                "knowledge": .text(phrasing.knowledge(mark.knowledge)),
            ]
        }
    }

    /// Those that run or are settled; what does not apply is not told to people in a hurry.
    private var clocks: [Context] {
        plan.assessed.verdicts.filter { $0.verdict.kind != .notApplicable }.map { judged in
            [
                "title": .text(plan.edition.title(ofClock: judged.clock)),
                "verdict": .text(phrasing.verdict(judged.verdict, limit: judged.limit)),
                "isLate": .flag(judged.verdict.kind == .overdue || judged.verdict.kind == .breached),
            ]
        }
    }

    /// Every message that is asked for, whoever reads it.
    private var due: [String] {
        MessageAudience.allCases.filter { $0 != .internal }.flatMap { audience in
            plan.reasons(for: audience).map { "\(audience.title): \($0)" }
        }
    }
}
