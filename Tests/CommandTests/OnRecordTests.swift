import BuiltInTemplates
import Compliance
import Diagnostics
import Foundation
import Importing
import IncidentModel
import Syntax
import Testing

/// Over every export that the repository holds: a verdict that grades has both of its ends on record.
@Suite struct OnRecordTests {
    private static let policy: Policy? = {
        let yaml = BuiltInTemplates.files["policies/standard.yaml"] ?? ""
        return PolicyFile.read(yaml, source: SourceID(0), digest: "").value
    }()

    private static let fixtures = "Tests/ImportingTests/Fixtures"

    /// A run over each case of each dialect, and one over the sample exports: the files, by their paths.
    private static let runs: [(name: String, files: [String])] = {
        let cases = children(of: fixtures).flatMap { dialect in
            children(of: "\(fixtures)/\(dialect)").map { "\(fixtures)/\(dialect)/\($0)" }
        }
        let exports = children(of: "SampleData/exports").flatMap { entry in
            let path = "SampleData/exports/\(entry)"
            let below = children(of: path).map { "\(path)/\($0)" }
            return below.isEmpty ? [path] : below
        }
        return cases.map { path in
            (
                path,
                children(of: path).filter { $0.hasPrefix("export.") || $0.hasPrefix("beside.") }.map { "\(path)/\($0)" }
            )
        } + [("SampleData/exports", exports)]
    }()

    private static func children(of folder: String) -> [String] {
        let url = HouseTests.root.appending(path: folder)
        return ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? [])
            .filter { !$0.hasPrefix(".") }.sorted()
    }

    /// Every moment that an incident's records tell of.
    private static func recorded(_ incident: Incident) -> Set<Instant> {
        var all = Set(incident.milestones.marks.map(\.instant))
        all.formUnion(incident.communications.compactMap(\.instant))
        all.formUnion(incident.communications.compactMap(\.nextUpdate))
        all.formUnion(incident.timeline.map(\.instant))
        return all
    }

    private static func incidents(
        of files: [String], _ policy: Policy
    ) async throws -> (all: [SharedIncident], inputs: [SourceID: InputText]) {
        let gate = Gate(words: policy.words, inference: policy.inference, joining: policy.joining)
        let importer = Importer(gate: gate, sourceZone: .utc, depth: .everything, width: 1)
        var exports: [ImportedExport] = []
        var inputs: [SourceID: InputText] = [:]
        for (place, file) in files.enumerated() {
            let input = InputText(bytes: [UInt8](try Data(contentsOf: HouseTests.root.appending(path: file))))
            let source = SourceID(UInt32(place))
            inputs[source] = input
            exports.append(await importer.read(input, source: source))
        }
        return (Reconciliation(exports, gate: gate, depth: .everything).incidents, inputs)
    }

    @Test(arguments: [1_771_833_600, 1_798_761_600])
    func `nothing is judged met or breached without both ends on record`(asOf: Int) async throws {
        let policy = try #require(Self.policy)
        let moment = Instant(seconds: asOf)
        var judged: [Verdict.Kind: Int] = [:]
        var byClock: [String: Int] = [:]
        for run in Self.runs {
            let (incidents, inputs) = try await Self.incidents(of: run.files, policy)
            let recurrence = Recurrence.find(in: incidents.map(\.value), by: policy.conduct.recurrence)
            let assessor = Assessor(book: PolicyBook(policy), asOf: moment, recurrence: recurrence)
            for incident in incidents {
                let recorded = Self.recorded(incident.value)
                for clock in assessor.assess(incident).verdicts {
                    judged[clock.verdict.kind, default: 0] += 1
                    let parts = assessor.evidence(of: clock.clock, in: incident)
                    let graded = parts.filter { [.met, .breached].contains($0.verdict.kind) }
                    if [.met, .breached].contains(clock.verdict.kind) {
                        #expect(graded.contains { $0.verdict == clock.verdict }, "\(run.name) \(clock)")
                    }
                    for part in graded {
                        byClock[clock.clock, default: 0] += 1
                        let start = try #require(part.start, "\(run.name) \(clock.clock)")
                        let stop = try #require(part.stop, "\(run.name) \(clock.clock)")
                        #expect(recorded.contains(start) && recorded.contains(stop), "\(run.name) \(clock.clock)")
                        #expect(start <= stop && stop <= moment, "\(run.name) \(clock.clock)")
                        let origin = try #require(part.origin, "\(run.name) \(clock.clock)")
                        #expect(inputs[origin.source]?.line(Int(origin.line)) != nil, "\(run.name) \(clock.clock)")
                    }
                }
                // What is absent is graded by nothing.
                for (start, stop, clock) in Self.milestoneClocks {
                    let marks = incident.value.milestones
                    guard marks[start] == nil || marks[stop] == nil else { continue }
                    let verdict = assessor.assess(incident).verdicts.first { $0.clock == clock }?.verdict
                    #expect(![.met, .breached].contains(verdict?.kind), "\(run.name) \(incident.value.id) \(clock)")
                }
            }
        }
        #expect(Self.runs.count > 80)
        for kind in [Verdict.Kind.met, .breached, .unproven] { #expect(judged[kind, default: 0] > 100, "\(judged)") }
        // Every clock grades something, but the one of a call that no system here records.
        #expect(Set(byClock.keys).isSuperset(of: Set(policy.clocks.map(\.id)).subtracting(["csm-call"])), "\(byClock)")
    }

    private static let milestoneClocks: [(Milestone, Milestone, String)] = [
        (.detected, .triaged, "triage"), (.triaged, .communicated, "communicate"), (.detected, .resolved, "resolve"),
        (.resolved, .reviewed, "post-mortem"),
    ]
}
