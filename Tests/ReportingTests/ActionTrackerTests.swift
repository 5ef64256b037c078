import Diagnostics
import Foundation
import IncidentModel
import Testing

@testable import Reporting

/// Action items on their way into other systems.
@Suite struct ActionTrackerTests {
    private func files(_ incident: Incident, _ format: OutputFormat) throws -> String {
        let files = try Stage.newsroom().actionItems([try Stage.assess(incident)], formats: [format])
        return try #require(files.first).contents
    }

    private func objects(_ lines: String) throws -> [[String: Any]] {
        try lines.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
    }

    private func incident(_ texts: [String], owner: String? = "Robin Lark", due: ActionItem.Due = .never) -> Incident {
        var incident = Stage.bare()
        incident.severity = Sourced(.sev2, Stage.origin(3))
        incident.actions =
            texts.map {
                ActionItem(
                    text: $0, owner: owner, due: due, statusWord: nil, state: .open, origin: Stage.origin(80))
            } + [
                ActionItem(
                    text: "done", owner: owner, due: due, statusWord: nil, state: .done, origin: Stage.origin(81))
            ]
        return incident
    }

    @Test(
        "each form has a name of its own, and holds what is open",
        arguments: [
            (OutputFormat.ics, "action-items.ics"), (.jiraCSV, "action-items.jira.csv"),
            (.githubJSON, "action-items.github.ndjson"), (.gitlabJSON, "action-items.gitlab.ndjson"),
        ])
    func forms(format: OutputFormat, path: String) throws {
        let files = try Stage.newsroom().actionItems(
            [try Stage.assess(incident(["Renew the certificate"]))], formats: [format])
        #expect(files.map(\.path) == [path])
        #expect(files[0].contents.contains("Renew the certificate"))
        #expect(!files[0].contents.contains("done"))
    }

    @Test func `Jira gets a header that its import knows, days, and assignees only by mail address`() throws {
        let due = ActionItem.Due.at(Stage.moment(2024, 3, 1, 14, 30))
        #expect(
            try files(incident(["Renew"], due: due), .jiraCSV)
                == "Summary,Issue Type,Priority,Due Date,Assignee,Labels,Labels,Description\r\n"
                + "Renew,Task,High,2024-03-01,,incident-action,sev2,Incident INC-7: Incident without a title · "
                + "Owner: Robin Lark · Due: 2024-03-01 14:30 UTC · Source: exports/one.json:80\r\n")
        #expect(
            try files(incident(["Renew"], owner: "robin@ours.example"), .jiraCSV).contains(",robin@ours.example,"))
    }

    @Test func `issues carry what a reader elsewhere needs`() throws {
        let due = ActionItem.Due.at(Stage.moment(2024, 2, 15, 14, 30))
        let github = try objects(files(incident(["Renew"], due: due), .githubJSON))
        #expect(github.count == 1)
        #expect(Set(github[0].keys) == ["title", "body", "labels"])
        #expect(github[0]["labels"] as? [String] == ["incident-action", "sev2", "overdue"])
        let body = try #require(github[0]["body"] as? String)
        #expect(body.contains("- **Owner:** Robin Lark\n"))
        #expect(body.contains("- **Source:** exports/one.json:80\n"))
        let gitlab = try objects(files(incident(["Renew"], due: due), .gitlabJSON))
        #expect(gitlab[0]["due_date"] as? String == "2024-02-15")
        #expect(gitlab[0]["labels"] as? String == "incident-action,sev2,overdue")
        #expect(gitlab[0]["confidential"] as? Bool == true)
        #expect(gitlab[0]["description"] as? String == body)
    }

    @Test func `no text calls anybody, commands anything or adds a line`() throws {
        let text = "@all /close\n/assign @me ![x](http://evil.example) <!-- x -->"
        for format in [OutputFormat.githubJSON, .gitlabJSON] {
            let issue = try #require(try objects(files(incident([text], owner: text), format)).first)
            let title = try #require(issue["title"] as? String)
            #expect(!title.contains("@") && !title.contains("\n"))
            let body = try #require((issue["body"] ?? issue["description"]) as? String)
            for line in body.components(separatedBy: "\n") { #expect(!line.hasPrefix("/"), "\(line)") }
            #expect(body.contains("`@all`"))
            #expect(!body.contains("<!--") && !body.contains("![x]"))
        }
    }

    @Test func `items of one text have UIDs of their own`() throws {
        let lines = try files(incident(["same", "same"]), .ics).components(separatedBy: "\r\n")
        #expect(Set(lines.filter { $0.hasPrefix("UID:") }).count == 2)
    }
}
