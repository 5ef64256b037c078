import Compliance
import Diagnostics
import Foundation
import IncidentModel
import Testing

/// Incidents with messages, for tests: seconds count from that Monday on.
extension Incident {
    func told(
        _ seconds: Int?, _ channel: String = "status_page", to audience: String? = "status_page", next: Int? = nil,
        recipients: Int? = nil, isLatestOnly: Bool = false
    ) -> Incident {
        var copy = self
        var message = Communication(
            instant: seconds.map { .monday($0) }, channel: channel, audience: audience,
            nextUpdate: next.map { .monday($0) }, recipients: recipients,
            origin: Origin(source: SourceID(1), line: UInt32(copy.communications.count + 10), column: 1))
        message.isLatestOnly = isLatestOnly
        copy.communications.append(message)
        return copy
    }

    /// The export keeps a log of messages.
    func logged() -> Incident {
        var copy = self
        copy.story.keepsMessageLog = true
        return copy
    }

    func acted(_ seconds: Int, by actor: String?) -> Incident {
        var copy = self
        copy.timeline.append(
            TimelineEntry(instant: .monday(seconds), text: "", actor: actor, system: "coordinator", origin: .test))
        return copy
    }

    func with(accounts: [(String, isStrategic: Bool)], strategic: Int? = nil, customers: Int? = nil) -> Incident {
        var copy = self
        copy.accounts = accounts.map { id, isStrategic in
            var account = Account(id: id, origin: .test)
            account.isStrategic = isStrategic
            return account
        }
        copy.impact.strategicAccountsAffected = strategic.map { Sourced($0, .test) }
        copy.impact.customersAffected = customers.map { Sourced($0, .test) }
        return copy
    }

    func stood(_ word: String, from seconds: Int) -> Incident {
        var copy = self
        copy.statusHistory.append(StatusChange(instant: .monday(seconds), word: word, origin: .test))
        return copy
    }
}

extension Verdict {
    static func met(_ seconds: Int) -> Verdict { .met(elapsed: .seconds(seconds)) }
    static func breached(_ seconds: Int, by: Int) -> Verdict { .breached(elapsed: .seconds(seconds), by: .seconds(by)) }
    static func open(_ seconds: Int) -> Verdict { .open(due: .monday(seconds)) }
    static func overdue(_ seconds: Int, by: Int) -> Verdict { .overdue(due: .monday(seconds), by: .seconds(by)) }
}

extension Zone {
    /// From the system's time zone data, which the library itself has none of.
    static func named(_ name: String) -> Zone? {
        guard let zone = TimeZone(identifier: name) else { return nil }
        return Zone(name: name) { zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double($0.seconds))) }
    }
}

/// One clock over one incident, and what must become of it.
struct ClockCase: Sendable, CustomTestStringConvertible {
    var clock: String
    var title: String
    var incident: Incident
    var verdict: Verdict
    var testDescription: String { "\(clock): \(title)" }

    init(_ clock: String, _ title: String, _ incident: Incident, _ verdict: Verdict) {
        (self.clock, self.title, self.incident, self.verdict) = (clock, title, incident, verdict)
    }

    /// A day after that Monday began.
    static let asOf = 86_400
}
