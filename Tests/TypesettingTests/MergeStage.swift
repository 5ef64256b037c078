/// A page as the program writes it, and a person who edits it at random: the same for the same seed.
struct MergeStage {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// SplitMix64.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func number(_ range: Range<Int>) -> Int { range.lowerBound + Int(next() % UInt64(range.count)) }

    mutating func chance(_ percent: Int) -> Bool { number(0..<100) < percent }

    /// A section of the page: its heading, a block, and a hole.
    struct Section {
        var name: String
        var body: [String]
        var hole: String

        var lines: [String] {
            ["## \(name)", "", "<!-- debrief:begin \(name) -->"] + body
                + ["<!-- debrief:end \(name) -->", "", hole, ""]
        }
    }

    mutating func sections(_ count: Int) -> [Section] {
        (0..<count).map { place in
            Section(
                name: "part-\(place)", body: body(place, 0),
                // Some holes are alike, as on a real page.
                hole: chance(50) ? "_to be written_" : "_to be written_: about \(place)")
        }
    }

    mutating func body(_ place: Int, _ version: Int) -> [String] {
        (0..<number(0..<5)).map { line in chance(15) ? "" : "| fact \(place) | \(version) | \(line) |" }
    }

    /// The program's next page: other facts, a new section, a section that is no more.
    mutating func renewed(_ sections: [Section]) -> [Section] {
        var out = sections
        for place in out.indices where chance(50) { out[place].body = body(place, 1) + ["new \(place)"] }
        if chance(30) {
            let place = number(0..<out.count + 1)
            out.insert(Section(name: "extra", body: ["extra fact"], hole: "_to be written_"), at: place)
        }
        return out
    }

    static func page(_ sections: [Section], state: String = "draft") -> String {
        (["---", "incident: \"A\"", "state: \(state)", "---", "# Title", ""] + sections.flatMap(\.lines))
            .joined(separator: "\n") + "\n"
    }
}

/// What a person did to a page, outside of its blocks.
struct HumanEdits {
    private(set) var lines: [String]
    /// Lines of theirs, in order, each there once.
    private(set) var own: [String] = []
    /// Lines of the program's that they deleted, each of which the page had once.
    private(set) var deleted: Set<String> = []
    private(set) var deletedBlocks: Set<String> = []
    var ending = "\n"
    var endsWithLineBreak = true

    init(_ page: String, _ stage: inout MergeStage) {
        lines = page.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
        for number in 0..<stage.number(1..<12) {
            switch stage.number(0..<7) {
            case 0, 1: insert("human \(number)", &stage)
            case 2: replace("human \(number)", &stage)
            case 3: deleteLine(&stage)
            case 4: deleteBlock(&stage)
            case 5: moveBlock(&stage)
            default: lines.insert("owner: \"human \(number)\"", at: 1)
            }
        }
        if stage.chance(25) { ending = "\r\n" }
        if stage.chance(25) { endsWithLineBreak = false }
        if lines.last?.isEmpty == true { endsWithLineBreak = true }
        own = lines.filter { $0.contains("human") }
        deleted = deleted.filter { gone in !lines.contains(gone) }
    }

    var text: String { lines.joined(separator: ending) + (endsWithLineBreak ? ending : "") }

    /// Places outside of blocks and of the front matter.
    private var free: [Int] {
        var isInside = false
        return lines.indices.dropFirst(1).filter { place in
            if lines[place].hasPrefix("<!-- debrief:begin") { isInside = true }
            defer { if lines[place].hasPrefix("<!-- debrief:end") { isInside = false } }
            return !isInside && place > (lines.dropFirst().firstIndex(of: "---") ?? 0)
        }
    }

    private mutating func insert(_ line: String, _ stage: inout MergeStage) {
        let free = free
        guard !free.isEmpty else { return }
        let place = free[stage.number(0..<free.count)]
        lines.insert(contentsOf: stage.chance(50) ? [line] : [line, "", line + " again"], at: place)
    }

    private mutating func replace(_ line: String, _ stage: inout MergeStage) {
        let holes = free.filter { lines[$0].hasPrefix("_to be") }
        guard !holes.isEmpty else { return }
        lines[holes[stage.number(0..<holes.count)]] = line
    }

    private mutating func deleteLine(_ stage: inout MergeStage) {
        let own = free.filter { lines[$0].hasPrefix("## ") }
        guard !own.isEmpty else { return }
        deleted.insert(lines.remove(at: own[stage.number(0..<own.count)]))
    }

    private mutating func takeBlock(_ stage: inout MergeStage) -> [String]? {
        let starts = lines.indices.filter { lines[$0].hasPrefix("<!-- debrief:begin") }
        guard !starts.isEmpty else { return nil }
        let start = starts[stage.number(0..<starts.count)]
        guard let end = lines[start...].firstIndex(where: { $0.hasPrefix("<!-- debrief:end") }) else { return nil }
        let block = Array(lines[start...end])
        lines.removeSubrange(start...end)
        return block
    }

    private mutating func deleteBlock(_ stage: inout MergeStage) {
        guard let block = takeBlock(&stage) else { return }
        deletedBlocks.insert(block[0].split(separator: " ").map(String.init)[2])
    }

    private mutating func moveBlock(_ stage: inout MergeStage) {
        guard let block = takeBlock(&stage) else { return }
        let free = free
        guard !free.isEmpty else {
            lines += block
            return
        }
        lines.insert(contentsOf: block, at: free[stage.number(0..<free.count)])
    }
}
