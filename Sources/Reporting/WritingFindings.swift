package import Compliance
package import Diagnostics
package import IncidentModel
import Typesetting

/// What the writing rules find in the messages that an export records (specification, "Communication Rules").
package enum WritingFindings {
    /// At the origin of each message: of those to anyone outside, what the rules for customers find; of the others, what
    /// the rules for internal texts find. A message without a body says nothing.
    package static func of(_ incident: Incident, by desk: WritingDesk, under policy: Policy) -> [Diagnostic] {
        guard incident.communications.contains(where: { $0.body != nil }) else { return [] }
        let facts = desk.facts(of: incident)
        let end = incident.milestones[.resolved]?.instant
        var findings: [Diagnostic] = []
        var updates: [ProseBlock] = []
        for message in incident.communications.inOrder {
            guard let body = message.body?.trimmed else { continue }
            let text = Array(body.utf8)
            let isOutside = policy.writing.recipients.isOutside(message)
            let isAfter = message.instant.flatMap { instant in end.map { instant >= $0 } } ?? false
            var own = facts
            own.namesNextUpdate = message.nextUpdate != nil
            let block = ProseBlock(
                text, .plain, audience: isOutside ? .customers : .internal,
                kind: !isOutside ? .page : isAfter || desk.rules.isResolution(text) ? .resolution : .update,
                facts: own, at: .field(message.origin))
            findings += desk.rules.findings(in: block)
            if block.kind == .update { updates.append(block) }
        }
        findings += missingWorkaround(incident, in: updates, by: desk)
        for index in findings.indices { findings[index].record = incident.id }
        return findings
    }

    /// Exports do not say when a workaround was found: one message has to carry it; where none does, the last one is named.
    private static func missingWorkaround(
        _ incident: Incident, in updates: [ProseBlock], by desk: WritingDesk
    ) -> [Diagnostic] {
        guard let workaround = incident.impact.workaround?.value.trimmed else { return [] }
        var last: [Diagnostic] = []
        for update in updates {
            last = desk.rules.findings(in: update.knowing(workaround: workaround)).filter { $0.code == .workaround }
            if last.isEmpty { return [] }
        }
        return last
    }
}

extension [Communication] {
    /// By their moments; those without one last, as the export lists them.
    fileprivate var inOrder: [Communication] {
        let latest = Instant(microseconds: .max)
        return enumerated().sorted {
            ($0.element.instant ?? latest, $0.offset) < ($1.element.instant ?? latest, $1.offset)
        }.map(\.element)
    }
}
