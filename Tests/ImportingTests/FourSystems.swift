import IncidentModel

/// Twenty made incidents as a pager, a ticket system, a status page and an accounts table know them, by plain arithmetic.
///
/// Every fifth is told alike by all; of the others they disagree by minutes, and by a severity. Number 7 was paged by a
/// second tool too, under the same alert key; number 11 is linked by addresses in a work note alone; number 13 by a join
/// file alone; of number 17 nothing links the status page.
struct FourSystems {
    static let count = 20
    static let alertKeyed = 7
    static let noted = 11
    static let joinedByFile = 13
    static let unlinked = 17
    /// 2026-03-01T00:00:00Z.
    private static let start = 1_772_323_200

    let incidents = (0..<count).map(MadeIncident.init)

    /// One of the twenty: stamps in seconds since 1970.
    struct MadeIncident {
        let number: Int
        var begin: Int { FourSystems.start + number * 30_000 + number * number * 60 }
        var isTold: Bool { number % 5 == 0 }
        var service: String { ["Checkout", "Search", "Billing", "Sign-in"][number % 4] }

        /// Minutes by which a system's stamp is later, where systems disagree.
        private func minutes(_ value: Int) -> Int { isTold ? 0 : value * 60 }

        var pagerID: String { "PFOUR\(100 + number)" }
        var ticketID: String { "INC00\(70_100 + number)" }
        var pageID: String { "page4sys\(100 + number)" }
        var pagerURL: String { "https://halden.pagerduty.com/incidents/\(pagerID)" }
        var pageURL: String { "https://halden.statuspage.io/incidents/\(pageID)" }
        var shortLink: String { "https://stspg.example.com/\(number)" }
        var alertKey: String { "probe-\(number)" }

        var paged: Int { begin + minutes(number % 3) }
        var acknowledged: Int { begin + 240 + 60 * (number % 7) }
        var pageResolved: Int { begin + 7_200 + minutes(number * 3 % 4) }
        var opened: Int { begin + minutes((number + 1) % 3) }
        var workStarted: Int { acknowledged + minutes(5) }
        var pagerResolved: Int { begin + 7_200 + minutes(number % 3) }
        var ticketResolved: Int { begin + 7_200 + minutes(number * 2 % 5) }
        var closed: Int { begin + 3 * 86_400 }
        var published: Int { begin + minutes(number % 4) }
        var posted: Int { begin + 600 + 60 * (number % 6) }
        var started: Int? { number % 6 == 1 ? published - 300 : nil }
        var watched: Int { begin + 5_400 }
        /// The second pager of number 7.
        var alerted: Int { begin + 30 }
        var alertClosed: Int { begin + 3_630 }

        var ticketSeverity: Int { 1 + number % 4 }
        var pagerSeverity: Int { isTold ? ticketSeverity : 1 + (number + number % 2) % 4 }
        var pageSeverity: Int { isTold ? ticketSeverity : 1 + (number + 1) % 4 }
        var account: String { "ACC-\(1 + number % 6)" }
    }

    /// What has to be believed of an incident, worked out without the program.
    struct Belief: Equatable {
        var id: String
        var milestones: [Milestone: Int]
        var severity: String?
        var accounts: [String]
        /// Subject, the words believed, and who says something else: `detected`.
        var conflicts: [String: Dispute]
        var systems: [String]
    }

    struct Dispute: Equatable {
        var believed: String
        /// `pagerduty 2026-03-01T00:02:00Z`, sorted.
        var others: [String]
    }
}

extension FourSystems {
    /// The twenty, and the status page's record of the one that nothing links.
    func beliefs() -> [Belief] {
        incidents.map(belief)
            + [incidents[Self.unlinked]].map { made in
                Belief(
                    id: made.pageID, milestones: Self.page(made), severity: "sev\(made.pageSeverity)", accounts: [],
                    conflicts: [:], systems: ["statuspage"])
            }
    }

    private static func page(_ made: MadeIncident) -> [Milestone: Int] {
        var all: [Milestone: Int] = [
            .detected: made.published, .communicated: made.posted, .mitigated: made.watched,
            .resolved: made.pageResolved,
        ]
        all[.started] = made.started
        return all
    }

    private func belief(_ made: MadeIncident) -> Belief {
        var detected = [("pagerduty", made.paged), ("servicenow", made.opened)]
        var resolved = [("pagerduty", made.pagerResolved), ("servicenow", made.ticketResolved)]
        var severities = [("pagerduty", made.pagerSeverity)]
        var milestones: [Milestone: Int] = [:]
        var systems = ["pagerduty", "servicenow"]
        if made.number != Self.unlinked {
            milestones = Self.page(made)
            detected.append(("statuspage", made.published))
            resolved.append(("statuspage", made.pageResolved))
            severities.append(("statuspage", made.pageSeverity))
            systems.append("statuspage")
        }
        if made.number == Self.alertKeyed {
            detected.append(("opsgenie", made.alerted))
            resolved.append(("opsgenie", made.alertClosed))
            severities.append(("opsgenie", made.ticketSeverity))
            systems.append("opsgenie")
        }
        let first = detected.map(\.1).min() ?? 0
        let last = resolved.map(\.1).max() ?? 0
        milestones[.detected] = first
        milestones[.triaged] = made.acknowledged
        milestones[.resolved] = last
        milestones[.closed] = made.closed
        var conflicts: [String: Dispute] = [:]
        conflicts["detected"] = Self.dispute(first, detected)
        conflicts["triaged"] = Self.dispute(made.acknowledged, [("servicenow", made.workStarted)])
        conflicts["resolved"] = Self.dispute(last, resolved)
        let severity = "sev\(made.ticketSeverity)"
        let others = severities.filter { $0.1 != made.ticketSeverity }.map { "\($0.0) sev\($0.1)" }.sorted()
        if !others.isEmpty { conflicts["severity"] = Dispute(believed: severity, others: others) }
        return Belief(
            id: made.ticketID, milestones: milestones, severity: severity, accounts: [made.account],
            conflicts: conflicts, systems: systems.sorted())
    }

    private static func dispute(_ believed: Int, _ claims: [(String, Int)]) -> Dispute? {
        let others = claims.filter { $0.1 != believed }.map { "\($0.0) \(Self.stamp($0.1))" }.sorted()
        return others.isEmpty ? nil : Dispute(believed: stamp(believed), others: others)
    }

    static func stamp(_ seconds: Int) -> String { Instant(seconds: seconds).rfc3339 }
}
