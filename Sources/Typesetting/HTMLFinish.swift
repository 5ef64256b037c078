/// The last hand on the HTML of the C library: anchors, table wrappers, marks, and signs instead of check boxes.
///
/// In that HTML every `<` begins a tag: in text and in attributes it is written `&lt;` or `%3C`.
struct HTMLFinish {
    let outline: MarkdownOutline
    let marks: [InlineMark]

    func finished(_ html: String) -> String {
        let bytes = Array(html.utf8)
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count + bytes.count / 8)
        var headings = outline.headings.makeIterator()
        var tables = outline.tables.makeIterator()
        var regions = TableRegions()
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "<") else {
                out.append(bytes[index])
                index += 1
                continue
            }
            let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.count
            let tag = bytes[index..<end]
            index = end
            if isHeading(tag) {
                let anchor = headings.next() ?? ""
                out.append(contentsOf: tag.dropLast())
                out.append(contentsOf: (anchor.isEmpty ? ">" : " id=\"\(anchor)\">").utf8)
            } else if tag.elementsEqual("<table>".utf8) {
                let region = regions.next(under: tables.next() ?? "")
                out.append(contentsOf: "<div class=\"table\" role=\"region\" \(region) tabindex=\"0\">\n<table>".utf8)
            } else if tag.elementsEqual("</table>".utf8) {
                out.append(contentsOf: "</table>\n</div>".utf8)
            } else if tag.elementsEqual("<th>".utf8) || tag.starts(with: "<th ".utf8) {
                out.append(contentsOf: "<th scope=\"col\"".utf8)
                out.append(contentsOf: tag.dropFirst(3))
            } else if tag.starts(with: "<input ".utf8) {
                let isChecked = String(decoding: tag, as: UTF8.self).contains("checked=")
                out.append(contentsOf: "<span class=\"box\">\(isChecked ? "☑" : "☐")</span>".utf8)
            } else if tag.starts(with: "<td".utf8), let box = Self.box(bytes[end...]) {
                out.append(contentsOf: tag)
                out.append(contentsOf: "<span class=\"box\">\(box)</span>".utf8)
                index = end + 3
            } else if tag.elementsEqual("<strong>".utf8) || tag.elementsEqual("<em>".utf8) {
                out.append(contentsOf: marked(tag, followedBy: bytes[end...]).utf8)
            } else {
                out.append(contentsOf: tag)
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// The sign for a cell that is nothing but `[ ]` or `[x]`: in tables GitHub's Markdown knows no check boxes.
    private static func box(_ rest: ArraySlice<UInt8>) -> String? {
        guard rest.dropFirst(3).starts(with: "</td>".utf8) else { return nil }
        if rest.starts(with: "[ ]".utf8) { return "☐" }
        return rest.starts(with: "[x]".utf8) || rest.starts(with: "[X]".utf8) ? "☑" : nil
    }

    private func isHeading(_ tag: ArraySlice<UInt8>) -> Bool {
        tag.count == 4 && tag.dropFirst().first == UInt8(ascii: "h")
            && tag.dropFirst(2).first.map(MarkdownToken.isDigit) ?? false
    }

    /// The tag, with a class if it holds nothing but one of the marks.
    private func marked(_ tag: ArraySlice<UInt8>, followedBy rest: ArraySlice<UInt8>) -> String {
        let plain = String(decoding: tag, as: UTF8.self)
        let close = "</" + plain.dropFirst()
        let mark = marks.first { mark in
            plain == "<\(mark.element.rawValue)>" && rest.starts(with: mark.text.utf8)
                && rest.dropFirst(mark.text.utf8.count).starts(with: close.utf8)
        }
        guard let mark else { return plain }
        return plain.dropLast() + " class=\"\(htmlEscaped(mark.cssClass))\">"
    }
}

/// The names of the regions that tables scroll in: that of the heading above, and a number where it has several tables
/// or none, so that no two regions of a page have one name.
private struct TableRegions {
    private var named: Set<String> = []
    private var count = 0

    /// The attribute that names the next one.
    mutating func next(under heading: String) -> String {
        count += 1
        return !heading.isEmpty && named.insert(heading).inserted
            ? "aria-labelledby=\"\(heading)\"" : "aria-label=\"Table \(count)\""
    }
}
