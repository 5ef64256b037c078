import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// "Detection", "Response", "Resolution" and "Contributing factors": what is recorded, and what the review adds.
extension PostMortem {
    var detection: Context {
        let marks = incident.milestones
        let undetected = marks.seconds(from: .started, to: .detected)
        return [
            "source": .optional(incident.source?.value.folded),
            "moment": .optional(marks[.detected].map { phrasing.moment($0.instant) }),
            "known": .optional(marks[.detected].map { phrasing.knowledge($0.knowledge) }),
            "undetected": .optional(undetected.map { Phrasing.duration($0) }),
        ]
    }

    var response: Context {
        let marks = incident.milestones
        return [
            "hasResponders": .flag(!incident.responders.isEmpty),
            "responders": .list(incident.responders.map(responder)),
            "acknowledged": .optional(marks.seconds(from: .detected, to: .triaged).map { Phrasing.duration($0) }),
            "communicated": .optional(marks.seconds(from: .detected, to: .communicated).map { Phrasing.duration($0) }),
            "severityChanges": .list(incident.severityHistory.map(change)),
            "reopenings": incident.reopenings > 0
                ? .text(incident.reopenings == 1 ? "once" : "\(incident.reopenings) times") : .absent,
        ]
    }

    private func change(_ change: SeverityChange) -> Context {
        [
            "moment": .text(phrasing.moment(change.instant)),
            "severity": .text(change.declared.severity?.title ?? "unknown"),
            "word": .text(change.declared.word.value.folded),
        ]
    }

    private func responder(_ responder: Responder) -> Context {
        [
            "role": .text(responder.role.folded),
            "name": .text(responder.name?.trimmed?.folded ?? "–"),
            "team": .text(responder.team?.trimmed?.folded ?? "–"),
            "status": .text(responder.status?.trimmed?.folded ?? "–"),
        ]
    }

    var resolution: Context {
        let marks = incident.milestones
        return [
            "text": .paragraphs(incident.resolution?.value),
            "address": .optional(incident.resolution.map { edition.address($0.origin) }),
            "mitigated": .optional(marks[.mitigated].map { phrasing.moment($0.instant) }),
            "resolved": .optional(marks[.resolved].map { phrasing.moment($0.instant) }),
            "timeToResolve": .optional(words.timeToResolve),
        ]
    }

    func cause(_ lessons: Lessons) -> Context {
        [
            "text": .paragraphs(incident.rootCause?.value),
            "standing": .text(incident.isCauseConfirmed ? "as recorded, confirmed" : "as recorded, unconfirmed"),
            "address": .optional(incident.rootCause.map { edition.address($0.origin) }),
            "prompts": .list(lessons.cause.map { .text($0.folded) }),
        ]
    }

    var deployments: [Context] {
        incident.deployments.sorted { ($0.instant, $0.origin) < ($1.instant, $1.origin) }.map { deployment in
            [
                "moment": .text(phrasing.moment(deployment.instant)),
                "name": .text(Self.name(of: deployment).folded),
                "actor": .text(deployment.actor?.trimmed?.folded ?? "–"),
                "distance": .text(distance(deployment.instant)),
                "address": .text(edition.address(deployment.origin)),
            ]
        }
    }

    /// How far a moment lies from the detection: `8 min before detection`.
    private func distance(_ instant: Instant) -> String {
        guard let detected = incident.milestones[.detected]?.instant else { return "–" }
        let seconds = detected.wholeSeconds(since: instant)
        if seconds == 0 { return "at detection" }
        return "\(Phrasing.duration(abs(seconds))) \(seconds > 0 ? "before" : "after") detection"
    }

    var communications: [Context] {
        incident.communications.enumerated().sorted {
            ($0.element.instant ?? Instant(microseconds: .max), $0.offset)
                < ($1.element.instant ?? Instant(microseconds: .max), $1.offset)
        }.map { _, message in
            let (text, isCut) = (message.text ?? "").folded.cut(to: Self.longText)
            return [
                "moment": .text(message.instant.map(phrasing.moment) ?? "time not on record"),
                "channel": .text(message.channel.folded),
                "audience": .text(message.audience?.trimmed?.folded ?? "–"),
                "recipients": .text(message.recipients.map(Phrasing.number) ?? "–"),
                "text": .text(text.isEmpty ? "text not in the export" : text),
                "nextUpdate": .optional(message.nextUpdate.map(phrasing.minute)),
                "full": isCut ? .text(edition.address(message.origin)) : .absent,
                "address": .text(edition.address(message.origin)),
            ]
        }
    }
}
