import BuiltInTemplates
import Compliance
import Diagnostics
import IncidentModel
import Testing
import Typesetting

@testable import Reporting

/// What the tests stand on: the built-in templates and policy, a moment, and one full incident built in code.
enum Stage {
    static let templates = TemplateLibrary.loaded(builtIn: BuiltInTemplates.files)

    static func library() throws -> TemplateLibrary { try #require(templates.value) }

    static func policy() throws -> Policy {
        let text = try #require(BuiltInTemplates.files["policies/standard.yaml"])
        return try #require(PolicyFile.read(text, source: SourceID(9), digest: "abc123").value)
    }

    /// 2024-02-16T09:00:00Z.
    static let now = moment(2024, 2, 16, 9, 0)

    static func edition(asOf: Instant = now, zone: Zone = .utc) throws -> Edition {
        Edition(
            asOf: asOf, zone: zone, policy: try policy(), sources: SourceList(["exports/one.json", "exports/two.xml"]),
            program: "debrief 0.1.0", phrases: try library().phrases)
    }

    static func phrasing(_ zone: Zone = .utc) throws -> Phrasing {
        Phrasing(zone: zone, phrases: try library().phrases)
    }

    static func newsroom(asOf: Instant = now) throws -> Newsroom {
        Newsroom(edition: try edition(asOf: asOf), templates: try library())
    }

    static func moment(_ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int, _ second: Int = 0) -> Instant
    {
        CivilTime(year: year, month: month, day: day, hour: hour, minute: minute, second: second).instant
    }

    /// 15 February 2024, the day of the specification's example.
    static func day(_ hour: Int, _ minute: Int, _ second: Int = 0) -> Instant {
        moment(2024, 2, 15, hour, minute, second)
    }

    static func origin(_ line: UInt32, _ field: String = "") -> Origin {
        Origin(source: SourceID(0), line: line, column: 3, field: field)
    }

    static func said(_ text: String, _ line: UInt32 = 4) -> Sourced<String> { Sourced(text, origin(line)) }

    static func mark(_ milestone: Milestone, _ instant: Instant, _ line: UInt32 = 8) -> MilestoneMark {
        MilestoneMark(milestone, instant, origin: origin(line, milestone.rawValue))
    }

    static func assess(_ incident: Incident, asOf: Instant = now) throws -> AssessedIncident {
        Assessor(policy: try policy(), asOf: asOf).assess(incident)
    }

    /// An incident of which only the id is known.
    static func bare(_ id: String = "INC-7") -> Incident { Incident(id: id, system: "coordinator", origin: origin(1)) }

    /// The incident of the specification's "Response Format", resolved an hour later than it should have been.
    static func full(_ id: String = "INC-2024-0215-001") -> Incident {
        var incident = Incident(id: id, system: "coordinator", origin: origin(2))
        incident.title = said("API Rate Limiting Affecting Batch Operations", 7)
        incident.description = said(
            "Customers experiencing 429 errors on batch API endpoints, affecting scheduled data syncs", 8)
        incident.severity = Sourced(.sev2, origin(4))
        incident.declared = DeclaredSeverity(severity: .sev2, word: said("sev2", 4))
        incident.statusWord = said("mitigating", 3)
        incident.milestones = Milestones([
            mark(.started, day(14, 15), 9), mark(.detected, day(14, 23), 9),
            MilestoneMark(.triaged, day(14, 25), origin: origin(40), knowledge: .inferred(rule: "declaration")),
            MilestoneMark(
                .communicated, day(14, 35), origin: origin(50), knowledge: .inferred(rule: "first-communication")),
            mark(.mitigated, day(14, 40), 55), mark(.resolved, day(18, 33, 50), 12),
        ])
        incident.service = said("api-gateway", 11)
        incident.source = said("monitoring", 10)
        incident.rootCause = said("Rate limit configuration deployed with incorrect threshold", 12)
        incident.impact.summary = said("Batch API calls failing, affecting 15% of API customers", 19)
        incident.impact.customersAffected = Sourced(127, origin(16))
        incident.impact.strategicAccountsAffected = Sourced(8, origin(17))
        incident.impact.revenueAtRisk = Sourced(890_000, origin(18))
        incident.impact.workaround = said("Customers can reduce batch size to under 100 records", 21)
        incident.impact.isWorkaroundAvailable = Sourced(true, origin(20))
        incident.impact.isDataLossPossible = Sourced(false, origin(22))
        incident.responders = [
            Responder(
                role: "Incident Commander", name: "Alex Rivera", team: "Engineering", status: "active",
                origin: origin(26)),
            Responder(
                role: "Technical Lead", name: "Sam Chen", team: "Platform Engineering", status: "active",
                origin: origin(32)),
        ]
        let entries: [(Instant, String, String, UInt32)] = [
            (day(14, 23), "Monitoring alert: API 429 rate spike", "Datadog", 35),
            (day(14, 25), "Incident created, Sev2 declared", "On-call", 40),
            (day(14, 30), "Root cause identified: config deployment at 14:15", "Platform Engineering", 45),
            (day(14, 35), "Status page updated, strategic accounts notified", "Support", 50),
            (day(14, 40), "Fix deployed, monitoring for recovery", "Platform Engineering", 55),
        ]
        incident.timeline = entries.map {
            TimelineEntry(instant: $0.0, text: $0.1, actor: $0.2, system: "coordinator", origin: origin($0.3))
        }
        incident.communications = [
            Communication(
                instant: day(14, 40), channel: "status page", audience: "everyone",
                body:
                    "We identified an issue with API rate limiting affecting batch operations. Next update in 15 minutes.",
                nextUpdate: day(14, 55), origin: origin(60)),
            Communication(
                instant: nil, channel: "email_and_slack", audience: "strategic accounts", recipients: 8,
                origin: origin(66)),
        ]
        incident.actions = [
            ActionItem(
                text: "Monitor error rates for 15 minutes", owner: "Platform Engineering", due: .at(day(14, 55)),
                statusWord: "in_progress", state: .open, origin: origin(80)),
            ActionItem(
                text: "Publish resolution status page update", owner: "Support",
                due: .when(.resolved, words: "Upon resolution"), statusWord: "pending", state: .open, origin: origin(86)
            ),
            ActionItem(
                text: "CSM outreach to 8 strategic accounts", owner: nil, due: .words("next sprint"),
                statusWord: nil, state: .open, origin: origin(92)),
        ]
        incident.accounts = accounts
        incident.deployments = [
            Deployment(
                instant: day(14, 15), service: "api-gateway", version: "2.31.0", actor: "deploy-bot", origin: origin(99)
            )
        ]
        incident.references = [Reference(system: "statuspage", id: "kz8n0p", origin: origin(110))]
        return incident
    }

    /// One account for each tier, in no order.
    static var accounts: [Account] {
        func account(_ id: String, _ name: String, _ address: String?, _ change: (inout Account) -> Void = { _ in })
            -> Account
        {
            var account = Account(id: id, origin: origin(120))
            account.name = name
            account.contactAddress = address
            account.usage = 10
            change(&account)
            return account
        }
        return [
            account("A-5", "Tailspin", "ops@tailspin.example"),
            account("A-4", "Fabrikam", "it@fabrikam.example") { $0.usage = 900 },
            account("A-3", "Contoso", "team@contoso.example") { $0.executiveSponsor = "VP Sales" },
            account("A-2", "Northwind", "ops@northwind.example") {
                $0.renewal = moment(2024, 4, 1, 0, 0)
                $0.contactName = "Dana Whitfield"
            },
            account("A-1", "Adventure Works", "noc@adventure.example") {
                $0.segment = "Enterprise"
                $0.hasActiveEscalation = true
            },
            account("A-6", "Litware", nil),
            account("A-7", "Proseware", "not an address"),
        ]
    }
}

extension Stage {
    /// The week of the specification's example.
    static let week = Period(
        label: "2024-W07", start: moment(2024, 2, 12, 0, 0), end: moment(2024, 2, 19, 0, 0), timeZone: "UTC")
    static let weekBefore = Period(
        label: "2024-W06", start: moment(2024, 2, 5, 0, 0), end: moment(2024, 2, 12, 0, 0), timeZone: "UTC")

    static let counts = ReadCounts(incidents: 1, merged: 1, rejected: 1)

    static func period(_ all: [AssessedIncident], _ edition: Edition) -> PeriodReport {
        PeriodReportBuilder.make(
            from: all, period: week, cohort: .resolved, asOf: edition.asOf, policy: edition.policy,
            previous: weekBefore)
    }

    static func report(_ all: AssessedIncident..., edition: Edition) -> SLAReport {
        SLAReport(edition: edition, report: period(all, edition), all: all, counts: counts, paths: PagePaths())
    }

    static func report(_ assessed: AssessedIncident, _ edition: Edition) -> SLAReport {
        report(assessed, edition: edition)
    }

    static func index(_ all: [AssessedIncident], _ edition: Edition, written: Set<String> = []) -> IndexPage {
        IndexPage(
            edition: edition, all: all, report: period(all, edition), counts: counts, diagnostics: [],
            paths: PagePaths(written: written))
    }
}
