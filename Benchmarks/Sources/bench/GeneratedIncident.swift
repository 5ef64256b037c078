/// The facts of one invented incident: all of them follow from its number.
struct GeneratedIncident {
    /// From 0 on.
    let index: Int
    /// 1 to 4.
    let severity: Int
    let service: String
    let topic: String
    /// Seconds since 1970, like all moments here.
    let detected: Int
    /// `nil`: nobody wrote it down. The same for the others.
    let triaged: Int?
    let communicated: Int?
    let mitigated: Int?
    let resolved: Int?
    let customers: Int
    let accounts: [Int]
    /// For choices that only fill the record.
    var rest: SplitMix64

    /// Limits of the specification's "Response Time SLAs", in seconds, by severity.
    private static let triageLimits = [300, 900, 3600, 14_400]
    private static let communicationLimits = [900, 1800, 7200, 28_800]
    private static let resolutionLimits = [3600, 14_400, 86_400, 259_200]

    private static let firstSecond = 1_767_225_600  // 2026-01-01T00:00:00Z
    private static let secondsOfYear = 31_536_000

    init(index: Int) {
        var dice = SplitMix64(seed: 0xDEB2_1EF0_0000_0000 ^ UInt64(index))
        self.index = index
        let grade =
            switch dice.below(100) {
            case 0..<5: 0
            case 5..<20: 1
            case 20..<60: 2
            default: 3
            }
        severity = grade + 1
        service = dice.pick(Words.services)
        topic = dice.pick(Words.topics)
        detected = Self.firstSecond + dice.below(Self.secondsOfYear)

        let toTriage = Self.span(Self.triageLimits[grade], &dice)
        let toMessage = Self.span(Self.communicationLimits[grade], &dice)
        let toResolution = Self.span(Self.resolutionLimits[grade], &dice)
        let isTriaged = !dice.chance(perMille: 40)
        let isCommunicated = !dice.chance(perMille: 50)
        let isResolved = !dice.chance(perMille: 30)
        let isOutOfOrder = dice.chance(perMille: 5)
        triaged = isTriaged ? detected + toTriage : nil
        communicated = isCommunicated ? detected + toTriage + toMessage : nil
        resolved = isResolved ? (isOutOfOrder ? detected - toResolution : detected + toResolution) : nil
        mitigated = isResolved && !isOutOfOrder ? detected + toResolution * 4 / 5 : nil

        customers = 1 + dice.below(2000)
        accounts = (0..<(1 + dice.below(2))).map { _ in dice.below(500) }
        rest = dice
    }

    /// Mostly within the limit, now and then far beyond it; never 0.
    private static func span(_ limit: Int, _ dice: inout SplitMix64) -> Int {
        let within = limit / 20 + dice.below(limit)
        return dice.chance(perMille: 60) ? within * 3 : within
    }
}

/// What invented incidents are about.
enum Words {
    static let services = [
        "api-gateway", "checkout", "search", "billing", "notifications", "sso", "data-export", "mobile-push",
    ]
    static let topics = [
        "Requests time out", "Elevated error rate", "Stale results", "Messages arrive late", "Sign-in loops",
        "Exports arrive empty", "Invoices show the wrong tax", "Rate limits applied too early",
    ]
    static let people = [
        "Maya Lindgren", "Tomás Herrera", "Priya Nair", "Jonas Bäcker", "Ravi Menon", "Noor Haddad", "Elif Kaya",
    ]
    static let alarms = [
        "Error rate above 5 %", "Latency p95 above 2 s", "Queue age above 10 minutes", "Health check fails",
    ]
    static let findings = [
        "Connection pool is used up on two of twelve nodes", "Release of this morning is the suspect, rolling back",
        "One shard is hot, traffic is being moved", "Cache was restarted without its configuration",
    ]
}
