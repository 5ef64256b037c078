package import Diagnostics

/// Where explanations look up the places that they name: addresses, and the lines that stand there.
package struct ExhibitRoom: Sendable {
    private let sources: SourceList
    /// The input that is the built-in policy: it is no file.
    private let builtIn: SourceID?
    private let excerpt: @Sendable (Origin) -> Excerpt?

    package init(sources: SourceList, builtIn: SourceID?, excerpt: @escaping @Sendable (Origin) -> Excerpt?) {
        self.sources = sources
        self.builtIn = builtIn
        self.excerpt = excerpt
    }

    func exhibit(_ origin: Origin) -> Exhibit {
        Exhibit(
            address: address(origin), field: origin.field, excerpt: origin.line > 0 ? excerpt(origin)?.rows ?? [] : [])
    }

    /// Each place once, in the order in which they are named.
    func exhibits(_ origins: [Origin]) -> [Exhibit] {
        var known: Set<Origin> = []
        return origins.filter { known.insert($0).inserted }.map(exhibit)
    }

    func address(_ origin: Origin) -> String {
        origin.source == builtIn ? "line \(origin.line) of the built-in policy" : sources.address(of: origin)
    }
}
