/// Programs that do the same work on the same file.
struct Contest {
    struct Contender {
        var name: String
        var command: [String]
        /// Where its standard output goes.
        var output: String
    }

    var title: String
    var contenders: [Contender]

    /// Runs all contenders in turn, A B A B, so that a disturbance of the machine meets them alike; the first round
    /// warms the caches and does not count.
    func results(runs: Int, say: (String) -> Void) throws(BenchFailure) -> [(name: String, median: Measurement)] {
        var measurements = contenders.map { _ in [Measurement]() }
        for round in 0...runs {
            for (place, contender) in contenders.enumerated() {
                say("\(title), round \(round) of \(runs): \(contender.name)")
                let measurement = try measure(contender.command, output: contender.output)
                if round > 0 { measurements[place].append(measurement) }
            }
        }
        return zip(contenders, measurements).map { contender, list in
            let median = Measurement(
                wall: median(of: list.map(\.wall)), processor: median(of: list.map(\.processor)),
                memory: median(of: list.map(\.memory)))
            return (contender.name, median)
        }
    }
}

/// The middle one, or the mean of the two middle ones; 0 of nothing.
func median(of values: [Double]) -> Double {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return 0 }
    let middle = sorted.count / 2
    return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
}

/// A Markdown table of medians, and of how many times as much as the first contender the others took.
func table(_ title: String, _ results: [(name: String, median: Measurement)]) -> String {
    var text = "### \(title)\n\n| | wall s | processor s | memory MB | wall ratio | processor ratio | memory ratio |\n"
    text += "|---|---:|---:|---:|---:|---:|---:|\n"
    guard let first = results.first?.median else { return text }
    for (name, median) in results {
        let cells = [
            decimal(median.wall, 3), decimal(median.processor, 3), decimal(median.memory, 1),
            ratio(median.wall, first.wall), ratio(median.processor, first.processor),
            ratio(median.memory, first.memory),
        ]
        text += "| \(name) | \(cells.joined(separator: " | ")) |\n"
    }
    return text
}

private func ratio(_ value: Double, _ base: Double) -> String { base > 0 ? decimal(value / base, 2) : "–" }

/// A number with so many digits behind the point.
func decimal(_ value: Double, _ digits: Int) -> String {
    var scale = 1
    for _ in 0..<digits { scale *= 10 }
    let whole = Int((value * Double(scale)).rounded())
    let fraction = String(whole % scale)
    return "\(whole / scale)." + String(repeating: "0", count: digits - fraction.count) + fraction
}
