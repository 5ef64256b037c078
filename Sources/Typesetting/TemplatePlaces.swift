/// Where in a Markdown template each tag stands: escaping keeps data words in running text only.
struct TemplatePlaces {
    /// Last parts of names whose values the program makes itself, and which may therefore be linked to.
    static let addresses: Set<String> = ["path", "anchor"]
    /// Last parts of names whose values are letters and digits that the program makes itself (``ChartComment``): they may
    /// stand in a comment.
    static let comments: Set<String> = ["chart"]

    let bytes: [UInt8]

    init(_ text: String) { bytes = Array(text.utf8) }

    /// What is wrong with the place of a tag that prints data; `nil` where nothing is.
    func fault(of tag: TemplateTag, inFence: Bool) -> String? {
        guard tag.kind == .value || tag.kind == .raw else { return nil }
        if inFence { return "data in a code block shows its escapes" }
        var ticks = 0
        var address = false
        var element = false
        var index = lineStart(of: tag.offset)
        while index < tag.offset {
            switch bytes[index] {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "`"): ticks += 1
            case UInt8(ascii: "]"):
                if index + 1 < tag.offset, bytes[index + 1] == UInt8(ascii: "(") { address = true }
            case UInt8(ascii: ")"): address = false
            case UInt8(ascii: "<"):
                if index + 1 < bytes.count, bytes[index + 1] != UInt8(ascii: " ") { element = true }
            case UInt8(ascii: ">"): element = false
            default: break
            }
            index += 1
        }
        if ticks % 2 == 1 { return "data in a code span shows its escapes, and could end the span" }
        if element, !Self.comments.contains(tag.parts.last ?? "") {
            return "data inside an HTML tag could become markup"
        }
        if address, !Self.addresses.contains(tag.parts.last ?? "") {
            return "data as a link's address could lead anywhere"
        }
        return nil
    }

    /// For each tag in order, whether it stands in a fenced code block.
    func fenced(_ tags: [TemplateTag]) -> [Bool] {
        var fences: [Int] = []
        var atLineStart = true
        for index in bytes.indices {
            if atLineStart, bytes[index...].starts(with: "```".utf8) || bytes[index...].starts(with: "~~~".utf8) {
                fences.append(index)
            }
            atLineStart = bytes[index] == 0x0A || atLineStart && bytes[index] == 0x20
        }
        return tags.map { tag in fences.count { $0 < tag.offset } % 2 == 1 }
    }

    private func lineStart(of offset: Int) -> Int {
        var index = min(offset, bytes.count)
        while index > 0, bytes[index - 1] != 0x0A { index -= 1 }
        return index
    }
}
