/// Bars of equal length cut into shares (SVG): one bar for each group, the same parts in the same order in each.
///
/// Parts carry their number, which the legend names, so that colour alone says nothing.
package struct ShareBars: Sendable {
    package struct Bar: Sendable {
        package var label: String
        /// Behind the bar: `12 incidents`.
        package var remark: String
        package var parts: [Part]

        package init(label: String, remark: String, parts: [Part]) {
            self.label = label
            self.remark = remark
            self.parts = parts
        }
    }

    package struct Part: Sendable {
        /// Between 0 and 1.
        package var share: Double
        /// Shown when a reader points at it.
        package var label: String

        package init(share: Double, label: String) {
            self.share = share
            self.label = label
        }
    }

    /// Made by the program, unique on its page: letters, digits and hyphens.
    package var id: String
    package var title: String
    /// Below the title: which number is which part.
    package var legend: String
    /// What a reader who cannot see the picture has to know.
    package var summary: String
    package var bars: [Bar]

    package init(id: String, title: String, legend: String, summary: String, bars: [Bar]) {
        self.id = id
        self.title = title
        self.legend = legend
        self.summary = summary
        self.bars = bars
    }

    /// Markup for an HTML page: the picture with its title, scrolling by itself on a narrow screen.
    package var figure: String { chartFigure(id: id, title: title, legend: legend, svg: svg) }

    /// The picture alone; its colours come from the page's style.
    package var svg: String {
        var out = chartHead(id: id, title: title, summary: summary, height: Double(bars.count) * Self.row + 4)
        for (index, bar) in bars.enumerated() { out += drawn(bar, top: Double(index) * Self.row) }
        return out + "</svg>\n"
    }

    private func drawn(_ bar: Bar, top: Double) -> String {
        let middle = top + 34
        var out = chartText("label", "0.0", middle + 4, "start", bar.label)
        var x = Self.left
        for (place, part) in bar.parts.enumerated() {
            let width = (Self.right - Self.left) * (part.share.isFinite ? min(max(part.share, 0), 1) : 0)
            guard width >= 0.1 else { continue }
            out += """
                <rect class="phase phase-\(place + 1)" x="\(tenth(x))" y="\(tenth(middle - 11))" \
                width="\(tenth(width))" height="22.0"><title>\(htmlEscaped(part.label))</title></rect>

                """
            if width >= 9 {
                out += chartText("tick", tenth(x + width / 2), middle - 16, "middle", String(place + 1))
            }
            x += width
        }
        return out + chartText("tick", tenth(Self.right + 10), middle + 4, "start", bar.remark)
    }

    private static let left = 70.0
    private static let right = 610.0
    private static let row = 56.0
}
