package import Typesetting

/// One thing that an explanation says: a name, a sentence, what it rests on, and what follows below it.
package struct Statement: Sendable, Equatable {
    /// What it is about, for people and programs alike: `start`, `rule`.
    package var name: String
    package var text: String
    /// The same in values, for programs.
    package var values: [String: JSONDocument]
    /// Who said so.
    package var exhibits: [Exhibit]
    package var parts: [Statement]

    package init(
        _ name: String, _ text: String, values: [String: JSONDocument] = [:], exhibits: [Exhibit] = [],
        parts: [Statement] = []
    ) {
        self.name = name
        self.text = text
        self.values = values
        self.exhibits = exhibits
        self.parts = parts
    }
}

/// A place in an input that a statement rests on, with the line that stands there.
package struct Exhibit: Sendable, Equatable {
    /// `file:line:column`, or the line of the built-in policy.
    package var address: String
    /// In the export's own spelling; empty where it has none.
    package var field: String
    /// The line and the caret below it, cut to a readable width; empty where the input is not at hand.
    package var excerpt: [String]
}

/// What `debrief explain` says about one thing: a headline and its statements.
package struct Explanation: Sendable, Equatable {
    package var title: String
    package var statements: [Statement]

    package init(_ title: String, _ statements: [Statement]) {
        self.title = title
        self.statements = statements
    }
}

extension Explanation {
    /// `debrief/explanation/1`.
    package var json: JSONDocument {
        [
            "schema": "debrief/explanation/1", "statements": .array(statements.map(\.json)), "title": .string(title),
        ]
    }
}

extension Statement {
    var json: JSONDocument {
        [
            "evidence": .array(exhibits.map(\.json)), "name": .string(name), "parts": .array(parts.map(\.json)),
            "text": .string(text), "values": .object(values),
        ]
    }
}

extension Exhibit {
    var json: JSONDocument {
        [
            "address": .string(address), "field": field.isEmpty ? .null : .string(field),
            "line": excerpt.first.map { .string($0) } ?? .null,
        ]
    }
}
