import Diagnostics
import IncidentModel

/// What shows that a duty is done.
extension DutyDesk {
    func evidence(for duty: PostIncidentDuty) -> RecordedFact? {
        switch duty {
        case .postMortem: return known.fact(of: .reviewed)
        case .resolutionMail: return resolutionMail
        case .preventionActions: return preventionAction
        case .databaseEntry:
            if database == .present {
                return RecordedFact("incident database", .text(known.incident.id), origin: known.incident.origin)
            }
            return text(for: duty, since: nil)
        case .runbookUpdate: return text(for: duty, since: processGap?.instant)
        case .csmCall: return strategicMessage ?? calls
        case .remediationOffer, .executiveApology: return text(for: duty, since: known.instant(of: .resolved))
        }
    }

    /// A text that says so, from a moment on; or an action that is done, which has no moment.
    private func text(for duty: PostIncidentDuty, since start: Instant?) -> RecordedFact? {
        guard let rule = policy.conduct.duties.rules[duty]?.recordedAs else { return nil }
        return known.texts.first(matching: rule, since: start)
            ?? known.texts.filter { $0.part == .action }.first(matching: rule)
    }

    /// The first mail to all affected after the resolution.
    private var resolutionMail: RecordedFact? {
        guard let resolved = known.instant(of: .resolved) else { return nil }
        var first: RecordedFact?
        for message in known.incident.communications {
            guard let instant = message.instant, instant >= resolved, first?.instant.map({ instant < $0 }) ?? true,
                policy.resolutionEmailClock?.stop.kind.map({ policy.counts(message, as: $0) }) ?? false
            else { continue }
            first = RecordedFact("communications", .text(message.channel), at: instant, origin: message.origin)
        }
        return first
    }

    /// The first message to strategic accounts after the resolution.
    private var strategicMessage: RecordedFact? {
        let facts = messages.items(of: .resolved).filter(\.message.isForStrategicAccounts).compactMap { item in
            if case .done(let fact?, _) = item.state { fact } else { nil }
        }
        return facts.min { ($0.instant ?? known.asOf, $0.origin) < ($1.instant ?? known.asOf, $1.origin) }
    }

    /// The texts after the resolution that say that strategic accounts were called: one that names none of them speaks of
    /// all; otherwise each of them must be named (definitions: "contact with each strategic account affected").
    private var calls: RecordedFact? {
        guard let rule = policy.conduct.duties.rules[.csmCall]?.recordedAs, let resolved = known.instant(of: .resolved)
        else { return nil }
        let texts = known.texts.filter { text in
            (text.instant.map { $0 >= resolved } ?? (text.part == .action)) && rule.phrase(in: text.text) != nil
        }
        .sorted { ($0.instant ?? known.asOf, $0.origin) < ($1.instant ?? known.asOf, $1.origin) }
        let names = strategic.accounts.map { account in
            [account.id, account.name].compactMap { $0?.trimmed }.map { Phrase($0) }
        }
        // Beyond every real incident: nobody could read so many names either.
        guard texts.count * names.count <= 100_000 else { return nil }
        var waiting = Set(names.indices)
        for text in texts {
            let named = names.indices.filter { place in names[place].contains { $0.isFound(in: text.text) } }
            waiting.subtract(named)
            if named.isEmpty || waiting.isEmpty { return text.fact }
        }
        return nil
    }

    /// An action, open or done, that is there to prevent the next one.
    private var preventionAction: RecordedFact? {
        guard let rule = policy.conduct.duties.rules[.preventionActions]?.recordedAs else { return nil }
        return known.incident.actions.first { $0.state != .cancelled && rule.phrase(in: $0.text) != nil }
            .map { RecordedFact("nextActions", .text($0.text), origin: $0.origin) }
    }
}
