/// What a template may say: a tree of names, made by a document from facts.
///
/// Every name that a document offers is always there; a fact that is not known is ``absent``, so that a mistyped name
/// in a template is an error and never a blank. Text is plain: the template's content type escapes it on entry.
package indirect enum Context: Sendable, Equatable {
    /// Known to the document, but not to this incident: sections on it stay closed, and it prints nothing.
    case absent
    case text(String)
    case flag(Bool)
    case list([Context])
    case group([String: Context])

    /// Text, or ``absent`` for `nil` and for nothing but white space.
    package static func optional(_ text: String?) -> Context {
        guard let text, text.contains(where: { !$0.isWhitespace }) else { return .absent }
        return .text(text)
    }
}

extension Context: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    package init(stringLiteral value: String) { self = .text(value) }
}

extension Context: ExpressibleByBooleanLiteral {
    package init(booleanLiteral value: Bool) { self = .flag(value) }
}

extension Context: ExpressibleByArrayLiteral {
    package init(arrayLiteral elements: Context...) { self = .list(elements) }
}

extension Context: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral elements: (String, Context)...) {
        self = .group(Dictionary(elements) { _, last in last })
    }
}
