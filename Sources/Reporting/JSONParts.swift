import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// The parts that several JSON documents share. Instants are RFC 3339 in UTC, durations whole seconds.
extension Edition {
    var policyJSON: JSONDocument { policy.json }

    func originJSON(_ origin: Origin) -> JSONDocument { .string(address(origin)) }

    /// What became of a promise.
    func members(of verdict: Verdict, limit: Duration?) -> [String: JSONDocument] {
        var members: [String: JSONDocument] = [
            "bySeconds": .null, "due": .instant(verdict.due), "elapsedSeconds": .seconds(verdict.elapsed),
            "limitSeconds": .seconds(limit), "reason": .null, "verdict": .string(verdict.kind.rawValue),
        ]
        switch verdict {
        case .met, .open: break
        case .breached(_, let by), .overdue(_, let by): members["bySeconds"] = .seconds(by)
        case .notApplicable(let exemption): members["reason"] = .string(phrasing.exemption(exemption))
        case .unproven(let doubt): members["reason"] = .string(phrasing.doubt(doubt))
        }
        return members
    }

    func json(_ part: JudgedPart) -> JSONDocument {
        var members = members(of: part.verdict, limit: part.limit)
        members["label"] = .string(part.label)
        members["start"] = .instant(part.start)
        members["stop"] = .instant(part.stop)
        members["origin"] = part.origin.map(originJSON) ?? .null
        return .object(members)
    }
}

extension JSONDocument {
    static func instant(_ instant: Instant?) -> JSONDocument { .optional(instant?.rfc3339) }

    static func seconds(_ duration: Duration?) -> JSONDocument { .optional(duration?.wholeSeconds) }

    /// A foreign text with who said it; `null` where nobody did.
    static func sourced(_ text: Sourced<String>?, _ edition: Edition) -> JSONDocument {
        text.map { ["origin": edition.originJSON($0.origin), "text": .string($0.value)] } ?? .null
    }

    /// An object of the members that have a value: what is not known is left out.
    static func known(_ members: [String: JSONDocument?]) -> JSONDocument { .object(members.compactMapValues(\.self)) }

    /// A member that is there only under a condition. A bare `nil` beside a document would be taken for `null`.
    static func given(_ condition: Bool, _ value: @autoclosure () -> JSONDocument) -> JSONDocument? {
        if condition { return .some(value()) }
        return .none
    }

    /// A whole number without `.0`.
    static func plain(_ value: Double) -> JSONDocument { Int(exactly: value).map { .integer($0) } ?? .number(value) }

    static func strings(_ texts: [String]) -> JSONDocument { .array(texts.map { .string($0) }) }

    /// Members of the right, added to those of the left.
    func adding(_ members: [String: JSONDocument]) -> JSONDocument {
        guard case .object(let own) = self else { return self }
        return .object(own.merging(members) { _, new in new })
    }
}

extension Policy {
    var json: JSONDocument {
        [
            "effectiveFrom": .string(effectiveFrom.rfc3339),
            "name": .string(name),
            "sha256": .string(digest),
        ]
    }
}
