import Compliance
import Diagnostics
import IncidentModel
import Testing

@testable import Reporting

/// The states in which a message is written.
enum StagedState: String, CaseIterable {
    case detected, triaged, mitigating, mitigated, resolved

    /// The same incident, as far as it had come.
    func cut(_ incident: Incident) -> Incident {
        var incident = incident
        let kept: Set<Milestone> =
            switch self {
            case .detected: [.started, .detected]
            case .triaged: [.started, .detected, .triaged]
            case .mitigating: [.started, .detected, .triaged, .communicated]
            case .mitigated: [.started, .detected, .triaged, .communicated, .mitigated]
            case .resolved: Set(Milestone.allCases)
            }
        incident.milestones = Milestones(incident.milestones.marks.filter { kept.contains($0.milestone) })
        return incident
    }
}

@Suite struct CommunicationsTests {
    private static let formats: Set<OutputFormat> = [.md, .txt, .json]
    private static let outside = MessageAudience.allCases.filter { $0 != .internal }

    private func files(
        _ incident: Incident, to audiences: [MessageAudience]? = MessageAudience.allCases,
        asOf: Instant = Stage.day(14, 50), isPreviewed: Bool = false
    ) throws -> [OutputFile] {
        try Stage.newsroom(asOf: asOf).communications(
            try Stage.assess(incident, asOf: asOf), to: audiences, formats: Self.formats, isPreviewed: isPreviewed)
    }

    private func text(_ audience: MessageAudience, _ format: String, _ files: [OutputFile]) throws -> String {
        try #require(files.first { $0.path.hasSuffix("/\(audience.name).\(format)") }).contents
    }

    private func strategic(_ incident: Incident) -> Incident {
        var incident = incident
        for place in incident.accounts.indices {
            incident.accounts[place].isStrategic = true
            incident.accounts[place].customerSuccessManager = "MARKMANAGER \(incident.accounts[place].id)"
        }
        return incident
    }

    @Test(arguments: StagedState.allCases)
    func `nothing internal reaches a customer draft in any state`(state: StagedState) throws {
        var incident = strategic(state.cut(Hostile.incident { $0 }))
        incident.impact.revenueAtRisk = Sourced(123_457, Stage.origin(18))
        incident.accounts[0].annualRevenue = 765_431
        let files = try files(incident, to: Self.outside, asOf: Stage.now)
        #expect(files.count == 7)
        for file in files {
            for mark in Hostile.internalMarks + ["123457", "123,457", "765431", "765,431", "MARKCLOCK"] {
                #expect(!file.contents.contains(mark), "\(mark) in \(file.path)")
            }
            #expect(file.contents.contains("MARKIMPACT"), "\(file.path)")
            #expect(file.contents.contains("MARKWORKAROUND"), "\(file.path)")
            #expect(file.contents.contains("MARKTITLE"), "\(file.path)")
        }
    }

    @Test(arguments: StagedState.allCases)
    func `a cause reaches a customer draft only where it is confirmed`(state: StagedState) throws {
        for isConfirmed in [false, true] {
            var incident = state.cut(Hostile.incident { $0 })
            incident.isCauseConfirmed = isConfirmed
            let files = try files(incident, to: [.statusPage, .affectedCustomers], asOf: Stage.now)
            #expect(files.allSatisfy { $0.contents.contains("MARKCAUSE") == isConfirmed })
        }
    }

    @Test(arguments: StagedState.allCases)
    func `every draft keeps the writing rules in every state`(state: StagedState) throws {
        for severity in Severity.allCases {
            var incident = strategic(state.cut(Stage.full()))
            incident.severity = Sourced(severity, Stage.origin(4))
            let asOf = state == .resolved ? Stage.now : Stage.day(14, 50)
            let files = try files(incident, asOf: asOf)
            #expect(files.count == 20)
            #expect(files.flatMap(\.remarks).map(\.message) == [], "\(severity)")
        }
    }

    @Test(arguments: StagedState.allCases)
    func `hostile text adds no markup to a draft`(state: StagedState) throws {
        let files = try files(strategic(state.cut(Hostile.incident())), asOf: Stage.now)
        for file in files where file.path.hasSuffix(".md") {
            #expect(!file.contents.contains("<script"), "\(file.path)")
            #expect(!file.contents.contains("[x](javascript:"), "\(file.path)")
            #expect(!file.contents.contains("\n## Heading"), "\(file.path)")
        }
    }

    @Test(arguments: [
        (StagedState.detected, "investigating"), (.triaged, "investigating"), (.mitigating, "investigating"),
        (.mitigated, "monitoring"), (.resolved, "resolved"),
    ])
    func `the word for the state follows the milestones`(state: StagedState, word: String) throws {
        var incident = state.cut(Stage.full())
        incident.rootCause = nil
        incident.statusWord = nil
        let json = try text(.statusPage, "json", try files(incident, asOf: Stage.now))
        #expect(json.contains("\"status\": \"\(word)\""))
    }

    @Test func `a cause on record says that the fault was found, and is not told`() throws {
        var incident = StagedState.triaged.cut(Stage.full())
        incident.statusWord = nil
        let found = try text(.statusPage, "txt", try files(incident))
        #expect(found.hasPrefix("Identified: "))
        #expect(!found.contains("threshold"))
        incident.rootCause = Stage.said("under investigation")
        #expect(try text(.statusPage, "txt", try files(incident)).hasPrefix("Investigating: "))
    }

    @Test func `the page's JSON is the body of a Statuspage incident`() throws {
        let files = try files(StagedState.mitigated.cut(Stage.full()))
        #expect(
            try text(.statusPage, "json", files) == """
                {
                  "incident": {
                    "body": "Monitoring: API Rate Limiting Affecting Batch Operations\\n\\nA fix is in place, and we are watching that it holds.\\n\\nWhat happened: Batch API calls failing, affecting 15% of API customers\\nWhen: since 2024-02-15 14:15 UTC\\nWorkaround: Customers can reduce batch size to under 100 records\\n\\nNext update: 2024-02-15 14:55 UTC.\\n\\nWe are sorry for the disruption.\\n",
                    "impact_override": "major",
                    "name": "API Rate Limiting Affecting Batch Operations",
                    "status": "monitoring"
                  }
                }

                """)
    }

    @Test(arguments: [
        // The promise of the last message (14:55) comes before its interval ends (15:10).
        (Severity.sev2, "14:50:00", "14:55", false),
        // It has passed; the interval has not.
        (.sev2, "14:55:00", "15:10", false),
        // Both have: the interval begins with this message.
        (.sev2, "15:10:00", "15:40", false), (.sev2, "15:12:40", "15:42", false),
        (.sev1, "14:56:00", "15:11", false), (.sev3, "14:56:00", "15:40", false),
        // As needed, and by the limit to respond.
        (.sev4, "14:50:00", "14:50", true),
    ])
    func `the next update keeps the promise and the cadence`(
        severity: Severity, now: String, next: String, isAsNeeded: Bool
    ) throws {
        var incident = StagedState.mitigating.cut(Stage.full())
        incident.severity = Sourced(severity, Stage.origin(4))
        let parts = now.split(separator: ":").compactMap { Int($0) }
        let asOf = Stage.day(parts[0], parts[1], parts[2])
        let update = try #require(NextUpdate(incident, asOf: asOf, policy: try Stage.policy()))
        #expect(try Stage.phrasing().shortTime(update.instant) == next)
        #expect(update.isAsNeeded == isAsNeeded)
        #expect(update.instant > asOf)
        #expect(update.instant.seconds.isMultiple(of: 60))
        if isAsNeeded { #expect(update.instant.wholeSeconds(since: asOf) == 86_400) }
    }

    @Test func `without a severity no time can be promised, and the drafts are held back`() throws {
        var incident = StagedState.detected.cut(Stage.full())
        incident.severity = nil
        let files = try files(incident, to: Self.outside)
        #expect(!files.isEmpty)
        #expect(files.allSatisfy { $0.isHeldBack })
        #expect(
            files[0].remarks.map(\.message) == [
                "held back, next-update: nothing says when the next update comes"
            ])
    }

    @Test func `words of the export hold the drafts back, but not the internal one`() throws {
        var incident = StagedState.triaged.cut(Stage.full())
        incident.title = Stage.said("Disk of db-prod-03 is full", 7)
        let files = try files(incident)
        #expect(files.filter { !$0.isHeldBack }.map(\.path) == ["comms/INC-2024-0215-001/internal.md"])
        #expect(files[0].remarks.allSatisfy { $0.origin?.line == 7 })
    }

    @Test func `a resolution is final and says what follows`() throws {
        let draft = try text(.statusPage, "txt", try files(Stage.full(), asOf: Stage.now))
        #expect(draft.contains("This is the final update on this incident. Our post-incident report will follow by"))
        #expect(!draft.contains("Next update"))
        var small = Stage.full()
        small.severity = Sourced(.sev4, Stage.origin(4))
        #expect(
            try text(.statusPage, "txt", try files(small, asOf: Stage.now)).contains(
                "No post-incident report is planned."))
    }

    @Test func `a mark after the report moment has not happened yet`() throws {
        let files = try files(Stage.full(), asOf: Stage.day(14, 30))
        #expect(try text(.statusPage, "json", files).contains("\"status\": \"identified\""))
        #expect(try !text(.statusPage, "txt", files).contains("18:33"))
    }

    @Test func `each strategic account has a draft of its own in order, its manager only in the preview`() throws {
        let incident = strategic(StagedState.triaged.cut(Stage.full()))
        let files = try files(incident, to: [.strategicAccounts], isPreviewed: true)
        let texts = files.filter { $0.path.hasSuffix(".txt") }
        #expect(
            texts.map { $0.path.split(separator: "/").last ?? "" } == [
                "01-A-1.txt", "02-A-2.txt", "03-A-3.txt", "04-A-4.txt", "05-A-6.txt", "06-A-7.txt", "07-A-5.txt",
            ])
        #expect(texts[0].contents.hasPrefix("Hello Adventure Works,"))
        #expect(texts[1].contents.hasPrefix("Hello Dana Whitfield,"))
        let names = incident.accounts.compactMap(\.name)
        for (place, file) in texts.enumerated() {
            #expect(names.filter { file.contents.contains($0) }.count == 1, "\(place)")
        }
        let preview = try #require(files.last)
        #expect(preview.path == "comms/INC-2024-0215-001/preview.md")
        #expect(preview.contents.contains("| 1 | Adventure Works | MARKMANAGER A-1 |"))
        #expect(files.dropLast().allSatisfy { !$0.contents.contains("MARKMANAGER") })
    }

    @Test func `where the export names no strategic account, the draft has a hole for the name`() throws {
        let files = try files(StagedState.triaged.cut(Stage.full()), to: [.strategicAccounts])
        #expect(try text(.strategicAccounts, "txt", files).hasPrefix("Hello [name of the account],"))
        #expect(try text(.strategicAccounts, "md", files).contains("name of the account"))
    }

    @Test func `the internal draft tells what customers may not read`() throws {
        let draft = try text(.internal, "md", try files(StagedState.mitigated.cut(Stage.full())))
        for words in [
            "Alex Rivera", "890,000", "as recorded, unconfirmed", "incorrect threshold", "Sev2", "Due next",
            "From one update to the next",
        ] { #expect(draft.contains(words), "\(words)") }
    }

    @Test func `only what is due is drafted, unless an audience is named`() throws {
        func audiences(_ state: StagedState, _ severity: Severity, asOf: Instant = Stage.day(14, 30)) throws -> [String]
        {
            var incident = strategic(state.cut(Stage.full()))
            incident.severity = Sourced(severity, Stage.origin(4))
            incident.communications = []
            let names = try files(incident, to: nil, asOf: asOf).map {
                String($0.path.split(separator: "/")[2].prefix { $0 != "." })
            }
            return names.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
        }
        #expect(try audiences(.detected, .sev1) == ["status-page", "internal"])
        #expect(
            try audiences(.triaged, .sev1) == [
                "status-page", "affected-customers", "internal", "strategic-accounts",
            ])
        #expect(try audiences(.triaged, .sev3) == ["status-page", "internal", "strategic-accounts"])
        #expect(
            try audiences(.resolved, .sev3, asOf: Stage.now) == ["status-page", "affected-customers"])
    }
}
