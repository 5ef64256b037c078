import BuiltInTemplates
import Compliance
import Diagnostics
import IncidentModel
import Testing
import Typesetting

@testable import Reporting

/// Mails that break a rule are kept apart.
@Suite struct HeldMailTests {
    private func files(
        _ change: (inout Incident) -> Void, template: (String) -> String = { $0 },
        _ policy: (inout Policy) -> Void = { _ in }
    ) throws -> [OutputFile] {
        var incident = Stage.full()
        change(&incident)
        let name = "documents/resolution-email.txt.mustache"
        let text = template(try #require(BuiltInTemplates.files[name]))
        let library = TemplateLibrary.loaded(
            builtIn: BuiltInTemplates.files, overrides: [TemplateOverride(name: name, text: text)])
        var edition = try Stage.edition()
        policy(&edition.policy)
        return Newsroom(edition: edition, templates: try #require(library.value))
            .resolutionEmails(try Stage.assess(incident), formats: [.eml, .md])
    }

    private func remarks(_ file: OutputFile?) -> [String] {
        (file?.remarks ?? []).map { "\($0.origin?.line ?? 0) \($0.message)" }
    }

    @Test func `a mail that keeps the rules goes out`() throws {
        let files = try files { _ in }
        #expect(files.count == 6)
        #expect(files.allSatisfy { !$0.isHeldBack && $0.remarks.isEmpty })
    }

    @Test func `words of the export keep every mail back, and the finding points at their field`() throws {
        let files = try files { $0.title = Stage.said("Outage of db-prod-03", 7) }
        #expect(files.filter(\.isHeldBack).map(\.path).count == 5)
        let expected = [
            "7 held back, customer-safe: “db-prod-03” is the name of a machine",
            "7 held back, outage: “Outage” is said of an incident that is not declared as one",
        ]
        #expect(remarks(files.first) == expected)
        let preview = try #require(files.last)
        #expect(!preview.isHeldBack)
        #expect(remarks(preview) == expected)
        #expect(preview.contents.contains("- Held back, outage: “Outage” is said"))
        #expect(preview.contents.contains("(exports/one.json:7)."))
        #expect(preview.contents.contains("| held back |"))
        #expect(!preview.contents.contains("01-A-1.eml"))
    }

    @Test func `a name in the greeting keeps one mail back`() throws {
        let files = try files { incident in
            incident.accounts[0].contactName = "db-prod-03"
        }
        #expect(files.filter(\.isHeldBack).count == 1)
        #expect(
            remarks(files.first(where: \.isHeldBack)) == [
                "120 held back, customer-safe: “db-prod-03” is the name of a machine"
            ])
    }

    @Test func `words of a template keep the mails back, and nothing of the export is blamed`() throws {
        let files = try files { _ in
        } template: {
            $0.replacing("Kind regards", with: "Human error, probably")
        }
        #expect(
            remarks(files.first) == [
                "0 held back, speculation: “probably” is a guess", "0 held back, blame: “Human error” lays blame",
            ])
        #expect(files.first?.remarks.first?.help?.hasSuffix("the words are those of the mail's template") == true)
    }

    @Test func `a template that drops the final update keeps the mails back`() throws {
        let files = try files { _ in
        } template: {
            $0.replacing("{{next}}", with: "")
        }
        #expect(remarks(files.first).count == 2)
        #expect(remarks(files.first).allSatisfy { $0.hasPrefix("0 held back, final-update: nothing says") })
    }

    @Test func `a confirmed cause is named, one that blames is held back`() throws {
        func held(_ cause: String) throws -> Bool {
            try files {
                $0.rootCause = Stage.said(cause, 12)
                $0.isCauseConfirmed = true
            }[0].isHeldBack
        }
        #expect(try !held("The root cause was a full disk"))
        #expect(try held("Human error"))
        #expect(try held("Sam Chen deleted it"))
    }

    @Test func `a title that names a customer goes to that customer alone`() throws {
        let files = try files {
            $0.title = Stage.said("Imports of Adventure Works fail", 7)
        }
        let mails = files.filter { $0.path.hasSuffix(".eml") }
        #expect(mails.filter { !$0.isHeldBack }.map(\.path) == ["emails/INC-2024-0215-001/01-A-1.eml"])
        #expect(
            remarks(mails.first(where: \.isHeldBack)) == [
                "7 held back, customer-safe: “Adventure Works” is the name of another customer"
            ])
    }

    @Test func `the sender may sign with a name, and write the incident's number`() throws {
        let files = try files {
            $0.id = "INC-PROD-2024-0215"
        } _: {
            $0.resolutionEmail.senderName = "Sam Chen"
        }
        #expect(files.allSatisfy { !$0.isHeldBack })
    }
}
