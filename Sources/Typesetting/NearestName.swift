/// The known name that a mistyped one most likely meant.
enum NearestName {
    /// `nil` where nothing known is near: more than a third of the letters differ.
    static func of(_ name: String, in known: some Sequence<String>) -> String? {
        let best = Set(known).map { (distance: distance(name, $0), name: $0) }
            .min { ($0.distance, $0.name) < ($1.distance, $1.name) }
        guard let best, best.distance <= max(1, (min(name.count, 40) + 1) / 3) else { return nil }
        return best.name
    }

    /// Letters to insert, delete or replace, capitals aside.
    private static func distance(_ left: String, _ right: String) -> Int {
        let left = Array(left.lowercased().utf8.prefix(60))
        let right = Array(right.lowercased().utf8.prefix(60))
        var row = Array(0...right.count)
        for (index, letter) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for place in right.indices {
                let above = row[place + 1]
                row[place + 1] = min(above + 1, row[place] + 1, diagonal + (letter == right[place] ? 0 : 1))
                diagonal = above
            }
        }
        return row[right.count]
    }
}
