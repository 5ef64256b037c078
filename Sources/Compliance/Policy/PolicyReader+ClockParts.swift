import Diagnostics
import IncidentModel
import Syntax

/// The parts of a clock that not every clock has.
extension PolicyReader {
    /// `onlyIf`: severity → conditions, one of which must hold.
    mutating func conditions(_ entry: PolicyEntry?) -> [Severity: Set<ClockCondition>] {
        guard let entry, let pairs = pairs(entry) else { return [:] }
        var found: [Severity: Set<ClockCondition>] = [:]
        for pair in pairs {
            guard let severity = severity(named: pair.key, at: pair.origin), let items = items(pair.value) else {
                continue
            }
            let known = ClockCondition.allCases.map(\.rawValue)
            found[severity] = Set(
                items.compactMap { named($0, among: known, "condition").flatMap(ClockCondition.init) })
        }
        return found
    }

    mutating func accountScope(_ entry: PolicyEntry?) -> AccountScope? {
        named(entry, among: AccountScope.allCases.map(\.rawValue), "set of accounts").flatMap(AccountScope.init)
    }

    /// Keys that mean nothing for the kind of clock that has them.
    mutating func refuseStrays(_ fields: [String: PolicyEntry], isPromised: Bool, _ stop: Evidence?) {
        var strays: [(key: String, why: String)] = []
        if isPromised {
            strays = ["limits", "calendar", "pauses"].map { ($0, "the promised time is the limit") }
        } else {
            strays = [("severities", "its limits say where it is promised")]
        }
        if let stop {
            if case .message = stop {} else { strays.append(("accounts", "it looks for no message to accounts")) }
        }
        for stray in strays {
            guard let field = fields[stray.key] else { continue }
            note(
                .policyMixedClock, "`\(stray.key)` does not belong to this clock: \(stray.why)", at: field.origin,
                help: "remove it")
        }
    }

    /// A field that this kind of clock must have.
    mutating func needed(_ key: String, _ fields: [String: PolicyEntry], _ pair: PolicyPair) -> PolicyEntry? {
        if let field = fields[key] { return field }
        note(.policyMissingKey, "`\(pair.value.path)` lacks the key `\(key)`", at: pair.value.origin)
        return nil
    }

    /// A name that another section, or the program, gives.
    mutating func named(_ entry: PolicyEntry?, among known: [String], _ what: String) -> String? {
        guard let entry, let text = text(entry) else { return nil }
        if known.contains(text) { return text }
        unknown(text, entry, "no \(what)", among: known)
        return nil
    }

    mutating func unknown(_ text: String, _ entry: PolicyEntry, _ what: String, among known: [String]) {
        note(
            .policyUnknownName, "`\(text)` is \(what)", at: entry.origin,
            help: NearestWord.to(text, among: known).map { "did you mean `\($0)`?" }
                ?? (known.isEmpty ? "there is none" : "known are: " + known.joined(separator: ", ")))
    }

    mutating func checkID(_ pair: PolicyPair, of what: String) {
        guard !Self.isID(pair.key) else { return }
        note(
            .policyBadName, "`\(pair.key.prefix(40))` is no id for \(what)", at: pair.origin,
            help: "lower-case letters, digits and hyphens, a letter first")
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
        first, at most forty; the same holds for kinds of messages, calendars and pauses. Names of inference rules \
        stand once.
        """)
    static let policyStandingClock = DiagnosticCode(
        "policy-standing-clock", .error, "A clock stops where it starts",
        """
        A clock runs from one milestone to another one. One that starts and stops at the same milestone would always \
        be met.
        """)
    static let policyMixedClock = DiagnosticCode(
        "policy-mixed-clock", .error, "A clock has keys that do not go together",
        """
        A clock runs `from` a milestone `to` something, or from `every` message of a kind to the next one `until` a \
        milestone, or to the time that a message `promised`. Keys of one shape mean nothing in another, and would be \
        ignored in silence.
        """)
    static let policyTooMany = DiagnosticCode(
        "policy-too-many", .error, "A section of the policy has too many entries",
        """
        A policy may have 32 clocks, kinds of messages, calendars and pauses of each: more than any report can show, \
        and few enough that every incident is judged at once.
        """)
}
