package import Compliance
import Diagnostics
package import IncidentModel
package import Typesetting

/// The internal page that a figure's defender keeps at hand: every record and what became of it, what could not be judged
/// and what would have settled it, where sources disagree, and what is late on paper.
package struct DataQualityLedger: Sendable {
    package var edition: Edition
    package var records: RecordLedger
    package var all: [AssessedIncident]
    /// Which systems can record a milestone, from the catalog of dialects.
    package var recorders: [Milestone: [String]]
    /// The judge of the run, who says what another claim would change.
    package var assessor: Assessor

    package init(
        edition: Edition, records: RecordLedger, all: [AssessedIncident], recorders: [Milestone: [String]],
        assessor: Assessor
    ) {
        self.edition = edition
        self.records = records
        self.all = all
        self.recorders = recorders
        self.assessor = assessor
    }

    package var context: Context {
        let gaps = ClockGap.all(in: all, of: edition.policy, recorders: recorders)
        let disputes = self.disputes
        let late = latePaperwork
        let findings = DataQuality.findings(for: all, asOf: edition.asOf, policy: edition.policy)
        return [
            "headline": .text(headline),
            "inputs": .list(records.inputs.map(input)),
            "hasGaps": .flag(!gaps.isEmpty),
            "gaps": .list(gaps.map { $0.context(edition) }),
            "hasDisputes": .flag(!disputes.isEmpty),
            "disputes": .list(disputes.map { $0.context(edition) }),
            "hasFindings": .flag(!findings.isEmpty),
            "findings": .list(findings.map(finding)),
            "hasLatePaperwork": .flag(!late.isEmpty),
            "latePaperwork": .list(late.map { $0.context(edition) }),
            "paperworkBeyond": .text(Phrasing.limit(edition.policy.lessons.paperworkBeyond)),
            "records": .list(listed.map(record)),
            "unlisted": records.entries.count > Self.most
                ? .text(
                    "\(Phrasing.count(records.entries.count - Self.most, "more record")) "
                        + "stand in the table for spreadsheets.") : .absent,
            "computed": ComputationNote(edition: edition).context,
        ]
    }

    /// Records that the page lists; the table for spreadsheets lists all.
    static let most = 500

    /// Those first that were not simply used.
    private var listed: [RecordLedger.Entry] {
        let others = records.entries.filter { $0.fate != .used }
        let used = records.entries.filter { $0.fate == .used }
        return (others + used).prefix(Self.most).sorted { $0.origin < $1.origin }
    }

    /// `621 records = 70 used + 0 merged + …`: the sum that must come out even.
    var headline: String {
        let parts = RecordLedger.Fate.allCases.map { "\(Phrasing.number(records.count($0))) \(Self.word($0))" }
        return "\(Phrasing.count(records.total, "record").sentenceStart) from "
            + "\(Phrasing.count(records.inputs.count, "input")) = \(parts.joined(separator: " + "))."
    }

    static func word(_ fate: RecordLedger.Fate) -> String {
        switch fate {
        case .used: "used"
        case .merged: "merged"
        case .joined: "joined"
        case .context: "context"
        case .setAside: "set aside"
        case .orphaned: "of no incident"
        case .rejected: "rejected"
        }
    }

    private func input(_ input: RecordLedger.Input) -> Context {
        [
            "name": .text(edition.sources.name(of: input.source)),
            "dialect": .text(input.dialect ?? input.copyOf.map { "a copy of \($0.folded)" } ?? "no dialect found"),
            "fates": .text(
                RecordLedger.Fate.allCases.filter { input.count($0) > 0 }
                    .map { "\(Phrasing.number(input.count($0))) \(Self.word($0))" }.joined(separator: ", ")),
            "total": .text(Phrasing.number(input.total)),
        ]
    }

    private func finding(_ finding: DataQuality.Finding) -> Context {
        [
            "code": .text(finding.code), "count": .text(Phrasing.number(finding.count)),
            "incidents": .text(Phrasing.some(finding.incidents, most: 10)),
        ]
    }

    private func record(_ entry: RecordLedger.Entry) -> Context {
        [
            "address": .text(edition.address(entry.origin)), "record": .optional(entry.record?.folded),
            "fate": .text(Self.word(entry.fate)), "incident": .optional(entry.incident?.folded),
            "reason": .optional(entry.reason?.folded),
        ]
    }

    var disputes: [Dispute] {
        all.filter { !$0.incident.conflicts.isEmpty }.flatMap { Dispute.all(of: $0, by: assessor) }
    }

    var latePaperwork: [LatePaperwork] {
        all.compactMap { LatePaperwork($0.incident, beyond: edition.policy.lessons.paperworkBeyond) }
            .sorted { ($1.lag, $0.incident) < ($0.lag, $1.incident) }
    }
}

extension Phrasing {
    /// `A, B and 3 more`.
    static func some(_ names: [String], most: Int) -> String {
        let shown = names.prefix(most).map(\.folded)
        return names.count > most
            ? shown.joined(separator: ", ") + " and \(number(names.count - most)) more" : list(Array(shown))
    }
}
