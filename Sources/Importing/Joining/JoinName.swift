import IncidentModel

/// A name by which records find each other: the family of a system, and its id there.
struct JoinName: Hashable {
    var system: String
    var id: String

    init(system: String, id: String) {
        self.system = system
        self.id = id
    }

    /// The name that a reference gives, by the policy's names of systems.
    init(_ reference: Reference, _ rules: JoiningRules) {
        system = reference.system == Reference.url ? Reference.url : rules.family(reference.system)
        id = system == Reference.url ? Self.address(reference.id) : reference.id
    }

    /// An address without what does not tell pages apart: the scheme, a `www.`, letter case of the host, a fragment, a
    /// slash at the end.
    static func address(_ url: String) -> String {
        var rest = Substring(url)
        if let scheme = rest.range(of: "://") { rest = rest[scheme.upperBound...] }
        if let fragment = rest.firstIndex(of: "#") { rest = rest[..<fragment] }
        while rest.hasSuffix("/") { rest.removeLast() }
        let host = rest.prefix { $0 != "/" && $0 != "?" }
        let path = rest.dropFirst(host.count)
        let name = host.lowercased()
        return (name.hasPrefix("www.") ? String(name.dropFirst(4)) : name) + path
    }
}

extension ImportedIncident {
    /// Every text by which this record can find another one, or be found, whatever system it belongs to: two records
    /// that share none are never joined.
    package var joiningTexts: Set<String> {
        let incident = incident.value
        var texts: Set<String> = [incident.id]
        if let key = incident.key { texts.insert(key) }
        for name in aliases + references {
            texts.insert(name.id)
            if name.system == Reference.url { texts.insert(JoinName.address(name.id)) }
        }
        return texts
    }
}

extension Substring {
    /// Where a text stands first.
    fileprivate func range(of text: String) -> Range<Index>? {
        let wanted = Array(text.utf8)
        let bytes = utf8
        var at = bytes.startIndex
        while at < bytes.endIndex {
            if bytes[at...].starts(with: wanted) { return at..<bytes.index(at, offsetBy: wanted.count) }
            at = bytes.index(after: at)
        }
        return nil
    }
}
