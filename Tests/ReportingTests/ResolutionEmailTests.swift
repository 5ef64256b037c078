import Compliance
import Diagnostics
import Foundation
import IncidentModel
import Testing

@testable import Reporting

struct ResolutionEmailTests {
    private func files(_ incident: Incident, asOf: Instant = Stage.now, _ formats: Set<OutputFormat> = [.eml, .md])
        throws -> [OutputFile]
    {
        try Stage.newsroom(asOf: asOf).resolutionEmails(try Stage.assess(incident, asOf: asOf), formats: formats)
    }

    private func text(_ incident: Incident, asOf: Instant = Stage.now) throws -> String {
        let preview = try #require(try files(incident, asOf: asOf, [.md]).last).contents
        return try #require(preview.components(separatedBy: "## The text").last)
    }

    /// Quoted-printable undone as far as words need it: soft line breaks removed.
    private func unfolded(_ mail: String) -> String { mail.replacingOccurrences(of: "=\r\n", with: "") }

    @Test("Each account that can be written to gets a mail of its own, first things first")
    func order() throws {
        let files = try files(Stage.full())
        #expect(
            files.map(\.path)
                == [
                    "01-A-1.eml", "02-A-2.eml", "03-A-3.eml", "04-A-4.eml", "05-A-5.eml", "preview.md",
                ].map { "emails/INC-2024-0215-001/\($0)" })
        #expect(files[1].contents.contains("To: Dana Whitfield <ops@northwind.example>\r\n"))
        #expect(
            files[1].contents.contains(
                "Subject: Resolved: API Rate Limiting Affecting Batch Operations (api-gateway)\r\n"))
        #expect(files[1].contents.contains("Date: Fri, 16 Feb 2024 09:00:00 +0000\r\n"))
    }

    @Test("The preview lists who is written to and why, and who cannot be")
    func preview() throws {
        let page = try #require(try files(Stage.full()).last).contents
        #expect(
            page.contains(
                "| 1 | Adventure Works | `noc@adventure.example` | enterprise account with an active escalation | nothing | 01-A-1.eml |"
            ))
        #expect(page.contains("- Litware: no contact on record (exports/one.json:120)"))
        #expect(page.contains("- Proseware: “not an address” is not a usable address"))
        #expect(page.contains("still the example mailbox `support@example.com`"))
        #expect(page.contains("The recorded cause is not confirmed for publication, so the mail names none."))
    }

    @Test("A mail to all affected after the resolution is named, one before it or to others is not")
    func recorded() throws {
        var incident = Stage.full()
        let resolved = try #require(incident.milestones[.resolved]).instant
        let origin = Origin(source: SourceID(0), line: 77, column: 1)
        func page(_ seconds: Int, _ audience: String?) throws -> String {
            incident.communications = [
                Communication(
                    instant: resolved.advanced(bySeconds: seconds), channel: "email", audience: audience, origin: origin
                )
            ]
            return try #require(try files(incident, [.md]).last).contents
        }
        #expect(try page(60, "affected_customers").contains("A mail to all affected is on record"))
        #expect(try page(60, "affected_customers").contains("one.json:77"))
        #expect(try !page(-60, "affected_customers").contains("A mail to all affected is on record"))
        #expect(try !page(60, "strategic_accounts").contains("A mail to all affected is on record"))
    }

    @Test("A count without names is said, and nobody is made up")
    func countOnly() throws {
        var incident = Stage.full()
        incident.accounts = []
        let files = try files(incident)
        #expect(files.count == 1)
        #expect(
            files[0].contents.contains("No mail was written: 127 customers affected, none of them named in the export.")
        )
        incident.impact.customersAffected = nil
        #expect(try self.files(incident)[0].contents.contains("the export names no affected account."))
    }

    @Test("The mail says what happened, when, that it is over, and what comes")
    func body() throws {
        let text = try text(Stage.full())
        let wanted = [
            "The incident “API Rate Limiting Affecting Batch Operations” is resolved.",
            "What happened: Batch API calls failing, affecting 15% of API customers",
            "When: 2024-02-15 14:15 to 18:33 UTC (4 h 18 min)",
            "Your data: We identified no risk of data loss.",
            "Workaround, no longer needed: Customers can reduce batch size to under 100 records",
            "This is the final update on this incident. Our post-incident report will follow by 2024-02-17 18:33 UTC.",
            "quote INC-2024-0215-001", "Customer Support",
        ]
        for line in wanted { #expect(text.contains(line), "\(line)") }
        #expect(!text.contains("deployed with incorrect threshold"))
    }

    @Test("A cause is named only where it is confirmed")
    func cause() throws {
        var incident = Stage.full()
        incident.isCauseConfirmed = true
        #expect(try text(incident).contains("Cause: Rate limit configuration deployed with incorrect threshold"))
    }

    @Test("What the export does not say, the mail does not say")
    func silence() throws {
        var incident = Stage.bare()
        incident.severity = Sourced(.sev4, Stage.origin(3))
        incident.milestones[.resolved] = Stage.mark(.resolved, Stage.day(12, 0))
        let text = try text(incident)
        #expect(text.contains("Incident INC-7 is resolved."))
        #expect(text.contains("When: resolved 2024-02-15 12:00 UTC"))
        #expect(text.contains("No post-incident report is planned."))
        #expect(text.contains("Your data: We cannot say yet whether data was lost."))
        for word in ["What happened", "Service", "Your account", "Workaround", "Cause", "("] {
            #expect(!text.contains(word), "\(word)")
        }
    }

    @Test(
        "A report whose date has passed gets no date",
        arguments: [(Stage.moment(2024, 2, 17, 18, 33), true), (Stage.moment(2024, 2, 20, 0, 0), false)])
    func report(asOf: Instant, hasDate: Bool) throws {
        let text = try text(Stage.full(), asOf: asOf)
        #expect(text.contains("will follow by") == hasDate)
        #expect(text.contains("is in preparation") == !hasDate)
    }

    @Test("Nothing is written before the resolution, for an unknown severity, or for one without mails")
    func none() throws {
        #expect(try files(Stage.full(), asOf: Stage.day(18, 33, 49)).isEmpty)
        var unknown = Stage.full()
        unknown.severity = nil
        #expect(try files(unknown).isEmpty)
        var edition = try Stage.edition()
        let clock = try #require(edition.policy.clocks.firstIndex { $0.id == edition.policy.resolutionEmail.clock })
        edition.policy.clocks[clock].limits[.sev2] = nil
        let room = Newsroom(edition: edition, templates: try Stage.library())
        #expect(room.resolutionEmails(try Stage.assess(Stage.full()), formats: [.eml, .md]).isEmpty)
    }

    @Test("No internal field reaches a mail or the text of its preview")
    func leaks() throws {
        let files = try files(Hostile.incident { $0 })
        let mail = unfolded(try #require(files.first).contents)
        let text = try #require(files.last).contents.components(separatedBy: "## The text").last ?? ""
        for mark in Hostile.internalMarks {
            #expect(!mail.contains(mark), "\(mark)")
            #expect(!text.contains(mark), "\(mark)")
        }
        for mark in Hostile.publicMarks { #expect(mail.contains(mark), "\(mark)") }
        for figure in ["890", "127"] { #expect(!text.contains(figure)) }
        #expect(!mail.contains("exports/one.json"))
    }

    @Test("Hostile text adds no header, no link and no markup to a mail")
    func hostile() throws {
        let mail = unfolded(try #require(try files(Hostile.incident(), [.eml]).first).contents)
        let head = try #require(mail.components(separatedBy: "\r\n\r\n").first)
        let names = head.components(separatedBy: "\r\n").filter { !$0.hasPrefix(" ") }.compactMap {
            $0.split(separator: ":").first
        }
        #expect(names == ["From", "To", "Subject", "Date", "Message-ID", "X-Unsent", "MIME-Version", "Content-Type"])
        let html = try #require(mail.components(separatedBy: "Content-Type: text/html").last)
        #expect(!html.contains("<script"))
        #expect(!html.contains("<a "))
        #expect(!html.contains("<img"))
    }

    @Test("The same run writes the same mails")
    func same() throws { #expect(try files(Stage.full()) == files(Stage.full())) }
}
