/// The macros of a wiki text: `{code:java}…{code}` and their like.
enum WikiMacros {
    /// A stretch of whole lines.
    struct Part {
        var text: [UInt8]
        /// Code: nothing in it is markup.
        var isVerbatim: Bool
    }

    private enum Kind: String, CaseIterable {
        case code, noformat, quote, panel, color
    }

    /// `{name}` or `{name:arguments}`.
    private struct Marker {
        var kind: Kind
        var range: Range<Int>
        var arguments: Range<Int>
        /// The marker that it opens or closes with.
        var partner: Int?
    }

    /// Takes out the macros that are opened and closed; others stay as they stand.
    static func cut(_ text: [UInt8]) -> [Part] {
        var markers = markers(in: text)
        pair(&markers)
        var parts: [Part] = []
        var prose: [UInt8] = []
        var at = 0
        var index = 0
        while index < markers.count {
            let marker = markers[index]
            guard let partner = marker.partner else {
                index += 1
                continue
            }
            prose.append(contentsOf: text[at..<marker.range.lowerBound])
            at = marker.range.upperBound
            if marker.kind != .color {
                endLine(&prose)
                if let title = title(text[marker.arguments]) { prose.append(contentsOf: title + [0x0A]) }
                at = behindLineEnd(text, at)
            }
            if marker.kind == .code || marker.kind == .noformat {
                if !prose.isEmpty { parts.append(Part(text: prose, isVerbatim: false)) }
                prose = []
                let end = markers[partner].range
                parts.append(
                    Part(text: withoutLastLineEnd(text[min(at, end.lowerBound)..<end.lowerBound]), isVerbatim: true))
                at = behindLineEnd(text, end.upperBound)
                index = partner
            }
            index += 1
        }
        prose.append(contentsOf: text[min(at, text.count)...])
        if !prose.isEmpty { parts.append(Part(text: prose, isVerbatim: false)) }
        return parts
    }

    private static func markers(in text: [UInt8]) -> [Marker] {
        var markers: [Marker] = []
        for start in text.indices where text[start] == UInt8(ascii: "{") {
            if start > 0, text[start - 1] == UInt8(ascii: "\\") { continue }
            let rest = text[(start + 1)...]
            guard let kind = Kind.allCases.first(where: { rest.starts(with: $0.rawValue.utf8) }) else { continue }
            let behind = start + 1 + kind.rawValue.utf8.count
            guard behind < text.count else { continue }
            if text[behind] == UInt8(ascii: "}") {
                markers.append(Marker(kind: kind, range: start..<behind + 1, arguments: behind..<behind))
            } else if text[behind] == UInt8(ascii: ":") {
                let tail = text[(behind + 1)...].prefix(256)
                guard
                    let end = tail.firstIndex(where: {
                        $0 == UInt8(ascii: "}") || $0 == UInt8(ascii: "{") || $0 == 0x0A
                    }),
                    text[end] == UInt8(ascii: "}")
                else { continue }
                markers.append(Marker(kind: kind, range: start..<end + 1, arguments: behind + 1..<end))
            }
        }
        return markers
    }

    /// Finds each closing marker, which has no arguments. Between those of code nothing is a marker.
    private static func pair(_ markers: inout [Marker]) {
        var last: [Kind: Int] = [:]
        for (index, marker) in markers.enumerated() where marker.arguments.isEmpty { last[marker.kind] = index }
        var open: [Kind: Int] = [:]
        var index = 0
        while index < markers.count {
            let kind = markers[index].kind
            let isBare = markers[index].arguments.isEmpty
            if kind == .code || kind == .noformat {
                if index < last[kind] ?? 0 {
                    var end = index + 1
                    while markers[end].kind != kind || !markers[end].arguments.isEmpty { end += 1 }
                    (markers[index].partner, markers[end].partner) = (end, index)
                    index = end
                }
            } else if isBare, let opener = open[kind] {
                (markers[index].partner, markers[opener].partner) = (opener, index)
                open[kind] = nil
            } else if !isBare || kind != .color {
                open[kind] = index
            }
            index += 1
        }
    }

    /// The title that a panel or a piece of code shows above itself.
    private static func title(_ arguments: ArraySlice<UInt8>) -> [UInt8]? {
        let wanted = Array("title=".utf8)
        let argument = arguments.split(separator: UInt8(ascii: "|")).first { $0.starts(with: wanted) }
        guard let title = argument?.dropFirst(wanted.count), !title.allSatisfy(HTMLText.isBlank) else { return nil }
        return Array(title)
    }

    private static func endLine(_ prose: inout [UInt8]) {
        while let last = prose.last, last == 0x20 || last == 0x09 || last == 0x0D { prose.removeLast() }
        if let last = prose.last, last != 0x0A { prose.append(0x0A) }
    }

    /// The next line where only blanks stand before it, else here.
    private static func behindLineEnd(_ text: [UInt8], _ start: Int) -> Int {
        var at = start
        while at < text.count, text[at] == 0x20 || text[at] == 0x09 || text[at] == 0x0D { at += 1 }
        return at < text.count && text[at] == 0x0A ? at + 1 : start
    }

    private static func withoutLastLineEnd(_ code: ArraySlice<UInt8>) -> [UInt8] {
        let end = code.lastIndex { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D } ?? code.startIndex
        return Array(end < code.endIndex && code[end] == 0x0A ? code[..<end] : code)
    }
}
