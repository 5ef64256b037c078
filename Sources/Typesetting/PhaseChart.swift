/// The phases of one stretch of time, one below the other (SVG): a bar from the beginning of each to its end, what went
/// beyond its limit set apart, and a mark at the limit.
package struct PhaseChart: Sendable, Equatable {
    package struct Lane: Sendable, Equatable {
        /// `Time to acknowledge`: letters, digits and spaces alone.
        package var name: String
        /// Seconds from the beginning of the whole.
        package var from: Int
        package var to: Int
        /// Seconds that the phase was to take at most.
        package var limit: Int?
        /// `2 min of 15 min`: letters, digits and spaces alone.
        package var words: String

        package init(name: String, from: Int, to: Int, limit: Int?, words: String) {
            self.name = name
            self.from = from
            self.to = to
            self.limit = limit
            self.words = words
        }
    }

    package var lanes: [Lane]

    package init(lanes: [Lane]) { self.lanes = lanes }

    /// Markup for an HTML page. `id`: unique on its page, made by the program.
    func figure(id: String) -> String {
        let title = "Phases against their targets"
        return "<figure aria-labelledby=\"\(id)-caption\" tabindex=\"0\">\n"
            + "<figcaption id=\"\(id)-caption\">\(title). Time runs from left to right, "
            + "from the first milestone on record; a thick line marks a target, and a hollow bar what went beyond it."
            + "</figcaption>\n\(svg(id: id, title: title))</figure>\n"
    }

    private func svg(id: String, title: String) -> String {
        let end = max(lanes.map(\.to).max() ?? 0, 60)
        let bottom = Self.top + Double(lanes.count) * Self.laneHeight
        let summary = lanes.map { "\($0.name): \($0.words)." }.joined(separator: " ")
        var out = """
            <svg class="chart" role="img" aria-labelledby="\(id)-title \(id)-summary" \
            viewBox="0 0 \(tenth(Self.width)) \(tenth(bottom + 24))">
            <title id="\(id)-title">\(htmlEscaped(title))</title>
            <desc id="\(id)-summary">\(htmlEscaped(summary))</desc>

            """
        for tick in Self.ticks(to: end) {
            let x = tenth(position(of: tick, end))
            out += line("grid", x, Self.top - 4, bottom)
            out += text("tick", x, bottom + 16, "middle", Self.words(tick))
        }
        for (index, lane) in lanes.enumerated() {
            out += drawn(lane, index, top: Self.top + Double(index) * Self.laneHeight, end)
        }
        return out + "</svg>\n"
    }

    private func drawn(_ lane: Lane, _ index: Int, top: Double, _ end: Int) -> String {
        var out = text("label", "0.0", top + 15, "start", lane.name)
        out += text("target-label", "0.0", top + 31, "start", lane.words)
        let limit = lane.limit.map { lane.from + $0 }
        let within = min(lane.to, limit ?? lane.to)
        let kind = lane.limit == nil ? "free" : "phase phase-\(index % 4 + 1)"
        out += bar(kind, lane.from, within, top, end, lane)
        if lane.to > within { out += bar("over", within, lane.to, top, end, lane) }
        if let limit, limit <= end { out += line("target", tenth(position(of: limit, end)), top + 3, top + 37) }
        return out
    }

    private func bar(_ name: String, _ from: Int, _ to: Int, _ top: Double, _ end: Int, _ lane: Lane) -> String {
        let (left, right) = (position(of: from, end), position(of: to, end))
        let width = max(right - left, 3)
        return """
            <rect class="\(name)" x="\(tenth(min(left, Self.width - Self.right - width)))" y="\(tenth(top + 10))" \
            width="\(tenth(width))" height="20"><title>\(htmlEscaped("\(lane.name): \(lane.words)"))</title></rect>

            """
    }

    private func position(of seconds: Int, _ end: Int) -> Double {
        let share = min(max(Double(seconds) / Double(end), 0), 1)
        return Self.left + (Self.width - Self.right - Self.left) * share
    }

    private func line(_ name: String, _ x: String, _ y1: Double, _ y2: Double) -> String {
        "<line class=\"\(name)\" x1=\"\(x)\" y1=\"\(tenth(y1))\" x2=\"\(x)\" y2=\"\(tenth(y2))\"></line>\n"
    }

    private func text(_ name: String, _ x: String, _ y: Double, _ anchor: String, _ words: String) -> String {
        "<text class=\"\(name)\" x=\"\(x)\" y=\"\(tenth(y))\" text-anchor=\"\(anchor)\">\(htmlEscaped(words))</text>\n"
    }

    private static let width = 720.0
    private static let left = 200.0
    private static let right = 24.0
    private static let top = 8.0
    private static let laneHeight = 44.0
}

/// The axis.
extension PhaseChart {
    /// Round times from 0 on, at most seven.
    private static func ticks(to end: Int) -> [Int] {
        let step = steps.first { end / $0 <= 6 } ?? max(end / 6, 1)
        return Array(stride(from: 0, through: end, by: step).prefix(7))
    }

    private static let steps = [
        10, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 28_800, 43_200, 86_400, 172_800, 604_800, 2_592_000,
        31_536_000, 315_360_000,
    ]

    private static func words(_ seconds: Int) -> String {
        if seconds == 0 { return "0" }
        if seconds.isMultiple(of: 86_400) { return "\(seconds / 86_400) d" }
        if seconds.isMultiple(of: 3600) { return "\(seconds / 3600) h" }
        return seconds.isMultiple(of: 60) ? "\(seconds / 60) min" : "\(seconds) s"
    }
}
