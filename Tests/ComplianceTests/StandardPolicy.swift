import Compliance
import Diagnostics
import Foundation
import IncidentModel
import Testing

/// The standard policy, from the file that the program carries.
enum StandardPolicy {
    static let text: String = {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Templates/policies/standard.yaml")
        return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    }()

    static func read(_ text: String = text) throws -> Policy {
        let outcome = PolicyFile.read(text, source: SourceID(0), digest: "")
        return try #require(outcome.value, "\(outcome.diagnostics)")
    }
}

extension Origin {
    static let test = Origin(source: SourceID(1), line: 1, column: 1)
}

extension Instant {
    /// 2026-02-02T00:00:00Z, a Monday, and so many seconds.
    static func monday(_ seconds: Int = 0) -> Instant { Instant(seconds: 1_769_990_400 + seconds) }
}

extension Incident {
    /// An incident with milestones at seconds after that Monday.
    static func example(
        _ id: String, _ severity: Severity?, status: String? = nil, system: String = "coordinator",
        asks: Bool? = nil, _ marks: KeyValuePairs<Milestone, Int>
    ) -> Incident {
        var incident = Incident(id: id, system: system, origin: .test)
        incident.severity = severity.map { Sourced($0, .test) }
        incident.statusWord = status.map { Sourced($0, .test) }
        incident.asksForPostMortem = asks.map { Sourced($0, .test) }
        for (milestone, seconds) in marks {
            incident.milestones[milestone] = MilestoneMark(milestone, .monday(seconds), origin: .test)
        }
        return incident
    }

    /// One of sev1.
    static func example(_ id: String, status: String? = nil, _ marks: KeyValuePairs<Milestone, Int>) -> Incident {
        example(id, .sev1, status: status, marks)
    }

    static func example(status: String? = nil, _ marks: KeyValuePairs<Milestone, Int>) -> Incident {
        example("INC-1", .sev1, status: status, marks)
    }
}

extension Period {
    /// The week from that Monday on.
    static let week = Period(label: "2026-W06", start: .monday(), end: .monday(604_800), timeZone: "UTC")
    static let weekBefore = Period(label: "2026-W05", start: .monday(-604_800), end: .monday(), timeZone: "UTC")
}
