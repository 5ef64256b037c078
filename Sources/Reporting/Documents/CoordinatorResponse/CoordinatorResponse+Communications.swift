import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// The messages on record: in the three places that the specification has for the latest of their kind, and in the log.
extension CoordinatorResponse {
    var communicationsJSON: JSONDocument {
        let messages = MessagePlaces(incident.communications)
        let isLogged = incident.story.keepsMessageLog || !messages.log.isEmpty
        return .known([
            "internalSlack": messages.internalSlack.map(Self.slackJSON),
            "log": .given(isLogged, .array(messages.log.map(Self.logJSON))),
            "logIsWhole": .given(isLogged, .bool(incident.story.keepsMessageLog)),
            "nextScheduledUpdate": Self.instant(nextScheduledUpdate),
            "statusPage": messages.statusPage.map(Self.pageJSON),
            "strategicAccounts": messages.strategicAccounts.map(Self.outreachJSON),
        ])
    }

    /// The promise of the latest message that makes one. The resolution answers what was promised for a time before it.
    private var nextScheduledUpdate: Instant? {
        guard case .instant(let promised)? = FactPath.nextUpdate.fact(of: conduct.known)?.value else { return nil }
        let isAnswered =
            incident.milestones.instant(of: .resolved).map { $0 >= promised } ?? false
            || incident.communications.contains { message in
                message.instant.map { $0 >= promised } ?? false && message.audience != "internal"
            }
        return isAnswered ? nil : promised
    }

    /// A message that has a moment went out.
    private static func pageJSON(_ message: Communication) -> JSONDocument {
        .known([
            "lastUpdate": instant(message.instant), "message": text(message.body),
            "nextUpdateAt": instant(message.nextUpdate), "status": message.instant.map { _ in "published" },
        ])
    }

    private static func outreachJSON(_ message: Communication) -> JSONDocument {
        .known([
            "channel": .string(message.channel), "sent": message.recipients.map { .integer($0) },
            "template": text(message.template),
        ])
    }

    private static func slackJSON(_ message: Communication) -> JSONDocument {
        .known(["channel": .string(message.channel), "lastUpdate": instant(message.instant)])
    }

    private static func logJSON(_ message: Communication) -> JSONDocument {
        .known([
            "at": instant(message.instant), "audience": text(message.audience), "body": text(message.body),
            "channel": .string(message.channel), "latestOnly": .given(message.isLatestOnly, true),
            "nextUpdateAt": instant(message.nextUpdate), "sent": message.recipients.map { .integer($0) },
            "template": text(message.template),
        ])
    }
}

/// Where each message of an incident stands in a response document: a place is taken by the first message that loses
/// nothing there, and the log by every other one.
private struct MessagePlaces {
    var log: [Communication] = []
    var statusPage: Communication?
    var strategicAccounts: Communication?
    var internalSlack: Communication?

    init(_ messages: [Communication]) {
        for message in messages {
            if statusPage == nil, Self.isStatusPage(message) {
                statusPage = message
            } else if strategicAccounts == nil, Self.isOutreach(message) {
                strategicAccounts = message
            } else if internalSlack == nil, Self.isSlack(message) {
                internalSlack = message
            } else {
                log.append(message)
            }
        }
    }

    private static func isStatusPage(_ message: Communication) -> Bool {
        message.isLatestOnly && message.channel == "status_page" && message.audience == "public"
            && message.template == nil && message.recipients == nil && (message.body != nil || message.instant != nil)
    }

    private static func isOutreach(_ message: Communication) -> Bool {
        !message.isLatestOnly && message.audience == "strategic_accounts" && message.instant == nil
            && message.body == nil && message.nextUpdate == nil
    }

    private static func isSlack(_ message: Communication) -> Bool {
        message.isLatestOnly && message.audience == "internal" && message.body == nil && message.template == nil
            && message.nextUpdate == nil && message.recipients == nil
    }
}
