import Diagnostics
import IncidentModel
import Typesetting

/// "Timeline": everything with a moment, from all systems, merged and sorted.
extension PostMortem {
    /// Texts longer than this many characters are cut, with a note where the full text stands.
    static let longText = 280

    struct Entry {
        var instant: Instant
        var text: String
        var actor: String?
        var system: String
        var origin: Origin
        /// The milestones that this entry stands for.
        var milestones: [Milestone] = []
        /// What kind of fact it is, in words of ours; `nil` for an entry of the export's own timeline.
        var label: String?
    }

    var entries: [Entry] {
        var entries = incident.timeline.map {
            Entry(instant: $0.instant, text: $0.text, actor: $0.actor, system: $0.system, origin: $0.origin)
        }
        let told = Set(incident.timeline.map(\.origin))
        entries += incident.communications.filter { !told.contains($0.origin) }.compactMap(message)
        entries += incident.deployments.map {
            Entry(
                instant: $0.instant, text: Self.name(of: $0), actor: $0.actor, system: incident.system,
                origin: $0.origin, label: "Deployed")
        }
        entries += incident.severityHistory.map {
            Entry(
                instant: $0.instant, text: change($0.declared), actor: nil, system: incident.system,
                origin: $0.declared.word.origin, label: "Severity")
        }
        for mark in incident.milestones.marks {
            let place = entries.firstIndex {
                $0.label == nil && $0.instant == mark.instant && $0.origin.isBeside(mark.origin)
            }
            if let place {
                entries[place].milestones.append(mark.milestone)
            } else {
                entries.append(
                    Entry(
                        instant: mark.instant, text: phrasing.meaning(mark.milestone), actor: nil,
                        system: incident.system, origin: mark.origin,
                        label: mark.milestone.rawValue.sentenceStart))
            }
        }
        return entries.enumerated().sorted {
            ($0.element.instant, $0.element.origin, $0.offset) < ($1.element.instant, $1.element.origin, $1.offset)
        }.map(\.element)
    }

    private func message(_ message: Communication) -> Entry? {
        guard let instant = message.instant else { return nil }
        let text = message.text?.trimmed.map { ": \($0)" } ?? ""
        return Entry(
            instant: instant, text: "\(message.channel)\(text)", actor: nil, system: incident.system,
            origin: message.origin, label: "Message")
    }

    private func change(_ declared: DeclaredSeverity) -> String {
        let word = declared.word.value
        guard let severity = declared.severity else { return "“\(word)” (not a word the policy knows)" }
        return severity.rawValue == word.lowercased() ? severity.title : "\(severity.title) (“\(word)”)"
    }

    static func name(of deployment: Deployment) -> String {
        let parts = [deployment.service?.trimmed, deployment.version?.trimmed].compactMap { $0 }
        return parts.isEmpty ? "a change without a name" : parts.joined(separator: " ")
    }

    var timeline: Context {
        let entries = entries
        let days = Set(entries.map { phrasing.day($0.instant) + phrasing.zoneWord($0.instant) })
        let first = entries.first?.instant
        let gaps = gaps(between: entries)
        var rows: [Context] = []
        for (place, entry) in entries.enumerated() {
            rows.append(row(entry, short: days.count == 1))
            rows += gaps.filter { $0.after == place }.map { row($0, short: days.count == 1) }
        }
        return [
            "isEmpty": .flag(entries.isEmpty),
            "day": days.count == 1 ? .optional(first.map { "\(phrasing.day($0)), \(phrasing.zoneWord($0))" }) : .absent,
            "entries": .list(rows),
            "systems": .text(Phrasing.list(Set(entries.map(\.system)).sorted())),
        ]
    }

    private func row(_ entry: Entry, short: Bool) -> Context {
        let (text, isCut) = entry.text.folded.cut(to: Self.longText)
        return [
            "time": .text(short ? phrasing.time(entry.instant) : phrasing.moment(entry.instant)),
            "text": .text(text),
            "full": isCut ? .text(edition.address(entry.origin)) : .absent,
            "actor": .text(entry.actor?.folded ?? "–"),
            "system": .text(entry.system.folded),
            "milestones": entry.milestones.isEmpty
                ? .absent : .text(Phrasing.list(entry.milestones.map { "“\($0.rawValue)”" })),
            "label": .optional(entry.label),
            "isGap": false,
        ]
    }

    private func row(_ gap: Gap, short: Bool) -> Context {
        let (start, end) = (gap.start, gap.end)
        return [
            "time": .text(short ? "to \(phrasing.time(end))" : "to \(phrasing.moment(end))"),
            "text": .text(gap.words + (short ? "" : " (from \(phrasing.moment(start)))")),
            "full": .absent, "actor": "–", "system": "–", "milestones": .absent, "label": .text(gap.label),
            "isGap": true,
        ]
    }
}

extension Origin {
    /// Begins at the same place, whichever field is meant.
    func isBeside(_ other: Origin) -> Bool { (source, line, column) == (other.source, other.line, other.column) }
}
