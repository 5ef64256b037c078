import Diagnostics
package import IncidentModel

/// The messages that an incident owes, by state, channel and audience, and what became of each (specification,
/// "Communication Channels", "Phase 5: Resolution & Recovery", "Customer Follow-Up").
package struct CommunicationsDue: Sendable, Equatable {
    package struct Item: Sendable, Equatable {
        package var message: Policy.MessageRule
        package var state: DutyState
        /// When it is due, where that can be told.
        package var due: Instant?
    }

    /// In the order of the policy.
    package let items: [Item]

    /// Those that are owed at the report moment, overdue ones included.
    package var owed: [Item] { items.filter(\.state.isOwed) }

    /// Those that a state of the lifecycle asks for.
    package func items(of state: LifecycleState) -> [Item] { items.filter { $0.message.state == state } }

    package static func of(
        _ known: KnownIncident, _ strategic: StrategicTouch, by rule: Policy.CommunicationRule
    ) -> CommunicationsDue {
        let log = MessageLog(known.incident.communications, rule)
        return CommunicationsDue(
            items: rule.messages.map { message in
                let due = known.severity.flatMap { message.within[$0] }.flatMap { within in
                    known.instant(of: message.from)?.advanced(bySeconds: within.wholeSeconds)
                }
                return Item(message: message, state: state(of: message, known, strategic, log, due: due), due: due)
            })
    }

    private static func state(
        of message: Policy.MessageRule, _ known: KnownIncident, _ strategic: StrategicTouch, _ log: MessageLog,
        due: Instant?
    ) -> DutyState {
        if let severity = known.severity {
            guard message.within[severity] != nil else { return .notApplicable("not sent at \(severity.title)") }
        } else if message.within.count < Severity.allCases.count {
            return .cannotBeTold(["severity"])
        }
        if message.isForStrategicAccounts, let hindrance = strategic.hindrance { return hindrance }
        // A message of the first states may come before their milestone; one of the later states answers it.
        let answers = message.state == .mitigating || message.state == .resolved || message.state == .postMortem
        let start = known.instant(of: message.from)
        if answers, start == nil {
            return known.isProven(message.from) ? .cannotBeTold([message.from.rawValue]) : .waiting(message.from)
        }
        if let sent = log.first(message, since: answers ? start : nil) {
            let done = DutyState.done(Self.fact(of: sent), by: due)
            // Where only the latest is on record, the first may have gone out in its time.
            if sent.isLatestOnly, case .done(let fact, .late) = done { return .done(fact, .untold) }
            return done
        }
        if answers, log.hasUndated(message) { return .cannotBeTold(["communications.at"]) }
        if log.isEmpty { return .cannotBeTold(["communications"]) }
        guard start != nil else {
            return known.isProven(message.from) ? .cannotBeTold([message.from.rawValue]) : .waiting(message.from)
        }
        guard let due else { return .cannotBeTold(["severity"]) }
        // After the resolution nobody sends what was owed before it.
        let isOver = known.instant(of: .resolved) != nil || known.isProven(.resolved)
        if isOver, message.state != .resolved, message.state != .postMortem { return .absent(due: due) }
        return .owed(by: due, asOf: known.asOf)
    }
}

extension CommunicationsDue {
    private static func fact(of message: Communication) -> RecordedFact {
        RecordedFact(
            "communications", .list([message.channel, message.audience].compactMap { $0?.trimmed }),
            at: message.instant, origin: message.origin)
    }
}

/// The messages of one incident by the policy's channels and audiences: each name is compared once.
struct MessageLog {
    private let messages: [Communication]
    /// For each rule of the policy, by its id: the places of the messages that count for it.
    private var places: [String: [Int]] = [:]

    init(_ messages: [Communication], _ rule: Policy.CommunicationRule) {
        self.messages = messages
        for place in messages.indices {
            let channel = PlainName(messages[place].channel)
            let audience = messages[place].audience.map { PlainName($0) }
            for message in rule.messages where message.counts(channel: channel, audience: audience) {
                places[message.id, default: []].append(place)
            }
        }
    }

    var isEmpty: Bool { messages.isEmpty }

    /// The first message that counts, from a moment on where one is given; one without a moment comes last, and does
    /// not count where a moment is asked for.
    func first(_ rule: Policy.MessageRule, since start: Instant?) -> Communication? {
        let own = (places[rule.id] ?? []).map { messages[$0] }
        let dated = own.filter { message in
            message.instant.map { instant in start.map { instant >= $0 } ?? true } ?? false
        }
        let first = dated.min { ($0.instant ?? .distantPast) < ($1.instant ?? .distantPast) }
        return first ?? (start == nil ? own.first : nil)
    }

    func hasUndated(_ rule: Policy.MessageRule) -> Bool {
        (places[rule.id] ?? []).contains { messages[$0].instant == nil }
    }
}

extension Instant {
    fileprivate static let distantPast = Instant(microseconds: .min)
}
