import Foundation
import Testing

/// What a policy redacts never enters a database.
@Suite struct RedactionTests {
    private static let moment = ["--as-of", "2026-03-01T00:00:00Z"]

    private func world(_ rules: String, _ files: [String: String]) async throws -> PaperWorld {
        let policy = try String(
            contentsOf: HouseTests.root.appending(path: "Templates/policies/standard.yaml"), encoding: .utf8)
        let world = PaperWorld(files: files)
        world.put(policy.replacing("redaction: {}", with: "redaction:\n\(rules)"), at: "policy.yaml")
        for name in files.keys.sorted() {
            _ = await world.run(
                ["import", name, "--database", "incidents.sqlite", "--policy", "policy.yaml"] + Self.moment)
        }
        return world
    }

    private func holds(_ world: PaperWorld, _ text: String) throws -> Bool {
        let bytes = try Data(contentsOf: URL(filePath: world.place(of: "incidents.sqlite")))
        return bytes.range(of: Data(text.utf8)) != nil
    }

    @Test func `addresses, telephone numbers, words and fields are replaced, and lines and columns stay`() async throws
    {
        let export = """
            {"incidentId": "INC-1", "status": "resolved", "severity": "sev2", "incidentSummary": {"title": "Acme Bank fails",
            "description": "secret text", "detectedAt": "2026-02-02T10:00:00Z", "affectedService": "checkout"},
            "timeline": [{"timestamp": "2026-02-02T10:05:00+00:00", "event": "told\\nada.l@example.com, +49 (30) 1234-5678",
            "actor": "Support"}],
            "lifecycle": {"detectedAt": "2026-02-02T10:00:00Z", "resolvedAt": "2026-02-02T13:30:00Z"}}
            """
        let rules = """
              mail: {every: email address}
              phone: {every: phone number}
              names: {words: [acme bank]}
              notes: {fields: [incidentSummary.description]}
            """
        let world = try await world(rules, ["one.json": export])
        #expect(world.complained.contains("4 redacted"))
        for text in ["ada.l", "1234", "Acme", "secret"] { #expect(try !holds(world, text), "\(text)") }
        let assess = ["assess", "INC-1", "--database", "incidents.sqlite", "--policy", "policy.yaml"] + Self.moment
        #expect(await world.run(assess) == 0)
        #expect(world.said.contains("xxxxxxxxx fails"))
        #expect(world.said.contains("xxxxxxxxxxx"))
        #expect(world.said.contains("2026-02-02T13:30:00Z"))
        #expect(await world.run(["database", "check", "incidents.sqlite"]) == 0)
        // The file itself is still known.
        _ = world.takeTranscript()
        _ = await world.run(
            ["import", "one.json", "--database", "incidents.sqlite", "--policy", "policy.yaml"] + Self.moment)
        #expect(world.takeTranscript().contains("imported-before"))
    }

    @Test func `an export in an encoding that cannot be searched is refused`() async throws {
        let world = try await world("  mail: {every: email address}\n", [:])
        world.put([0xFF, 0xFE] + Array("<a/>".utf8).flatMap { [$0, 0] }, at: "wide.xml")
        let status = await world.run(
            ["import", "wide.xml", "--database", "incidents.sqlite", "--policy", "policy.yaml"] + Self.moment)
        #expect(status == 66)
        #expect(world.complained.contains("nothing can be redacted"))
    }
}
