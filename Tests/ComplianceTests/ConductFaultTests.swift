import Diagnostics
import Foundation
import Testing

@testable import Compliance

/// Faults in the section `conduct` of a policy.
struct ConductFaultTests {
    typealias Fault = PolicyFaultTests.Fault

    static let faults = [
        Fault(
            "  recurrence:\n", "  recurrance: 1\n  recurrence:\n", "policy-unknown-key", line: "  recurrance: 1",
            column: 3,
            field: "conduct.recurrance", help: "did you mean `recurrence`?"),
        Fault(
            "    withoutInterval: 8 h\n", "", "policy-missing-key", line: "    silence: {intervals: 2}", column: 5,
            field: "conduct.escalation"),
        // severityAssessment
        Fault(
            "{dataLossRisk: true}", "{dataLosRisk: true}", "policy-unknown-key",
            line: "      data-loss-risk: {dataLosRisk: true}", column: 24,
            field: "conduct.severityAssessment.sev1.data-loss-risk.dataLosRisk", help: "did you mean `dataLossRisk`?"),
        Fault(
            "{dataLossRisk: true}", "{dataLossRisk: yes}", "policy-wrong-shape",
            line: "      data-loss-risk: {dataLossRisk: yes}", column: 38,
            field: "conduct.severityAssessment.sev1.data-loss-risk.dataLossRisk"),
        Fault(
            "{dataLossRisk: true}", "{dataLossRisk: true, workaround: false}", "policy-wrong-shape",
            line: "      data-loss-risk: {dataLossRisk: true, workaround: false}", column: 23,
            field: "conduct.severityAssessment.sev1.data-loss-risk"),
        Fault(
            "{dataLossRisk: true}", "{any: []}", "policy-wrong-shape", line: "      data-loss-risk: {any: []}",
            column: 29, field: "conduct.severityAssessment.sev1.data-loss-risk.any"),
        Fault(
            "      data-loss-risk:", "      Data Loss:", "policy-bad-name",
            line: "      Data Loss: {dataLossRisk: true}", column: 7,
            field: "conduct.severityAssessment.sev1.Data Loss",
            help: "lower-case letters, digits and hyphens, a letter first"),
        Fault(
            "{from: 500, shareFrom: 0.5}", "{from: 500, shareFrom: 50}", "policy-bad-number",
            line: "          - customers: {from: 500, shareFrom: 50}", column: 47,
            field: "conduct.severityAssessment.sev1.widespread-outage.all[0].customers.shareFrom"),
        Fault(
            "{from: 500, shareFrom: 0.5}", "{from: -500, shareFrom: 0.5}", "policy-bad-number",
            line: "          - customers: {from: -500, shareFrom: 0.5}", column: 31,
            field: "conduct.severityAssessment.sev1.widespread-outage.all[0].customers.from"),
        Fault(
            "{revenueFrom: 500000}", "{revenueFrom: nan}", "policy-bad-number",
            line: "      revenue-at-risk: {revenueFrom: nan}", column: 38,
            field: "conduct.severityAssessment.sev2.revenue-at-risk.revenueFrom"),
        Fault(
            "{revenueFrom: 500000}",
            "{any: [{any: [{any: [{any: [{any: [{any: [{any: [{workaround: true}]}]}]}]}]}]}]}",
            "policy-wrong-shape",
            line:
                "      revenue-at-risk: {any: [{any: [{any: [{any: [{any: [{any: [{any: [{workaround: true}]}]}]}]}]}]}]}",
            column: 73,
            field: "conduct.severityAssessment.sev2.revenue-at-risk.any[0].any[0].any[0].any[0].any[0].any[0].any[0]"),
        // response
        Fault(
            "assemble: [engineering-lead,", "assemble: [enginering-lead,", "policy-unknown-name",
            line: "        assemble: [enginering-lead, product-lead, support-lead, cs-lead, comms]", column: 20,
            field: "conduct.response.plans.sev1.assemble[0]", help: "did you mean `engineering-lead`?"),
        Fault(
            "name: \"#incident-{id}\"", "name: \"#incident-{key}\"", "policy-unknown-name",
            line:
                "        channel: {name: \"#incident-{key}\", title: war room, words: [incident, war room, warroom, bridge]}",
            column: 25, field: "conduct.response.plans.sev1.channel.name", help: "known: id"),
        Fault(
            "updatesEvery: as needed", "updatesEvery: whenever", "policy-bad-duration",
            line: "        updatesEvery: whenever", column: 23, field: "conduct.response.plans.sev4.updatesEvery",
            help: "a number and a unit: `90 s`, `5 min`, `48 h`, `2 d`"),
        Fault(
            "words: [vp engineering,", "words: [\"--\", vp engineering,", "policy-wrong-shape",
            line: "        words: [\"--\", vp engineering, vp of engineering, vp eng, vice president engineering]",
            column: 17, field: "conduct.response.roles.vp-engineering.words[0]"),
        // communications
        Fault(
            "channel: in-app-banner\n        audience: public\n        reachedBy: [affected-customers]\n        from: triaged",
            "channel: banner\n        audience: public\n        reachedBy: [affected-customers]\n        from: triaged",
            "policy-unknown-name", line: "        channel: banner", column: 18,
            field: "conduct.communications.messages.banner.channel",
            help: "known: status-page, in-app-banner, email, outreach"),
        Fault(
            "state: mitigating", "state: fixing", "policy-unknown-name", line: "        state: fixing", column: 16,
            field: "conduct.communications.messages.eta-update.state",
            help: "known: detected, triaged, mitigating, resolved, post-mortem"),
        Fault(
            "within: {sev3: 2 h, sev4: 8 h}", "within: {sev3: 2 h, sev5: 8 h}", "policy-unknown-severity",
            line: "        within: {sev3: 2 h, sev5: 8 h}", column: 29,
            field: "conduct.communications.messages.status-page-notice.within.sev5",
            help: "severities: sev1, sev2, sev3, sev4"),
        // escalation
        Fault(
            "{intervals: 2}", "{intervals: 0}", "policy-bad-number", line: "    silence: {intervals: 0}", column: 26,
            field: "conduct.escalation.silence.intervals"),
        Fault(
            "{intervals: 2}", "{intervals: 1e300}", "policy-bad-number", line: "    silence: {intervals: 1e300}",
            column: 26, field: "conduct.escalation.silence.intervals"),
        Fault(
            "{times: 2}", "{times: 1}", "policy-bad-number", line: "    customersDoubled: {times: 1}", column: 31,
            field: "conduct.escalation.customersDoubled.times"),
        // recurrence
        Fault(
            "window: 180 d", "window: half a year", "policy-bad-duration", line: "    window: half a year", column: 13,
            field: "conduct.recurrence.window", help: "a number and a unit: `90 s`, `5 min`, `48 h`, `2 d`"),
        Fault(
            "titleLikeness: 0.6", "titleLikeness: 60", "policy-bad-number", line: "    titleLikeness: 60", column: 20,
            field: "conduct.recurrence.titleLikeness"),
        Fault(
            "comparedTitles: 300", "comparedTitles: 100000", "policy-bad-number", line: "    comparedTitles: 100000",
            column: 21, field: "conduct.recurrence.comparedTitles"),
        // duties
        // handoffs
        Fault(
            "on: status-update", "on: status-updates", "policy-unknown-milestone", line: "      on: status-updates",
            column: 11, field: "conduct.handoffs.comms.on",
            help: "milestones: started, detected, triaged, communicated, mitigated, resolved, closed, reviewed"),
        Fault(
            "payload: [incidentId, severity, status,", "payload: [incidentID, severity, status,", "policy-unknown-name",
            line:
                "      payload: [incidentID, severity, status, incidentSummary.title, impactAssessment.impactDescription,",
            column: 17, field: "conduct.handoffs.comms.payload[0]", help: "did you mean `incidentId`?"),
        // lifecycle
        Fault(
            "proof: documentation", "proof: documentatoin", "policy-unknown-name", line: "        proof: documentatoin",
            column: 16,
            field: "conduct.lifecycle.checks.timeline-documented.proof", help: "did you mean `documentation`?"),
        Fault(
            "on: mitigated", "on: triaged", "policy-wrong-shape", line: "        on: triaged", column: 13,
            field: "conduct.lifecycle.checks.progress-tracked.on"),
        Fault(
            "      detected: [Support, OnCall]\n", "", "policy-missing-key", line: "      triaged: [All Teams]",
            column: 7,
            field: "conduct.lifecycle.owners"),
    ]

    @Test(arguments: faults) func `A fault of the conduct is named with its line, column and key`(_ fault: Fault) throws
    {
        try fault.expect()
    }

    @Test func `A section of the wrong shape is one fault, and the others are read`() throws {
        for section in ["response", "communications", "escalation", "recurrence", "duties", "handoffs", "lifecycle"] {
            let start = try #require(StandardPolicy.text.range(of: "\n  \(section):\n"))
            let rest = StandardPolicy.text[start.upperBound...]
            let end = rest.range(of: "\n\n")?.lowerBound ?? rest.endIndex
            let text = StandardPolicy.text[..<start.lowerBound] + "\n  \(section): 1" + rest[end...]
            let codes = PolicyFile.read(String(text), source: SourceID(0), digest: "").diagnostics.map(\.code.id)
            #expect(codes == ["policy-wrong-shape"], "\(section)")
        }
    }
}
