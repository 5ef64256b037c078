import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// The list as data: `debrief/action-items/1`, and a table for spreadsheets. Both in the order of the page.
extension ActionList {
    var json: JSONDocument {
        let items = items
        return [
            "asOf": .instant(edition.asOf),
            "counts": [
                "cancelled": .integer(items.count { $0.state == .cancelled }),
                "done": .integer(items.count { $0.state == .done }),
                "open": .integer(items.count { $0.state == .open }),
                "overdue": .integer(items.count(where: \.isOverdue)),
                "unclearDue": .integer(items.count(where: \.isDueUnclear)),
                "withoutOwner": .integer(items.count { $0.owner == nil }),
            ],
            "items": .array(items.map(json)),
            "policy": edition.policyJSON,
            "schema": "debrief/action-items/1",
        ]
    }

    private func json(_ item: ListedAction) -> JSONDocument {
        item.json(edition)
    }

    var csv: String {
        var table = CSVTable(
            [
                "owner", "incident", "title", "severity", "action", "due", "due_words", "state", "status_word",
                "overdue",
                "kind", "source",
            ].map { CSVTable.Column($0) })
        for item in items {
            table.append([
                item.owner ?? "", item.incident, item.incidentTitle, item.severity?.rawValue ?? "", item.text,
                item.due?.rfc3339 ?? "", item.dueWords, item.state.rawValue, item.statusWord ?? "",
                item.isOverdue ? "yes" : "no", item.isDuty ? "duty" : "action", edition.address(item.origin),
            ])
        }
        return table.text
    }
}

extension ListedAction {
    func json(_ edition: Edition) -> JSONDocument {
        [
            "action": .string(text),
            "due": .instant(due),
            "dueUnclear": .bool(isDueUnclear),
            "dueWords": .string(dueWords),
            "duty": .bool(isDuty),
            "incident": .string(incident),
            "origin": edition.originJSON(origin),
            "overdue": .bool(isOverdue),
            "owner": .optional(owner),
            "severity": .optional(severity?.rawValue),
            "state": .string(state.rawValue),
            "statusWord": .optional(statusWord),
            "title": .string(incidentTitle),
        ]
    }
}
