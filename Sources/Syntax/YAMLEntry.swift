package import Diagnostics
internal import Yams

/// A value of a YAML document, and the path of keys that leads to it.
package struct YAMLEntry {
    let node: Node
    /// `clocks.triage.limits`; empty at the root.
    package let path: String
    package let origin: Origin

    /// Whether it is a list, or keys with values, or one value.
    package var kind: Kind {
        switch node {
        case .sequence: .list
        case .mapping: .mapping
        case .scalar, .alias: .value
        }
    }

    package enum Kind: Sendable { case value, list, mapping }
}

/// One pair of a mapping.
package struct YAMLPair {
    package let key: String
    /// Where the key stands.
    package let origin: Origin
    package let value: YAMLEntry
}
