import Compliance
import IncidentModel
import Typesetting

/// Whether closed items held, as data: the counts, and for each item what is told of it.
extension ActionList {
    var efficacyJSON: JSONDocument {
        let count = EfficacyCount(items.compactMap(\.efficacy))
        return [
            "held": .integer(count.held),
            "interval": count.share.map { [.number($0.interval.lowerBound), .number($0.interval.upperBound)] } ?? .null,
            "mayHaveRecurred": .integer(count.mayHaveRecurred),
            "recurred": .integer(count.recurred),
            "share": .optional(count.share?.value),
            "shareOf": .integer(count.share?.trials ?? 0),
            "tooEarly": .integer(count.tooEarly),
            "unproven": .integer(count.unproven),
            "windowSeconds": .seconds(edition.policy.conduct.recurrence.window),
        ]
    }

    func json(_ efficacy: ActionEfficacy?, _ closing: ActionClosing?) -> JSONDocument {
        guard let efficacy else { return .null }
        var until: Instant?
        if case .tooEarly(let end) = efficacy { until = end }
        return [
            "closedAfter": .instant(closing?.earliest),
            "closedBy": .instant(closing?.latest),
            "moreReturns": .bool(efficacy.returns?.isMore ?? false),
            "reason": .optional(efficacy.reason),
            "returns": .array(
                (efficacy.returns?.first ?? []).map { one in
                    [
                        "detected": .instant(one.detected), "incident": .string(incidentID(one)),
                        "secondsAfter": .integer(one.seconds), "system": .string(run[one.place].incident.system),
                    ]
                }),
            "until": .instant(until),
            "verdict": .string(efficacy.name),
        ]
    }
}

extension ActionEfficacy {
    /// Why it cannot be told.
    fileprivate var reason: String? {
        guard case .unproven(let doubt) = self else { return nil }
        return switch doubt {
        case .closing: "closing-not-on-record"
        case .closedBeforeDetection: "closed-before-detection"
        case .missing(let missing): "not-on-record: " + missing.joined(separator: ", ")
        case .incomparable: "later-incident-incomparable"
        case .tooManyTitles: "too-many-titles"
        }
    }
}
