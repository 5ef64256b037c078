import Diagnostics
import IncidentModel
import Syntax

/// The names that clocks use from other sections, with what they stand for.
struct ClockNames {
    var kinds: [String] = []
    var calendars: [String: WorkCalendar] = [:]
    /// All that the file has, broken ones included: one fault is enough.
    var calendarNames: [String] = []
    var pauses: [String] = []
}

extension PolicyReader {
    /// `clocks`: id → title, what starts and stops it, limits; in the order of the file.
    mutating func clocks(_ entry: PolicyEntry?, using names: ClockNames) -> [Clock] {
        guard let entry, let pairs = pairs(entry) else { return [] }
        if pairs.isEmpty { wrongShape(entry, "one clock or more") }
        if pairs.count > Self.most {
            note(.policyTooMany, "there are more than \(Self.most) clocks", at: pairs[Self.most].origin)
        }
        return pairs.prefix(Self.most).compactMap { clock($0, names) }
    }

    /// Clocks, calendars and pauses that a policy may have of each.
    static let most = 32

    private mutating func clock(_ pair: PolicyPair, _ names: ClockNames) -> Clock? {
        checkID(pair, of: "a clock")
        let known = [
            "title", "from", "to", "every", "until", "promised", "limits", "severities", "onlyIf", "accounts",
            "calendar", "pauses",
        ]
        let required: Set = ["title"]
        guard let fields = fields(pair.value, known, optional: Set(known).subtracting(required)) else { return nil }
        let title = text(fields["title"])
        let ends = ends(pair, fields, names)
        let isPromised = fields["promised"] != nil
        let limits = isPromised ? [:] : self.limits(needed("limits", fields, pair))
        let severities = isPromised ? self.severities(needed("severities", fields, pair)) : []
        let conditions = conditions(fields["onlyIf"])
        let accounts = accountScope(fields["accounts"])
        let calendar = named(fields["calendar"], among: names.calendarNames, "calendar")
        let pauses = fields["pauses"].flatMap { items($0) }?.compactMap { named($0, among: names.pauses, "pause") }
        refuseStrays(fields, isPromised: isPromised, ends?.stop)
        guard let title, let ends, let limits, let severities else { return nil }
        return Clock(
            id: pair.key, title: title, start: ends.start, stop: ends.stop, limits: limits, severities: severities,
            conditions: conditions, accounts: accounts, calendar: calendar.flatMap { names.calendars[$0] },
            pauses: Set(pauses ?? []), origin: pair.origin)
    }

    /// One of three: `from` and `to`, `every` and `until`, or `promised`.
    private mutating func ends(
        _ pair: PolicyPair, _ fields: [String: PolicyEntry], _ names: ClockNames
    ) -> (start: Evidence, stop: Evidence)? {
        let shapes = [["promised"], ["every", "until"], ["from", "to"]].map { $0.filter { fields[$0] != nil } }
        let used = shapes.filter { !$0.isEmpty }
        if used.count > 1, let stray = used.last?.first, let field = fields[stray] {
            note(
                .policyMixedClock, "`\(pair.key)` has `\(used[0][0])` and `\(stray)`", at: field.origin,
                help: "a clock has `from` and `to`, or `every` and `until`, or `promised`")
            return nil
        }
        if let promised = fields["promised"] {
            return kind(promised, names).map { (.message($0), .promisedMessage($0)) }
        }
        if !shapes[1].isEmpty {
            let kind = needed("every", fields, pair).flatMap { self.kind($0, names) }
            let end = milestone(needed("until", fields, pair))
            guard let kind, let end else { return nil }
            return (.message(kind), .nextMessage(kind, until: end))
        }
        let start = milestone(needed("from", fields, pair))
        let stop = needed("to", fields, pair).flatMap { self.stop($0, names) }
        guard let start, let stop, let field = fields["to"] else { return nil }
        if stop == .milestone(start) {
            note(
                .policyStandingClock, "the clock stops where it starts, at `\(start.rawValue)`", at: field.origin)
        }
        return (.milestone(start), stop)
    }

    static let firstAction = "first-action"

    /// `to`: a milestone, `first-action`, or a kind of message.
    private mutating func stop(_ entry: PolicyEntry, _ names: ClockNames) -> Evidence? {
        guard let text = text(entry) else { return nil }
        if text == Self.firstAction { return .firstAction }
        if names.kinds.contains(text) { return .message(text) }
        if let milestone = Milestone(rawValue: text) { return .milestone(milestone) }
        unknown(
            text, entry, "neither a milestone nor a kind of message",
            among: Milestone.allCases.map(\.rawValue) + [Self.firstAction] + names.kinds)
        return nil
    }

    private mutating func kind(_ entry: PolicyEntry, _ names: ClockNames) -> String? {
        named(entry, among: names.kinds, "kind of message")
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
}
