/// One or more times of a strip chart, drawn as a dot.
struct ChartDot: Equatable {
    var x: Double
    /// Above (below zero) or below the middle of its lane.
    var rise = 0.0
    /// The longest of them.
    var seconds: Double
    var radius: Double
    var label: String
}

/// The dots of one lane: one for each time while they are few, stacked where they meet; of many, one for each spot, which
/// grows with their number, so that a picture of ten thousand times stays small.
struct ChartStrip {
    let dots: [ChartDot]
    /// Whether dots stand for several times.
    let isGathered: Bool
    let height: Double
    /// How far its dots reach from the middle.
    let reach: Double
    /// Of the times; `nil` for fewer than three, where it says nothing that the dots do not.
    let median: Double?

    /// More times than this on one spot, or in the lane, are gathered.
    static let mostStacked = 7
    static let mostAlone = 400
    /// Spots are this far apart.
    private static let step = 8.0

    init(_ lane: TimingChart.Lane, scale: TimeScale) {
        let values = lane.values.filter(\.seconds.isFinite).sorted {
            ($0.seconds, $0.label) < ($1.seconds, $1.label)
        }
        let spots = Self.spots(values, lane.target, scale)
        let highest = spots.map(\.values.count).max() ?? 0
        isGathered = values.count > Self.mostAlone || highest > Self.mostStacked
        dots = isGathered ? spots.map(Self.gathered) : spots.flatMap { Self.stacked($0, scale) }
        reach = dots.map { abs($0.rise) + $0.radius }.max() ?? 0
        height = 36 + 2 * max(reach, 4)
        median =
            values.count < 3
            ? nil
            : (values[(values.count - 1) / 2].seconds + values[values.count / 2].seconds) / 2
    }

    /// Times that fall on one spot and on one side of the target.
    private struct Spot {
        var x: Double
        var values: [TimingChart.Value]
    }

    /// From left to right, each with its times in ascending order.
    private static func spots(
        _ values: [TimingChart.Value], _ target: Double?, _ scale: TimeScale
    ) -> [Spot] {
        var spots: [Spot] = []
        var isOver = false
        for value in values {
            let x = (scale.position(of: value.seconds) / step).rounded() * step
            let isLate = target.map { value.seconds > $0 } ?? false
            if let last = spots.last, last.x == x, isLate == isOver {
                spots[spots.count - 1].values.append(value)
            } else {
                spots.append(Spot(x: x, values: [value]))
            }
            isOver = isLate
        }
        return spots
    }

    private static func gathered(_ spot: Spot) -> ChartDot {
        var label = spot.values.prefix(3).map(\.label).joined(separator: "; ")
        if spot.values.count > 3 { label += " and \(spot.values.count - 3) more" }
        return ChartDot(
            x: spot.x, seconds: spot.values.last?.seconds ?? 0,
            radius: min(14, 3 * Double(spot.values.count).squareRoot()), label: label)
    }

    private static func stacked(_ spot: Spot, _ scale: TimeScale) -> [ChartDot] {
        spot.values.enumerated().map { place, value in
            ChartDot(
                x: spot.values.count == 1 ? scale.position(of: value.seconds) : spot.x,
                rise: (Double(place) - Double(spot.values.count - 1) / 2) * 8, seconds: value.seconds, radius: 3.8,
                label: value.label)
        }
    }
}
