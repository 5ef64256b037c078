import BuiltInTemplates
import Compliance
import Diagnostics
import Foundation
import Importing
import IncidentModel
import Syntax
import Testing

/// What `debrief assess` writes is the same incident when it is read back; only the origins differ.
@Suite struct CoordinatorRoundTripTests {
    private static let moment = "2026-02-23T08:00:00Z"

    private static func gate() throws -> Gate {
        let yaml = try #require(BuiltInTemplates.files["policies/standard.yaml"])
        let policy = try #require(PolicyFile.read(yaml, source: SourceID(0), digest: "").value)
        return Gate(words: policy.words, inference: policy.inference, joining: policy.joining)
    }

    private static func read(_ texts: [String]) async throws -> [Incident] {
        let gate = try gate()
        let importer = Importer(gate: gate, sourceZone: nil, depth: .everything, width: 1)
        var exports: [ImportedExport] = []
        for (number, text) in texts.enumerated() {
            exports.append(
                await importer.read(InputText(bytes: Array(text.utf8)), source: SourceID(UInt32(number))))
        }
        return Reconciliation(exports, gate: gate, depth: .everything).incidents.map(\.value)
    }

    private static func assess(_ texts: [String], _ more: [String] = []) async -> String {
        let files = Dictionary(texts.enumerated().map { ("exports/\(padded($0.offset, 2))", $0.element) }) { $1 }
        let paper = PaperWorld(files: files)
        _ = await paper.run(["assess", "exports", "--as-of", moment, "--quiet"] + more)
        return paper.said
    }

    private static func samples(below folder: String = "SampleData/exports") throws -> [String] {
        let start = HouseTests.root.appending(path: folder)
        let names = FileManager.default.enumerator(atPath: start.path)?.compactMap { $0 as? String } ?? []
        return try names.filter { $0.contains(".") }.sorted()
            .map { try String(contentsOf: start.appending(path: $0), encoding: .utf8) }
    }

    @Test(arguments: [[], ["--lines"]])
    func `every incident of the sample exports is read back as it was`(form: [String]) async throws {
        let texts = try Self.samples()
        let first = try await Self.read(texts)
        let written = await Self.assess(texts, form)
        let second = try await Self.read([written])
        #expect(first.count > 50)
        #expect(first.map(\.id) == second.map(\.id))
        for (before, after) in zip(first, second) { #expect(Told.of(after) == Told.of(before), "\(before.id)") }
    }

    @Test func `what is written of a document that was read back is the same document`() async throws {
        let example = try Self.samples(below: "SampleData/exports/coordinator")[0]
        let once = await Self.assess([example])
        let twice = await Self.assess([once])
        func withoutOrigins(_ text: String) -> [Substring] {
            text.split(separator: "\n").filter { !$0.contains("\"origin\"") }
        }
        #expect(once.contains("\"incidentId\": \"INC-2024-0215-001\""))
        #expect(withoutOrigins(once) == withoutOrigins(twice))
    }

    /// Everything in the places of the format that the sample exports leave empty.
    private static let unusual = """
        {"schema":"debrief/coordinator-response/1","incidentId":"INC-1","incidentKey":"9f2","status":"detected",
        "exitState":"detected","severity":null,"statusWord":"Closed","lifecycle":{"detectedAt":"2026-02-01T10:00:00Z",
        "triagedAt":"2026-02-01T10:05:00Z","inferred":{"triagedAt":"declaration"}},
        "impactAssessment":{"customerShare":0.25},"timeline":[{"timestamp":"2026-02-01T10:05:00Z","event":"Resolved",
        "kind":"comment"}],"communications":{"logIsWhole":false,"log":[{"at":"2026-02-01T10:06:00Z","channel":"status_page",
        "audience":"public","sent":3,"template":"first","latestOnly":true},{"channel":"email"}],
        "statusPage":{"lastUpdate":"2026-02-01T10:07:00Z","message":"Hm."},"nextScheduledUpdate":"2026-02-01T11:00:00Z"},
        "nextActions":[{"action":"Call","duty":"csmCall","dueBy":"2026-02-02T10:00:00Z"},{"action":"Look",
        "status":"done","completedAt":"2026-02-03T10:00:00Z"}],
        "postMortemRequired":true,"references":[{"system":"jira","id":"OPS-1","relation":"parent"},
        {"system":"url","id":"https://example.com/1"}]}
        """

    @Test func `its own document states everything, and nothing is inferred from it`() async throws {
        let incident = try #require(try await Self.read([Self.unusual]).first)
        #expect(incident.key == "9f2")
        #expect(incident.statusWord?.value == "Closed")
        #expect(incident.milestones.marks.map(\.milestone) == [.detected, .triaged])
        #expect(incident.milestones[.triaged]?.knowledge == .inferred(rule: "declaration"))
        #expect(incident.asksForPostMortem == nil)
        #expect(!incident.story.keepsMessageLog)
        #expect(incident.communications.map(\.isLatestOnly) == [true, false, true])
        #expect(incident.communications.map(\.recipients) == [3, nil, nil])
        #expect(incident.communications.allSatisfy { $0.nextUpdate == nil })
        #expect(incident.actions.map(\.text) == ["Look"])
        #expect(incident.actions.map(\.completed) == [CivilTime(year: 2026, month: 2, day: 3, hour: 10).instant])
        #expect(incident.references.map(\.relation) == [.parent, .same])
        #expect(incident.impact.customerShare?.value == 0.25)
        #expect(incident.timeline.map(\.kind) == [.comment])

        let again = try #require(try await Self.read([await Self.assess([Self.unusual])]).first)
        #expect(Told.of(again) == Told.of(incident))
        #expect(again.key == "9f2")
        #expect(again.actions.map(\.completed) == incident.actions.map(\.completed))
    }

    @Test func `a document that is longer than what is looked at is still known for what it is`() async throws {
        let accounts = (1...3_000).map { "{\"id\":\"ACC-\($0)\",\"name\":\"Account \($0)\"}" }.joined(separator: ",")
        let export = "{\"incidentId\":\"INC-1\",\"severity\":\"sev4\",\"affectedCustomers\":[\(accounts)]}"
        let written = await Self.assess([export], ["INC-1"])
        #expect(written.utf8.count > 400_000)
        let read = try await Self.read([written])
        #expect(read.map(\.id) == ["INC-1"])
        #expect(read.first?.accounts.count == 3_000)
    }
}

/// What an incident tells, fact by fact, without who said it.
private enum Told {
    static func of(_ incident: Incident) -> [String] {
        var facts = [
            "id \(incident.id)", "title \(incident.title?.value ?? "–")",
            "severity \(incident.severity?.value.rawValue ?? "–")", "status \(incident.statusWord?.value ?? "–")",
            "asks \(incident.asksForPostMortem.map { "\($0.value)" } ?? "–")",
            "service \(incident.service?.value ?? "–")", "description \(incident.description?.value ?? "–")",
            "source \(incident.source?.value ?? "–")",
            "cause \(incident.rootCause?.value ?? "–") \(incident.isCauseConfirmed)",
            "log \(incident.story.keepsMessageLog)", "team \(incident.team?.value ?? "–")",
            "cause code \(incident.causeCode?.value ?? "–")", "resolution \(incident.resolution?.value ?? "–")",
        ]
        facts += incident.milestones.marks.map { "\($0.milestone) \($0.instant.rfc3339) \($0.knowledge)" }
        facts += incident.severityHistory.map {
            "\($0.instant.rfc3339) is \($0.declared.severity?.rawValue ?? "–")"
        }
        facts += impact(incident.impact)
        facts += incident.responders.map { "\($0.role) \($0.name ?? "–") \($0.team ?? "–") \($0.status ?? "–")" }
        facts += incident.timeline.map {
            "\($0.instant.rfc3339) \($0.kind) \($0.actor ?? "–"): \($0.text)"
        }
        facts += incident.communications.map(message).sorted()
        facts += incident.actions.map {
            "\($0.text) by \($0.owner ?? "–") \($0.due) \($0.statusWord ?? "–") \($0.state)"
        }
        facts += incident.accounts.map(account)
        facts += incident.deployments.map {
            "\($0.instant.rfc3339) \($0.service ?? "–") \($0.version ?? "–") \($0.actor ?? "–")"
        }
        facts += incident.references.map { "\($0.system) \($0.id) \($0.relation)" }
        return facts
    }

    private static func impact(_ impact: Impact) -> [String] {
        [
            "impact \(impact.summary?.value ?? "–")", "customers \(impact.customersAffected?.value ?? -1)",
            "share \(impact.customerShare?.value ?? -1)", "strategic \(impact.strategicAccountsAffected?.value ?? -1)",
            "revenue \(impact.revenueAtRisk?.value ?? -1)", "workaround \(impact.workaround?.value ?? "–")",
            "available \(impact.isWorkaroundAvailable.map { "\($0.value)" } ?? "–")",
            "data loss \(impact.isDataLossPossible.map { "\($0.value)" } ?? "–")",
        ] + impact.history.map { "\($0.instant.rfc3339) \($0.customers) customers" }
    }

    private static func message(_ message: Communication) -> String {
        [
            message.instant?.rfc3339, message.channel, message.audience, message.body, message.template,
            message.nextUpdate?.rfc3339, message.recipients.map(String.init), "\(message.isLatestOnly)",
        ].map { $0 ?? "–" }.joined(separator: " | ")
    }

    private static func account(_ account: Account) -> String {
        let words = [
            account.id, account.name, account.segment, account.executiveSponsor, account.contactName,
            account.contactAddress, account.customerSuccessManager, account.renewal?.rfc3339,
        ].map { $0 ?? "–" }
        let numbers = "\(account.annualRevenue ?? -1) \(account.usage ?? -1)"
        return (words + [numbers, "\(account.isStrategic) \(account.hasActiveEscalation)"]).joined(separator: " | ")
    }
}
