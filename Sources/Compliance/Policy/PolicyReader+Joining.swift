import Diagnostics
import IncidentModel
import Syntax

extension PolicyReader {
    /// `joining`: whose word counts, what systems and links are called, and which records are no incidents.
    mutating func joining(_ entry: PolicyEntry?) -> JoiningRules? {
        let known = ["trust", "systems", "links", "setAside", "resemblesWithin"]
        guard let entry, let fields = fields(entry, known) else { return nil }
        let trust = trust(fields["trust"])
        let systems = systemNames(fields["systems"])
        let links = links(fields["links"])
        let setAside = titleRules(fields["setAside"])
        let resembles = duration(fields["resemblesWithin"])
        guard let trust, let resembles else { return nil }
        return JoiningRules(
            trust: trust, systems: systems, links: links, setAside: setAside,
            resemblesWithin: resembles.wholeSeconds)
    }

    private mutating func trust(_ entry: PolicyEntry?) -> TrustOrder? {
        let known = ["identity", "severity"] + Milestone.allCases.map(\.rawValue)
        guard let entry, let fields = fields(entry, known) else { return nil }
        let identity = words(fields["identity"])
        let severity = words(fields["severity"])
        var milestones: [Milestone: TrustOrder.Rule] = [:]
        for milestone in Milestone.allCases {
            guard let field = fields[milestone.rawValue] else { continue }
            milestones[milestone] = trustRule(field)
        }
        guard let identity, let severity else { return nil }
        return TrustOrder(
            milestones: milestones, identity: identity.map(\.value), severity: severity.map(\.value))
    }

    private mutating func trustRule(_ entry: PolicyEntry) -> TrustOrder.Rule? {
        if entry.kind == .list { return words(entry).map { .order($0.map(\.value)) } }
        switch text(entry) {
        case "earliest": return .earliest
        case "latest": return .latest
        default:
            wrongShape(entry, "`earliest`, `latest`, or a list of systems and kinds of systems")
            return nil
        }
    }

    /// `systems`: family → names.
    private mutating func systemNames(_ entry: PolicyEntry?) -> [String: String] {
        guard let entry, let rows = pairs(entry) else { return [:] }
        var names: [String: String] = [:]
        for row in rows {
            names[row.key] = row.key
            add(words(row.value), meaning: row.key, to: &names, as: { $0 })
        }
        return names
    }

    private mutating func links(_ entry: PolicyEntry?) -> [LinkForm] {
        guard let entry, let items = items(entry) else { return [] }
        return items.compactMap { item in
            guard let fields = fields(item, ["system", "host", "before"], optional: ["host"]) else { return nil }
            let system = text(fields["system"])
            let host = fields["host"].flatMap { text($0) }
            let before = text(fields["before"])
            guard let system, let before else { return nil }
            return LinkForm(system: system, host: host?.lowercased() ?? "", before: before)
        }
    }

    /// `setAside`: rule → phrases.
    private mutating func titleRules(_ entry: PolicyEntry?) -> [TitleRule] {
        guard let entry, let rows = pairs(entry) else { return [] }
        return rows.map { row in
            TitleRule(name: row.key, phrases: (words(row.value) ?? []).map { Phrase($0.value) })
        }
    }
}
