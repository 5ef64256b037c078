import Testing

/// The post-mortem of the specification's example, carried on to its resolution: every fact of it, worked out by hand from
/// the example and the specification's tables.
@Suite struct SpecificationPostMortemTests {
    private static func page() async throws -> String {
        let paper = PaperWorld(files: [
            "example.json": try SpecificationExampleTests.completed(updateAt: "2024-02-15T14:55:00Z")
        ])
        let status = await paper.run([
            "postmortem", "example.json", "INC-2024-0215-001", "--as-of", "2024-02-15T16:00:00Z", "--out", "-",
            "--quiet",
        ])
        #expect(status == 0)
        return paper.said
    }

    @Test(arguments: [
        "# Post-mortem: API Rate Limiting Affecting Batch Operations",
        // 14:23 to 14:25, 14:35, 14:40 and 15:33.
        "Detected 2024-02-15 14:23 UTC (source: monitoring), acknowledged after 2 min, first communicated after 12 min, mitigated after 17 min and resolved after 1 h 10 min.",
        "| Severity | Sev2 |", "| Incident commander | Alex Rivera |",
        // 48 h after 15:33.
        "| Post-mortem | mandatory for Sev2, due 2024-02-17 15:33 UTC |",
        "- Time in Sev2: 1 h 10 min, 2024-02-15 14:23 to 15:33 UTC", "- Customers affected: 127 ",
        "- Strategic accounts affected: 8 ", "- Revenue at risk: 890,000 a year", "- Data loss: no risk, as recorded",
        "- Workaround: Customers can reduce batch size to under 100 records",
        // "Response Time SLAs", Sev2: 15 min, 30 min, 4 hours.
        "| Time to acknowledge | detected | triaged | 2 min | 15 min | **met** |",
        "| Time to communicate | triaged | communicated | 10 min | 30 min | **met** |",
        "| Time to mitigate | detected | mitigated | 17 min | none | no target |",
        "| Time to resolve | detected | resolved | 1 h 10 min | 4 h | **met** |",
        // Response < 30 min; status page within 15 min: the first post is at 14:35.
        "| Detected to first action | detected to first action | 30 min | **met** in 2 min of 30 min |",
        "| Detected to first status page post | detected to first status page message | 15 min | **met** in 12 min of 15 min |",
        // Every 30 min; the longest stretch lies between 14:55 and 15:24. Two texts are on record for 14:40.
        "| 30 min | **met** in 29 min of 30 min (5 of 5 met) |",
        // Promised for 14:55, 15:25 and 15:54.
        "(3 of 3 met) |",
        "| 14:40:00 | Fix deployed, monitoring for recovery → “mitigated” | Platform Engineering | coordinator |",
        "| 15:33:00 | Incident resolved, error rates back to normal → “resolved” | Platform Engineering | coordinator |",
        "> Rate limit configuration deployed with incorrect threshold",
        "> — root cause as recorded, unconfirmed (example.json:",
        "| Severity | Sev2 was declared, as the facts ask for",
        "| [ ] | CSM outreach to 8 strategic accounts | Customer Success | 2024-02-15 17:00 UTC |",
        "| [ ] | Publish resolution status page update | Support | 2024-02-15 15:33 UTC (“Upon resolution”) |",
    ])
    func `it says what is so`(words: String) async throws {
        #expect(try await Self.page().contains(words))
    }

    @Test(arguments: ["**breached**", "**No update**", "**unproven**, for the severity", "1970", "null"])
    func `it says nothing that is not so`(words: String) async throws {
        #expect(!(try await Self.page().contains(words)))
    }
}
