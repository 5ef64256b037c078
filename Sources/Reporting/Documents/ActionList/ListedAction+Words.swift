import Compliance
import IncidentModel
import Typesetting

/// What pages say about an item.
extension ListedAction {
    /// `by 3 h`; `nil` for what is not overdue.
    private func lateness(_ edition: Edition) -> String? {
        guard isOverdue, let due else { return nil }
        return edition.phrases("action.late", ["duration": edition.phrasing.late(since: due, at: edition.asOf)])
    }

    /// For how long it has been open, in seconds since the detection of its incident; `nil` for what is not open, or where
    /// that is not on record.
    func age(asOf: Instant) -> Int? {
        guard state == .open, let since, since <= asOf else { return nil }
        return asOf.wholeSeconds(since: since)
    }

    /// `third incident with an open action on this service`.
    func repetitionWords(_ phrasing: Phrasing) -> String? {
        repetition.map { phrasing.phrases("action.repetition", ["ordinal": phrasing.ordinal($0)]) }
    }

    func context(_ edition: Edition) -> Context {
        [
            "id": .text(id),
            "incident": .text(incident),
            "incidentTitle": .text(incidentTitle),
            "service": .optional(service),
            "severity": .text(severity?.title ?? "unknown"),
            "text": .text(text),
            "owner": .text(owner ?? edition.phrases("action.nobody")),
            "due": .text(dueWords),
            "isDueUnclear": .flag(isDueUnclear),
            "statusWord": statusWord?.lowercased() == state.rawValue ? .absent : .optional(statusWord),
            "state": .text(isOverdue ? "overdue" : state.rawValue),
            "late": .optional(lateness(edition)),
            "isOverdue": .flag(isOverdue),
            "isDone": .flag(state == .done),
            "isDuty": .flag(isDuty),
            "isAdded": .flag(kind == .added),
            "isEdited": .flag(!differences.isEmpty),
            "repetition": .optional(repetitionWords(edition.phrasing)),
            "age": .optional(age(asOf: edition.asOf).map { Phrasing.rounded(Double($0)) }),
            "address": .text(edition.address(origin)),
        ]
    }

    /// One line for each field on which the export says otherwise.
    func contradictions(_ edition: Edition) -> [Context] {
        differences.map { difference in
            [
                "text": .text(text),
                "incident": .text(incident),
                "export": .text(difference.export),
                "exportAddress": .text(edition.address(difference.exportOrigin)),
                "table": .text(difference.table),
                "tableAddress": .text(edition.address(origin)),
            ]
        }
    }
}

extension Phrasing {
    /// `second`, `third`, … `tenth`, then `11th`.
    func ordinal(_ number: Int) -> String {
        (1...10).contains(number)
            ? phrases("ordinal.\(number)") : phrases("ordinal.other", ["number": Self.number(number)])
    }
}
