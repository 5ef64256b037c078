extension Context {
    /// The tree as data, for those who write templates: what is not known is `null`.
    package var json: JSONDocument {
        switch self {
        case .absent: .null
        case .text(let text): .string(text)
        case .flag(let flag): .bool(flag)
        case .list(let elements): .array(elements.map(\.json))
        case .group(let members): .object(members.mapValues(\.json))
        }
    }
}
