import BuiltInTemplates
import Compliance
import Diagnostics
import Foundation
import IncidentModel
import Testing
import Typesetting

@testable import Reporting

/// Nothing internal leaves the house: whatever field an incident has, its mark is in nothing that customers read.
@Suite struct LeakTests {
    /// What customers may read, with the reason; every other field is internal, also one that is added tomorrow.
    private static let published: [String: String] = [
        "id": "the number that a customer quotes",
        "records.id": "the id once more, of the record that names it",
        "title": "what it is called to customers",
        "service": "subjects name the service",
        "impact.summary": "what customers noticed",
        "impact.workaround": "what they can do",
    ]

    /// What one account may read about itself.
    private static let own: [String: String] = [
        "accounts.name": "its own name",
        "accounts.contactName": "its contact is greeted",
        "accounts.contactAddress": "its mail goes there",
        "accounts.customerSuccessManager": "the policy names the manager to strategic accounts",
    ]

    /// Fields that cannot hold a mark, with the reason.
    private static let unmarked: [String: String] = [
        "records.system": "the family of the system; the second record is marked",
        "actions.due.when": "which milestone it is",
    ]

    private struct Page {
        var path: String
        /// As a reader sees it: decoded.
        var words: String
        /// The account that it goes to, by its place.
        var account: Int?
    }

    private func edition(_ change: (inout Policy) -> Void = { _ in }) throws -> Edition {
        var edition = Edition(
            asOf: Stage.now, zone: .utc, policy: try Stage.policy(), sources: SourceList(["exports/zqsource.json"]),
            program: "debrief 0.1.0", phrases: try Stage.library().phrases)
        change(&edition.policy)
        edition.book = PolicyBook(edition.policy)
        return edition
    }

    /// Everything that is made for people outside.
    private func pages(_ incident: Incident, _ edition: Edition) throws -> [Page] {
        let room = Newsroom(edition: edition, templates: try Stage.library())
        let assessed = Assessor(policy: edition.policy, asOf: edition.asOf).assess(incident)
        let every = Set(OutputFormat.allCases)
        var earlier = Stage.bare("INC-zqearlierx")
        earlier.service = incident.service
        earlier.title = incident.title
        earlier.milestones[.detected] = Stage.mark(.detected, Stage.moment(2024, 1, 15, 0, 0))
        let recurrence = Recurrence.find(in: [earlier, incident], by: edition.policy.conduct.recurrence)
        let files =
            room.resolutionEmails(assessed, recurrence: recurrence, formats: every)
            + room.communications(
                assessed, to: MessageAudience.allCases.filter { $0 != .internal }, formats: every, isPreviewed: true)
        return files.filter { !$0.path.hasSuffix("/" + PagePaths.preview) }.flatMap { pages($0, of: incident) }
    }

    private func pages(_ file: OutputFile, of incident: Incident) -> [Page] {
        func owner(_ text: String) -> Int? {
            incident.accounts.firstIndex { text.contains(SafeFileName.fileName(for: $0.id)) }
        }
        guard file.path.hasSuffix(".csv") else {
            let words = file.path.hasSuffix(".eml") ? DecodedMail(file.contents).words : file.contents
            return [Page(path: file.path, words: words, account: owner(file.path))]
        }
        return file.contents.components(separatedBy: "\r\n").map {
            // The second cell names the file, and so the account: it is not sent.
            let cells = $0.components(separatedBy: ",")
            return Page(
                path: file.path, words: (cells.prefix(1) + cells.dropFirst(2)).joined(separator: ","),
                account: owner($0))
        }
    }

    private static let roles: [Policy.StrategicMailRule.ManagerRole] = [.contact, .sender, .unnamed]

    @Test(arguments: [true, false], roles)
    func `no internal field is in a mail, a post, a banner or a draft`(
        isResolved: Bool, manager: Policy.StrategicMailRule.ManagerRole
    ) throws {
        let incident = MarkedIncident.make(isResolved: isResolved)
        let pages = try pages(incident, edition { $0.resolutionEmail.strategic.manager = manager })
        try #require(pages.count > 10)
        var own = Self.own
        if manager == .unnamed { own["accounts.customerSuccessManager"] = nil }
        let common = Leaves(incident).all.filter {
            Self.published[$0.path] == nil && !$0.path.hasPrefix("accounts.") && Self.unmarked[$0.path] == nil
        }
        for page in pages {
            for leaf in common { check(leaf, in: page) }
            for (place, account) in incident.accounts.enumerated() {
                for var leaf in Leaves(account).all {
                    leaf.path = "accounts." + leaf.path
                    if page.account == place, own[leaf.path] != nil { continue }
                    check(leaf, in: page)
                }
            }
            #expect(!page.words.contains("zqsource"), "\(page.path) names an input")
            #expect(!page.words.contains("zqearlier"), "\(page.path) names an earlier incident")
        }
    }

    private func check(_ leaf: Leaves.Leaf, in page: Page) {
        guard let words = leaf.words else { return }
        let mark = words.components(separatedBy: " ").last ?? words
        let grouped = Int(words).map(Phrasing.number) ?? mark
        #expect(!page.words.contains(mark) && !page.words.contains(grouped), "\(leaf.path) is in \(page.path)")
    }

    @Test func `every field is marked, so that a new one cannot be forgotten`() {
        var seen: Set<String> = []
        for leaf in Leaves(MarkedIncident.make(isResolved: true)).all where Self.unmarked[leaf.path] == nil {
            guard let words = leaf.words else {
                Issue.record("\(leaf.path) is empty: fill it in MarkedIncident")
                continue
            }
            let mark = words.contains("zq") ? words.components(separatedBy: " ").last ?? "" : words
            let isMarked = words.contains("zq") || words.hasPrefix("731") || words.hasPrefix("0.731")
            #expect(isMarked, "\(leaf.path) holds “\(words)”, which is no mark")
            if leaf.path != "id", leaf.path != "records.id" {
                #expect(seen.insert(mark).inserted, "\(leaf.path) shares its mark")
            }
        }
        #expect(seen.count > 60)
    }

    @Test func `what is published is there, or the test would see nothing`() throws {
        let incident = MarkedIncident.make(isResolved: true)
        let pages = try pages(incident, try edition())
        let mails = pages.filter { $0.path.hasSuffix(".eml") }
        #expect(mails.count == 2)
        for leaf in Leaves(incident).all where Self.published[leaf.path] != nil && leaf.path != "records.id" {
            let mark = leaf.words?.components(separatedBy: " ").last ?? "?"
            for mail in mails { #expect(mail.words.contains(mark), "\(leaf.path) is not in \(mail.path)") }
        }
        for (place, account) in incident.accounts.enumerated() {
            let mail = try #require(mails.first { $0.account == place })
            for leaf in Leaves(account).all where Self.own["accounts." + leaf.path] != nil {
                #expect(mail.words.contains(leaf.words?.components(separatedBy: " ").last ?? "?"), "\(leaf.path)")
            }
            #expect(mail.words.contains("Chief Technology Officer"))
        }
        let cause = try #require(incident.rootCause?.value)
        var confirmed = incident
        confirmed.isCauseConfirmed = true
        #expect(try self.pages(confirmed, edition()).contains { $0.words.contains(cause) })
    }

    @Test func `the drafts that run have their forms`() throws {
        let incident = MarkedIncident.make(isResolved: false)
        let paths = Set(try pages(incident, try edition()).map { $0.path.components(separatedBy: "/").last ?? "" })
        #expect(
            paths.isSuperset(of: [
                "status-page.json", "status-page.md", "status-page.txt", "in-app-banner.md", "in-app-banner.txt",
                "affected-customers.md",
            ]))
    }
}

/// A mail as its reader sees it: the headers and both parts, decoded.
struct DecodedMail {
    var words: String

    init(_ text: String) {
        let joined = text.replacingOccurrences(of: "=\r\n", with: "").replacingOccurrences(
            of: "?=\r\n =?", with: "?==?")
        var bytes: [UInt8] = []
        var rest = Array(joined.utf8)[...]
        while let byte = rest.popFirst() {
            let code =
                byte == UInt8(ascii: "=") ? UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) : nil
            if let code {
                bytes.append(code)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        var parts = String(decoding: bytes, as: UTF8.self).components(separatedBy: "=?utf-8?B?")
        for place in parts.indices.dropFirst() {
            let pieces = parts[place].components(separatedBy: "?=")
            let plain = Data(base64Encoded: pieces[0]).map { String(decoding: $0, as: UTF8.self) } ?? pieces[0]
            parts[place] = ([plain] + pieces.dropFirst()).joined()
        }
        words = parts.joined()
    }
}
