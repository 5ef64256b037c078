/// Which elements of one sequence stand in another, in the same order: unique ones first (patience), then a longest
/// common subsequence of what lies between. Never quadratic: long stretches without a unique element stay unmatched.
struct SequenceMatch {
    /// For each place of the first sequence, its place in the second; rising.
    private(set) var places: [Int?]
    private let first: [Int]
    private let second: [Int]

    private static let largestTable = 250_000
    private static let deepest = 64

    init(_ first: [Int], _ second: [Int]) {
        self.first = first
        self.second = second
        places = Array(repeating: nil, count: first.count)
        var open = [(0..<first.count, 0..<second.count, 0)]
        while let (left, right, depth) = open.popLast() {
            let (left, right) = trimmed(left, right)
            guard !left.isEmpty, !right.isEmpty else { continue }
            let anchors = depth < Self.deepest ? anchors(left, right) : []
            if anchors.isEmpty {
                if left.count * right.count <= Self.largestTable { matchLongest(left, right) }
                continue
            }
            var from = (left.lowerBound, right.lowerBound)
            for anchor in anchors {
                places[anchor.0] = anchor.1
                open.append((from.0..<anchor.0, from.1..<anchor.1, depth + 1))
                from = (anchor.0 + 1, anchor.1 + 1)
            }
            open.append((from.0..<left.upperBound, from.1..<right.upperBound, depth + 1))
        }
    }

    /// Matches what both begin and end with; returns what lies between.
    private mutating func trimmed(_ left: Range<Int>, _ right: Range<Int>) -> (Range<Int>, Range<Int>) {
        var (low, high) = ((left.lowerBound, right.lowerBound), (left.upperBound, right.upperBound))
        while low.0 < high.0, low.1 < high.1, first[low.0] == second[low.1] {
            places[low.0] = low.1
            low = (low.0 + 1, low.1 + 1)
        }
        while low.0 < high.0, low.1 < high.1, first[high.0 - 1] == second[high.1 - 1] {
            high = (high.0 - 1, high.1 - 1)
            places[high.0] = high.1
        }
        return (low.0..<high.0, low.1..<high.1)
    }

    /// Elements that occur once on either side, as many as stand in the same order.
    private func anchors(_ left: Range<Int>, _ right: Range<Int>) -> [(Int, Int)] {
        let once = Self.once(first, left)
        let other = Self.once(second, right)
        let pairs = left.compactMap { place -> (Int, Int)? in
            guard once[first[place]] == place, let found = other[first[place]], found >= 0 else { return nil }
            return (place, found)
        }
        return Self.rising(pairs)
    }

    /// The place of each element that occurs once in a stretch; −1 for the others.
    private static func once(_ elements: [Int], _ range: Range<Int>) -> [Int: Int] {
        var places: [Int: Int] = [:]
        for place in range { places[elements[place]] = places[elements[place]] == nil ? place : -1 }
        return places
    }

    /// The longest chain of pairs that rises on both sides, by piles as in the card game.
    private static func rising(_ pairs: [(Int, Int)]) -> [(Int, Int)] {
        var piles: [Int] = []
        var before = Array(repeating: -1, count: pairs.count)
        for place in pairs.indices {
            var (low, high) = (0, piles.count)
            while low < high {
                let middle = (low + high) / 2
                if pairs[piles[middle]].1 < pairs[place].1 { low = middle + 1 } else { high = middle }
            }
            before[place] = low > 0 ? piles[low - 1] : -1
            if low == piles.count { piles.append(place) } else { piles[low] = place }
        }
        var chain: [(Int, Int)] = []
        var place = piles.last ?? -1
        while place >= 0 {
            chain.append(pairs[place])
            place = before[place]
        }
        return chain.reversed()
    }

    private mutating func matchLongest(_ left: Range<Int>, _ right: Range<Int>) {
        let width = right.count + 1
        var lengths = Array(repeating: Int32(0), count: (left.count + 1) * width)
        for row in (0..<left.count).reversed() {
            for column in (0..<right.count).reversed() {
                let isSame = first[left.lowerBound + row] == second[right.lowerBound + column]
                lengths[row * width + column] =
                    isSame
                    ? lengths[(row + 1) * width + column + 1] + 1
                    : max(lengths[(row + 1) * width + column], lengths[row * width + column + 1])
            }
        }
        var (row, column) = (0, 0)
        while row < left.count, column < right.count {
            if first[left.lowerBound + row] == second[right.lowerBound + column] {
                places[left.lowerBound + row] = right.lowerBound + column
                (row, column) = (row + 1, column + 1)
            } else if lengths[(row + 1) * width + column] >= lengths[row * width + column + 1] {
                row += 1
            } else {
                column += 1
            }
        }
    }
}
