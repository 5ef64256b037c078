/// Which records tell of one incident: sets that are united two at a time.
struct IncidentGroups {
    private var parents: [Int]

    init(count: Int) { parents = Array(0..<count) }

    /// The first record of a record's set.
    mutating func first(of record: Int) -> Int {
        var root = record
        while parents[root] != root { root = parents[root] }
        var at = record
        while parents[at] != root { (parents[at], at) = (root, parents[at]) }
        return root
    }

    /// Unites two sets; whether they were two.
    mutating func unite(_ left: Int, _ right: Int) -> Bool {
        let a = first(of: left)
        let b = first(of: right)
        guard a != b else { return false }
        parents[max(a, b)] = min(a, b)
        return true
    }
}
