import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// A fact that sources disagree on, and the verdicts that another source's word would change.
struct Dispute: Sendable, Equatable {
    var incident: String
    var conflict: ClaimConflict
    /// Under each of the conflict's other claims: the clocks that would say something else.
    var rivals: [RivalVerdict]
    /// The verdicts that were reached.
    var verdicts: [JudgedClock]

    static func all(of assessed: AssessedIncident, by assessor: Assessor) -> [Dispute] {
        let rivals = assessor.rivals(of: assessed)
        return assessed.incident.conflicts.map { conflict in
            Dispute(
                incident: assessed.incident.id, conflict: conflict,
                rivals: rivals.filter { conflict.others.contains($0.claim) }, verdicts: assessed.verdicts)
        }
    }

    /// `resolve met; breached by jira's clock: by 12 min (4 h 12 min of 4 h)`; without rivals, that nothing changes.
    func consequences(_ edition: Edition) -> [String] {
        rivals.map { rival in
            let judged = verdicts.first { $0.clock == rival.clock }
            let believed = judged.map { edition.phrasing.word($0.verdict.kind) } ?? "unproven"
            let other = edition.phrasing.parts(of: rival.verdict, limit: judged?.limit)
            let detail = [other.figures, other.due.map { "due " + $0 }, other.reason].compactMap { $0 }.first
            return
                "\(edition.title(ofClock: rival.clock)): \(believed); \(other.word) by \(rival.claim.record.system)’s "
                + "clock" + (detail.map { ": " + $0 } ?? "")
        }
    }

    func context(_ edition: Edition) -> Context {
        let consequences = consequences(edition)
        return [
            "incident": .text(incident.folded),
            "fact": .text(conflict.subject.name),
            "believed": .text(words(conflict.believed, edition)),
            "others": .list(conflict.others.map { .text(words($0, edition)) }),
            "rule": .text(conflict.rule),
            "consequences": .list(
                consequences.isEmpty ? [.text("the same verdicts by any source")] : consequences.map { .text($0) }),
        ]
    }

    private func words(_ claim: Claim, _ edition: Edition) -> String {
        let what = claim.mark.map { edition.phrasing.moment($0.instant) } ?? claim.words.folded
        return "\(what) (\(claim.record.system), \(edition.address(claim.origin)))"
    }
}
