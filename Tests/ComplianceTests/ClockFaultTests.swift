import Compliance
import Diagnostics
import Foundation
import IncidentModel
import Testing

/// Faults of clocks and of what they name: calendars, pauses, exclusions, kinds of messages.
struct ClockFaultTests {
    struct Fault: Sendable, CustomTestStringConvertible {
        var old: String
        var new: String
        var code: String
        var line: String
        var field: String
        var help: String?
        var testDescription: String { "\(new) → \(code)" }

        init(_ old: String, _ new: String, _ code: String, line: String, field: String, help: String? = nil) {
            (self.old, self.new, self.code, self.line, self.field, self.help) = (old, new, code, line, field, help)
        }
    }

    private static let office = "calendars:\n  office:\n    zone: UTC\n    hours: "

    static let faults = [
        Fault(
            "to: status-page", "to: statuspage", "policy-unknown-name", line: "    to: statuspage",
            field: "clocks.status-page.to", help: "did you mean `status-page`?"),
        Fault(
            "to: triaged", "to: moon", "policy-unknown-name", line: "    to: moon", field: "clocks.triage.to",
            help: "known are: started, detected, triaged, communicated, mitigated, resolved, closed, reviewed, "
                + "first-action, update, status-page, resolution-email, csm-contact"),
        Fault(
            "to: triaged", "to: detected", "policy-standing-clock", line: "    to: detected", field: "clocks.triage.to"
        ),
        Fault(
            "every: update", "every: updates", "policy-unknown-name", line: "    every: updates",
            field: "clocks.updates.every", help: "did you mean `update`?"),
        Fault(
            "    until: resolved\n", "", "policy-missing-key", line: "    title: From one update to the next",
            field: "clocks.updates"),
        Fault(
            "    until: resolved\n", "    until: resolved\n    from: detected\n", "policy-mixed-clock",
            line: "    from: detected", field: "clocks.updates.from",
            help: "a clock has `from` and `to`, or `every` and `until`, or `promised`"),
        Fault(
            "    promised: update\n", "    promised: update\n    limits: {sev1: 5 min}\n", "policy-mixed-clock",
            line: "    limits: {sev1: 5 min}", field: "clocks.promised-update.limits", help: "remove it"),
        Fault(
            "    severities: [sev1, sev2, sev3, sev4]\n", "", "policy-missing-key",
            line: "    title: Next update by the promised time", field: "clocks.promised-update"),
        Fault(
            "    to: triaged\n", "    to: triaged\n    accounts: all\n", "policy-mixed-clock",
            line: "    accounts: all", field: "clocks.triage.accounts", help: "remove it"),
        Fault(
            "accounts: strategic", "accounts: big", "policy-unknown-name", line: "    accounts: big",
            field: "clocks.csm-call.accounts", help: "known are: all, strategic"),
        Fault(
            "      sev3: [asked, recurring]", "      sev3: [askd]", "policy-unknown-name", line: "      sev3: [askd]",
            field: "clocks.post-mortem.onlyIf.sev3[0]", help: "did you mean `asked`?"),
        Fault(
            "    to: triaged\n", "    to: triaged\n    calendar: office\n", "policy-unknown-name",
            line: "    calendar: office", field: "clocks.triage.calendar", help: "there is none"),
        Fault(
            "    to: triaged\n", "    to: triaged\n    pauses: [hold]\n", "policy-unknown-name",
            line: "    pauses: [hold]", field: "clocks.triage.pauses[0]", help: "there is none"),
        Fault(
            "clock: resolution-email", "clock: resolution-mail", "policy-unknown-name",
            line: "  clock: resolution-mail", field: "resolutionEmail.clock", help: "did you mean `resolution-email`?"),
        Fault(
            "clock: resolution-email", "clock: triage", "policy-mixed-clock", line: "  clock: triage",
            field: "resolutionEmail.clock"),
        Fault(
            "unaddressed: false", "unaddressed: no", "policy-wrong-shape", line: "    unaddressed: no",
            field: "messages.update.unaddressed"),
        Fault(
            "  status-page:\n    channels", "  Bad Kind: {unaddressed: true}\n  status-page:\n    channels",
            "policy-bad-name",
            line: "  Bad Kind: {unaddressed: true}", field: "messages.Bad Kind",
            help: "lower-case letters, digits and hyphens, a letter first"),
        Fault(
            "calendars: {}", office + "{}", "policy-bad-hours", line: "    hours: {}", field: "calendars.office.hours",
            help: "hours of a day: `monday: 09:00-17:00`, or a list of them"),
        Fault(
            "calendars: {}", office + "{monday: 09:00-09:59}", "policy-bad-hours",
            line: "    hours: {monday: 09:00-09:59}", field: "calendars.office.hours",
            help: "hours of a day: `monday: 09:00-17:00`, or a list of them"),
        Fault(
            "calendars: {}", office + "{monday: [13:00-15:00, 09:00-13:01]}", "policy-bad-hours",
            line: "    hours: {monday: [13:00-15:00, 09:00-13:01]}", field: "calendars.office.hours.monday[0]",
            help: "write them as one"),
        Fault(
            "calendars: {}", office + "{monday: 17:00-09:00}", "policy-bad-hours",
            line: "    hours: {monday: 17:00-09:00}", field: "calendars.office.hours.monday",
            help: "from one time to a later one: `09:00-17:30`; the end of the day is `24:00`"),
        Fault(
            "calendars: {}", office + "{mondey: 09:00-17:00}", "policy-unknown-key",
            line: "    hours: {mondey: 09:00-17:00}", field: "calendars.office.hours.mondey",
            help: "did you mean `monday`?"),
        Fault(
            "calendars: {}", "calendars:\n  office:\n    zone: Mars/Olympus\n    hours: {monday: 09:00-17:00}",
            "policy-unknown-zone", line: "    zone: Mars/Olympus", field: "calendars.office.zone",
            help: "an IANA name such as `Europe/Berlin`"),
        Fault(
            "calendars: {}", office + "{monday: 09:00-17:00}\n    holidays: [2026-02-30]", "policy-bad-date",
            line: "    holidays: [2026-02-30]", field: "calendars.office.holidays[0]", help: "a day, `2026-12-25`"),
        Fault(
            "exclusions: []",
            "exclusions:\n  - from: 2026-02-08\n    to: 2026-02-08\n    reason: patch day\n    clocks: [resolve]",
            "policy-bad-date", line: "    to: 2026-02-08", field: "exclusions[0].to"),
        Fault(
            "exclusions: []",
            "exclusions:\n  - from: 2026-02-08\n    to: 2026-02-09\n    reason: patch day\n    clocks: [resolv]",
            "policy-unknown-name", line: "    clocks: [resolv]", field: "exclusions[0].clocks[0]",
            help: "did you mean `resolve`?"),
    ]

    @Test(arguments: faults) func `A fault is named with its line and key`(_ fault: Fault) throws {
        let range = try #require(StandardPolicy.text.range(of: fault.old))
        let text = StandardPolicy.text.replacingCharacters(in: range, with: fault.new)
        let outcome = PolicyFile.read(text, source: SourceID(3), digest: "")
        #expect(outcome.value == nil)
        try #require(outcome.diagnostics.count == 1, "\(outcome.diagnostics)")
        let diagnostic = outcome.diagnostics[0]
        #expect(diagnostic.code.id == fault.code)
        #expect(diagnostic.help == fault.help)
        let origin = try #require(diagnostic.origin)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[Int(origin.line) - 1] == fault.line)
        #expect(origin.field == fault.field)
    }

    @Test func `Sections that are off may be left out`() throws {
        var text = StandardPolicy.text
        for section in ["calendars: {}", "pauses: {}", "exclusions: []"] { text = text.replacing(section, with: "") }
        #expect(try StandardPolicy.read(text) == StandardPolicy.read().with(digest: ""))
    }

    @Test func `Too many clocks and calendars are refused`() {
        let clock = "    title: X\n    from: detected\n    to: triaged\n    limits: {sev1: 5 min}\n"
        let many = (0..<40).map { "  c\($0):\n\(clock)" }.joined()
        let outcome = PolicyFile.read(
            StandardPolicy.text.replacing("clocks:\n  triage", with: "clocks:\n\(many)  triage"),
            source: SourceID(0), digest: "")
        #expect(outcome.diagnostics.map(\.code.id) == ["policy-too-many"])
        let calendars = (0..<40).map { "  c\($0): {zone: UTC, hours: {monday: 09:00-17:00}}\n" }.joined()
        let other = PolicyFile.read(
            StandardPolicy.text.replacing("calendars: {}", with: "calendars:\n\(calendars)"), source: SourceID(0),
            digest: "")
        #expect(other.diagnostics.map(\.code.id) == ["policy-too-many"])
    }

    @Test func `Ten thousand holidays are read at once`() throws {
        let days = (0..<10_000).map { day -> String in
            let date = CivilTime.date(ofDay: 10_957 + day)
            return "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))"
        }
        let calendar =
            "calendars:\n  office: {zone: UTC, hours: {monday: 09:00-17:00}, holidays: [\(days.joined(separator: ","))]}"
        let text = StandardPolicy.text.replacing("calendars: {}", with: calendar)
            .replacing("    to: triaged\n", with: "    to: triaged\n    calendar: office\n")
        let policy = try StandardPolicy.read(text)
        #expect(policy.clocks[0].calendar?.holidays.count == 10_000)
        // The first Monday after the last holiday, 2027-05-18, is 24 May.
        let assessed = Assessor(policy: policy, asOf: .monday(60)).assess(.example([.detected: 0]))
        #expect(assessed.verdict(of: "triage") == .open(due: Instant(seconds: 1_811_149_500)))
    }
}

extension Policy {
    func with(digest: String) -> Policy {
        var copy = self
        copy.digest = digest
        return copy
    }
}
