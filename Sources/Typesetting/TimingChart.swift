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
    package var figure: String {
        "<figure aria-labelledby=\"\(id)-caption\" tabindex=\"0\">\n<figcaption id=\"\(id)-caption\">\(htmlEscaped(title))"
            + "</figcaption>\n\(svg)</figure>\n"
    }

    /// The picture alone; its colours come from the page's style.
    package var svg: String {
        let scale = TimeScale(
            seconds: lanes.flatMap { lane in lane.values.map(\.seconds) + [lane.target].compactMap { $0 } },
            from: Self.left, to: Self.width - Self.right)
        let bottom = Self.top + Double(lanes.count) * Self.laneHeight
        var out = """
            <svg class="chart" role="img" aria-labelledby="\(id)-title \(id)-summary" \
            viewBox="0 0 \(tenth(Self.width)) \(tenth(bottom + 26))">
            <title id="\(id)-title">\(htmlEscaped(title))</title>
            <desc id="\(id)-summary">\(htmlEscaped(summary))</desc>

            """
        for tick in scale.ticks {
            let x = tenth(scale.position(of: tick.seconds))
            out += line("grid", x, Self.top - 4, x, bottom)
            out += text("tick", x, bottom + 16, "middle", tick.label)
        }
        for (index, lane) in lanes.enumerated() {
            out += drawn(lane, top: Self.top + Double(index) * Self.laneHeight, scale)
        }
        return out + "</svg>\n"
    }

    private func drawn(_ lane: Lane, top: Double, _ scale: TimeScale) -> String {
        let middle = top + Self.laneHeight / 2
        var out = line("lane", tenth(Self.left), middle, tenth(Self.width - Self.right), middle)
        out += text("label", "0.0", middle + 4, "start", lane.label)
        for dot in ChartDot.gathered(lane.values, scale: scale) {
            let isOver = lane.target.map { dot.seconds > $0 } ?? false
            out += """
                <circle class="\(isOver ? "over" : "within")" cx="\(tenth(dot.x))" cy="\(tenth(middle))" \
                r="\(tenth(dot.radius))"><title>\(htmlEscaped(dot.label))</title></circle>

                """
        }
        if let target = lane.target {
            let x = scale.position(of: target)
            out += line("target", tenth(x), top + 7, tenth(x), top + Self.laneHeight - 7)
            let isLate = x > Self.width - Self.right - 90
            out += text(
                "target-label", tenth(x + (isLate ? -4 : 4)), top + 12, isLate ? "end" : "start", lane.targetLabel)
        }
        return out
    }

    private func line(_ name: String, _ x1: String, _ y1: Double, _ x2: String, _ y2: Double) -> String {
        "<line class=\"\(name)\" x1=\"\(x1)\" y1=\"\(tenth(y1))\" x2=\"\(x2)\" y2=\"\(tenth(y2))\"></line>\n"
    }

    private func text(_ name: String, _ x: String, _ y: Double, _ anchor: String, _ words: String) -> String {
        "<text class=\"\(name)\" x=\"\(x)\" y=\"\(tenth(y))\" text-anchor=\"\(anchor)\">\(htmlEscaped(words))</text>\n"
    }

    private static let width = 720.0
    private static let left = 70.0
    private static let right = 16.0
    private static let top = 8.0
    private static let laneHeight = 44.0
}

/// A coordinate with one decimal, the same on every machine: `12.5`.
func tenth(_ value: Double) -> String {
    let tenths = Int((value.isFinite ? min(max(value, -1e9), 1e9) : 0) * 10 + (value < 0 ? -0.5 : 0.5))
    return (tenths < 0 ? "-" : "") + "\(abs(tenths) / 10).\(abs(tenths) % 10)"
}
