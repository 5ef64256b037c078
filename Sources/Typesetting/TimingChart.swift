/// Times on a logarithmic scale (SVG): a lane for each group, a dot for each time, a line at the group's target.
package struct TimingChart: Sendable {
    package struct Lane: Sendable {
        package var label: String
        /// Seconds.
        package var target: Double?
        package var targetLabel: String
        package var values: [Value]

        package init(label: String, target: Double?, targetLabel: String, values: [Value]) {
            self.label = label
            self.target = target
            self.targetLabel = targetLabel
            self.values = values
        }
    }

    package struct Value: Sendable {
        /// Shown when a reader points at the dot: `INC-2024-0215-001: 1 h 10 min`.
        package var label: String
        package var seconds: Double

        package init(label: String, seconds: Double) {
            self.label = label
            self.seconds = seconds
        }
    }

    /// Made by the program, unique on its page: letters, digits and hyphens.
    package var id: String
    package var title: String
    /// What a reader who cannot see the picture has to know.
    package var summary: String
    package var lanes: [Lane]

    package init(id: String, title: String, summary: String, lanes: [Lane]) {
        self.id = id
        self.title = title
        self.summary = summary
        self.lanes = lanes
    }

    /// Markup for an HTML page: the picture with its title, scrolling by itself on a narrow screen.
    package var figure: String { chartFigure(id: id, title: title, legend: legend, svg: svg) }

    /// What the dots are, where they are not one for each time.
    private var legend: String {
        let hasTarget = lanes.contains { $0.target != nil }
        let marks = (hasTarget ? "Filled: in time. Hollow: too late. " : "") + "The triangle is the median."
        return strips.contains(where: \.isGathered)
            ? marks + " Where times are many, a dot stands for several and grows with their number." : marks
    }

    private var scale: TimeScale {
        TimeScale(
            seconds: lanes.flatMap { lane in lane.values.map(\.seconds) + [lane.target].compactMap { $0 } },
            from: Self.left, to: chartWidth - Self.right)
    }

    private var strips: [ChartStrip] {
        let scale = scale
        return lanes.map { ChartStrip($0, scale: scale) }
    }

    /// The picture alone; its colours come from the page's style.
    package var svg: String {
        let scale = scale
        let strips = strips
        let bottom = Self.top + strips.reduce(0) { $0 + $1.height }
        var out = chartHead(id: id, title: title, summary: summary, height: bottom + 26)
        for tick in scale.ticks {
            let x = tenth(scale.position(of: tick.seconds))
            out += chartLine("grid", x, Self.top - 4, x, bottom)
            out += chartText("tick", x, bottom + 16, "middle", tick.label)
        }
        var top = Self.top
        for (lane, strip) in zip(lanes, strips) {
            out += drawn(lane, strip, top: top, scale)
            top += strip.height
        }
        return out + "</svg>\n"
    }

    private func drawn(_ lane: Lane, _ strip: ChartStrip, top: Double, _ scale: TimeScale) -> String {
        let middle = top + strip.height / 2 + 4
        var out = chartLine("lane", tenth(Self.left), middle, tenth(chartWidth - Self.right), middle)
        out += chartText("label", "0.0", middle + 4, "start", lane.label)
        if let target = lane.target {
            let x = scale.position(of: target)
            out += chartLine("target", tenth(x), top + 5, tenth(x), top + strip.height - 2)
        }
        for dot in strip.dots {
            let name = lane.target.map { dot.seconds > $0 ? "over" : "within" } ?? "free"
            out += """
                <circle class="\(name)" cx="\(tenth(dot.x))" cy="\(tenth(middle + dot.rise))" \
                r="\(tenth(dot.radius))"><title>\(htmlEscaped(dot.label))</title></circle>

                """
        }
        if let median = strip.median {
            out += chartTriangle("median", x: scale.position(of: median), y: middle + strip.reach + 2)
        }
        guard let target = lane.target else { return out }
        let x = scale.position(of: target)
        let isLate = x > chartWidth - Self.right - 90
        return out
            + chartText(
                "target-label", tenth(x + (isLate ? -5 : 5)), top + 12, isLate ? "end" : "start", lane.targetLabel)
    }

    private static let left = 70.0
    private static let right = 16.0
    private static let top = 8.0
}
