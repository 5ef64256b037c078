/// A page that the program wrote and a person edited, brought up to date: a merge of three states, in which generated
/// blocks take the program's new text, and everything else is the person's.
///
/// - A line that a person wrote is always kept, and one that they deleted does not come back.
/// - A block that nobody edited takes its new text, wherever it was moved to. One that was edited keeps the person's text; where
///   the program's text changed as well, that is a conflict. Tables with an `Id` column are merged row by row.
/// - A block that a person deleted stays deleted; a new one arrives behind the one that it follows.
/// - Line breaks, and a missing one at the end, stay as the person's editor left them.
package struct PageMerge: Sendable {
    package private(set) var text = ""
    /// What both changed, by name: the person's words stand in ``text``.
    package private(set) var conflicts: [String] = []
    /// Blocks that a person deleted, and whose text has changed since.
    package private(set) var forgone: [String] = []

    private let base: MarkedPage
    private let edited: MarkedPage
    private let new: MarkedPage

    /// `base` is what the program wrote last, `edited` what stands there now, `new` what the program would write.
    package init(base: String, edited: String, new: String) {
        self.base = MarkedPage(base)
        self.edited = MarkedPage(edited)
        self.new = MarkedPage(new)
        let head = FrontMatterMerge(
            base: self.base.frontMatter, edited: self.edited.frontMatter, new: self.new.frontMatter)
        conflicts = head.conflicts
        var parts = walked()
        parts = withLost(self.new, in: parts) { name in
            self.base.blocks[name] == nil || self.edited.blocks[name] != nil
        }
        parts = withLost(self.edited, in: parts) { name in isEdited(name) }
        var lines = head.lines
        for part in parts { lines += merged(part) }
        noteForgone()
        text = finished(lines)
    }

    /// The value of a key of a page's front matter: `final` of `state: final`.
    package static func frontMatter(_ key: String, of page: String) -> String? {
        FrontMatterMerge.value(of: key, in: MarkedPage(page).frontMatter)
    }

    /// The names of generated blocks whose text differs between two pages.
    package static func changedBlocks(from old: String, to new: String) -> [String] {
        let (old, new) = (MarkedPage(old), MarkedPage(new))
        var names = new.blockNames
        names += old.blockNames.filter { new.blocks[$0] == nil }
        return names.filter { name in
            old.blocks[name].map { TextLine.plain($0.body) } != new.blocks[name].map { TextLine.plain($0.body) }
        }
    }
}

/// The order of parts.
extension PageMerge {
    /// The parts of the merged page, blocks as the person's copy has them where there is one.
    private mutating func walked() -> [MarkedPage.Part] {
        var names: [String: Int] = [:]
        let old = Self.keys(base.parts, &names)
        let own = Self.keys(edited.parts, &names)
        let fresh = Self.keys(new.parts, &names)
        let toOwn = SequenceMatch(old, own).places
        let toFresh = SequenceMatch(old, fresh).places
        var out: [MarkedPage.Part] = []
        var from = (old: 0, own: 0, fresh: 0)
        func region(_ end: (old: Int, own: Int, fresh: Int)) {
            let (before, mine, now) = (
                old[from.old..<end.old], own[from.own..<end.own], fresh[from.fresh..<end.fresh]
            )
            if mine == before, now != before {
                out += new.parts[from.fresh..<end.fresh]
                return
            }
            out += edited.parts[from.own..<end.own]
            if now == before || now == mine { return }
            // Where the program only added, both can stand; where it changed words that a person changed, too, only one can.
            if let added = Self.added(now, to: before) {
                out += added.map { new.parts[$0] }
            } else if addsWords(now, to: before, in: from.fresh) {
                conflicts.append("text")
            }
        }
        for place in old.indices {
            guard let mine = toOwn[place], let now = toFresh[place] else { continue }
            region((place, mine, now))
            out.append(edited.parts[mine])
            from = (place + 1, mine + 1, now + 1)
        }
        region((old.count, own.count, fresh.count))
        return withoutCopies(out)
    }

    /// The places of what one stretch has beside another, all of which stands in it; `nil` where something is missing.
    private static func added(_ now: ArraySlice<Int>, to before: ArraySlice<Int>) -> [Int]? {
        var rest = before
        var places: [Int] = []
        for place in now.indices {
            if now[place] == rest.first { rest = rest.dropFirst() } else { places.append(place) }
        }
        return rest.isEmpty ? places : nil
    }

    /// Whether the program has new lines, other than blank ones and blocks, for a stretch that a person changed.
    private func addsWords(_ now: ArraySlice<Int>, to before: ArraySlice<Int>, in start: Int) -> Bool {
        let known = Set(before)
        return zip(now, new.parts[start...]).contains { key, part in
            guard case .line(let line) = part else { return false }
            return !line.isBlank && !known.contains(key)
        }
    }

    /// Lines by their text, blocks by their names, as numbers.
    private static func keys(_ parts: [MarkedPage.Part], _ names: inout [String: Int]) -> [Int] {
        parts.map { part in
            let name =
                switch part {
                case .line(let line): "l" + line.text
                case .block(let block): "b" + block.name
                }
            if let number = names[name] { return number }
            names[name] = names.count
            return names.count - 1
        }
    }

    /// Each block as often as the person has it, once at least: one that both moved stands in two places otherwise.
    private func withoutCopies(_ parts: [MarkedPage.Part]) -> [MarkedPage.Part] {
        var most: [String: Int] = [:]
        for name in edited.blockNames { most[name, default: 0] += 1 }
        var counts: [String: Int] = [:]
        return parts.filter { part in
            guard case .block(let block) = part else { return true }
            counts[block.name, default: 0] += 1
            return counts[block.name, default: 0] <= max(1, most[block.name] ?? 0)
        }
    }

    /// Puts the blocks of a page that have to be there, and are not, behind the block that they follow in it.
    private func withLost(
        _ page: MarkedPage, in parts: [MarkedPage.Part], _ isWanted: (String) -> Bool
    ) -> [MarkedPage.Part] {
        var parts = parts
        var present = Set(parts.compactMap { if case .block(let block) = $0 { block.name } else { nil } })
        var last: String?
        for part in page.parts {
            guard case .block(let block) = part else { continue }
            if !present.contains(block.name), isWanted(block.name) {
                let place = last.flatMap { name in
                    parts.lastIndex { if case .block(let other) = $0 { other.name == name } else { false } }
                }
                let blank = MarkedPage.Part.line(TextLine(text: "", ending: "\n"))
                parts.insert(contentsOf: [blank, part], at: place.map { $0 + 1 } ?? parts.count)
                present.insert(block.name)
            }
            if present.contains(block.name) { last = block.name }
        }
        return parts
    }

    private func isEdited(_ name: String) -> Bool {
        guard let own = edited.blocks[name] else { return false }
        return base.blocks[name].map { TextLine.plain($0.body) != TextLine.plain(own.body) } ?? true
    }
}

/// The text of parts.
extension PageMerge {
    private mutating func merged(_ part: MarkedPage.Part) -> [TextLine] {
        guard case .block(let block) = part else {
            if case .line(let line) = part { return [line] }
            return []
        }
        guard let fresh = new.blocks[block.name] else {
            // The program has given it up; it is only still here because a person wrote in it.
            if base.blocks[block.name] != nil { conflicts.append(block.name) }
            return block.lines
        }
        guard edited.blocks[block.name] != nil else { return fresh.lines }
        let body = body(block, fresh)
        return [block.begin] + body + [block.end]
    }

    private mutating func body(_ block: GeneratedBlock, _ fresh: GeneratedBlock) -> [TextLine] {
        let (own, now) = (TextLine.plain(block.body), TextLine.plain(fresh.body))
        guard let old = base.blocks[block.name] else {
            if own != now { conflicts.append(block.name) }
            return block.body
        }
        let before = TextLine.plain(old.body)
        if own == before { return own == now ? block.body : fresh.body }
        if now == before || now == own { return block.body }
        if let table = TableMerge(base: old.body, edited: block.body, new: fresh.body) {
            conflicts += table.conflicts.map { "\(block.name) (\($0))" }
            return table.lines
        }
        conflicts.append(block.name)
        return block.body
    }

    private mutating func noteForgone() {
        forgone = base.blockNames.filter { name in
            guard edited.blocks[name] == nil, let old = base.blocks[name], let now = new.blocks[name] else {
                return false
            }
            return TextLine.plain(old.body) != TextLine.plain(now.body)
        }
    }

    /// With the line breaks of the person's page: their own lines have them already.
    private func finished(_ lines: [TextLine]) -> String {
        var lines = lines
        for place in lines.indices where lines[place].ending != edited.ending {
            let isOwnMixture = lines[place].ending == "\r\n" || edited.ending == "\n"
            if lines[place].ending.isEmpty || !isOwnMixture { lines[place].ending = edited.ending }
        }
        if let last = lines.indices.last { lines[last].ending = edited.endsWithLineBreak ? edited.ending : "" }
        return TextLine.joined(lines)
    }
}
