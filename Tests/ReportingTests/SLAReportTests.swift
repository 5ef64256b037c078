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

    @Test("The first sentences say what there was, what was broken and what was worst")
    func headline() throws {
        let page = try #require(try files(some, [.md]).first).contents
        #expect(page.contains("In 2024-W07, 3 incidents were resolved and 4 were detected; 1 was open at its end."))
        #expect(page.contains("1 of 9 promises that can be judged was broken. 17 promises cannot be judged"))
        #expect(page.contains("INC-2 (Sev1), detected to resolved, late by 11 min."))
        #expect(page.contains("| Sev1 | Detected to resolved | 1 h | **50 % (1 of 2)** | 9–91 % | – |"))
        #expect(page.contains("| Sev4 | Detected to resolved | 72 h | no data | – | – |"))
        #expect(page.contains("3 records read: 1 incident, 1 record merged into others and 1 rejected."))
    }

    @Test("Nothing is never a hundred per cent")
    func empty() throws {
        let page = try #require(try files([], [.md]).first).contents
        #expect(page.contains("In 2024-W07, no incidents were resolved and 0 were detected; 0 were open at its end."))
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
        #expect(json["incidents"] as? [String: Int] == [
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
        #expect(page.contains("No change from 2024-W06 can be told from noise") == !isChange)
        #expect(page.contains("More than noise against 2024-W06: Sev1 median time, detected to resolved.") == isChange)
        #expect(page.contains("| **changed** |") == isChange)
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
