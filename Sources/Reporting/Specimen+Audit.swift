import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// The facts of an audit pack, every field filled.
extension Specimen {
    static var auditPack: AuditPack {
        let source = SourceID(0)
        var unplaced = Incident(id: "UNPLACED", system: "system", origin: .whole(source))
        unplaced.title = Sourced("Title", .whole(source))
        let all = [assessed, open, disputed, assessor.assess(unplaced)]
        let period = Period(
            label: "period", start: Instant(seconds: 0), end: Instant(seconds: 4_000_000_000), timeZone: "UTC")
        let population = Population(of: all, in: period, asOf: edition.asOf)
        let record = AuditRecord(
            origin: .whole(source), system: "system", id: "ID", file: "evidence/record.txt", sha256: "00", bytes: [])
        let scope = AuditScope(
            period: period, sampleSize: 1, seed: 1, options: [.init("as-of", ["moment"])],
            exports: [
                AuditExport(
                    source: source, argument: "export.json", name: "export.json", file: "evidence/export.json",
                    sha256: "00", bytes: 1, system: "system")
            ],
            texts: AuditText.Kind.allCases.map {
                AuditText(kind: $0, name: "name", file: "file", sha256: "00", text: "text")
            })
        var pack = AuditPack(
            edition: edition, scope: scope, population: population,
            records: population.members.map { _ in Array(repeating: record, count: 4) }, all: all + numbered(source),
            ledger: ledger.records,
            recurrence: Recurrence.find(in: all.map(\.incident), by: edition.policy.conduct.recurrence),
            controls: controls, regimes: regimes, remarks: [(code: "code", count: 1)])
        var before = pack.facts
        before.start = period.start.rfc3339
        for name in before.incidents.keys { before.incidents[name]?.severity = "sev4" }
        pack.restatements = Restatements(from: before, to: pack.facts)
        return pack
    }

    /// Ids with a gap between them.
    private static func numbered(_ source: SourceID) -> [AssessedIncident] {
        ["INC-1", "INC-3"].map { assessor.assess(Incident(id: $0, system: "system", origin: .whole(source))) }
    }

    private static var controls: ControlMap {
        let text = """
            name: controls
            frameworks:
              framework:
                title: Framework
                controls:
                  control:
                    asks: Something
                    evidence: [clock triage, figure population]
            """
        return ControlFile.read(text, source: SourceID(0)).value ?? ControlMap(name: "", frameworks: [])
    }

    private static var regimes: [NotificationRegime] {
        let text = """
            regimes:
              law:
                title: Law
                concerns: incidents
                severities: [sev1, sev2, sev3, sev4]
                aware: detected
                classified: triaged
                notices:
                  first: { title: First, article: Article 1, limits: { aware: 1 h }, phrases: [sent] }
            """
        return NotificationFile.read(text, source: SourceID(0)).value ?? []
    }
}
