import Mustache

extension Context {
    /// What the Mustache library sees: a flag is a `Bool`, everything else a node of ours.
    var rendered: Any {
        switch self {
        case .flag(let flag): flag
        case .list(let elements): ContextSequence(elements: elements)
        case .absent, .text, .group: ContextNode(context: self)
        }
    }
}

/// Text, a group or an absence, as the Mustache library looks at it.
private struct ContextNode: MustacheParent, MustacheCustomRenderable {
    let context: Context

    func child(named name: String) -> Any? {
        guard case .group(let members) = context else { return nil }
        return members[name]?.rendered
    }

    var renderText: String {
        guard case .text(let text) = context else { return "" }
        return text
    }

    /// Sections stay closed on what is absent, and on empty text.
    var isNull: Bool { context == .absent || context == .text("") }
}

/// A list, as the Mustache library looks at it.
private struct ContextSequence: MustacheSequence, MustacheParent, MustacheCustomRenderable {
    let elements: [Context]

    func makeIterator() -> AnyIterator<Any> {
        var rest = elements.makeIterator()
        return AnyIterator { rest.next().map(\.rendered) }
    }

    func child(named name: String) -> Any? { nil }
    var renderText: String { "" }
    var isNull: Bool { elements.isEmpty }
}
