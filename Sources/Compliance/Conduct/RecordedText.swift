package import Diagnostics
package import IncidentModel

/// A running text of an incident's record, in which a policy's phrases are looked for.
package struct RecordedText: Sendable, Equatable {
    /// Which part of the record it stands in.
    package enum Part: String, Sendable, CaseIterable {
        case timeline, message, action, cause, resolution
    }

    package var part: Part
    /// When it was written, where that is known.
    package var instant: Instant?
    package var text: String
    package var origin: Origin

    package init(_ part: Part, _ text: String, at instant: Instant?, origin: Origin) {
        self.part = part
        self.text = text
        self.instant = instant
        self.origin = origin
    }

    var fact: RecordedFact { RecordedFact(part.factName, .text(text), at: instant, origin: origin) }
}

extension RecordedText.Part {
    var factName: String {
        switch self {
        case .timeline: "timeline"
        case .message: "communications"
        case .action: "nextActions"
        case .cause: "incidentSummary.rootCause"
        case .resolution: "resolution"
        }
    }
}

extension [RecordedText] {
    /// The first text in which the rule finds a phrase, from a moment on where one is given.
    ///
    /// A text without a moment comes after all that have one, and does not count where a moment is asked for.
    func first(matching rule: PhraseRule, since start: Instant? = nil) -> RecordedFact? {
        var undated: RecordedFact?
        var best: RecordedText?
        for text in self {
            if let start {
                guard let instant = text.instant, instant >= start else { continue }
            }
            if let instant = text.instant {
                if let known = best?.instant, known <= instant { continue }
                if rule.phrase(in: text.text) != nil { best = text }
            } else if best == nil, undated == nil, rule.phrase(in: text.text) != nil {
                undated = text.fact
            }
        }
        return best?.fact ?? undated
    }
}
