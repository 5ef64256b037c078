/// What the first 64 KiB of an input show of its shape: enough for a dialect to recognise its own.
package struct ExportHead: Sendable, Equatable {
    package var kind: Kind

    package enum Kind: Sendable, Equatable {
        case json(JSONHead)
        case xml(XMLHead)
        /// CSV or any other text.
        case text
        case binary
        case empty
    }

    package static func of(_ input: InputText) -> ExportHead { ExportHead(kind: .empty) }

    package var json: JSONHead? { if case .json(let head) = kind { head } else { nil } }
    package var xml: XMLHead? { if case .xml(let head) = kind { head } else { nil } }
}

/// The head of a JSON text.
package struct JSONHead: Sendable, Equatable {
    package enum Shape: Sendable, Equatable {
        case object, array
        /// Several values after one another: NDJSON, or objects in a row.
        case values
    }

    package var shape: Shape
    /// The keys of the first object at the root (of the first element in an array), as far as the head reaches, in order.
    package var keys: [String]
    /// Per key at the root that holds an array of objects: the keys of its first object.
    package var arrays: [String: [String]]

    /// The keys of the first record, with records under one of `arrays` if the root object holds such an array.
    package func recordKeys(arrays names: [String]) -> [String] { [] }
}

/// The head of an XML text.
package struct XMLHead: Sendable, Equatable {
    package var root: String
    package var rootAttributes: [String: String]
    /// The names of the root's first children, in order, each once.
    package var children: [String]
    /// The child elements of the first child, in order, each once.
    package var firstChildFields: [String]
}
