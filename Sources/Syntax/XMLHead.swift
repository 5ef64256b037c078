internal import Diagnostics

/// The head of an XML text.
package struct XMLHead: Sendable, Equatable {
    /// The root element's name, as it is written; the document type's where the declaration is refused.
    package var root: String
    package var rootAttributes: [String: String]
    /// The names of the root's first children, in order, each once.
    package var children: [String]
    /// The names of the first child's own children, in order, each once.
    package var fields: [String]

    package init(root: String, rootAttributes: [String: String] = [:], children: [String] = [], fields: [String] = []) {
        self.root = root
        self.rootAttributes = rootAttributes
        self.children = children
        self.fields = fields
    }
}
