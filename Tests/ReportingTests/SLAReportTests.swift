import Compliance
import Diagnostics
import Foundation
import IncidentModel
import Testing
import Typesetting

@testable import Reporting

struct SLAReportTests {
    private func incident(_ id: String, _ severity: Severity, minutes: Int?) -> Incident {
        var incident = Stage.bare(id)
        incident.title = Stage.said("Title of \(id)")
        incident.severity = Sourced(severity, Stage.origin(3))
        incident.milestones[.detected] = Stage.mark(.detected, Stage.day(8, 0))
        incident.milestones[.triaged] = Stage.mark(.triaged, Stage.day(8, 5))
        if let minutes {
            incident.milestones[.resolved] = Stage.mark(.resolved, Stage.day(8, 0).advanced(bySeconds: minutes * 60))
        }
        return incident
    }

    private func files(_ incidents: [Incident], _ formats: Set<OutputFormat> = [.md, .html, .json]) throws
        -> [OutputFile]
    {
        let room = try Stage.newsroom()
        let all = try incidents.map { try Stage.assess($0) }
        return room.slaReport(Stage.period(all, room.edition), all: all, formats: formats, counts: Stage.counts)
    }

    private func json(_ incidents: [Incident]) throws -> [String: Any] {
        let text = try #require(try files(incidents, [.json]).first).contents
        return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    private var some: [Incident] {
        [
            incident("INC-1", .sev1, minutes: 60), incident("INC-2", .sev1, minutes: 71),
            incident("INC-3", .sev2, minutes: nil),
            incident("INC-4", .sev3, minutes: 90),
        ]
    }

    @Test("The first sentences say in plain words whether promises were kept, and whether anything changed")
    func headline() throws {
        let page = try #require(try files(some, [.md]).first).contents
        #expect(
            page.contains(
                "1 of 2 Sev1 incidents were resolved within an hour; one took 11 minutes too long.\n"
                    + "The one less grave incident that can be judged kept to its time.\n"
                    + "Nothing here can be told apart from 2024-W06.\n"))
        #expect(page.contains("In 2024-W07, 3 incidents were resolved and 4 were detected; 1 was open at its end."))
        #expect(page.contains("1 of 9 promises that can be judged was broken. 17 promises cannot be judged"))
        #expect(page.contains("INC-2 (Sev1), detected to resolved, late by 11 min."))
        #expect(page.contains("3 records read: 1 incident, 1 record merged into others and 1 rejected."))
    }

    @Test(
        "The headline fits one, some, all and none",
        arguments: [
            ([60], "The one Sev1 incident was resolved within an hour."),
            ([71], "The one Sev1 incident was resolved 11 minutes too late; an hour was promised."),
            ([30, 60], "All 2 Sev1 incidents were resolved within an hour."),
            ([71, 120], "None of 2 Sev1 incidents was resolved within an hour; the longest took an hour too long."),
            (
                [71, 182, 10],
                "1 of 3 Sev1 incidents were resolved within an hour; 2 took longer, by up to 2 h 2 min."
            ),
        ])
    func headlines(minutes: [Int], sentence: String) throws {
        let incidents = minutes.enumerated().map { incident("INC-\($0.offset)", .sev1, minutes: $0.element) }
        let page = try #require(try files(incidents, [.md]).first).contents
        #expect(page.contains("\n\(sentence)\n"))
    }

    @Test("A promise is one line, severities are columns, and what was judged for nobody is named with its reason")
    func promises() throws {
        let page = try #require(try files(some, [.md]).first).contents
        #expect(page.contains("| Promise | Sev1 (2) | Sev3 (1) |\n|:--|:--|:--|\n"))
        #expect(
            page.contains(
                "| Detected to resolved | **1 of 2** (50 %, 9–91 %), within 1 h | 1 of 1 (100 %, 21–100 %), within 24 h |"
            ))
        #expect(page.contains("- Triaged to first communication: 3 unproven: no “communicated” on record"))
        #expect(page.contains("No incident of Sev2 or Sev4 is in the figures."))
        #expect(!page.contains("| Triaged to first communication | **"))
    }

    @Test("A broken promise says by how much, which ran out first, and where the time went")
    func breaches() throws {
        let page = try #require(try files(some, [.md]).first).contents
        #expect(page.contains("- **INC-2** (Sev1): Title of INC-2\n"))
        #expect(
            page.contains(
                "  - Detected to resolved: took 1 h 11 min of 1 h, late by **11 min** (exports/one.json:8)\n"
                    + "  - First to run out: Detected to resolved, 2024-02-15 09:00 UTC.\n"
                    + "  - Longest stretch: triaged to resolved, 1 h 6 min of 1 h 11 min.\n"))
    }

    @Test("Nothing is never a hundred per cent")
    func empty() throws {
        let page = try #require(try files([], [.md]).first).contents
        #expect(page.contains("In 2024-W07, no incidents were resolved and 0 were detected; 0 were open at its end."))
        #expect(page.contains("No incident was resolved in 2024-W07."))
        #expect(page.contains("No promise can be judged: no data."))
        #expect(page.contains("There is nothing to compare with 2024-W06: no data."))
        #expect(!page.contains("100 %"))
        #expect(!page.contains(" 0 %"))
        let json = try json([])
        let first = try #require((json["severities"] as? [[String: Any]])?.first)
        let clock = try #require((first["clocks"] as? [String: [String: Any]])?["resolve"])
        for key in ["compliance", "interval", "meanSeconds", "medianSeconds", "p90Seconds", "minSeconds", "maxSeconds"]
        {
            #expect(clock[key] is NSNull, "\(key)")
        }
        #expect(clock["limitSeconds"] as? Int == 3600)
    }

    @Test("The JSON has every key that scripts rely on")
    func shape() throws {
        let json = try json(some)
        #expect(json["schema"] as? String == "debrief/sla-report/1")
        #expect(json["cohort"] as? String == "resolved")
        #expect(json["asOf"] as? String == "2024-02-16T09:00:00Z")
        #expect(
            json["period"] as? [String: String] == [
                "label": "2024-W07", "start": "2024-02-12T00:00:00Z", "end": "2024-02-19T00:00:00Z", "timeZone": "UTC",
            ])
        #expect(
            json["policy"] as? [String: String] == [
                "name": "standard", "effectiveFrom": "2020-01-01T00:00:00Z", "sha256": "abc123",
            ])
        #expect(
            json["incidents"] as? [String: Int] == [
                "read": 3, "used": 1, "merged": 1, "joined": 0, "context": 0, "setAside": 0, "orphaned": 0,
                "rejected": 1,
            ])
        let severities = try #require(json["severities"] as? [[String: Any]])
        #expect(severities.map { $0["severity"] as? String } == ["sev1", "sev2", "sev3", "sev4"])
        #expect(severities[0]["detected"] as? Int == 2)
        #expect(severities[1]["open"] as? Int == 1)
        let clock = try #require((severities[0]["clocks"] as? [String: [String: Any]])?["resolve"])
        #expect(clock["met"] as? Int == 1)
        #expect(clock["breached"] as? Int == 1)
        #expect(clock["compliance"] as? Double == 0.5)
        #expect((clock["interval"] as? [Double])?.count == 2)
        #expect(clock["meanSeconds"] as? Double == 3930)
        #expect(clock["minSeconds"] as? Int == 3600)
        #expect(clock["p90Seconds"] is NSNull)
        for key in ["unproven", "open", "overdue", "notApplicable", "count", "medianSeconds", "maxSeconds"] {
            #expect(clock[key] is NSNumber, "\(key)")
        }
        let breach = try #require((json["breaches"] as? [[String: Any]])?.first)
        #expect(breach["incident"] as? String == "INC-2")
        #expect(breach["limitSeconds"] as? Int == 3600)
        #expect(breach["elapsedSeconds"] as? Int == 4260)
        #expect(breach["bySeconds"] as? Int == 660)
        #expect(breach["origin"] as? String == "exports/one.json:8")
        let comparison = try #require(json["comparison"] as? [String: Any])
        #expect((comparison["previous"] as? [String: String])?["label"] == "2024-W06")
        #expect((breach["firstSlip"] as? [String: String]) == ["clock": "resolve", "at": "2024-02-15T09:00:00Z"])
        #expect((breach["longestStretch"] as? [String: Any])?["seconds"] as? Int == 3960)
        for key in ["headline", "phases", "groups", "duties", "run"] { #expect(json[key] != nil, "\(key)") }
        let finding = try #require((json["dataQuality"] as? [[String: Any]])?.first)
        #expect(finding["code"] as? String == "missing-communicated")
        #expect(finding["count"] as? Int == 3)
    }

    @Test(
        "A change is called one only below the level of significance",
        arguments: [(0.049, true), (0.05, false), (0.8, false)])
    func comparison(p: Double, isChange: Bool) throws {
        let edition = try Stage.edition()
        var report = Stage.report(try Stage.assess(some[0]), edition)
        report.report.comparison = Comparison(
            previous: Stage.weekBefore,
            rows: [
                Comparison.Change(
                    severity: .sev1, figure: .duration, clock: "resolve", before: 7200, now: 3600, test: .mannWhitney,
                    p: p)
            ])
        let page = try Stage.library().render("documents/sla-report.md", with: report.context(linking: .md))
        #expect(page.contains("Nothing here can be told apart from 2024-W06.") == !isChange)
        #expect(
            page.contains(
                "More than noise against 2024-W06: Sev1 median time, detected to resolved (2 h → 1 h).")
                == isChange)
        #expect(page.contains("| **changed** |") == isChange)
    }

    @Test("What a test can see stands beside it, and tests that could see nothing are counted")
    func visible() throws {
        var report = Stage.report(try Stage.assess(some[0]), try Stage.edition())
        func change(_ figure: Comparison.Change.Figure, _ low: Double?, _ high: Double?) -> Comparison.Change {
            Comparison.Change(
                severity: .sev1, figure: figure, clock: figure == .count ? nil : "resolve", before: 1, now: 1,
                test: .fisherExact, p: 0.5, visible: VisibleChange(atMost: low, atLeast: high))
        }
        report.report.comparison = Comparison(
            previous: Stage.weekBefore,
            rows: [
                change(.compliance, 0.47, nil), change(.count, 3, 31), change(.count, nil, 8),
                change(.duration, 0.13, 0.87), change(.compliance, nil, nil),
            ])
        let page = try Stage.library().render("documents/sla-report.md", with: report.context(linking: .md))
        for words in [
            "47 % or less; no rise", "3 or fewer, or 31 or more", "8 or more; no fall",
            "slower, or faster, in 87 of 100 pairs",
        ] {
            #expect(page.contains("| could be noise | \(words) |"), "\(words)")
        }
        #expect(page.contains("In 1 test more no change can be seen"))
    }

    @Test("A run of periods begins where the exports do, and one period alone is no run", arguments: [false, true])
    func run(hasEarlier: Bool) throws {
        let edition = try Stage.edition()
        var incidents = some
        if hasEarlier {
            var earlier = incident("INC-0", .sev1, minutes: 30)
            earlier.milestones = Milestones(
                earlier.milestones.marks.map { mark in
                    MilestoneMark(mark.milestone, mark.instant.advanced(bySeconds: -604_800), origin: mark.origin)
                })
            incidents.append(earlier)
        }
        let all = try incidents.map { try Stage.assess($0) }
        let weeks = try #require(PeriodName(week: "2024-W07")).run(of: 4).map { $0.period(in: .utc) }
        let report = PeriodReportBuilder.make(
            from: all, period: weeks[3], cohort: .resolved, asOf: edition.asOf, policy: edition.policy, series: weeks)
        let document = SLAReport(edition: edition, report: report, all: all, counts: Stage.counts, paths: PagePaths())
        let page = try Stage.library().render("documents/sla-report.html", with: document.context(linking: .html))
        #expect(!page.contains(">2024-W05<"))
        #expect(page.contains(">2024-W06<") == hasEarlier)
        #expect(page.contains("The 2 periods before have no incident.") == hasEarlier)
        #expect(page.contains("Of the last 4 periods, no earlier one has an incident.") == !hasEarlier)
        #expect(page.contains("<svg") && page.contains("chart-run") == hasEarlier)
        guard case .object(let json) = document.json, case .object(let run)? = json["run"],
            case .array(let periods)? = run["periods"]
        else {
            Issue.record("no run in the JSON")
            return
        }
        #expect(periods.count == 4)
    }

    @Test("Duties that are late are counted, with the one that has waited longest")
    func duties() throws {
        let now = Stage.moment(2024, 2, 20, 0, 0)
        var other = incident("INC-1", .sev1, minutes: 60)
        var action = ActionItem(
            text: "Do it", owner: nil, due: .at(Stage.day(12, 0)), statusWord: nil, state: .open,
            origin: Stage.origin(9))
        other.actions.append(action)
        action.state = .done
        other.actions.append(action)
        let all = try [other, incident("INC-2", .sev2, minutes: 30)].map { try Stage.assess($0, asOf: now) }
        let edition = try Stage.edition(asOf: now)
        let report = Stage.period(all, edition)
        let document = SLAReport(edition: edition, report: report, all: all, counts: Stage.counts, paths: PagePaths())
        let page = try Stage.library().render("documents/sla-report.md", with: document.context(linking: .md))
        #expect(page.contains("| Resolved to reviewed | 2 | 2 | INC-2, by 2 d 16 h |"))
        #expect(page.contains("| Action items | 1 | 1 | INC-1, by 4 d 12 h |"))
        let actions = try #require(document.duties.last)
        #expect(actions.clock == nil && actions.count == 1)
    }

    @Test(
        "Duties are counted of incidents of the period before and of the period, not of others",
        arguments: [("2024-W06", false), ("2024-W07", true), ("2024-W08", true), ("2024-W09", false)])
    func dutiesSince(week: String, counts: Bool) throws {
        // INC-1 is resolved on Thursday of week 7, and its review is late at the report moment.
        let all = try [Stage.assess(incident("INC-1", .sev1, minutes: 60), asOf: Stage.moment(2024, 3, 20, 0, 0))]
        let edition = try Stage.edition(asOf: Stage.moment(2024, 3, 20, 0, 0))
        let name = try #require(PeriodName(week: week))
        let report = PeriodReportBuilder.make(
            from: all, period: name.period(in: .utc), cohort: .resolved, asOf: edition.asOf, policy: edition.policy,
            previous: name.previous.period(in: .utc))
        let document = SLAReport(edition: edition, report: report, all: all, counts: Stage.counts, paths: PagePaths())
        #expect(document.duties.isEmpty != counts)
        #expect(document.duties.allSatisfy { $0.ofCohort == (week == "2024-W07" ? 1 : 0) })
    }

    @Test("Ten thousand incidents make a page of the size of a page")
    func many() throws {
        let incidents = (0..<10_000).map { number in
            incident("INC-\(number)", Severity.allCases[number % 4], minutes: number % 3000)
        }
        let edition = try Stage.edition()
        let assessor = Assessor(policy: edition.policy, asOf: edition.asOf)
        let all = incidents.map { assessor.assess($0) }
        let files = try Stage.newsroom().slaReport(
            Stage.period(all, edition), all: all, formats: [.md, .html], counts: Stage.counts)
        #expect(files.allSatisfy { $0.contents.utf8.count < 1_500_000 })
        let page = try #require(files.last).contents
        let charts = page.components(separatedBy: "<svg").dropFirst().map { $0.components(separatedBy: "</svg>")[0] }
        #expect(charts.count == 2 && charts.allSatisfy { $0.utf8.count < 120_000 })
        #expect(page.contains("a dot stands for several"))
        #expect(page.contains("And 9700 more, which are in every figure."))
    }

    @Test("The table of figures is tidy: one value a row, each with its period and what it rests on")
    func csv() throws {
        let text = try #require(try files(some, [.csv]).first).contents
        let rows = text.components(separatedBy: "\r\n").dropLast().map { $0.components(separatedBy: ",") }
        #expect(
            rows.first == [
                "period", "start", "end", "cohort", "severity", "kind", "subject", "figure", "value", "count", "low",
                "high",
            ])
        #expect(rows.allSatisfy { $0.count == 12 })
        let keys = rows.map { $0.prefix(8).joined(separator: "|") }
        #expect(Set(keys).count == keys.count)
        func value(_ severity: String, _ kind: String, _ subject: String, _ figure: String) -> [String]? {
            rows.first { Array($0[4...7]) == [severity, kind, subject, figure] }.map { Array($0[8...]) }
        }
        #expect(value("sev1", "clock", "resolve", "met") == ["1", "", "", ""])
        #expect(value("sev1", "clock", "resolve", "compliance")?.prefix(2) == ["0.5", "2"])
        #expect(value("sev1", "metric", "mttr", "mean") == ["3930.0", "2", "", ""])
        #expect(value("sev4", "clock", "resolve", "compliance") == ["", "0", "", ""])
        #expect(value("", "service", "(not on record)", "cohort") == ["3", "", "", ""])
    }

    @Test("An incident links to its post-mortem where one was written, and nowhere else")
    func links() throws {
        var room = try Stage.newsroom()
        let all = try some.map { try Stage.assess($0) }
        room.note([OutputFile(path: "post-mortems/INC-2.html", contents: "")])
        let files = room.slaReport(Stage.period(all, room.edition), all: all, formats: [.html], counts: Stage.counts)
        let page = try #require(files.first).contents
        #expect(page.contains("INC-2: Title of INC-2<br><a href=\"post-mortems/INC-2.html\">Post-mortem</a>"))
        #expect(!page.contains("INC-1.html"))
    }

    @Test("Hostile text stays text, and the page keeps its shape")
    func hostile() throws {
        let page = try #require(try files([Hostile.incident()], [.html]).first).contents
        #expect(!page.contains("<script"))
        #expect(!page.contains("<img"))
        #expect(page.contains("&lt;script&gt;"))
    }

    @Test("The same facts make the same bytes")
    func same() throws {
        let one = try files(some)
        #expect(one == (try files(some)))
        #expect(one.map(\.path) == ["sla-report-2024-W07.md", "sla-report-2024-W07.html", "sla-report-2024-W07.json"])
    }
}
