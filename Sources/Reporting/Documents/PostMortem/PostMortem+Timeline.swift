import Diagnostics
import IncidentModel
import Typesetting

/// "Timeline": everything with a moment, merged and sorted.
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
        /// A plain fact rather than words of the export.
        var isFact = false
    }

    var entries: [Entry] {
        var entries = incident.timeline.map {
            Entry(instant: $0.instant, text: $0.text, actor: $0.actor, system: $0.system, origin: $0.origin)
        }
        entries += incident.communications.compactMap(message)
        entries += incident.deployments.map {
            Entry(
                instant: $0.instant, text: "Deployed: \(Self.name(of: $0))", actor: $0.actor, system: incident.system,
                origin: $0.origin, isFact: true)
        }
        entries += incident.severityHistory.map {
            Entry(
                instant: $0.instant, text: "Severity: \(change($0.declared))", actor: nil, system: incident.system,
                origin: $0.declared.word.origin, isFact: true)
        }
        for mark in incident.milestones.marks {
            let place = entries.firstIndex {
                !$0.isFact && $0.instant == mark.instant && $0.origin.isBeside(mark.origin)
            }
            if let place {
                entries[place].milestones.append(mark.milestone)
            } else {
                entries.append(
                    Entry(
                        instant: mark.instant, text: mark.milestone.rawValue.sentenceStart, actor: nil,
                        system: incident.system, origin: mark.origin, milestones: [mark.milestone], isFact: true))
            }
        }
        return entries.enumerated().sorted {
            ($0.element.instant, $0.element.origin, $0.offset) < ($1.element.instant, $1.element.origin, $1.offset)
        }.map(\.element)
    }

    /// A message that the timeline does not hold already.
    private func message(_ message: Communication) -> Entry? {
        guard let instant = message.instant, !incident.timeline.contains(where: { $0.origin == message.origin })
        else { return nil }
        let text = message.body?.trimmed.map { ": \($0)" } ?? ""
        return Entry(
            instant: instant, text: "Message on \(message.channel)\(text)", actor: nil, system: incident.system,
            origin: message.origin)
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
        return [
            "isEmpty": .flag(entries.isEmpty),
            "day": days.count == 1 ? .optional(first.map { "\(phrasing.day($0)), \(phrasing.zoneWord($0))" }) : .absent,
            "entries": .list(entries.map { row($0, short: days.count == 1) }),
        ]
    }

    private func row(_ entry: Entry, short: Bool) -> Context {
        let (text, isCut) = entry.text.folded.cut(to: Self.longText)
        return [
            "time": .text(short ? phrasing.time(entry.instant) : phrasing.moment(entry.instant)),
            "text": .text(text),
            "full": isCut ? .text(edition.address(entry.origin)) : .absent,
            "actor": .text(entry.actor?.folded ?? "–"),
            "system": .text(entry.system),
            "milestones": entry.milestones.isEmpty || entry.isFact
                ? .absent : .text(Phrasing.list(entry.milestones.map { "“\($0.rawValue)”" })),
            "isFact": .flag(entry.isFact),
            "address": .text(edition.address(entry.origin)),
        ]
    }
}

extension Origin {
    /// Begins at the same place, whichever field is meant.
    func isBeside(_ other: Origin) -> Bool { (source, line, column) == (other.source, other.line, other.column) }
}
