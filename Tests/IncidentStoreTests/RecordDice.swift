import Diagnostics
import IncidentModel
import IncidentStore

/// Records of any shape, the same ones for a seed (SplitMix64).
struct RecordDice {
    private var state: UInt64
    let source = SourceID(3)

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
    mutating func flip() -> Bool { next() & 1 == 0 }

    mutating func text() -> String {
        let texts = ["", "a", "checkout", "Überlast 🔥", "\u{0}\u{1F}\"\\", String(repeating: "long ", count: 60)]
        return texts[below(texts.count)] + String(below(1000))
    }

    mutating func maybe<Value>(_ make: (inout RecordDice) -> Value) -> Value? { flip() ? make(&self) : nil }

    mutating func several<Value>(_ make: (inout RecordDice) -> Value) -> [Value] {
        (0..<below(4)).map { _ in make(&self) }
    }

    mutating func origin() -> Origin {
        let lines: [UInt32] = [0, 1, 77, 1_000_000, .max]
        return Origin(
            source: source, line: lines[below(lines.count)], column: UInt32(below(3000)), field: "f\(below(30))")
    }

    mutating func instant() -> Instant {
        let extremes: [Int64] = [0, -1, 1, .max, .min, 1_767_225_600_000_000]
        return Instant(microseconds: flip() ? extremes[below(extremes.count)] : Int64(bitPattern: next()))
    }

    mutating func sourced() -> Sourced<String>? { maybe { Sourced($0.text(), $0.origin()) } }

    mutating func severity() -> Severity { Severity.allCases[below(4)] }

    mutating func declared() -> DeclaredSeverity {
        DeclaredSeverity(severity: maybe { $0.severity() }, word: Sourced(text(), origin()))
    }

    mutating func reference() -> Reference {
        let relations: [Reference.Relation] = [.same, .parent, .duplicate]
        return Reference(system: text(), id: text(), relation: relations[below(3)], origin: origin())
    }

    mutating func record() -> KeptRecord {
        var incident = Incident(
            id: text(), system: text(), kind: SystemKind.allCases[below(SystemKind.allCases.count)], origin: origin())
        incident.key = maybe { $0.text() }
        incident.title = sourced()
        incident.severity = maybe { Sourced($0.severity(), $0.origin()) }
        incident.declared = maybe { $0.declared() }
        incident.severityHistory = several { SeverityChange(instant: $0.instant(), declared: $0.declared()) }
        incident.statusWord = sourced()
        incident.statusHistory = several {
            StatusChange(instant: $0.instant(), word: $0.text(), origin: $0.origin())
        }
        for milestone in Milestone.allCases where flip() {
            incident.milestones[milestone] = MilestoneMark(
                milestone, instant(), origin: origin(), knowledge: flip() ? .recorded : .inferred(rule: text()))
        }
        incident.reopenings = below(5)
        incident.service = sourced()
        incident.asksForPostMortem = maybe { Sourced($0.flip(), $0.origin()) }
        if flip() { incident.story = story() }
        return KeptRecord(
            SharedIncident(incident), role: KeptRecord.Role.allCases[below(3)],
            inferable: Set(Milestone.allCases.filter { _ in flip() }), aliases: several { $0.reference() },
            references: several { $0.reference() })
    }

    private mutating func story() -> Story {
        var story = Story()
        story.description = sourced()
        story.team = sourced()
        story.source = sourced()
        story.rootCause = sourced()
        story.causeCode = sourced()
        story.isCauseConfirmed = flip()
        story.resolution = sourced()
        story.impact.summary = sourced()
        story.impact.customersAffected = maybe { Sourced($0.below(9999), $0.origin()) }
        story.impact.customerShare = maybe { Sourced(Double($0.below(100)) / 7, $0.origin()) }
        story.impact.strategicAccountsAffected = maybe { Sourced($0.below(9), $0.origin()) }
        story.impact.revenueAtRisk = maybe { Sourced(-Double($0.below(100)) / 3, $0.origin()) }
        story.impact.workaround = sourced()
        story.impact.isWorkaroundAvailable = maybe { Sourced($0.flip(), $0.origin()) }
        story.impact.isDataLossPossible = maybe { Sourced($0.flip(), $0.origin()) }
        story.impact.history = several {
            CustomerCount(instant: $0.instant(), customers: $0.below(99), origin: $0.origin())
        }
        story.responders = several {
            Responder(
                role: $0.text(), name: $0.maybe { $0.text() }, team: $0.maybe { $0.text() },
                status: $0.maybe { $0.text() }, origin: $0.origin())
        }
        let kinds: [TimelineEntry.Kind] = [.event, .note, .comment, .communication, .severity]
        story.timeline = several {
            TimelineEntry(
                instant: $0.instant(), text: $0.text(), actor: $0.maybe { $0.text() }, system: $0.text(),
                kind: kinds[$0.below(kinds.count)], origin: $0.origin())
        }
        story.communications = several { $0.message() }
        story.keepsMessageLog = flip()
        story.actions = several { $0.action() }
        story.accounts = several { $0.account() }
        story.deployments = several { $0.deployment() }
        story.serviceProfile = maybe { $0.service() }
        story.references = several { $0.reference() }
        return story
    }

    private mutating func message() -> Communication {
        var message = Communication(
            instant: maybe { $0.instant() }, channel: text(), audience: maybe { $0.text() },
            body: maybe { $0.text() }, template: maybe { $0.text() }, nextUpdate: maybe { $0.instant() },
            recipients: maybe { $0.below(500) }, origin: origin())
        message.isLatestOnly = flip()
        return message
    }

    private mutating func action() -> ActionItem {
        let dues: [ActionItem.Due] = [
            .never, .words(text()), .at(instant()), .when(Milestone.allCases[below(8)], words: text()),
        ]
        return ActionItem(
            text: text(), owner: maybe { $0.text() }, due: dues[below(4)], statusWord: maybe { $0.text() },
            state: ActionItem.State.allCases[below(3)], origin: origin())
    }

    mutating func account() -> Account {
        var account = Account(id: text(), origin: origin())
        account.name = maybe { $0.text() }
        account.segment = maybe { $0.text() }
        account.isStrategic = flip()
        account.annualRevenue = maybe { Double($0.below(1_000_000)) }
        account.renewal = maybe { $0.instant() }
        account.executiveSponsor = maybe { $0.text() }
        account.usage = maybe { Double($0.below(1000)) / 9 }
        account.hasActiveEscalation = flip()
        account.contactName = maybe { $0.text() }
        account.contactAddress = maybe { $0.text() }
        account.customerSuccessManager = maybe { $0.text() }
        return account
    }

    mutating func deployment() -> Deployment {
        Deployment(
            instant: instant(), service: maybe { $0.text() }, version: maybe { $0.text() },
            actor: maybe { $0.text() }, origin: origin())
    }

    mutating func service() -> ServiceProfile {
        ServiceProfile(
            name: text(), criticality: sourced(), owner: maybe { $0.text() }, health: maybe { $0.text() },
            origin: origin())
    }
}
