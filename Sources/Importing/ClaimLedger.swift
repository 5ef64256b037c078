import Diagnostics
import IncidentModel

/// Every claim that the records of one incident make, and the rule that decides between them.
struct ClaimLedger {
    private struct Entry {
        var mark: MilestoneMark
        var record: IncidentRecord
        /// Whether it is one of several entries that a system keeps of an incident: a fragment, or a message.
        var isEntry: Bool
    }

    let trust: TrustOrder
    private var entries: [Milestone: [Entry]] = [:]
    private var words: [(subject: Claim.Subject, word: Sourced<String>, record: IncidentRecord)] = []
    private var severities: [(severity: Sourced<Severity>, record: IncidentRecord)] = []

    init(trust: TrustOrder) { self.trust = trust }

    mutating func add(_ incident: Incident, isFragment: Bool, isMessage: Bool = false) {
        guard let record = incident.records.first else { return }
        for mark in incident.milestones.marks {
            entries[mark.milestone, default: []].append(
                Entry(mark: mark, record: record, isEntry: isFragment || isMessage))
        }
        guard !isFragment else { return }
        if let severity = incident.severity { severities.append((severity, record)) }
        for (subject, word) in [
            (Claim.Subject.status, incident.statusWord), (.title, incident.title), (.service, incident.service),
        ] {
            if let word { words.append((subject, word, record)) }
        }
    }

    /// The believed mark of every milestone that anybody claims.
    func milestones() -> Milestones {
        Milestones(Milestone.allCases.compactMap { decided($0)?.mark })
    }

    /// What a field records counts before what a timeline lets infer; then the policy's rule decides. Among claims of one
    /// rank the earliest counts, of closures the latest.
    private func decided(_ milestone: Milestone) -> Entry? {
        guard let all = entries[milestone] else { return nil }
        let recorded = all.filter { $0.mark.knowledge == .recorded }
        let entries = recorded.isEmpty ? all : recorded
        switch trust.milestones[milestone] ?? .order([]) {
        case .earliest: return entries.min { $0.mark.instant < $1.mark.instant }
        case .latest: return entries.reversed().max { $0.mark.instant < $1.mark.instant }
        case .order(let order):
            let best = entries.map { TrustOrder.rank($0.record, in: order) }.min()
            let trusted = entries.filter { TrustOrder.rank($0.record, in: order) == best }
            return milestone == .closed
                ? trusted.reversed().max { $0.mark.instant < $1.mark.instant }
                : trusted.min { $0.mark.instant < $1.mark.instant }
        }
    }

    /// The gravest severity among the records whose systems the policy trusts most.
    func severity(of incidents: [Incident]) -> Sourced<Severity>? {
        let best = severities.map { TrustOrder.rank($0.record, in: trust.severity) }.min()
        return severities.filter { TrustOrder.rank($0.record, in: trust.severity) == best }
            .reduce(nil) { (gravest: Sourced<Severity>?, claim) in
                gravest.map { $0.value >= claim.severity.value } ?? false ? gravest : claim.severity
            }
    }

    /// Every claim, in the order of subjects and of reading.
    func claims(believing incident: Incident) -> [Claim] {
        var claims: [Claim] = []
        for milestone in Milestone.allCases {
            let believed = incident.milestones[milestone]
            for entry in entries[milestone] ?? [] {
                claims.append(
                    Claim(
                        subject: .milestone(milestone), words: entry.mark.instant.rfc3339, mark: entry.mark,
                        record: entry.record, origin: entry.mark.origin, isBelieved: entry.mark == believed))
            }
        }
        for claim in severities {
            claims.append(
                Claim(
                    subject: .severity, words: claim.severity.value.rawValue, record: claim.record,
                    origin: claim.severity.origin, isBelieved: claim.severity == incident.severity))
        }
        for claim in words {
            let believed: Sourced<String>? =
                switch claim.subject {
                case .status: incident.statusWord
                case .title: incident.title
                default: incident.service
                }
            claims.append(
                Claim(
                    subject: claim.subject, words: claim.word.value, record: claim.record, origin: claim.word.origin,
                    isBelieved: claim.word == believed))
        }
        return claims
    }

    /// Stamps and severities that another record of the incident contradicts. Words in their own language, such as titles
    /// and states, differ everywhere and contradict nothing.
    func conflicts(in claims: [Claim]) -> [ClaimConflict] {
        let bySubject = Dictionary(grouping: claims, by: \.subject)
        let subjects = Milestone.allCases.map(Claim.Subject.milestone) + [.severity]
        return subjects.compactMap { subject -> ClaimConflict? in
            guard let all = bySubject[subject], let believed = all.first(where: \.isBelieved) else { return nil }
            var ofEntries: Set<MilestoneMark> = []
            if case .milestone(let milestone) = subject {
                ofEntries = Set((entries[milestone] ?? []).lazy.filter { $0.isEntry }.map(\.mark))
            }
            let others = all.filter { contradicts($0, believed, ofEntries) }
            guard !others.isEmpty else { return nil }
            return ClaimConflict(subject: subject, believed: believed, others: others, rule: rule(for: subject))
        }
    }

    /// To the second that a page prints. Several entries of the believed record's own system, such as two
    /// acknowledgements of one page, are no contradiction.
    private func contradicts(_ claim: Claim, _ believed: Claim, _ ofEntries: Set<MilestoneMark>) -> Bool {
        guard let mark = claim.mark, let other = believed.mark else { return claim.words != believed.words }
        guard mark.instant.seconds != other.instant.seconds else { return false }
        let isOfEntries = ofEntries.contains(mark) || ofEntries.contains(other)
        return claim.record.system != believed.record.system || !isOfEntries
    }

    private func rule(for subject: Claim.Subject) -> String {
        guard case .milestone(let milestone) = subject else { return "the order of trust, then the gravest" }
        return switch trust.milestones[milestone] ?? .order([]) {
        case .earliest: "the earliest"
        case .latest: "the latest"
        case .order:
            milestone == .closed ? "the order of trust, then the latest" : "the order of trust, then the earliest"
        }
    }
}
