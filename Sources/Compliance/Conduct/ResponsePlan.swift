package import Diagnostics
package import IncidentModel

/// Who is to respond to an incident of its severity, where and how often, beside what the record shows
/// (specification, "Phase 2: Team Assembly & Coordination").
package struct ResponsePlan: Sendable, Equatable {
    /// A role that the plan names, and whether somebody on record has it.
    package struct RoleCheck: Sendable, Equatable {
        package var role: NamedWords
        package var presence: Presence
    }

    package let severity: Severity
    /// Where in the policy file the plan stands.
    package let rule: Origin
    package let roles: [RoleCheck]
    /// `#incident-inc-2024-0215-001`, or the words of the policy.
    package let channel: String
    /// What the channel is: `war room`.
    package let channelTitle: String
    /// `nil` where nothing can be seen of such a channel.
    package let channelPresence: Presence?
    /// `nil`: as needed.
    package let updatesEvery: Duration?
    /// Who is to be notified, and whether the record says that they were.
    package let executives: [RoleCheck]

    /// `nil` where no severity is known: nobody can say what is asked for.
    package static func of(_ known: KnownIncident, by rule: Policy.ResponseRule) -> ResponsePlan? {
        guard let severity = known.severity, let step = rule.plans[severity] else { return nil }
        let incident = known.incident
        let people = Attendance(known, notified: rule.notified)
        return ResponsePlan(
            severity: severity, rule: step.origin,
            roles: step.assemble.map { RoleCheck(role: $0, presence: people.presence(of: $0)) },
            channel: step.channel(of: incident.id), channelTitle: step.channelTitle,
            channelPresence: step.channelWords.words.isEmpty ? nil : channelPresence(step, known),
            updatesEvery: step.updatesEvery,
            executives: step.notify.map { RoleCheck(role: $0, presence: people.notice(to: $0)) })
    }

    /// The roles of the plan that nobody on record has.
    package var missingRoles: [NamedWords] { roles.filter { $0.presence == .notOnRecord }.map(\.role) }

    private static func channelPresence(_ step: Policy.ResponseStep, _ known: KnownIncident) -> Presence {
        let messages = known.incident.communications
        let message = messages.first { step.channelWords.word(in: $0.channel) != nil }
        let fact = message.map {
            RecordedFact("communications.channel", .text($0.channel), at: $0.instant, origin: $0.origin)
        }
        return Presence(fact, ifAny: !messages.isEmpty, missing: "communications")
    }
}

/// Who took part in the response, and who was told, as the record shows it.
struct Attendance {
    private let incident: Incident
    private let texts: [RecordedText]
    private let notified: PhraseRule
    /// Role and team of each responder, made plain once.
    private let names: [(role: PlainName, team: PlainName?)]
    private let audiences: [PlainName?]

    init(_ known: KnownIncident, notified: PhraseRule) {
        incident = known.incident
        self.notified = notified
        names = incident.responders.map { (PlainName($0.role), $0.team.map { PlainName($0) }) }
        audiences = incident.communications.map { $0.audience.map { PlainName($0) } }
        // Only what says that somebody was told can say that an executive was.
        texts = known.texts.filter { notified.phrase(in: $0.text) != nil }
    }

    /// A responder whose role or team has one of the role's words.
    func presence(of role: NamedWords) -> Presence {
        Presence(responder(role), ifAny: !incident.responders.isEmpty, missing: "responseTeam")
    }

    /// A message to them, a text that says so, or their part in the response.
    func notice(to role: NamedWords) -> Presence {
        let isOnRecord = !incident.timeline.isEmpty || !incident.communications.isEmpty
        return Presence(notices(to: role).first ?? responder(role), ifAny: isOnRecord, missing: "timeline")
    }

    /// Every message to them, then every text that says that they were told.
    func notices(to role: NamedWords) -> [RecordedFact] {
        let messages = incident.communications.indices.compactMap { place -> RecordedFact? in
            guard let audience = audiences[place], role.word(in: audience) != nil else { return nil }
            let message = incident.communications[place]
            return RecordedFact(
                "communications.audience", .text(message.audience ?? ""), at: message.instant, origin: message.origin)
        }
        return messages + texts.filter { role.word(inText: $0.text) != nil }.map(\.fact)
    }

    private func responder(_ role: NamedWords) -> RecordedFact? {
        let place = names.indices.first { place in
            let name = names[place]
            return role.word(in: name.role) != nil || (name.team.map { role.word(in: $0) != nil } ?? false)
        }
        return place.map { place in
            let responder = incident.responders[place]
            let words = [responder.role, responder.team, responder.name].compactMap { $0?.trimmed }
            return RecordedFact("responseTeam", .list(words), origin: responder.origin)
        }
    }
}
