import Compliance
import IncidentModel
import Typesetting

/// What pages say about an item.
extension ListedAction {
    /// `by 3 h`; `nil` for what is not overdue.
    private func lateness(_ edition: Edition) -> String? {
        guard isOverdue, let due else { return nil }
        return "by \(edition.phrasing.late(since: due, at: edition.asOf))"
    }

    /// For how long it has been open, in seconds since the detection of its incident; `nil` for what is not open, or where
    /// that is not on record.
    func age(asOf: Instant) -> Int? {
        guard state == .open, let since, since <= asOf else { return nil }
        return asOf.wholeSeconds(since: since)
    }

    /// `third incident with an open action on this service`.
    var repetitionWords: String? {
        repetition.map { "\(Phrasing.ordinal($0)) incident with an open action on this service" }
    }

    func context(_ edition: Edition) -> Context {
        [
            "id": .text(id),
            "incident": .text(incident),
            "incidentTitle": .text(incidentTitle),
            "service": .optional(service),
            "severity": .text(severity?.title ?? "unknown"),
            "text": .text(text),
            "owner": .text(owner ?? "nobody named"),
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
            "repetition": .optional(repetitionWords),
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
    static func ordinal(_ number: Int) -> String {
        let words = [
            "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
        ]
        if words.indices.contains(number - 1) { return words[number - 1] }
        if (11...13).contains(number % 100) { return "\(number)th" }
        return switch number % 10 {
        case 1: "\(number)st"
        case 2: "\(number)nd"
        case 3: "\(number)rd"
        default: "\(number)th"
        }
    }
}
