/// What a run read, in records: the figures that every summary begins with.
package struct ReadCounts: Sendable, Equatable {
    /// Records that the exports hold, the rejected ones included.
    package var read: Int
    package var rejected: Int
    /// Records that turned out to be about an incident that another record is about, too.
    package var merged: Int

    package init(read: Int, rejected: Int, merged: Int) {
        self.read = read
        self.rejected = rejected
        self.merged = merged
    }

    /// `40 records read: 36 incidents, 3 records merged into others, 1 rejected.`
    func sentence(incidents: Int) -> String {
        var parts = [Phrasing.count(incidents, "incident")]
        if merged > 0 { parts.append("\(Phrasing.count(merged, "record")) merged into others") }
        parts.append(rejected > 0 ? "\(Phrasing.number(rejected)) rejected" : "none rejected")
        return "\(Phrasing.count(read, "record").sentenceStart) read: \(Phrasing.list(parts))."
    }
}
