import Diagnostics
import IncidentModel

/// Everything that was believed about an incident, a fact a line, with the line and column that said it.
struct IncidentDump {
    let incident: Incident
    private var lines: [String] = []

    static func text(_ incidents: [Incident]) -> String {
        incidents.map { IncidentDump($0).lines.joined(separator: "\n") + "\n" }.joined(separator: "\n")
    }

    /// Only what figures depend on.
    static func figures(_ incident: Incident) -> String {
        var incident = incident
        incident.story = Story()
        return text([incident])
    }

    private init(_ incident: Incident) {
        self.incident = incident
        let places = incident.records.map { place($0.origin) }.joined(separator: ", ")
        lines.append("\(incident.id) [\(incident.system)] at \(places)")
        add("title", incident.title)
        add("severity", incident.severity) { $0.rawValue }
        if let declared = incident.declared {
            add("declared", declared.word)
            if declared.severity == nil { lines.append("  declared: unknown word") }
        }
        for change in incident.severityHistory {
            lines.append("  severity at \(change.instant.rfc3339): \(change.declared.word.value)")
        }
        add("status", incident.statusWord)
        lines.append("  state: \(incident.state.rawValue)")
        for mark in incident.milestones.marks { lines.append("  \(described(mark))") }
        if incident.reopenings > 0 { lines.append("  reopened: \(incident.reopenings)") }
        add("service", incident.service)
        for change in incident.statusHistory {
            lines.append("  status at \(change.instant.rfc3339): \(change.word) \(place(change.origin))")
        }
        add("asks for post-mortem", incident.asksForPostMortem) { "\($0)" }
        addStory()
    }

    private mutating func addStory() {
        add("description", incident.description)
        add("team", incident.team)
        add("source", incident.source)
        let isConfirmed = incident.isCauseConfirmed
        add("cause", incident.rootCause) { "\($0) (confirmed: \(isConfirmed))" }
        add("resolution", incident.resolution)
        add("impact", incident.impact.summary)
        add("customers", incident.impact.customersAffected) { "\($0)" }
        add("strategic", incident.impact.strategicAccountsAffected) { "\($0)" }
        add("revenue", incident.impact.revenueAtRisk) { "\($0)" }
        add("workaround", incident.impact.workaround)
        add("data loss possible", incident.impact.isDataLossPossible) { "\($0)" }
        for person in incident.responders {
            lines.append("  \(person.role): \(person.name ?? "–"), \(person.team ?? "–") \(place(person.origin))")
        }
        for entry in incident.timeline {
            lines.append(
                "  \(entry.instant.rfc3339) \(entry.kind.rawValue) \(entry.actor ?? "–"): \(oneLine(entry.text)) "
                    + place(entry.origin))
        }
        for message in incident.communications {
            lines.append(
                "  message \(message.instant?.rfc3339 ?? "–") \(message.channel) to \(message.audience ?? "–"): "
                    + "\(oneLine(message.text ?? "–")) next \(message.nextUpdate?.rfc3339 ?? "–") "
                    + place(message.origin))
        }
        for action in incident.actions {
            lines.append(
                "  action \(action.state.rawValue) due \(action.due): \(oneLine(action.text)) (\(action.owner ?? "–")) "
                    + (action.completed.map { "closed \($0.rfc3339) " } ?? "") + place(action.origin))
        }
        for account in incident.accounts {
            lines.append(
                "  account \(account.id) \(account.name ?? "–") <\(account.contactAddress ?? "–")> "
                    + "strategic \(account.isStrategic) \(place(account.origin))")
        }
        for deployment in incident.deployments {
            lines.append(
                "  deployed \(deployment.instant.rfc3339) \(deployment.service ?? "–") \(deployment.version ?? "–")")
        }
        for conflict in incident.conflicts {
            let others = conflict.others.map { "\($0.words) (\($0.record.system))" }.joined(separator: ", ")
            lines.append(
                "  conflict on \(conflict.subject.name): \(conflict.believed.words) "
                    + "(\(conflict.believed.record.system)) by \(conflict.rule), not \(others)")
        }
        for reference in incident.references { lines.append("  known to \(reference.system) as \(reference.id)") }
    }

    private mutating func add(_ name: String, _ value: Sourced<String>?) { add(name, value) { oneLine($0) } }

    private mutating func add<Value>(_ name: String, _ value: Sourced<Value>?, _ words: (Value) -> String) {
        guard let value else { return }
        lines.append("  \(name): \(words(value.value)) \(place(value.origin))")
    }

    private func described(_ mark: MilestoneMark) -> String {
        let knowledge =
            switch mark.knowledge {
            case .recorded: "recorded"
            case .inferred(let rule): "inferred by \(rule)"
            }
        return "\(mark.milestone.rawValue): \(mark.instant.rfc3339) \(knowledge) \(place(mark.origin))"
    }

    private func place(_ origin: Origin) -> String {
        "@\(origin.line):\(origin.column)" + (origin.field.isEmpty ? "" : " \(origin.field)")
    }
}

private func oneLine(_ text: String) -> String {
    visible(text.split(whereSeparator: \.isNewline).joined(separator: " ⏎ "))
}
