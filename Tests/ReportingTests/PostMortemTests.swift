import Diagnostics
import Foundation
import IncidentModel
import Testing
import Typesetting

@testable import Reporting

struct PostMortemTests {
    private func page(_ incident: Incident, asOf: Instant = Stage.now) throws -> String {
        let files = try Stage.newsroom(asOf: asOf).postMortem(try Stage.assess(incident, asOf: asOf), formats: [.md])
        return try #require(files.first).contents
    }

    @Test("It says each promise, its verdict, and each milestone with its source")
    func facts() throws {
        let page = try page(Stage.full())
        let wanted = [
            "# Post-mortem: API Rate Limiting Affecting Batch Operations",
            "| Severity | Sev2 |",
            "| Incident commander | Alex Rivera |",
            "| Post-mortem | mandatory for Sev2, due 2024-02-17 18:33 UTC |",
            "| Time to acknowledge | detected | triaged | 2 min | 15 min | **met** |",
            "| Time to resolve | detected | resolved | 4 h 10 min 50 s | 4 h | **breached** by 10 min 50 s |",
            "| Time to mitigate | detected | mitigated | 17 min | none | no target |",
            "; Time to resolve, 480, 15530, 14400, 4 h 10 min 50 s of 4 h is 10 min 50 s too late -->",
            "- Customer impact: 25 min, “started” to “mitigated” (exports/one.json:9 and exports/one.json:55)",
            "- Time in Sev2: 4 h 10 min 50 s, 2024-02-15 14:23 to 18:33 UTC (exports/one.json:4)",
            "incident: \"INC-2024-0215-001\"\nseverity: \"sev2\"\nservice: \"api-gateway\"",
            "| Product PM | not on record | – |",
            "2024-02-15 14:25:00 UTC | inferred by rule “declaration” | exports/one.json:40 |",
            "| closed (paperwork done) | not on record | – | – |",
            "**Contradiction.** The export's status is “mitigating”, but it records a resolution",
            "> — root cause as recorded, unconfirmed (exports/one.json:12)",
            "“api-gateway 2.31.0” was deployed 8 min before detection. Did it contribute?",
            "| 14:25:00 | Incident created, Sev2 declared → “triaged” | On-call | coordinator |",
            "Revenue at risk: 890,000 a year, in the currency of the export (exports/one.json:18)",
            "Policy “standard”, in force since 2020-01-01 00:00:00 UTC",
        ]
        for line in wanted { #expect(page.contains(line), "\(line)") }
    }

    @Test("What is not known is a visible hole, and nothing is made up")
    func holes() throws {
        let page = try page(Stage.bare())
        #expect(page.contains("# Post-mortem: Incident without a title"))
        #expect(page.contains("Neither a detection nor a resolution is on record."))
        #expect(page.contains("| Severity | not on record |"))
        #expect(page.contains("**unproven**: the severity is not known"))
        #expect(page.components(separatedBy: "_to be written by the review_:").count == 11)
        #expect(page.contains("The exports name no deployment") && page.contains("The exports hold no messages."))
        #expect(!page.contains("debrief:chart"))
        for heading in ["Summary", "Impact", "Timeline", "Contributing factors and root cause", "Sources"] {
            #expect(page.contains("## \(heading)\n"))
        }
        #expect(!page.contains("commander"))
        #expect(!page.contains("1970"))
    }

    @Test("A confirmed cause says so")
    func confirmed() throws {
        var incident = Stage.full()
        incident.isCauseConfirmed = true
        #expect(try page(incident).contains("> — root cause as recorded, confirmed (exports/one.json:12)"))
    }

    @Test("A long text is cut, and says where the whole of it stands")
    func cut() throws {
        var incident = Stage.full()
        incident.timeline[2].text = String(repeating: "word ", count: 200) + "END"
        let page = try page(incident)
        #expect(page.contains("word … (cut; full text at exports/one.json:45)"))
        #expect(!page.contains("END"))
    }

    @Test("A milestone later than the page is shown and not counted")
    func future() throws {
        let page = try page(Stage.full(), asOf: Stage.day(15, 0))
        #expect(page.contains("2024-02-15 18:33:50 UTC, later than this page: not counted"))
        #expect(page.contains("No resolution is on record as of 2024-02-15 15:00 UTC."))
        #expect(page.contains("**open**, due 2024-02-15 18:23 UTC"))
    }

    @Test("Milestones out of order are said, and nothing is corrected")
    func disorder() throws {
        var incident = Stage.full()
        incident.milestones[.resolved] = Stage.mark(.resolved, Stage.day(13, 0))
        let page = try page(incident)
        #expect(page.contains("**Out of order.** “resolved” (2024-02-15 13:00:00 UTC) stands before “detected”"))
        #expect(page.contains("**unproven**: “resolved” stands before “detected”"))
    }

    @Test("Text of an export stays text")
    func hostile() throws {
        let files = try Stage.newsroom().postMortem(try Stage.assess(Hostile.incident()), formats: [.md, .html])
        let html = try #require(files.last).contents
        #expect(!html.contains("<script"))
        #expect(!html.contains("<img"))
        #expect(!html.contains("javascript:y\""))
        #expect(html.components(separatedBy: "<a ").count == 1)
        #expect(!html.contains("\u{202E}"))
        for mark in Hostile.internalMarks where mark != "MARKSEGMENT" && mark != "MARKSPONSOR" {
            // A text longer than the table takes is cut, not lost: its address is given.
            #expect(html.contains(mark) || html.contains("full text at"), "\(mark)")
        }
        let plain = try page(Stage.full())
        let headings = { (text: String) in text.split(separator: "\n").filter { $0.hasPrefix("#") }.count }
        #expect(headings(try #require(files.first).contents) == headings(plain))
    }

    @Test("The JSON has every fact, and nulls for holes")
    func json() throws {
        for incident in [Stage.full(), Stage.bare()] {
            let files = try Stage.newsroom().postMortem(try Stage.assess(incident), formats: [.json])
            let object = try JSONSerialization.jsonObject(with: Data(try #require(files.first).contents.utf8))
            let json = try #require(object as? [String: Any])
            #expect(json["schema"] as? String == "debrief/post-mortem/1")
            #expect((json["milestones"] as? [Any])?.count == 8)
            #expect((json["clocks"] as? [Any])?.count == 10)
            #expect(json.count == 35)
        }
    }

    @Test("The same facts make the same bytes")
    func same() throws {
        let formats: Set<OutputFormat> = [.md, .html, .json]
        let one = try Stage.newsroom().postMortem(try Stage.assess(Stage.full()), formats: formats)
        let two = try Stage.newsroom().postMortem(try Stage.assess(Stage.full()), formats: formats)
        #expect(one == two)
        #expect(one.map(\.path) == ["md", "html", "json"].map { "post-mortems/INC-2024-0215-001.\($0)" })
    }
}
