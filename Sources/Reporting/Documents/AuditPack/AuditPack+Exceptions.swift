import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// What the page says has to be explained, and what was left out.
extension AuditPack {
    func row(_ exception: AuditException) -> Context {
        [
            "incident": .text(exception.id.folded), "severity": .text(exception.severity?.title ?? "unknown"),
            "title": .text(exception.title), "what": .text(exception.words.folded),
            "kind": .text(exception.kind.rawValue),
            "address": .text(exception.origin.map(edition.address) ?? "–"),
            "path": .optional(exception.record?.file),
        ]
    }

    /// By promise and reason: the same gap in many records is one thing to explain.
    func unproven(_ exceptions: [AuditException]) -> [Context] {
        var places: [String: Int] = [:]
        var groups: [[AuditException]] = []
        for exception in exceptions where exception.kind == .unproven {
            let key = "\(exception.title)\n\(exception.words)"
            if let place = places[key] {
                groups[place].append(exception)
            } else {
                places[key] = groups.count
                groups.append([exception])
            }
        }
        return groups.enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
            .map(\.element).prefix(Self.most).map { group in
                [
                    "title": .text(group[0].title), "what": .text(group[0].words.folded),
                    "count": .text(Phrasing.number(group.count)),
                    "incidents": .text(Phrasing.some(group.map(\.id), most: 8)),
                ]
            }
    }

    func row(_ exclusion: AuditExclusion) -> Context {
        [
            "kind": .text(edition.phrases("audit.excluded." + exclusion.kind.rawValue)),
            "record": .text(exclusion.id.isEmpty ? edition.phrases("audit.excluded.noID") : exclusion.id.folded),
            "about": .text(exclusion.about), "reason": .text(exclusion.reason.folded),
            "address": .text(edition.address(exclusion.origin)),
        ]
    }
}
