/// A logarithmic scale for seconds, from a little below the shortest time to a little above the longest.
struct TimeScale {
    private let low: Double
    private let high: Double
    private let from: Double
    private let to: Double

    init(seconds: [Double], from: Double, to: Double) {
        let known = seconds.filter { $0.isFinite && $0 >= 1 }
        // Between one second and a thousand years, and never less than a factor of ten wide.
        let least = min(max((known.min() ?? 60) / 1.5, 1), 3e9)
        low = Self.logarithm(least)
        high = Self.logarithm(max(min((known.max() ?? 86_400) * 1.5, 3.2e10), least * 10))
        self.from = from
        self.to = to
    }

    /// Where a time stands; times off the scale stand at its ends.
    func position(of seconds: Double) -> Double {
        let share = (Self.logarithm(max(seconds, 1)) - low) / (high - low)
        return from + (to - from) * min(max(share, 0), 1)
    }

    /// Round times on the scale, far enough apart to be read.
    var ticks: [(seconds: Double, label: String)] { ticks(apart: 52) }

    func ticks(apart distance: Double) -> [(seconds: Double, label: String)] {
        var last: Double?
        return Self.round.filter { tick in
            let value = Self.logarithm(tick.seconds)
            let place = position(of: tick.seconds)
            guard value >= low, value <= high, last.map({ abs(place - $0) >= distance }) ?? true else { return false }
            last = place
            return true
        }
    }

    private static let round: [(seconds: Double, label: String)] = [
        (1, "1 s"), (5, "5 s"), (15, "15 s"), (60, "1 min"), (300, "5 min"), (900, "15 min"), (3_600, "1 h"),
        (14_400, "4 h"), (43_200, "12 h"), (86_400, "1 d"), (259_200, "3 d"), (604_800, "1 wk"), (2_592_000, "30 d"),
        (7_776_000, "90 d"), (31_536_000, "1 y"), (315_360_000, "10 y"), (3_153_600_000, "100 y"),
    ]

    /// The natural logarithm, by halving and the series of the area tangent: the same digits on every machine.
    static func logarithm(_ value: Double) -> Double {
        guard value.isFinite, value > 0 else { return 0 }
        let mantissa = value.significand
        let ratio = (mantissa - 1) / (mantissa + 1)
        let square = ratio * ratio
        var term = ratio
        var sum = 0.0
        for power in stride(from: 1.0, through: 41, by: 2) {
            sum += term / power
            term *= square
        }
        return 2 * sum + Double(value.exponent) * 0.693_147_180_559_945_3
    }
}
