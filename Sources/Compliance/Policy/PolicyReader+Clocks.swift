import Diagnostics
import IncidentModel

extension PolicyReader {
    /// `clocks`: id → title, from, to, limits; in the order of the file.
    mutating func clocks(_ entry: PolicyEntry?) -> [Clock] {
        guard let entry, let pairs = pairs(entry) else { return [] }
        if pairs.isEmpty { wrongShape(entry, "one clock or more") }
        return pairs.compactMap { clock($0) }
    }

    private mutating func clock(_ pair: PolicyPair) -> Clock? {
        if !Self.isID(pair.key) {
            note(
                .policyBadName, "`\(pair.key.prefix(40))` is no id for a clock", at: pair.origin,
                help: "lower-case letters, digits and hyphens, a letter first")
        }
        guard let fields = fields(pair.value, ["title", "from", "to", "limits"]) else { return nil }
        let title = text(fields["title"])
        let start = milestone(fields["from"])
        let stop = milestone(fields["to"])
        let limits = limits(fields["limits"])
        if let start, start == stop, let field = fields["to"] {
            note(
                .policyStandingClock, "the clock stops where it starts, at `\(start.rawValue)`", at: field.origin)
        }
        guard let title, let start, let stop, let limits else { return nil }
        return Clock(id: pair.key, title: title, start: start, stop: stop, limits: limits, origin: pair.origin)
    }

    private mutating func limits(_ entry: PolicyEntry?) -> [Severity: Duration]? {
        guard let entry, let pairs = pairs(entry) else { return nil }
        var limits: [Severity: Duration] = [:]
        for pair in pairs {
            guard let severity = severity(named: pair.key, at: pair.origin) else { continue }
            limits[severity] = duration(pair.value)
        }
        return limits
    }

    static func isID(_ name: String) -> Bool {
        guard let first = name.utf8.first, (0x61...0x7A).contains(first), name.utf8.count <= 40 else { return false }
        return name.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    }
}

extension DiagnosticCode {
    static let policyBadName = DiagnosticCode(
        "policy-bad-name", .error, "A name in the policy cannot be used",
        """
        The ids of clocks are keys of reports that scripts read: lower-case letters, digits and hyphens, a letter \
        first, at most forty. Names of inference rules stand once.
        """)
    static let policyStandingClock = DiagnosticCode(
        "policy-standing-clock", .error, "A clock stops where it starts",
        """
        A clock runs from one milestone to another one. One that starts and stops at the same milestone would always \
        be met.
        """)
}
