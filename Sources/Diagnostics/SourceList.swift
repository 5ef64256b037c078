/// The names of the inputs of one run, in order: what turns an origin into `file:line:column`.
package struct SourceList: Sendable, Equatable {
    package private(set) var names: [String] = []

    package init(_ names: [String] = []) { self.names = names }

    /// Adds an input and gives it its number.
    package mutating func add(_ name: String) -> SourceID {
        names.append(name)
        return SourceID(UInt32(names.count - 1))
    }

    package func name(of source: SourceID) -> String {
        names.indices.contains(Int(source.number)) ? names[Int(source.number)] : "?"
    }

    /// `file:line:column`, or the file alone where the whole of it is meant.
    package func address(of origin: Origin) -> String {
        let name = name(of: origin.source)
        guard origin.line > 0 else { return name }
        return origin.column > 0 ? "\(name):\(origin.line):\(origin.column)" : "\(name):\(origin.line)"
    }

    /// `file:line`, the address that people quote.
    package func lineAddress(of origin: Origin) -> String {
        let name = name(of: origin.source)
        return origin.line > 0 ? "\(name):\(origin.line)" : name
    }
}
