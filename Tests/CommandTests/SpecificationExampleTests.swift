import Foundation
import Testing

/// The specification's example ("Response Format"), carried on to its resolution at 15:33, and what `debrief assess` says
/// of it.
@Suite struct SpecificationExampleTests {
    private static let example = HouseTests.root.appending(
        path: "SampleData/exports/coordinator/INC-2024-0215-001.json")
    static let resolved = "2024-02-15T15:33:00Z"

    /// The example with the update that was promised for 14:55 sent at a moment, the end of the story, and the eight
    /// strategic accounts by name.
    static func completed(updateAt update: String) throws -> String {
        let data = try Data(contentsOf: example)
        var document = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        var timeline = try #require(document["timeline"] as? [[String: Any]])
        timeline.append([
            "timestamp": resolved, "event": "Incident resolved, error rates back to normal",
            "actor": "Platform Engineering",
        ])
        document["timeline"] = timeline
        var communications = try #require(document["communications"] as? [String: Any])
        func post(_ at: String, _ body: String, next: String? = nil) -> [String: Any] {
            var post = ["at": at, "channel": "status_page", "audience": "public", "body": body]
            post["nextUpdateAt"] = next
            return post
        }
        communications["log"] = [
            post("2024-02-15T14:35:00Z", "We are investigating errors on batch API endpoints."),
            post("2024-02-15T14:40:00Z", "A fix has been deployed.", next: "2024-02-15T14:55:00Z"),
            post(update, "Error rates are falling.", next: "2024-02-15T15:25:00Z"),
            post("2024-02-15T15:24:00Z", "Error rates are back to normal.", next: "2024-02-15T15:54:00Z"),
            post(resolved, "This incident is resolved. This is the final update."),
        ]
        document["communications"] = communications
        document["affectedCustomers"] = (1...8).map { ["id": "ACC-\($0)", "strategic": true] as [String: Any] }
        return String(decoding: try JSONSerialization.data(withJSONObject: document), as: UTF8.self)
    }

    private static func assessed(updateAt update: String = "2024-02-15T14:55:00Z") async throws -> Document {
        let paper = PaperWorld(files: ["example.json": try completed(updateAt: update)])
        let status = await paper.run([
            "assess", "example.json", "INC-2024-0215-001", "--as-of", "2024-02-15T16:00:00Z", "--quiet",
        ])
        #expect(status == 0)
        let root = try JSONSerialization.jsonObject(with: Data(paper.said.utf8))
        return Document(root: try #require(root as? [String: Any]))
    }

    /// A response document, by the names of its parts.
    private struct Document {
        let root: [String: Any]

        private func assessed(_ list: String, _ key: String, _ name: String) throws -> [String: Any] {
            let assessment = root["assessment"] as? [String: Any]
            let elements = assessment?[list] as? [[String: Any]]
            return try #require(elements?.first { $0[key] as? String == name }, "\(list) \(name)")
        }

        func clock(_ id: String) throws -> [String: Any] { try assessed("clocks", "id", id) }
        func duty(_ name: String) throws -> [String: Any] { try assessed("duties", "duty", name) }
        func message(_ id: String) throws -> [String: Any] { try assessed("communicationsDue", "id", id) }

        func action(_ text: String) throws -> [String: Any] {
            let actions = root["nextActions"] as? [[String: Any]]
            return try #require(actions?.first { $0["action"] as? String == text }, "\(text)")
        }
    }

    @Test func `it is a Sev2, as declared and as its facts ask for, and it is resolved`() async throws {
        let document = try await Self.assessed()
        #expect(document.root["severity"] as? String == "sev2")
        let assessment = try #require(document.root["assessment"] as? [String: Any])
        let severity = try #require(assessment["severity"] as? [String: Any])
        #expect(severity["assessed"] as? String == "sev2")
        #expect(severity["comparison"] as? String == "same")
        #expect(document.root["status"] as? String == "resolved")
        #expect(document.root["exitState"] as? String == "resolved")
        let lifecycle = try #require(document.root["lifecycle"] as? [String: Any])
        #expect(lifecycle["resolvedAt"] as? String == Self.resolved)
    }

    @Test(arguments: [
        ("triage", 2 * 60, 15 * 60), ("communicate", 10 * 60, 30 * 60), ("resolve", 70 * 60, 4 * 3600),
        ("status-page", 12 * 60, 15 * 60),
    ])
    func `its promises were kept`(clock id: String, elapsed: Int, limit: Int) async throws {
        let clock = try await Self.assessed().clock(id)
        #expect(clock["verdict"] as? String == "met")
        #expect(clock["elapsedSeconds"] as? Int == elapsed)
        #expect(clock["limitSeconds"] as? Int == limit)
    }

    @Test(arguments: [("2024-02-15T14:55:00Z", "met", nil), ("2024-02-15T14:57:30Z", "breached", 150)])
    func `the update that was promised for 14:55 is judged`(
        sent: String, verdict: String, late: Int?
    ) async throws {
        let clock = try await Self.assessed(updateAt: sent).clock("promised-update")
        #expect(clock["verdict"] as? String == verdict)
        #expect(clock["bySeconds"] as? Int == late)
    }

    @Test func `its post-mortem is due 48 hours after the resolution`() async throws {
        let document = try await Self.assessed()
        #expect(document.root["postMortemRequired"] as? Bool == true)
        #expect(document.root["postMortemDeadline"] as? String == "2024-02-17T15:33:00Z")
        let action = try document.action("Hold the post-mortem")
        #expect(action["dueBy"] as? String == "2024-02-17T15:33:00Z")
        #expect(action["owner"] as? String == "Product and Eng")
    }

    @Test func `each of its eight strategic accounts is to be called within 24 hours`() async throws {
        let document = try await Self.assessed()
        let clock = try document.clock("csm-call")
        let parts = try #require(clock["parts"] as? [[String: Any]])
        #expect(parts.compactMap { $0["label"] as? String } == (1...8).map { "ACC-\($0)" })
        #expect(parts.allSatisfy { $0["verdict"] as? String == "open" })
        #expect(parts.allSatisfy { $0["due"] as? String == "2024-02-16T15:33:00Z" })
        #expect(try document.action("Call every strategic account")["dueBy"] as? String == "2024-02-16T15:33:00Z")
    }

    @Test func `its resolution emails are due within 4 hours`() async throws {
        let document = try await Self.assessed()
        #expect(try document.message("resolution-email")["state"] as? String == "due")
        #expect(try document.message("resolution-email")["due"] as? String == "2024-02-15T19:33:00Z")
        #expect(try document.duty("resolutionMail")["due"] as? String == "2024-02-15T19:33:00Z")
    }

    @Test func `what is due upon resolution is due at that moment, in the words of the export`() async throws {
        let action = try await Self.assessed().action("Publish resolution status page update")
        #expect(action["dueBy"] as? String == "Upon resolution")
        #expect(action["dueAt"] as? String == Self.resolved)
    }

    @Test func `before it is resolved, nothing is due that waits for the resolution`() async throws {
        let paper = PaperWorld(files: ["example.json": try Self.completed(updateAt: "2024-02-15T14:55:00Z")])
        let status = await paper.run([
            "assess", "example.json", "INC-2024-0215-001", "--as-of", "2024-02-15T15:00:00Z", "--quiet",
        ])
        #expect(status == 0)
        let root = try JSONSerialization.jsonObject(with: Data(paper.said.utf8))
        let document = Document(root: try #require(root as? [String: Any]))
        #expect(document.root["status"] as? String == "mitigating")
        #expect(document.root["postMortemDeadline"] is NSNull)
        #expect(try document.action("Publish resolution status page update")["dueAt"] == nil)
        let actions = try #require(document.root["nextActions"] as? [[String: Any]])
        #expect(!actions.contains { $0["duty"] != nil })
        let communications = try #require(document.root["communications"] as? [String: Any])
        #expect(communications["nextScheduledUpdate"] as? String == "2024-02-15T15:25:00Z")
    }
}
