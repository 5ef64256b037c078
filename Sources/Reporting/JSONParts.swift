import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// The parts that several JSON documents share. Instants are RFC 3339 in UTC, durations whole seconds.
extension Edition {
    var policyJSON: JSONDocument { policy.json }

    func originJSON(_ origin: Origin) -> JSONDocument { .string(address(origin)) }
}

extension JSONDocument {
    static func instant(_ instant: Instant?) -> JSONDocument { .optional(instant?.rfc3339) }

    static func seconds(_ duration: Duration?) -> JSONDocument { .optional(duration?.wholeSeconds) }

    /// A foreign text with who said it; `null` where nobody did.
    static func sourced(_ text: Sourced<String>?, _ edition: Edition) -> JSONDocument {
        text.map { ["origin": edition.originJSON($0.origin), "text": .string($0.value)] } ?? .null
    }

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
