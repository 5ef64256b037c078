/// A chart as a Markdown page carries it: in a comment that no renderer shows, beside the table that says the same. The
/// HTML page gets the picture, also when it is made from the edited Markdown alone.
///
///     <!-- debrief:chart phases; Time to acknowledge, 480, 600, 900, 2 min of 15 min -->
package enum ChartComment {
    /// What stands between `<!-- debrief:chart ` and ` -->`. Letters, digits, commas and semicolons: escaping for
    /// Markdown leaves them as they are.
    package static func text(of chart: PhaseChart) -> String {
        let lanes = chart.lanes.prefix(most).map { lane in
            [
                safe(lane.name), String(lane.from), String(lane.to), lane.limit.map { String($0) } ?? "none",
                safe(lane.words),
            ].joined(separator: ", ")
        }
        return (["phases"] + lanes).joined(separator: "; ")
    }

    /// The chart of a comment; `nil` for every other text, and for a comment that somebody has bent.
    static func chart(in literal: String) -> PhaseChart? {
        let text = literal.trimmingSpaces
        guard text.hasPrefix(start), text.hasSuffix(end), text.utf8.count < 4000 else { return nil }
        let parts = text.dropFirst(start.count).dropLast(end.count).split(separator: ";")
        guard parts.first.map({ String($0).trimmingSpaces }) == "phases", (2...(most + 1)).contains(parts.count) else {
            return nil
        }
        var lanes: [PhaseChart.Lane] = []
        for part in parts.dropFirst() {
            let words = part.split(separator: ",", omittingEmptySubsequences: false).map { String($0).trimmingSpaces }
            guard words.count == 5, let from = Int(words[1]), let to = Int(words[2]),
                words[3] == "none" || Int(words[3]) != nil, from >= 0, to >= from, to <= longest
            else { return nil }
            let limit = Int(words[3]).map { min(max($0, 0), longest) }
            lanes.append(.init(name: safe(words[0]), from: from, to: to, limit: limit, words: safe(words[4])))
        }
        return PhaseChart(lanes: lanes)
    }

    /// Whether raw HTML is one comment and nothing else.
    static func isComment(_ literal: String) -> Bool {
        let text = literal.trimmingSpaces
        guard text.hasPrefix("<!--"), text.hasSuffix("-->"), text.utf8.count >= 7 else { return false }
        return !text.dropFirst(4).dropLast(3).contains("-->")
    }

    private static let start = "<!-- debrief:chart "
    private static let end = "-->"
    private static let most = 12
    /// A thousand years, in seconds.
    private static let longest = 31_536_000_000

    private static func safe(_ words: String) -> String {
        String(
            words.unicodeScalars.prefix(80).map { scalar in
                let byte = scalar.isASCII ? UInt8(scalar.value) : 0
                return MarkdownToken.isAlphanumeric(byte) || byte == 0x20 ? Character(scalar) : " "
            })
    }
}

extension StringProtocol {
    /// Whether another text stands in it, byte for byte.
    fileprivate func contains(_ other: StaticString) -> Bool {
        let wanted = other.withUTF8Buffer { Array($0) }
        let bytes = Array(utf8)
        guard bytes.count >= wanted.count else { return false }
        return (0...(bytes.count - wanted.count)).contains { bytes[$0..<($0 + wanted.count)].elementsEqual(wanted) }
    }
}
