package import IncidentModel

/// What an earlier pack of the same time, or a part of it, said otherwise, and why.
package struct Restatements: Sendable {
    package var previous: AuditFacts
    /// Where both periods lie; `nil` where they share no moment: nothing can be compared.
    package var overlap: Range<Instant>?
    /// By incident, then what it is about.
    package var rows: [Restatement] = []

    package init(from previous: AuditFacts, to now: AuditFacts) {
        self.previous = previous
        guard let start = [previous.start, now.start].compactMap(Self.instant).max(),
            let end = [previous.end, now.end].compactMap(Self.instant).min(), start < end
        else { return }
        overlap = start..<end
        let isOtherProgram = previous.program != now.program
        let names = Set(previous.incidents.keys).union(now.incidents.keys).sorted()
        let before = Dictionary(grouping: previous.promises.filter { $0.key.kind != "instance" }, by: \.key.incident)
        let after = Dictionary(grouping: now.promises.filter { $0.key.kind != "instance" }, by: \.key.incident)
        for name in names {
            switch (previous.incidents[name], now.incidents[name]) {
            case (let old?, let new?):
                var causes: [Restatement.Cause] = []
                if old.evidence != new.evidence { causes.append(.data) }
                if old.policy != new.policy { causes.append(.policy) }
                if isOtherProgram { causes.append(.program) }
                if causes.isEmpty { causes = [previous.asOf == now.asOf ? .context : .moment] }
                rows += Self.facts(old, new, causes)
                rows += Self.promises(before[name] ?? [], after[name] ?? [], new.id, causes)
            case (nil, let new?) where isInside(new):
                let isLater = Self.instant(previous.asOf).map { asOf in
                    new.milestones["detected"].flatMap(Self.instant).map { $0 > asOf } ?? false
                }
                rows.append(
                    Restatement(
                        incident: new.id, about: "population", before: "not in the pack", now: "in the pack",
                        causes: [isLater == true ? .moment : .data]))
            case (let old?, nil) where isInside(old):
                rows.append(
                    Restatement(
                        incident: old.id, about: "population", before: "in the pack", now: "not in the pack",
                        causes: isOtherProgram ? [.data, .program] : [.data]))
            default: break
            }
        }
    }

    /// Whether an incident belongs to both periods.
    private func isInside(_ incident: AuditFacts.Incident) -> Bool {
        ["detected", "resolved"].contains { milestone in
            incident.milestones[milestone].flatMap(Self.instant).map { overlap?.contains($0) ?? false } ?? false
        }
    }

    private static func facts(
        _ old: AuditFacts.Incident, _ new: AuditFacts.Incident, _ causes: [Restatement.Cause]
    ) -> [Restatement] {
        var rows: [Restatement] = []
        for milestone in Milestone.allCases.map(\.rawValue) {
            let (before, now) = (old.milestones[milestone], new.milestones[milestone])
            guard before != now else { continue }
            rows.append(
                Restatement(
                    incident: new.id, about: milestone, before: before ?? "not on record", now: now ?? "not on record",
                    causes: causes))
        }
        if old.severity != new.severity {
            rows.append(
                Restatement(
                    incident: new.id, about: "severity", before: old.severity ?? "unknown",
                    now: new.severity ?? "unknown", causes: causes))
        }
        return rows
    }

    private static func promises(
        _ old: [(key: AuditFacts.PromiseName, value: AuditFacts.Promise)],
        _ new: [(key: AuditFacts.PromiseName, value: AuditFacts.Promise)], _ id: String, _ causes: [Restatement.Cause]
    ) -> [Restatement] {
        let before = Dictionary(old.map { ($0.key, $0.value) }) { first, _ in first }
        let after = Dictionary(new.map { ($0.key, $0.value) }) { first, _ in first }
        return Set(before.keys).union(after.keys).sorted().compactMap { name in
            let (one, other) = (before[name], after[name])
            guard one?.words != other?.words else { return nil }
            return Restatement(
                incident: id, about: name.words, before: one?.words ?? "no such promise",
                now: other?.words ?? "no such promise", causes: causes)
        }
    }

    private static func instant(_ text: String) -> Instant? {
        if case .instant(let instant) = Timestamp(text) { instant } else { nil }
    }
}

/// One thing that an earlier pack said otherwise.
package struct Restatement: Sendable, Equatable {
    package enum Cause: String, Sendable, CaseIterable {
        /// Its records are others.
        case data
        /// Another policy judges it.
        case policy
        /// Another version of the program read it.
        case program
        /// Nothing changed but the report moment.
        case moment
        /// Its own records are the same: something around it changed, such as accounts or earlier incidents.
        case context
    }

    package var incident: String
    /// `population`, a milestone, `severity`, or a promise.
    package var about: String
    package var before: String
    package var now: String
    package var causes: [Cause]
}
