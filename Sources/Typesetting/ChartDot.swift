/// One or more times that fall on the same spot of a chart: a dot that grows with their number.
struct ChartDot: Equatable {
    var x: Double
    /// The longest of them.
    var seconds: Double
    var radius: Double
    var label: String

    /// Spots are this far apart.
    private static let step = 6.0

    /// The dots of a lane, from left to right. Every spot names its first three times.
    static func gathered(_ values: [TimingChart.Value], scale: TimeScale) -> [ChartDot] {
        let placed = values.filter { $0.seconds.isFinite }
            .map { (x: (scale.position(of: $0.seconds) / step).rounded() * step, value: $0) }
        return Dictionary(grouping: placed) { $0.x }.sorted { $0.key < $1.key }.map { x, group in
            let values = group.map(\.value).sorted { ($0.seconds, $0.label) < ($1.seconds, $1.label) }
            var label = values.prefix(3).map(\.label).joined(separator: "; ")
            if values.count > 3 { label += " and \(values.count - 3) more" }
            let radius = min(14, 4 * Double(values.count).squareRoot())
            let exact = values.count == 1 ? scale.position(of: values.first?.seconds ?? 0) : x
            return ChartDot(x: exact, seconds: values.last?.seconds ?? 0, radius: radius, label: label)
        }
    }
}
