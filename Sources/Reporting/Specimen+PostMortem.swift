import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// A post-mortem with every name filled. What the policy asks for, and what happened before, does not come from one
/// incident: those rows stand here.
extension Specimen {
    static var postMortem: Context {
        var page = PostMortem(edition: edition, assessed: assessed).context
        let rows = PostMortem(edition: edition, assessed: open).phaseRows
        page.add(rows + [phase], to: "rows", of: "phases")
        for (name, context) in [("conduct", conduct), ("before", before), ("promises", promises)] {
            page.set(name, context)
        }
        return page
    }

    private static let phase: Context = [
        "name": "name", "from": "from", "to": "to", "took": "took", "target": "target", "verdict": "verdict",
        "by": "by", "due": "due", "reason": "reason",
    ]

    private static let conduct: Context = [
        "hasRows": true, "rows": [["what": "what", "result": "result", "address": "address", "rule": "rule"]],
        "untold": [["missing": "missing", "what": "what"]],
        "waiting": [["milestone": "milestone", "what": "what"]], "quiet": "quiet", "handoffs": "handoffs",
    ]

    private static let before: Context = [
        "summary": "summary", "hasRows": true,
        "rows": [
            [
                "id": "id", "title": "title", "detected": "detected", "back": "back", "rule": "rule",
                "address": "address",
            ]
        ],
        "openActions": [["incident": "incident", "text": "text", "owner": "owner", "address": "address"]],
        "closedActions": [
            [
                "incident": "incident", "text": "text", "closed": "closed", "after": "after", "isSure": true,
                "address": "address",
            ]
        ],
    ]

    private static let promises: Context = [
        "hasClocks": true,
        "clocks": [
            [
                "title": "title", "between": "between", "limit": "limit", "instances": "instances",
                "verdict": "verdict", "figures": "figures", "due": "due", "rule": "rule",
            ]
        ],
        "unproven": [["reason": "reason", "titles": "titles"]], "exempt": "exempt",
    ]
}

extension Context {
    fileprivate mutating func set(_ name: String, _ value: Context) {
        guard case .group(var members) = self else { return }
        members[name] = value
        self = .group(members)
    }

    fileprivate mutating func add(_ rows: [Context], to list: String, of group: String) {
        guard case .group(let members) = self, var inner = members[group] else { return }
        guard case .group(let parts) = inner, case .list(let known)? = parts[list] else { return }
        inner.set(list, .list(known + rows))
        set(group, inner)
    }
}
