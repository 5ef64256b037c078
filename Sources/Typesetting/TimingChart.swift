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

    /// An `id` made by the program, unique on its page.
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
    package var svg: String { "" }
}
