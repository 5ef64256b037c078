import Diagnostics
import IncidentModel
import Syntax
import Testing

@testable import Importing

/// What monitors need beyond the fixtures: names, pairs, clock times and refusals.
@Suite struct MonitorTests {
    @Test(
        arguments: [
            // From a second implementation, which agrees with 24 fingerprints that Alertmanager 0.27 gave.
            (#"{"alertname":"Watchdog","severity":"none"}"#, "448881ef475b9b26"),
            (#"{"severity":"none","alertname":"Watchdog"}"#, "448881ef475b9b26"),
            (#"{}"#, nil),
        ] as [(String, String?)])
    func `labels have the fingerprint that Prometheus gives them, in any order`(json: String, name: String?) async {
        let stream = RecordStream(InputText("{\"labels\": \(json)}"), source: SourceID(0), path: .json(arrays: []))
        let result = await stream.map(width: 1) { LabelFingerprint.of($0.inner("labels"))?.value }
        #expect(result.values == [name])
    }

    @Test func `an end belongs to the last firing before it, and to none that has ended`() async {
        let history = """
            {"AlarmHistoryItems": [
            \(change("10:00", "ALARM")), \(change("10:10", "OK")), \(change("10:20", "OK")),
            \(change("11:00", "ALARM")), \(change("11:30", "OK")), \(change("09:00", "OK"))]}
            """
        let run = await read(history)
        #expect(run.incidents.map(\.id) == ["queue@2026-05-04T10:00:00Z", "queue@2026-05-04T11:00:00Z"])
        #expect(
            run.incidents.map { $0.milestones.instant(of: .resolved)?.rfc3339 } == [
                "2026-05-04T10:10:00Z", "2026-05-04T11:30:00Z",
            ])
        #expect(run.ledger.count(.orphaned) == 2)
        #expect(run.ledger.count(.joined) == 2)
    }

    @Test(.timeLimit(.minutes(5)))
    func `pairs of very many changes are found without comparing all of them`() async {
        let changes = (0..<20_000).map { number in
            change("10:00", number.isMultiple(of: 2) ? "ALARM" : "OK", second: number)
        }
        let run = await read("{\"AlarmHistoryItems\": [\(changes.joined(separator: ","))]}")
        #expect(run.incidents.count == 10_000)
        #expect(run.incidents.allSatisfy { $0.milestones.seconds(from: .detected, to: .resolved) == 1 })
        #expect(run.doubts.isEmpty)
    }

    @Test func `clock times of a problem list are read in the zone that the user names`() async {
        let csv = """
            Severity,Time,Recovery time,Status,Host,Problem
            High,2026-06-03 12:11:37 AM,2026-06-03 12:42:07 PM,RESOLVED,edge-1,Down
            High,2026-06-03 15:10:37,2026-06-03 15:20:37,RESOLVED,edge-1,Slow

            """
        let run = await read(csv, zone: Zone(name: "Test/East") { _ in 3600 })
        #expect(run.said.isEmpty)
        #expect(
            run.incidents.map { $0.milestones.marks.map(\.instant.rfc3339) } == [
                ["2026-06-02T23:11:37Z", "2026-06-03T11:42:07Z"], ["2026-06-03T14:10:37Z", "2026-06-03T14:20:37Z"],
            ])
    }

    @Test(
        arguments: [
            ("<div><span class=\"yellowfg\"> 6:06 PM PST</span>&nbsp;A</div>", ["2021-03-03T02:06:41Z A"]),
            ("<div><span class=\"yellowfg\"> 5:06 PM PST</span>&nbsp;A</div>", ["2021-03-03T01:06:00Z A"]),
            (
                "<div><span class=\"yellowfg\">Mar 3, 1:06 AM PDT</span>&nbsp;<b>A</b> &amp; B</div>",
                ["2021-03-03T08:06:00Z A & B"]
            ),
            (
                "<div><span class=\"yellowfg\"> 6:10 PM PST</span>A</div><div><span class=\"yellowfg\"> 6:09 PM PST</span>B</div>",
                nil
            ),
            ("<div><span class=\"yellowfg\"> 1:06 AM PST</span>&nbsp;A</div>", nil),
            ("<div><span class=\"yellowfg\"> 6:06 PM CET</span>&nbsp;A</div>", nil),
            ("<div><span class=\"yellowfg\"> 16:06 PM PST</span>&nbsp;A</div>", nil),
            ("<div><span class=\"yellowfg\">Feb 30, 6:06 PM PST</span>&nbsp;A</div>", nil),
            ("<div><span class=\"yellowfg\"> 6:06 PM PST", nil),
            ("no updates at all", nil),
        ] as [(String, [String]?)])
    func `updates of the AWS status page are dated where that leaves no doubt`(html: String, found: [String]?) {
        // Six minutes past six in the evening of 2 March 2021, Pacific time.
        let updates = AWSStatusUpdates.read(html, of: Instant(seconds: 1_614_737_201))
        #expect(updates?.map { "\($0.instant.rfc3339) \($0.text)" } == found)
    }

    @Test(arguments: [
        ("#####\n#     NAGIOS STATUS FILE\n#####\n\ninfo {\n\tcreated=1\n\t}\n", "Nagios"),
        ("#####\n\nhoststatus {\n\thost_name=a\n\t}\n", "Nagios"),
        (
            #"{"results":[{"attrs":{"state":3.0},"joins":{},"meta":{},"name":"a!b","type":"Service"}]}"#,
            "Icinga 2 objects"
        ),
        (
            #"{"results":[{"code":200.0,"status":"Successfully acknowledged problem for object 'a'."}]}"#,
            "Icinga 2 answer"
        ),
        (
            #"{"status":"success","data":{"alerts":[{"labels":{"alertname":"A"},"annotations":{},"state":"firing","activeAt":"2026-01-01T00:00:00Z","value":"1"}]}}"#,
            "Prometheus server"
        ),
        (
            #"{"data":{"type":"service_level_objective_search_results","attributes":{"slos":[{"data":{"id":"1","type":"slo","attributes":{"sloType":"monitor"}}}]}}}"#,
            "service level objectives"
        ),
        (#"{"MetricAlarms":[{"AlarmName":"a","AlarmArn":"arn","StateValue":"OK"}]}"#, "CloudWatch alarms"),
        (#"{"AWSTemplateFormatVersion":"2010-09-09","Resources":{}}"#, "CloudFormation"),
    ])
    func `what tells only of the state of now is refused by its name`(text: String, name: String) async {
        let export = await importer(nil).read(InputText(text), source: SourceID(0))
        #expect(export.dialect == nil)
        #expect(export.diagnostics.map(\.code) == [.noIncidentsInside])
        #expect(export.diagnostics.first?.message.contains(name) ?? false)
        #expect(export.diagnostics.first?.help?.contains("export") ?? false)
    }

    private func change(_ time: String, _ state: String, second: Int = 0) -> String {
        let at = Instant(seconds: 1_777_852_800).advanced(
            bySeconds: (Int(time.prefix(2)) ?? 0) * 3600 + (Int(time.suffix(2)) ?? 0) * 60 + second)
        return """
            {"AlarmName": "queue", "HistoryItemType": "StateUpdate", "Timestamp": "\(at.rfc3339)", \
            "HistoryData": "{\\"newState\\":{\\"stateValue\\":\\"\(state)\\"}}"}
            """
    }

    private func importer(_ zone: Zone?) -> Importer {
        Importer(gate: .standard, sourceZone: zone, depth: .figures, width: 2)
    }

    private func read(
        _ text: String, zone: Zone? = nil
    ) async -> (incidents: [Incident], ledger: RecordLedger, said: [Diagnostic], doubts: [Diagnostic]) {
        let importer = importer(zone)
        let export = await importer.read(InputText(text), source: SourceID(0))
        let reconciled = Reconciliation([export], gate: importer.gate, depth: .figures)
        let doubts = reconciled.diagnostics.filter { $0.code == .ambiguousReference }
        return (reconciled.incidents.map(\.value), reconciled.ledger, export.diagnostics, doubts)
    }
}
