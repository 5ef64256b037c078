/// Values of periods in a row (SVG): panels below each other, one point for each period, a gap where there is none.
package struct RunChart: Sendable {
    /// One period on the axis.
    package struct Label: Sendable {
        /// `W06`, and the year above it where it begins.
        var words: String
        var year: String
        /// How many incidents the period has.
        var count: Int

        /// `2026-W06` is cut behind its year; of a stretch of days the first one names it.
        package init(_ label: String, count: Int) {
            let first = label.firstRange(of: "--").map { label[..<$0.lowerBound] } ?? label[...]
            let parts = first.split(separator: "-", maxSplits: 1)
            words = parts.count > 1 ? String(parts[1]) : String(first)
            year = parts.count > 1 ? String(parts[0]) : ""
            self.count = count
        }
    }

    package struct Panel: Sendable {
        package enum Scale: Sendable {
            /// From 0 to 1, written as percentages.
            case share
            /// Seconds, logarithmic.
            case time
        }

        package var label: String
        package var scale: Scale
        /// In the unit of the scale.
        package var target: Double?
        package var targetLabel: String
        /// One for each period; `nil` where there is no data.
        package var points: [Value?]

        package init(label: String, scale: Scale, target: Double?, targetLabel: String = "", points: [Value?]) {
            self.label = label
            self.scale = scale
            self.target = target
            self.targetLabel = targetLabel
            self.points = points
        }
    }

    package struct Value: Sendable {
        package var value: Double
        /// The ends of its interval.
        package var low: Double?
        package var high: Double?
        /// Shown when a reader points at it.
        package var label: String

        package init(value: Double, low: Double?, high: Double?, label: String) {
            self.value = value
            self.low = low
            self.high = high
            self.label = label
        }
    }

    /// Made by the program, unique on its page: letters, digits and hyphens.
    package var id: String
    package var title: String
    package var legend: String
    /// What a reader who cannot see the picture has to know.
    package var summary: String
    package var labels: [Label]
    package var panels: [Panel]

    package init(
        id: String, title: String, legend: String, summary: String, labels: [Label], panels: [Panel]
    ) {
        self.id = id
        self.title = title
        self.legend = legend
        self.summary = summary
        self.labels = labels
        self.panels = panels
    }

    /// Markup for an HTML page: the picture with its title, scrolling by itself on a narrow screen.
    package var figure: String { chartFigure(id: id, title: title, legend: legend, svg: svg) }

    /// The picture alone; its colours come from the page's style.
    package var svg: String {
        let bottom = panels.reduce(0) { $0 + Self.height(of: $1) }
        var out = chartHead(id: id, title: title, summary: summary, height: bottom + 44)
        var top = 0.0
        for panel in panels {
            out += drawn(panel, top: top)
            top += Self.height(of: panel)
        }
        return out + axis(bottom) + "</svg>\n"
    }

    private static func height(of panel: Panel) -> Double { panel.scale == .share ? 124 : 94 }

    private func x(_ place: Int) -> Double {
        labels.count < 2
            ? (Self.left + Self.right) / 2
            : Self.left + 24 + (Self.right - Self.left - 40) * Double(place) / Double(labels.count - 1)
    }

    private func drawn(_ panel: Panel, top: Double) -> String {
        let plot = Plot(panel, from: top + Self.height(of: panel) - 10, to: top + 26)
        var out = chartText("label", "0.0", top + 13, "start", panel.label)
        for tick in plot.ticks {
            out += chartLine("grid", tenth(Self.left), tick.y, tenth(Self.right), tick.y)
            out += chartText("tick", tenth(Self.left - 8), tick.y + 4, "end", tick.label)
        }
        if let target = panel.target {
            let y = plot.position(target)
            out += chartLine("goal", tenth(Self.left), y, tenth(Self.right), y)
            out += chartText("target-label", tenth(Self.left + 4), y - 4, "start", panel.targetLabel)
        }
        for run in runs(of: panel) where run.count > 1 {
            let points = run.map { "\(tenth(x($0.place))),\(tenth(plot.position($0.value.value)))" }
            out += "<polyline class=\"line\" points=\"\(points.joined(separator: " "))\"></polyline>\n"
        }
        for (place, value) in panel.points.enumerated() {
            guard let value else { continue }
            let at = tenth(x(place))
            if let low = value.low, let high = value.high {
                out += chartLine("band", at, plot.position(low), at, plot.position(high))
            }
            out += """
                <circle class="\(place == panel.points.count - 1 ? "now" : "point")" cx="\(at)" \
                cy="\(tenth(plot.position(value.value)))" r="4.0"><title>\(htmlEscaped(value.label))</title></circle>

                """
        }
        return out
    }

    /// Points without a gap between them.
    private func runs(of panel: Panel) -> [[(place: Int, value: Value)]] {
        var runs: [[(place: Int, value: Value)]] = [[]]
        for (place, value) in panel.points.enumerated() {
            if let value { runs[runs.count - 1].append((place, value)) } else { runs.append([]) }
        }
        return runs
    }

    private func axis(_ bottom: Double) -> String {
        var out = chartLine("axis", tenth(Self.left), bottom, tenth(Self.right), bottom)
        var year = ""
        // Labels are about 40 wide.
        let step = max(1, (labels.count * 40 + 599) / 600)
        for (place, label) in labels.enumerated() where (labels.count - 1 - place).isMultiple(of: step) {
            let at = tenth(x(place))
            out += chartText("tick", at, bottom + 15, "middle", label.words)
            if label.year != year, !label.year.isEmpty {
                out += chartText("tick", at, bottom + 29, "middle", label.year)
                year = label.year
            }
        }
        return out
    }

    private static let left = 70.0
    private static let right = 716.0
}

/// The vertical scale of a panel.
private struct Plot {
    let ticks: [(y: Double, label: String)]
    private let scale: RunChart.Panel.Scale
    private let times: TimeScale
    private let bottom: Double
    private let top: Double

    init(_ panel: RunChart.Panel, from bottom: Double, to top: Double) {
        scale = panel.scale
        self.bottom = bottom
        self.top = top
        let values = panel.points.compactMap { $0?.value } + [panel.target].compactMap { $0 }
        let times = TimeScale(seconds: panel.scale == .time ? values : [], from: bottom, to: top)
        self.times = times
        ticks =
            switch panel.scale {
            case .share: [0, 0.5, 1].map { (bottom + (top - bottom) * $0, ["0 %", "50 %", "100 %"][Int($0 * 2)]) }
            case .time: times.ticks(apart: 17).map { (times.position(of: $0.seconds), $0.label) }
            }
    }

    func position(_ value: Double) -> Double {
        switch scale {
        case .share: bottom + (top - bottom) * (value.isFinite ? min(max(value, 0), 1) : 0)
        case .time: times.position(of: value.isFinite ? value : 0)
        }
    }
}
