/// What all charts are drawn with. Every word is escaped, every coordinate has one decimal.

/// Markup for an HTML page: the picture below its title and legend, scrolling by itself on a narrow screen.
func chartFigure(id: String, title: String, legend: String?, svg: String) -> String {
    let small = legend.map { " <small>\(htmlEscaped($0))</small>" } ?? ""
    return "<figure aria-labelledby=\"\(id)-caption\" tabindex=\"0\">\n<figcaption id=\"\(id)-caption\">"
        + "\(htmlEscaped(title))\(small)</figcaption>\n\(svg)</figure>\n"
}

/// The beginning of a picture: as wide as all of them, with its title and what it shows in words.
func chartHead(id: String, title: String, summary: String, height: Double) -> String {
    """
    <svg class="chart" role="img" aria-labelledby="\(id)-title \(id)-summary" \
    viewBox="0 0 \(tenth(chartWidth)) \(tenth(height))">
    <title id="\(id)-title">\(htmlEscaped(title))</title>
    <desc id="\(id)-summary">\(htmlEscaped(summary))</desc>

    """
}

/// Of every chart, in units of its picture.
let chartWidth = 720.0

func chartLine(_ name: String, _ x1: String, _ y1: Double, _ x2: String, _ y2: Double) -> String {
    "<line class=\"\(name)\" x1=\"\(x1)\" y1=\"\(tenth(y1))\" x2=\"\(x2)\" y2=\"\(tenth(y2))\"></line>\n"
}

func chartText(_ name: String, _ x: String, _ y: Double, _ anchor: String, _ words: String) -> String {
    "<text class=\"\(name)\" x=\"\(x)\" y=\"\(tenth(y))\" text-anchor=\"\(anchor)\">\(htmlEscaped(words))</text>\n"
}

/// Below a point, its tip up.
func chartTriangle(_ name: String, x: Double, y: Double) -> String {
    let points = [(x, y), (x - 4, y + 7), (x + 4, y + 7)].map { "\(tenth($0.0)),\(tenth($0.1))" }
    return "<polygon class=\"\(name)\" points=\"\(points.joined(separator: " "))\"></polygon>\n"
}

/// A coordinate with one decimal, the same on every machine: `12.5`.
func tenth(_ value: Double) -> String {
    let tenths = Int((value.isFinite ? min(max(value, -1e9), 1e9) : 0) * 10 + (value < 0 ? -0.5 : 0.5))
    return (tenths < 0 ? "-" : "") + "\(abs(tenths) / 10).\(abs(tenths) % 10)"
}
