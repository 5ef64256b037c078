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
                "contradicted": .integer(items.count { !$0.differences.isEmpty }),
                "done": .integer(items.count { $0.state == .done }),
                "open": .integer(items.count { $0.state == .open }),
                "overdue": .integer(items.count(where: \.isOverdue)),
                "pastDuties": .integer(pastDuties),
                "unclearDue": .integer(items.count(where: \.isDueUnclear)),
                "withoutOwner": .integer(items.count { $0.owner == nil }),
            ],
            "efficacy": efficacyJSON,
            "items": .array(items.map { $0.listJSON(edition).adding(["efficacy": json($0.efficacy, $0.closing)]) }),
            "policy": edition.policyJSON,
            "postMortemsCounted": .integer(tables),
            "repeatedServices": .array(repeats.map { $0.json() }),
            "schema": "debrief/action-items/1",
        ]
    }

    var csv: String {
        var table = CSVTable(
            [
                "owner", "incident", "title", "severity", "action", "due", "due_words", "state", "status_word",
                "overdue",
                "kind", "source", "id", "service", "age_days", "repetition", "export_says",
                "closed_after", "closed_by", "efficacy", "came_back", "days_after",
            ].map { CSVTable.Column($0, isNumeric: ["age_days", "repetition", "days_after"].contains($0)) })
        for item in items {
            let age = item.age(asOf: edition.asOf).map { String($0 / 86_400) }
            let back = item.efficacy?.returns?.first ?? []
            table.append([
                item.owner ?? "", item.incident, item.incidentTitle, item.severity?.rawValue ?? "", item.text,
                item.due?.rfc3339 ?? "", item.dueWords, item.state.rawValue, item.statusWord ?? "",
                item.isOverdue ? "yes" : "no", item.kind.rawValue, edition.address(item.origin), item.id,
                item.service ?? "", age ?? "", item.repetition.map { String($0) } ?? "",
                item.differences.map { "\($0.field.rawValue) “\($0.export)”" }.joined(separator: ", "),
                item.closing?.earliest?.rfc3339 ?? "", item.closing?.latest.rfc3339 ?? "",
                item.efficacy?.name ?? "", back.map(incidentID).joined(separator: ", "),
                item.efficacy?.isSure ?? false ? back.first.map { String($0.seconds / 86_400) } ?? "" : "",
            ])
        }
        return table.text
    }
}

extension ListedAction {
    /// As an item of one incident's pages.
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

    /// As an item of the list: also what only the list knows.
    func listJSON(_ edition: Edition) -> JSONDocument {
        json(edition).adding([
            "ageSeconds": .optional(age(asOf: edition.asOf)),
            "differences": .array(
                differences.map { difference in
                    [
                        "export": .string(difference.export),
                        "exportOrigin": edition.originJSON(difference.exportOrigin),
                        "field": .string(difference.field.rawValue), "postMortem": .string(difference.table),
                    ]
                }),
            "id": .string(id),
            "kind": .string(kind.rawValue),
            "repetition": .optional(repetition),
            "service": .optional(service),
        ])
    }
}
