import Compliance
import Diagnostics
import IncidentModel
package import Typesetting

/// Facts with every field filled: what every document is made of once, so that a template can be held against all the
/// names that it may ever see. Nothing of it reaches a page.
package enum Specimen {
    /// A context with every name of a document's template (``DocumentCatalog/Entry/templates``) filled; `nil` for a
    /// template that no document uses.
    package static func context(of template: String) -> Context? {
        switch template {
        case "documents/post-mortem.md": postMortem
        case "documents/resolution-email.txt", "documents/resolution-email.md": email
        case "documents/email-preview.md": preview
        case "documents/comms-internal.md": InternalDraft(plan: communications).context
        case "documents/comms-preview.md": communicationPreview
        case let name where name.hasPrefix("documents/comms-"):
            communications.draft(to: .account(name: "Account", contact: "Contact")).context
        case "documents/action-items.md": actions.context
        case "documents/action-issue.md":
            actions.items.first { $0.repetition != nil && $0.isOverdue }.map(actions.issue)
        case "documents/sla-report.md": report.context(linking: .md)
        case "documents/sla-report.html": report.context(linking: .html)
        case "documents/data-quality.md": ledger.context
        case "documents/audit-index.html": auditPack.context
        case "documents/index.html": index
        default: nil
        }
    }

    private static var email: Context {
        let incident = PublicIncident(assessed, edition: edition)
        return ResolutionEmail(
            incident: incident, resolved: edition.asOf,
            addressee: Addressee(
                contact: "Contact", account: "Account",
                followUp: .init(
                    manager: "Manager", isCallOwed: true, callBy: edition.asOf, offersRemediation: true,
                    isSender: true), apologist: "Executive"),
            senderName: "Sender", phrasing: edition.phrasing
        ).context
    }

    private static var preview: Context {
        Mailing(assessed, edition: edition)?.preview(text: "Text", files: ["01-A.eml"], mergeFile: "merge.csv")
            ?? .absent
    }

    private static var report: SLAReport {
        SLAReport(
            edition: edition, report: period,
            all: Array(repeating: assessed, count: SLAReport.mostRows + 1)
                + Array(repeating: open, count: SLAReport.mostRows + 1),
            counts: ReadCounts(incidents: 2), paths: paths)
    }

    /// Two incidents of one service, the second like the first and after an action of it was closed, actions of both read
    /// back, and one that is too old for its duties.
    private static var actions: ActionList {
        var first = incident
        first.actions.append(
            ActionItem(
                text: "Done", owner: "Owner", due: .never, statusWord: "done", state: .done,
                completed: at(0).advanced(bySeconds: 30), origin: origin))
        var later = incident
        later.name("LATER")
        later.milestones[.detected] = MilestoneMark(.detected, at(1), origin: origin)
        var edition = edition
        edition.policy.resolutionEmail.remindFor = .seconds(60)
        edition.policy.conduct.recurrence.window = .seconds(60)
        edition.policy.conduct.duties.rules[.executiveApology] = Policy.DutyRule(
            severities: [.sev1], within: .seconds(60), recordedAs: PhraseRule(), origin: origin)
        let table = """
            ## Action items

            | Done | Action | Owner | Due |
            |---|---|---|---|
            | [x] | Do | Somebody | 2026-01-01 |
            """
        let tables = [ActionTable(table, source: SourceID(0), fileName: "ID")].compactMap { $0 }
        return ActionList(
            [assessor.assess(first), assessor.assess(later)], edition: edition, tables: tables,
            recurrence: Recurrence.find(in: [first, later], by: Policy.RecurrenceRule()))
    }

    static var ledger: DataQualityLedger {
        let source = SourceID(0)
        var records = RecordLedger([.init(source: source, dialect: "dialect", others: [(name: "other", count: 1)])])
        for fate in RecordLedger.Fate.allCases {
            records.add(
                .init(fate: fate, origin: .whole(source), record: "ID", incident: "INC", reason: "reason"))
        }
        for _ in 0..<DataQualityLedger.most {
            records.add(.init(fate: .used, origin: .whole(source), record: "ID", incident: "INC"))
        }
        return DataQualityLedger(
            edition: edition, records: records, all: [disputed, open, assessed], recorders: [.detected: ["system"]],
            assessor: assessor)
    }

    private static var index: Context {
        IndexPage(
            edition: edition, all: [assessed, open] + many, report: period,
            counts: ReadCounts(incidents: 2), diagnostics: [], paths: paths
        ).context
    }

    /// Every page of the specimen's incidents counts as written.
    private static var paths: PagePaths {
        var paths = PagePaths()
        for incident in [assessed.incident, open.incident] {
            for format in OutputFormat.allCases { paths.written.insert(paths.postMortem(incident, format)) }
            paths.written.insert(paths.emailPreview(incident))
        }
        for format in OutputFormat.allCases {
            paths.written.insert(paths.report(period.period.label, format))
            paths.written.insert(paths.actionItems(format))
            paths.written.insert(paths.dataQuality(format))
        }
        return paths
    }
}

/// The facts.
extension Specimen {
    private static let origin = Origin(source: SourceID(0), line: 1, column: 1, field: "field")

    private static func at(_ minutes: Int) -> Instant { Instant(seconds: 1_700_000_040 + minutes * 60) }

    static let edition = Edition(
        asOf: at(100), zone: .utc, policy: policy, sources: SourceList(["export.json"]), program: "debrief",
        phrases: PhraseBook())

    private static let clocks = [
        Clock(
            id: "triage", title: "Detected to triaged", start: .detected, stop: .triaged,
            limits: [.sev1: .seconds(300), .sev2: .seconds(900)], origin: origin),
        Clock(
            id: "communicate", title: "Triaged to first communication", start: .triaged, stop: .communicated,
            limits: [.sev1: .seconds(900)], origin: origin),
        Clock(
            id: "resolve", title: "Detected to resolved", start: .detected, stop: .resolved,
            limits: [.sev1: .seconds(3600)], origin: origin),
        Clock(
            id: "review", title: "Resolved to reviewed", start: .resolved, stop: .reviewed,
            limits: [.sev1: .seconds(600), .sev3: .seconds(600)], conditions: [.sev3: [.asked]], origin: origin),
        Clock(
            id: "resolution-email", title: "Resolved to email", start: .resolved, stop: .message("email"),
            limits: Dictionary(uniqueKeysWithValues: Severity.allCases.map { ($0, .seconds(14_400)) }),
            accounts: .all, origin: origin),
        Clock(
            id: "page", title: "Detected to page", start: .detected, stop: .message("page"),
            limits: [.sev1: .seconds(900)], origin: origin),
        Clock(
            id: "updates", title: "From one update to the next", start: .message("update"),
            stop: .nextMessage("update", until: .resolved), limits: [.sev1: .seconds(900)], origin: origin),
        Clock(
            id: "close", title: "Resolved to closed", start: .resolved, stop: .closed,
            limits: [.sev4: .seconds(360_000)], origin: origin),
    ]

    private static let policy = Policy(
        name: "specimen", effectiveFrom: at(-1000), digest: "00", clocks: clocks, words: WordTable(), inference: [],
        resolutionEmail: Policy.ResolutionEmailRule(
            clock: "resolution-email", senderName: "Sender", senderAddress: "sender@example.com",
            remindFor: .seconds(86_400)),
        customerPriority: Policy.CustomerPriorityRule(
            renewalWithin: .seconds(7_776_000), highUsageShare: 0.2, enterpriseSegments: ["enterprise"]),
        lessons: Policy.LessonsRule(
            deploymentWithin: .seconds(86_400), unnoticedFrom: .seconds(300), silenceBeyond: .seconds(3600),
            paperworkBeyond: .seconds(60), night: Policy.Night(from: 22, to: 6),
            noticedBy: NoticeWords(["customer": .people, "monitoring": .machines])),
        statistics: Policy.StatisticsRule(p90From: 1, p95From: 1, medianIntervalFrom: 1, significance: 0.05),
        status: StatusWords(readings: ["*": ["open": .active, "over": .over]]),
        messages: [
            MessageKind(id: "email", channels: ["email"], audiences: ["customers"]),
            MessageKind(id: "update", channels: [], audiences: []),
            MessageKind(id: "page", channels: ["public page"], audiences: []),
        ])

    static let assessor = Assessor(policy: policy, asOf: edition.asOf)

    static var assessed: AssessedIncident { assessor.assess(incident) }

    /// Detected long ago, and nothing since.
    static var open: AssessedIncident {
        var incident = Incident(id: "OPEN", system: "system", origin: origin)
        incident.title = Sourced("Title", origin)
        incident.severity = Sourced(.sev1, origin)
        incident.milestones = Milestones([MilestoneMark(.detected, at(-120), origin: origin)])
        return assessor.assess(incident)
    }

    /// Told by two records that disagree, and closed long after its resolution.
    static var disputed: AssessedIncident {
        var incident = incident
        let record = IncidentRecord(system: "other", kind: .ticketing, id: "OTHER", origin: origin)
        func claim(_ minutes: Int, isBelieved: Bool) -> Claim {
            let mark = MilestoneMark(.resolved, at(minutes), origin: origin)
            return Claim(
                subject: .milestone(.resolved), words: mark.instant.rfc3339, mark: mark, record: record,
                origin: origin, isBelieved: isBelieved)
        }
        incident.milestones[.mitigated] = nil
        incident.milestones[.triaged] = nil
        incident.milestones[.closed] = MilestoneMark(.closed, at(99), origin: origin)
        incident.conflicts = [
            ClaimConflict(
                subject: .milestone(.resolved), believed: claim(70, isBelieved: true),
                others: [claim(20, isBelieved: false)], rule: "the latest")
        ]
        return assessor.assess(incident)
    }

    /// More owed post-mortems than a list names, of different incidents.
    private static var many: [AssessedIncident] {
        (0...IndexPage.firstList).map { number in
            var other = incident
            other.id = "ID \(number)"
            return assessor.assess(other)
        }
    }

    private static let period: PeriodReport = {
        let period = Period(label: "period", start: at(-600), end: at(90), timeZone: "UTC")
        let long = Period(label: "long before", start: at(-1800), end: at(-1200), timeZone: "UTC")
        let before = Period(label: "before", start: at(-1200), end: at(-600), timeZone: "UTC")
        var report = PeriodReportBuilder.make(
            from: [assessed, open], period: period, cohort: .resolved, asOf: edition.asOf, policy: policy,
            previous: before, series: [long, before, period])
        for row in report.severities.indices {
            for metric in report.severities[row].metrics.indices {
                report.severities[row].metrics[metric].spread?.medianInterval = 1...2
            }
            for clock in report.severities[row].clocks.indices {
                report.severities[row].clocks[clock].verdicts[.unproven] = 1
            }
        }
        report.comparison = Comparison(
            previous: before,
            rows: [
                Comparison.Change(
                    severity: .sev1, figure: .compliance, clock: "triage", before: 1, now: 0.5, test: .fisherExact,
                    p: 0.5, visible: VisibleChange(atMost: 0.1, atLeast: 0.9)),
                Comparison.Change(
                    severity: .sev1, figure: .compliance, clock: "triage", before: 1, now: 0.5, test: .fisherExact,
                    p: 0.5, visible: VisibleChange(atMost: nil, atLeast: nil)),
                Comparison.Change(
                    severity: .sev1, figure: .compliance, clock: "resolve", before: 1, now: nil, test: .fisherExact,
                    p: nil),
            ])
        report.breaches += (0...SLAReport.mostRows).map { number in
            var breach = report.breaches[0]
            var other = incident
            other.id = "ID \(number)"
            breach.incident = other
            return breach
        }
        for place in report.phases.indices where report.phases[place].cohort > 0 {
            for phase in report.phases[place].phases.indices { report.phases[place].phases[phase].share = 0.25 }
        }
        report.series?.points[1].severities[0].cohort = 1
        report.recurrence = PeriodRecurrence(
            now: PeriodRecurrence.Count(cohort: 3, recurring: 1, told: 2),
            before: PeriodRecurrence.Count(cohort: 2, recurring: 1, told: 2),
            services: Array(
                repeating: PeriodRecurrence.Service(name: "service", told: 2, recurring: ["ID"]), count: 6),
            p: 1, visible: VisibleChange(atMost: nil, atLeast: nil))
        report.endUnknown = ["ID"]
        report.policies = [0, 0]
        var replay = PolicyComparison(
            [], under: PolicyBook(policy), named: "one", [], under: PolicyBook(policy), named: "other", period: period,
            cohort: .resolved, asOf: edition.asOf)
        replay.rows = [
            PolicyComparison.Row(severity: .sev1, clock: "triage", before: [.met: 1], after: [.breached: 1])
        ]
        replay.flips = Array(
            repeating: PolicyComparison.Flip(
                incident: "ID", severity: .sev1, clock: "triage", before: .met, after: .breached), count: 101)
        report.replay = replay
        return report
    }()
}
