import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// The tables of a pack, for spreadsheets and scripts.
extension AuditPack {
    /// Every table by its name in the pack.
    var tables: [(path: String, text: LongText)] {
        var tables = [
            ("controls.csv", LongText(controlsTable)), ("exceptions.csv", exceptionsTable),
            ("excluded.csv", LongText(excludedTable)), ("population.csv", populationTable),
            ("sample.csv", LongText(sampleTable)), ("verdicts.csv", verdictsTable),
        ]
        if restatements != nil { tables.append(("restatements.csv", LongText(restatementsTable))) }
        if !regimes.isEmpty { tables.append(("notifications.csv", LongText(notificationsTable))) }
        return tables
    }

    private static func table(_ names: [String], numbers: Set<String>) -> CSVTable {
        CSVTable(names.map { CSVTable.Column($0, isNumeric: numbers.contains($0)) })
    }

    private var populationTable: LongText {
        let table = Self.table(
            [
                "number", "incident", "system", "key", "title", "severity", "detected", "resolved", "detected_inside",
                "resolved_inside", "policy_sha256", "kept", "broken", "open", "unproven", "not_applicable", "sampled",
                "records", "evidence_sha256",
            ], numbers: ["number", "kept", "broken", "open", "unproven", "not_applicable", "records"])
        return table.long(over: incidents.count) { range, table in
            for incident in incidents[range] { table.append(row(incident)) }
        }
    }

    private func row(_ incident: AuditedIncident) -> [String] {
        let believed = incident.assessed.incident
        let own = incident.promises.filter { $0.kind != .instance }
        let count = { (outcome: PromiseOutcome) in String(own.count { $0.outcome == outcome }) }
        return [
            String(incident.number), believed.id, believed.system, believed.key ?? "", believed.title?.value ?? "",
            believed.severity?.value.rawValue ?? "", stamp(believed, .detected), stamp(believed, .resolved),
            incident.member.isDetectedInside ? "yes" : "no", incident.member.isResolvedInside ? "yes" : "no",
            edition.book.policies[incident.assessed.policy].digest, count(.kept), count(.broken), count(.open),
            count(.unproven), count(.notApplicable), incident.isSampled ? "yes" : "no",
            String(incident.records.count), incident.evidenceDigest,
        ]
    }

    private func stamp(_ incident: Incident, _ milestone: Milestone) -> String {
        incident.milestones[milestone]?.instant.rfc3339 ?? ""
    }

    private var verdictsTable: LongText {
        let table = Self.table(
            [
                "number", "incident", "system", "severity", "kind", "promise", "instance", "outcome", "verdict",
                "start", "stop", "limit_seconds", "elapsed_seconds", "by_seconds", "due", "reason", "policy_sha256",
            ] + ["start", "stop"].flatMap { end in Self.exhibitColumns.map { "\(end)_\($0)" } },
            numbers: ["number", "limit_seconds", "elapsed_seconds", "by_seconds", "start_line", "stop_line"])
        return table.long(over: incidents.count) { range, table in
            for incident in incidents[range] { add(incident, to: &table) }
        }
    }

    private func add(_ incident: AuditedIncident, to table: inout CSVTable) {
        let believed = incident.assessed.incident
        let head = [
            String(incident.number), believed.id, believed.system, believed.severity?.value.rawValue ?? "",
        ]
        let policy = edition.book.policies[incident.assessed.policy].digest
        for promise in incident.promises {
            table.append(
                head + [
                    promise.kind.rawValue, promise.name, promise.instance ?? "", promise.outcome.rawValue,
                    promise.verdict, promise.start?.instant?.rfc3339 ?? "", promise.stop?.instant?.rfc3339 ?? "",
                    seconds(promise.limit), seconds(promise.elapsed), seconds(promise.by),
                    promise.due?.rfc3339 ?? "", promise.reason ?? "", policy,
                ] + exhibit(promise.start, incident) + exhibit(promise.stop, incident))
        }
    }

    private func seconds(_ duration: Duration?) -> String { duration.map { String($0.wholeSeconds) } ?? "" }

    private static let exhibitColumns = ["system", "export", "sha256", "line", "field", "record"]

    private func exhibit(_ exhibit: AuditedPromise.Exhibit?, _ incident: AuditedIncident) -> [String] {
        guard let origin = exhibit?.origin else { return Array(repeating: "", count: Self.exhibitColumns.count) }
        let export = scope.export(origin.source)
        return [
            export?.system ?? "", export?.file ?? edition.sources.name(of: origin.source), export?.sha256 ?? "",
            String(origin.line), origin.field, incident.record(at: origin)?.file ?? "",
        ]
    }

    private var exceptionsTable: LongText {
        let table = Self.table(
            [
                "kind", "number", "incident", "system", "severity", "about", "what", "source", "record",
                "explanation", "explained_by",
            ], numbers: ["number"])
        let exceptions = exceptions
        return table.long(over: exceptions.count) { range, table in
            for exception in exceptions[range] {
                table.append([
                    exception.kind.rawValue, exception.number.map(String.init) ?? "", exception.id, exception.system,
                    exception.severity?.rawValue ?? "", exception.about, exception.words,
                    exception.origin.map(edition.address) ?? "", exception.record?.file ?? "",
                ])
            }
        }
    }

    private var excludedTable: String {
        var table = Self.table(["kind", "record", "about", "reason", "source"], numbers: [])
        for exclusion in exclusions {
            table.append([
                exclusion.kind.rawValue, exclusion.id, exclusion.about, exclusion.reason,
                edition.address(exclusion.origin),
            ])
        }
        return table.text
    }

    private var sampleTable: String {
        var table = Self.table(
            ["number", "incident", "system", "severity", "records", "result", "checked_by", "remark"],
            numbers: ["number"])
        for incident in incidents where incident.isSampled {
            let believed = incident.assessed.incident
            table.append([
                String(incident.number), believed.id, believed.system, believed.severity?.value.rawValue ?? "",
                incident.records.map(\.file).joined(separator: " "),
            ])
        }
        return table.text
    }

    private var controlsTable: String {
        var table = Self.table(
            [
                "framework", "control", "asks", "evidence", "population", "kept", "broken", "open", "unproven",
                "not_applicable", "figure", "file", "page",
            ], numbers: ["population", "kept", "broken", "open", "unproven", "not_applicable"])
        for row in controlEvidence {
            let counts = PromiseOutcome.allCases.map { outcome in row.counts.map { String($0[outcome] ?? 0) } ?? "" }
            table.append(
                [
                    row.framework.title, row.control.id, row.control.asks, "\(row.proof.words): \(row.title)",
                    String(row.population),
                ] + counts + [row.words ?? "", row.file, "index.html#\(row.anchor)"])
        }
        return table.text
    }

    private var restatementsTable: String {
        var table = Self.table(["incident", "about", "before", "now", "changed"], numbers: [])
        for row in restatements?.rows ?? [] {
            table.append([
                row.incident, row.about, row.before, row.now, row.causes.map(\.rawValue).joined(separator: " "),
            ])
        }
        return table.text
    }
}
