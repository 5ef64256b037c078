import Compliance
import Diagnostics
import IncidentModel

/// What a pack claims, in plain words: what two packs of one period are compared by, and what a check derives anew.
package struct AuditFacts: Sendable, Equatable {
    package var program = ""
    package var label = ""
    /// RFC 3339, as every moment here.
    package var asOf = ""
    package var start = ""
    package var end = ""
    /// By the incident's system, id and inner key.
    package var incidents: [String: Incident] = [:]
    package var promises: [PromiseName: Promise] = [:]

    /// How many instances of a name there are.
    private var counts: [PromiseName: Int] = [:]

    package init() {}

    package struct Incident: Sendable, Equatable {
        package var number = 0
        package var id = ""
        package var severity: String?
        package var milestones: [String: String] = [:]
        /// SHA-256 of the policy that judged it.
        package var policy = ""
        /// SHA-256 over its records.
        package var evidence = ""

        package init() {}
    }

    package struct PromiseName: Sendable, Hashable {
        /// The incident's name.
        package var incident: String
        package var kind: String
        package var name: String
        /// Which instance, and how many of that label stand before it.
        package var instance: String
        package var place: Int

        package init(incident: String, kind: String, name: String, instance: String, place: Int = 0) {
            self.incident = incident
            self.kind = kind
            self.name = name
            self.instance = instance
            self.place = place
        }
    }

    package struct Promise: Sendable, Equatable {
        package var outcome = ""
        package var verdict = ""
        package var start: String?
        package var stop: String?
        package var limitSeconds: Int?
        package var elapsedSeconds: Int?
        package var due: String?

        package init() {}

        /// `breached (elapsed 1620 s, limit 900 s)`.
        package var words: String {
            let parts = [
                elapsedSeconds.map { "elapsed \($0) s" }, limitSeconds.map { "limit \($0) s" },
                due.map { "due \($0)" },
            ].compactMap { $0 }
            return verdict + (parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))")
        }
    }

    /// Adds a promise; one of a name that is there already becomes its next instance.
    package mutating func add(_ promise: Promise, as name: PromiseName) {
        var placed = name
        placed.place = counts[name] ?? 0
        counts[name] = placed.place + 1
        promises[placed] = promise
    }

    /// Takes what others say of incidents. Of one that both tell of, the last word counts, and every promise.
    package mutating func merge(_ others: AuditFacts) {
        incidents.merge(others.incidents) { _, last in last }
        for (name, promise) in others.promises.sorted(by: { $0.key < $1.key }) { add(promise, as: name.unplaced) }
    }
}

extension AuditFacts.PromiseName: Comparable {
    package static func < (left: Self, right: Self) -> Bool {
        (left.incident, left.kind, left.name, left.instance, left.place)
            < (right.incident, right.kind, right.name, right.instance, right.place)
    }

    fileprivate var unplaced: Self {
        var name = self
        name.place = 0
        return name
    }

    /// `triage`, `csm-call of account ACC-1`.
    package var words: String { instance.isEmpty ? name : "\(name), \(instance)" }
}

extension AuditPack {
    /// What this pack claims.
    package var facts: AuditFacts {
        var facts = AuditFacts()
        facts.program = edition.program
        facts.label = scope.period.label
        facts.asOf = edition.asOf.rfc3339
        facts.start = scope.period.start.rfc3339
        facts.end = scope.period.end.rfc3339
        for incident in incidents { facts.merge(incident.facts(of: self)) }
        return facts
    }
}

extension AuditedIncident {
    /// What a pack claims of the incident alone.
    package func facts(of pack: AuditPack) -> AuditFacts {
        let believed = assessed.incident
        var fact = AuditFacts.Incident()
        fact.number = number
        fact.id = believed.id
        fact.severity = believed.severity?.value.rawValue
        for mark in believed.milestones.marks { fact.milestones[mark.milestone.rawValue] = mark.instant.rfc3339 }
        fact.policy = pack.edition.book.policies[assessed.policy].digest
        fact.evidence = evidenceDigest
        var facts = AuditFacts()
        facts.incidents[name] = fact
        for promise in promises {
            var told = AuditFacts.Promise()
            told.outcome = promise.outcome.rawValue
            told.verdict = promise.verdict
            told.start = promise.start?.instant?.rfc3339
            told.stop = promise.stop?.instant?.rfc3339
            told.limitSeconds = promise.limit?.wholeSeconds
            told.elapsedSeconds = promise.elapsed?.wholeSeconds
            told.due = promise.due?.rfc3339
            facts.add(
                told,
                as: .init(
                    incident: name, kind: promise.kind.rawValue, name: promise.name, instance: promise.instance ?? ""))
        }
        return facts
    }
}
