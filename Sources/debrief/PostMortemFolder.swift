import Diagnostics
import Reporting
import Syntax

/// Post-mortems that people work on, read back for their action items.
enum PostMortemFolder {
    /// The tables of the files and folders; of a folder every `.md`, but not what was laid beside an edited page
    /// (`*.new.md`). A page without a table says nothing. The files join the inputs of the run, so that a line of theirs
    /// can be pointed at.
    static func tables(_ paths: [String], of batch: Batch, world: World) throws -> [ActionTable] {
        var seen: Set<String> = []
        return try paths.flatMap { try files(below: $0, in: world) }.compactMap { path in
            guard seen.insert(path).inserted else { return nil }
            let text = try world.open(path)
            let size = text.withUnsafeBytes { $0.count }
            let source = batch.sources.add(path)
            batch.edition.sources = batch.sources
            batch.inputs[source] = text
            guard size <= ActionTable.longest else {
                batch.diagnostics.append(
                    Diagnostic(
                        .actionsTooLong, "the post-mortem has \(Phrasing.number(size)) bytes", at: .whole(source)))
                return nil
            }
            let page = text.string
            guard let last = try lastText(of: path, in: world) else {
                return ActionTable(page, source: source, fileName: name(of: path))
            }
            // As the program wrote it, it says nothing that an export does not say.
            guard page != last, let table = ActionTable(page, source: source, fileName: name(of: path)) else {
                return nil
            }
            let base = ActionTable(last, source: source, fileName: name(of: path))
            return base.map(table.edits(since:)) ?? table
        }
    }

    /// Where an output folder keeps what it wrote last of each draft.
    private static let drafts: Substring = ".debrief/drafts"

    /// What the program wrote last under this name, where the folder above remembers it.
    private static func lastText(of path: String, in world: World) throws -> String? {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let base = (parts.dropLast(2) + [drafts] + parts.suffix(2)).joined(separator: "/")
        return world.kind(base) == .file ? try world.open(base).string : nil
    }

    private static func files(below path: String, in world: World) throws -> [String] {
        guard world.kind(path) == .folder else { return [path] }
        return try InputFinder.inputs([path], in: world).filter { $0.hasSuffix(".md") && !$0.hasSuffix(".new.md") }
    }

    /// `post-mortems/INC-7.md` is `INC-7`.
    private static func name(of path: String) -> String {
        let file = path.split(separator: "/").last ?? ""
        return String(file.hasSuffix(".md") ? file.dropLast(3) : file)
    }
}
