/// One tag of a template and where it stands. Lines and columns count from 1, columns in bytes.
struct TemplateTag: Sendable, Equatable {
    enum Kind: Sendable, Equatable {
        /// `{{name}}`
        case value
        /// `{{{name}}}` or `{{&name}}`
        case raw
        /// `{{#name}}`
        case section
        /// `{{^name}}`
        case inverted
        /// `{{/name}}`
        case close
        /// `{{> name}}`
        case partial
    }

    var kind: Kind
    var name: String
    var line: Int
    var column: Int
    /// The first byte of the tag in the template.
    var offset: Int

    /// `incident.title` in parts; the current element, `.`, has none.
    var parts: [String] { name == "." ? [] : name.split(separator: ".").map(String.init) }
}
