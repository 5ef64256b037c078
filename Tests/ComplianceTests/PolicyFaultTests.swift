import Diagnostics
import Foundation
import IncidentModel
import Testing

@testable import Compliance
@testable import Syntax

struct PolicyFaultTests {
    /// One change of the standard policy, and the one fault that it makes.
    struct Fault: Sendable, CustomTestStringConvertible {
        var old: String
        var new: String
        var code: String
        /// The line of the fault, by its text.
        var line: String
        /// In bytes.
        var column: Int
        var field: String
        var help: String?
        var testDescription: String { "\(new) → \(code)" }

        init(
            _ old: String, _ new: String, _ code: String, line: String, column: Int, field: String,
            help: String? = nil
        ) {
            (self.old, self.new, self.code, self.line) = (old, new, code, line)
            (self.column, self.field, self.help) = (column, field, help)
        }

        /// Holds what the changed policy is said to be wrong with against this.
        func expect() throws {
            let range = try #require(StandardPolicy.text.range(of: old))
            let text = StandardPolicy.text.replacingCharacters(in: range, with: new)
            let outcome = PolicyFile.read(text, source: SourceID(3), digest: "")
            #expect(outcome.value == nil)
            try #require(outcome.diagnostics.count == 1, "\(outcome.diagnostics)")
            let diagnostic = outcome.diagnostics[0]
            #expect(diagnostic.code.id == code)
            #expect(diagnostic.help == help)
            let origin = try #require(diagnostic.origin)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            #expect(lines[Int(origin.line) - 1] == line)
            #expect(Int(origin.column) == column)
            #expect(origin.field == field)
            #expect(origin.source == SourceID(3))
        }
    }

    static let faults = [
        Fault(
            "    title: Detected to triaged", "    titel: Detected to triaged\n    title: X", "policy-unknown-key",
            line: "    titel: Detected to triaged", column: 5, field: "clocks.triage.titel",
            help: "did you mean `title`?"),
        Fault(
            "statistics:\n", "unheardOf: 1\nstatistics:\n", "policy-unknown-key", line: "unheardOf: 1", column: 1,
            field: "unheardOf",
            help:
                "known keys: policy, clocks, messages, responders, calendars, pauses, exclusions, severities, status, "
                + "actions, dueAt, inference, joining, resolutionEmail, customerPriority, lessons, statistics, "
                + "conduct, writing, redaction"),
        Fault(
            "    title: Detected to triaged\n", "", "policy-missing-key", line: "    from: detected", column: 5,
            field: "clocks.triage"),
        Fault(
            "sev1: 5 min", "sev1: 5 minutes", "policy-bad-duration", line: "      sev1: 5 minutes", column: 13,
            field: "clocks.triage.limits.sev1", help: "a number and a unit: `90 s`, `5 min`, `48 h`, `2 d`"),
        Fault(
            "sev1: 5 min", "sev1: -5 min", "policy-bad-duration", line: "      sev1: -5 min", column: 13,
            field: "clocks.triage.limits.sev1"),
        Fault(
            "sev1: 5 min", "sev1: 0 s", "policy-bad-duration", line: "      sev1: 0 s", column: 13,
            field: "clocks.triage.limits.sev1"),
        Fault(
            "sev1: 5 min", "sev1: 99999999999999999999 d", "policy-bad-duration",
            line: "      sev1: 99999999999999999999 d", column: 13, field: "clocks.triage.limits.sev1"),
        Fault(
            "sev1: 5 min", "sev1: [5 min]", "policy-wrong-shape", line: "      sev1: [5 min]", column: 13,
            field: "clocks.triage.limits.sev1"),
        Fault(
            "sev1: 5 min", "sev5: 5 min", "policy-unknown-severity", line: "      sev5: 5 min", column: 7,
            field: "clocks.triage.limits.sev5", help: "severities: sev1, sev2, sev3, sev4"),
        Fault(
            "    to: triaged", "    to: triagd", "policy-unknown-name", line: "    to: triagd", column: 9,
            field: "clocks.triage.to", help: "did you mean `triaged`?"),
        Fault(
            "    to: triaged", "    to: detected", "policy-standing-clock", line: "    to: detected", column: 9,
            field: "clocks.triage.to"),
        Fault(
            "  triage:\n", "  Triage!:\n", "policy-bad-name", line: "  Triage!:", column: 3, field: "clocks.Triage!",
            help: "lower-case letters, digits and hyphens, a letter first"),
        Fault(
            "  communicate:\n", "  triage:\n", "policy-duplicate-key", line: "  triage:", column: 3, field: "triage"),
        Fault(
            "effectiveFrom: 2020-01-01", "effectiveFrom: 2021-02-29", "policy-bad-date",
            line: "  effectiveFrom: 2021-02-29", column: 18, field: "policy.effectiveFrom",
            help: "a day, `2024-01-31`, or a moment in UTC, `2024-01-31T08:00:00Z`"),
        Fault(
            "[sev2, sev-2,", "[sév1, SEV1, sev-2,", "policy-ambiguous-word",
            line: "    sev2: [sév1, SEV1, sev-2, \"sev 2\", sev_2]", column: 19, field: "severities.*.sev2[1]",
            help: "keep it in one of the two lists"),
        Fault(
            "    takes: last", "    takes: both", "policy-wrong-shape", line: "    takes: both", column: 12,
            field: "inference[4].takes"),
        Fault(
            "name: first-communication", "name: alert", "policy-bad-name", line: "  - name: alert", column: 11,
            field: "inference[2].name"),
        Fault(
            "redaction: {}", "redaction: [x]", "policy-wrong-shape", line: "redaction: [x]", column: 12,
            field: "redaction"),
        Fault(
            "redaction: {}", "redaction: {mail: {every: postcode}}", "policy-wrong-shape",
            line: "redaction: {mail: {every: postcode}}", column: 27, field: "redaction.mail.every"),
        Fault(
            "redaction: {}", "redaction: {w: {words: [ab]}}", "policy-wrong-shape",
            line: "redaction: {w: {words: [ab]}}", column: 25, field: "redaction.w.words[0]"),
        Fault(
            "redaction: {}", "redaction: {w: {pattern: x}}", "policy-unknown-key",
            line: "redaction: {w: {pattern: x}}", column: 17, field: "redaction.w.pattern",
            help: "known keys: fields, words, every"),
        Fault(
            "redaction: {}", "redaction: {w: {words: [abc], fields: [a]}}", "policy-wrong-shape",
            line: "redaction: {w: {words: [abc], fields: [a]}}", column: 16, field: "redaction.w"),
        Fault(
            "p90From: 10", "p90From: 0", "policy-bad-number", line: "  p90From: 0", column: 12,
            field: "statistics.p90From"),
        Fault(
            "significance: 0.05", "significance: 5", "policy-bad-number", line: "  significance: 5", column: 17,
            field: "statistics.significance"),
        Fault(
            "address: support@example.com", "address: \"a@b.c\\r\\nBcc: x@y.z\"", "policy-wrong-shape",
            line: "    address: \"a@b.c\\r\\nBcc: x@y.z\"", column: 14, field: "resolutionEmail.sender.address"),
        Fault(
            "address: support@example.com", "address: nobody", "policy-wrong-shape", line: "    address: nobody",
            column: 14, field: "resolutionEmail.sender.address"),
        Fault(
            "      sev3: [asked, recurring]", "      sev3: asked", "policy-wrong-shape", line: "      sev3: asked",
            column: 13, field: "clocks.post-mortem.onlyIf.sev3"),
        Fault(
            "  name: standard", "  name: \"\"", "policy-wrong-shape", line: "  name: \"\"", column: 9,
            field: "policy.name"),
        Fault(
            "remindFor: 7 d", "remindFor: 7", "policy-bad-duration", line: "  remindFor: 7", column: 14,
            field: "resolutionEmail.remindFor", help: "a number and a unit: `90 s`, `5 min`, `48 h`, `2 d`"),
        Fault(
            "customerSuccessManager: contact", "customerSuccessManager: author", "policy-unknown-name",
            line: "    customerSuccessManager: author", column: 29,
            field: "resolutionEmail.strategic.customerSuccessManager", help: "known: none, contact, sender"),
        Fault(
            "    remediation: true", "    remediation: perhaps", "policy-wrong-shape",
            line: "    remediation: perhaps", column: 18, field: "resolutionEmail.strategic.remediation"),
        Fault(
            "channels: [email]", "channels: email", "policy-wrong-shape", line: "    channels: email", column: 15,
            field: "messages.resolution-email.channels"),
        Fault(
            "renewalWithin: 90 d", "renewalWithin: 0 d", "policy-bad-duration", line: "  renewalWithin: 0 d",
            column: 18, field: "customerPriority.renewalWithin"),
        Fault(
            "highUsageShare: 0.2", "highUsageShare: 20 %", "policy-bad-number", line: "  highUsageShare: 20 %",
            column: 19, field: "customerPriority.highUsageShare"),
        Fault(
            "  enterpriseSegments:", "  enterpriseSegment: [big]\n  enterpriseSegments:", "policy-unknown-key",
            line: "  enterpriseSegment: [big]", column: 3, field: "customerPriority.enterpriseSegment",
            help: "did you mean `enterpriseSegments`?"),
        Fault(
            "from: 22", "from: 24", "policy-bad-number", line: "    from: 24", column: 11, field: "lessons.night.from"),
        Fault("to: 6", "to: 22", "policy-bad-number", line: "    to: 22", column: 9, field: "lessons.night.to"),
        Fault(
            "unnoticedFrom: 5 min", "unnoticedFrom: [5 min]", "policy-wrong-shape", line: "  unnoticedFrom: [5 min]",
            column: 18, field: "lessons.unnoticedFrom"),
        Fault(
            "[monitoring,", "[Phone, monitoring,", "policy-ambiguous-word",
            line:
                "    machines: [Phone, monitoring, monitor, alert, alerting, alertmanager, datadog, prometheus, synthetic]",
            column: 16, field: "lessons.noticedBy.machines[0]", help: "keep it in one of the two lists"),
        Fault(
            "email]\n    machines", "\"--\"]\n    machines", "policy-wrong-shape",
            line: "    people: [customer, customers, user, users, support, phone, \"--\"]", column: 64,
            field: "lessons.noticedBy.people[6]"),
        Fault(
            "  speculation:\n    phrases: [we believe,",
            "  speculaton:\n    phrases: []\n  speculation:\n    phrases: [we believe,",
            "policy-unknown-key", line: "  speculaton:", column: 3, field: "writing.speculaton",
            help: "did you mean `speculation`?"),
        Fault(
            "phrases: [outage, outages]", "phrases: outage", "policy-wrong-shape", line: "    phrases: outage",
            column: 14, field: "writing.outage.phrases"),
        Fault(
            "phrases: [outage, outages]", "phrases: [outage, \"--\"]", "policy-wrong-shape",
            line: "    phrases: [outage, \"--\"]", column: 23, field: "writing.outage.phrases[1]"),
        Fault(
            "unless: [no outage, not an outage, no outages]", "unles: [no outage]", "policy-unknown-key",
            line: "    unles: [no outage]", column: 5, field: "writing.outage.unles", help: "did you mean `unless`?"),
        Fault(
            "outageDeclaredAt: [sev1]", "outageDeclaredAt: [sev0]", "policy-unknown-severity",
            line: "  outageDeclaredAt: [sev0]", column: 22, field: "writing.outageDeclaredAt[0]",
            help: "severities: sev1, sev2, sev3, sev4"),
        Fault(
            "    versionWords:", "    versionWord: [v]\n    versionWords:", "policy-unknown-key",
            line: "    versionWord: [v]", column: 5,
            field: "writing.customerSafe.versionWord", help: "did you mean `versionWords`?"),
        Fault(
            "    outsideChannels: [status, email, banner, in-app, in_app]\n", "", "policy-missing-key",
            line:
                "    inside: [internal, internals, responders, response team, engineering, executives, exec, management, staff]",
            column: 5, field: "writing.recipients"),
    ]

    @Test(arguments: faults) func `A fault is named with its line, column and key`(_ fault: Fault) throws {
        try fault.expect()
    }

    @Test func `Every fault is named, in the order of the file`() {
        let text = StandardPolicy.text.replacing("sev1: 5 min", with: "sev1: soon")
            .replacing("p95From: 59", with: "p95From: many")
            .replacing("from: triaged", with: "from: tirage", maxReplacements: 1)
            .replacing("effectiveFrom: 2020-01-01", with: "effectiveFrom: today")
        let outcome = PolicyFile.read(text, source: SourceID(0), digest: "")
        #expect(
            outcome.diagnostics.map(\.code.id)
                == [
                    "policy-bad-date", "policy-bad-duration", "policy-unknown-milestone", "policy-bad-duration",
                    "policy-bad-number",
                ])
        #expect(outcome.value == nil)
    }

    @Test func `A second key of the same name is blamed, and the first one named`() throws {
        let text = StandardPolicy.text.replacing("  communicate:\n", with: "  triage:\n")
        let diagnostic = try #require(PolicyFile.read(text, source: SourceID(0), digest: "").diagnostics.first)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let places = lines.indices.filter { lines[$0] == "  triage:" }.map { $0 + 1 }
        #expect(diagnostic.origin?.line == UInt32(places[1]))
        #expect(diagnostic.message == "the key `triage` stands here twice, first on line \(places[0])")
    }

    @Test(arguments: [
        ("", "policy-not-yaml"), ("# nothing", "policy-not-yaml"), ("just words", "policy-wrong-shape"),
        ("[1, 2]", "policy-wrong-shape"), ("a: b: c", "policy-not-yaml"), ("\tpolicy:", "policy-not-yaml"),
        ("a: [1", "policy-not-yaml"), ("a: \u{0}", "policy-not-yaml"), ("a: \u{7}", "policy-not-yaml"),
        ("a: 1\n---\nb: 2", "policy-not-yaml"), ("a: *nobody", "policy-not-yaml"),
        ("? [x, y]\n: 1", "policy-wrong-shape"),
        ("&a [*a]", "policy-not-yaml"), ("%YAML 9.9\n---\na: 1", "policy-not-yaml"),
        (String(repeating: "[", count: 100_000), "policy-not-yaml"),
        (String(repeating: "- ", count: 100_000), "policy-not-yaml"),
        (String(repeating: "a: 1\n", count: 100_000), "policy-too-large"),
    ])
    func `What is no policy is refused with a place`(text: String, code: String) throws {
        let outcome = PolicyFile.read(text, source: SourceID(0), digest: "")
        #expect(outcome.value == nil)
        #expect(outcome.diagnostics.contains { $0.code.id == code })
        #expect(outcome.diagnostics.allSatisfy { $0.origin != nil })
    }

    @Test func `Aliases that would blow up are refused before anything is built`() {
        var bomb = "a0: &a0 [x, x]\n"
        for level in 1...40 {
            bomb += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n"
        }
        bomb += "? *a40\n: 1\n"
        let outcome = PolicyFile.read(bomb, source: SourceID(0), digest: "")
        #expect(outcome.diagnostics.map(\.code.id) == ["policy-too-large"])
        #expect(outcome.diagnostics.first?.origin?.line == 18)
    }

    @Test(arguments: ["\n", "\r\n", "\r", "# é\u{2028}# \u{85}\n", "# 𝄞𝄞\n"])
    func `Places hold behind every line break and letter`(lead: String) throws {
        let text = lead + "é: \"𝄞\"\nü: [é, \"é\"]"
        let outcome = PolicyFile.read(text, source: SourceID(0), digest: "")
        let origins = outcome.diagnostics.filter { $0.code == .policyUnknownKey }.compactMap(\.origin)
        #expect(origins.map(\.line) == [2, 3])
        #expect(origins.map(\.column) == [1, 1])
        let document = try YAMLDocument.compose(text, source: SourceID(0), as: .policy).get()
        #expect(document.places.origin(line: lead.contains("\u{85}") ? 5 : 3, column: 8, path: "").column == 10)
    }

    @Test func `A long line takes no long time`() throws {
        let words = Array(repeating: "é", count: 20_000).joined(separator: ",")
        let text = StandardPolicy.text.replacing("sev1: [sev1, sev-1, \"sev 1\", sev_1]", with: "sev1: [\(words)]")
        #expect(try StandardPolicy.read(text).words.severity("É", in: "*") == .sev1)
    }

    @Test func `An alias may share a table`() throws {
        let text = StandardPolicy.text.replacing("done: [done,", with: "done: &over [done,")
            .replacing("cancelled: [cancelled, canceled, dropped, rejected, obsolete", with: "cancelled: [obsolete")
            .replacing("enterpriseSegments: [enterprise]", with: "enterpriseSegments: *over")
        #expect(try StandardPolicy.read(text).customerPriority.isEnterprise(segment: "shipped"))
    }

    @Test(arguments: [
        ("90 s", 90), ("5 min", 300), ("5min", 300), ("48 h", 172_800), ("2 d", 172_800), ("1 h 30 min", 5400),
        ("1d2h3min4s", 93_784),
    ])
    func `Durations are numbers and units`(text: String, seconds: Int) {
        #expect(DurationText.parse(text) == .success(.seconds(seconds)))
    }

    @Test(arguments: [
        "", " ", "5", "min", "5 m", "5 hours", "1.5 h", "5 min 1 h", "1 h 1 h", "+5 min", "5 min,", "٥ min", "5\tmin",
        "- 5", "5 min -1 s",
    ])
    func `Everything else is no duration`(text: String) {
        #expect(DurationText.parse(text) == .failure(.notADuration))
    }

    @Test(
        arguments: [
            ("2024-02-29", "2024-02-29T00:00:00Z"), ("2024-02-29T23:59:59Z", "2024-02-29T23:59:59Z"),
            ("2023-02-29", nil), ("2024-13-01", nil), ("2024-00-10", nil), ("2024-1-1", nil),
            ("2024-01-01T24:00:00Z", nil),
            ("2024-01-01T00:00:00", nil), ("2024-01-01T00:00:00+01", nil), ("2024/01/01", nil), ("٢٠٢٤-0", nil),
        ] as [(String, String?)])
    func `Effective dates are days of the calendar or moments in UTC`(text: String, printed: String?) {
        #expect(EffectiveDate.parse(text)?.rfc3339 == printed)
    }

    @Test func `Codes of this room are unique and explained`() {
        let codes = DiagnosticCode.complianceCodes
        #expect(Set(codes.map(\.id)).count == codes.count)
        #expect(codes.map(\.id) == codes.map(\.id).sorted())
        #expect(codes.allSatisfy { !$0.summary.hasSuffix(".") && $0.explanation.count > 40 })
    }
}
