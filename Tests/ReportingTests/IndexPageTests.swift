import Compliance
import Diagnostics
import IncidentModel
import Testing

@testable import Reporting

struct IndexPageTests {
    private func page(
        _ incidents: [Incident], written: [String] = [], _ diagnostics: [Diagnostic] = [],
        by rule: (inout Policy) -> Void = { _ in }
    ) throws -> String {
        var edition = try Stage.edition()
        rule(&edition.policy)
        var room = Newsroom(edition: edition, templates: try Stage.library())
        room.note(written.map { OutputFile(path: $0, contents: "") })
        let all = try incidents.map { try Stage.assess($0) }
        return room.index(
            all, report: Stage.period(all, room.edition), counts: Stage.counts, diagnostics: diagnostics
        ).contents
    }

    @Test("Every incident that was read stands on it")
    func all() throws {
        let incidents = (1...40).map { Stage.bare("INC-\($0)") }
        let page = try page(incidents)
        for incident in incidents { #expect(page.contains("<th scope=\"row\">\(incident.id): "), "\(incident.id)") }
    }

    @Test("It links to what was written, by relative addresses, and to nothing else")
    func links() throws {
        let written = [
            "post-mortems/INC-2024-0215-001.html", "emails/INC-2024-0215-001/preview.md", "sla-report-2024-W07.html",
            "sla-report-2024-W07.json", "action-items.csv",
        ]
        let page = try page([Stage.full(), Stage.bare()], written: written)
        let targets = Set(
            page.components("href=\"").dropFirst().compactMap { $0.split(separator: "\"").first.map(String.init) })
        #expect(targets == Set(written))
        #expect(try !self.page([Stage.full()]).contains("href"))
    }

    @Test("What needs a person comes first, and says by how much it is late")
    func needs() throws {
        var late = Stage.bare("INC-LATE")
        late.severity = Sourced(.sev1, Stage.origin(3))
        late.milestones[.detected] = Stage.mark(.detected, Stage.day(8, 0))
        let code = DiagnosticCode("bad-stamp", .error, "A time cannot be read", "It is rejected.")
        let page = try page(
            [Stage.full(), late], written: ["emails/INC-2024-0215-001/preview.md"],
            [Diagnostic(code, "“yesterday” is not a time", at: Stage.origin(88), record: "INC-9")])
        #expect(
            page.contains(
                "Waiting for a person: open incidents past a target (3), post-mortems to hold (2), resolution mails to send (1), accounts without a usable contact (1), accounts to contact (1), overdue action items (2) and problems in the input (1)."
            ))
        // What still hurts customers comes before what is owed; one incident is one item.
        let list = String(page.components("<ul class=\"next\">").last ?? "").components("</ul>").first ?? ""
        let items = String(list).components("<li>").dropFirst()
        #expect(items.first?.contains("INC-LATE (Sev1): Incident without a title") == true)
        #expect(items.first?.contains("Resolve it") == true)
        #expect(
            items.first?.contains(
                "<strong class=\"verdict overdue\">overdue by 24 h 55 min</strong>") == true)
        #expect(items.count { $0.contains("INC-LATE (Sev1)") && $0.contains("Resolve it") } == 1)
        #expect(page.contains("was due 2024-02-15 22:33 UTC; whether it was sent is not on record"))
        #expect(page.contains("exports/one.json:88:3"))
    }

    @Test("A message that was held back is brought up, and leads to where it is kept")
    func held() throws {
        var room = Newsroom(edition: try Stage.edition(), templates: try Stage.library())
        room.note([
            OutputFile(path: "emails/INC-2024-0215-001/01-A.eml", contents: "", isHeldBack: true),
            OutputFile(path: "emails/INC-2024-0215-001/02-B.eml", contents: "", isHeldBack: true),
        ])
        let page = room.index(
            [try Stage.assess(Stage.full())], report: nil, counts: Stage.counts, diagnostics: []
        ).contents
        #expect(page.contains("Correct 2 messages that a writing rule holds back"))
        #expect(page.contains("<a href=\"rejects/emails/INC-2024-0215-001/01-A.eml.held\">Held message</a>"))
    }

    @Test("An open incident that should have escalated is brought up")
    func escalation() throws {
        var incident = Stage.bare("INC-ESC")
        incident.severity = Sourced(.sev1, Stage.origin(3))
        incident.milestones[.detected] = Stage.mark(.detected, Stage.day(8, 0))
        incident.milestones[.triaged] = Stage.mark(.triaged, Stage.day(8, 1))
        incident.communications = [
            Communication(
                instant: Stage.day(8, 5), channel: "status_page", audience: "status_page", origin: Stage.origin(5))
        ]
        incident.story.keepsMessageLog = true
        let page = try page([incident])
        #expect(page.contains("open incidents to escalate (1)"))
        #expect(page.contains("no update within twice the interval"))
    }

    @Test(
        "A resolution mail is brought up for as long as the policy says",
        arguments: [(51_970, true), (51_969, false)])
    func memory(seconds: Int, isThere: Bool) throws {
        let page = try page([Stage.full()], written: ["emails/INC-2024-0215-001/preview.md"]) {
            $0.resolutionEmail.remindFor = .seconds(seconds)
        }
        #expect(page.contains("resolution mails to send (1)") == isThere)
    }

    @Test("With nothing to do it says so")
    func calm() throws {
        let page = try page([])
        #expect(page.contains("Nothing waits for a person."))
        #expect(page.contains("The exports hold no incident that could be read."))
    }

    @Test("Hostile text stays text")
    func hostile() throws {
        let page = try page([Hostile.incident()])
        #expect(!page.contains("<script"))
        #expect(!page.contains("<img"))
        #expect(!page.contains("\u{202E}"))
    }

    @Test("Two incidents with one id get pages of their own")
    func sharedIDs() throws {
        var other = Stage.full()
        other.records[0].system = "servicenow"
        let room = Newsroom(
            edition: try Stage.edition(), templates: try Stage.library(), sharedIDs: [other.id])
        let one = room.postMortem(try Stage.assess(Stage.full()), formats: [.md])
        let two = room.postMortem(try Stage.assess(other), formats: [.md])
        #expect(one.map(\.path) != two.map(\.path))
    }
}

extension String {
    /// The parts between a separator.
    fileprivate func components(_ separator: String) -> [Substring] {
        var parts: [Substring] = []
        var rest = self[...]
        while let range = rest.firstRange(of: separator) {
            parts.append(rest[..<range.lowerBound])
            rest = rest[range.upperBound...]
        }
        return parts + [rest]
    }
}
