package import Diagnostics
import Syntax
import Typesetting

/// Pages that people are to write in.
extension OutputFolder {
    /// Where the folder keeps what it wrote last of each draft.
    private static let memory = ".debrief/drafts/"

    /// Blocks that say when and how a page was made: they differ each time, and a final page does not want for them.
    private static let blocksOfTheMoment: Set<String> = ["computed"]

    /// Writes a draft, merged into what a person made of it; returns what stands there now.
    mutating func writeDraft(_ name: String, _ new: String) throws(WorldFault) -> String {
        guard world.kind(full(name)) == .file else { return try writeWhole(name, new) }
        let bytes = try world.open(full(name)).withUnsafeBytes { Array($0) }
        let there = String(decoding: bytes, as: UTF8.self)
        if there == new { return try writeWhole(name, new) }
        let base = try lastText(of: name)
        if bytes.elementsEqual((base ?? "").utf8) || base == nil && wrote(bytes, as: name) {
            return try writeWhole(name, new)
        }
        // Without what was written last, or where the file is no text, nothing can be merged.
        guard let base, bytes.elementsEqual(there.utf8) else {
            try write(name, Array(new.utf8))
            return there
        }
        if PageMerge.frontMatter("state", of: there) == "final" {
            try leaveFinal(name, base, new)
            return there
        }
        return try merge(name, base, there, new)
    }

    private mutating func writeWhole(_ name: String, _ text: String) throws(WorldFault) -> String {
        try put(name, Array(text.utf8))
        try remember(name, text)
        return text
    }

    private mutating func merge(
        _ name: String, _ base: String, _ there: String, _ new: String
    ) throws(WorldFault) -> String {
        let merge = PageMerge(base: base, edited: there, new: new)
        if !merge.conflicts.isEmpty {
            try writeBeside(name, Array(new.utf8))
            diagnostics.append(
                Diagnostic(
                    .draftConflict,
                    "\(full(name)): both changed \(list(merge.conflicts)); yours stands, the new page is \(full(Self.beside(name)))",
                    help: "take over what you want from the new page, then remove it"))
        }
        if !merge.forgone.isEmpty {
            diagnostics.append(
                Diagnostic(
                    .forgoneBlock, "\(full(name)): \(list(merge.forgone)) changed, and you have deleted it there"))
        }
        if merge.text != there { try put(name, Array(merge.text.utf8)) }
        try remember(name, new)
        return merge.text
    }

    /// What was written last stays remembered, so that a page that is opened again takes up everything since.
    private mutating func leaveFinal(_ name: String, _ base: String, _ new: String) throws(WorldFault) {
        let changed = PageMerge.changedBlocks(from: base, to: new).filter { !Self.blocksOfTheMoment.contains($0) }
        guard !changed.isEmpty else { return }
        try writeBeside(name, Array(new.utf8))
        diagnostics.append(
            Diagnostic(
                .finalDraft,
                "\(full(name)) is final and stays as it is, though \(list(changed)) changed; the new page is \(full(Self.beside(name)))",
                help: "set `state: draft` to have it brought up to date"))
    }

    private func list(_ names: [String]) -> String { names.map { "“\($0)”" }.joined(separator: ", ") }

    private func lastText(of name: String) throws(WorldFault) -> String? {
        let path = full(Self.memory + name)
        guard world.kind(path) == .file else { return nil }
        return try world.open(path).string
    }

    private func remember(_ name: String, _ text: String) throws(WorldFault) {
        try world.write(full(Self.memory + name), Array(text.utf8))
    }
}

extension DiagnosticCode {
    static let draftCodes: [DiagnosticCode] = [.draftConflict, .finalDraft, .forgoneBlock]

    package static let draftConflict = DiagnosticCode(
        "draft-conflict", .warning, "a person and the program changed the same part of a page",
        """
        A draft that a person edited is brought up to date: generated blocks take their new text, everything else stays. \
        Where somebody edited inside a generated block, and its new text differs from what was written last, both cannot \
        stand: the person's words stay, and the new page stands beside it as *.new.md.
        """)

    package static let finalDraft = DiagnosticCode(
        "final-draft", .note, "facts of a page that is final have changed",
        """
        A page whose front matter says `state: final` is never written again. Where its facts have changed since, the new \
        page stands beside it as *.new.md.
        """)

    package static let forgoneBlock = DiagnosticCode(
        "forgone-block", .note, "a part of a page that somebody deleted has new text",
        """
        A generated block that a person deleted from a draft, or whose marks they broke, does not come back. The run says \
        when its facts have changed.
        """)
}
