import IncidentModel
import IncidentStore
import Syntax

/// The world as a pack's run saw it: the names of its inputs lead to the files that the pack keeps of them, and nothing
/// else exists.
struct PackWorld {
    private let folder: PackFolder
    /// By the name that the run knew: the file of the pack.
    private let files: [String: String]

    init(_ folder: PackFolder, _ data: PackData) {
        self.folder = folder
        files = Dictionary(
            data.exports.map { (data.path(of: $0), $0.file) } + data.texts.map { ($0.name, $0.file) }
        ) { first, _ in first }
    }

    func world(width: Int) -> World {
        let (folder, files) = (folder, files)
        @Sendable func kind(_ path: String) -> EntryKind {
            if files[path] != nil { return .file }
            let root = path.hasSuffix("/") ? path : path + "/"
            return files.keys.contains { $0.hasPrefix(root) } ? .folder : .missing
        }
        return World(
            kind: kind,
            list: { path in
                let root = path.hasSuffix("/") ? path : path + "/"
                let names = files.keys.filter { $0.hasPrefix(root) }.map { name in
                    String(name.dropFirst(root.count).prefix { $0 != "/" })
                }
                return Set(names).sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
            },
            open: { path throws(WorldFault) in
                guard let file = files[path], let text = try folder.open(file) else {
                    throw WorldFault(.noInput, path, "the pack keeps no such file")
                }
                return text
            },
            write: { path, _ throws(WorldFault) in throw WorldFault(.cannotWrite, path, "a pack is only read") },
            say: { _ in }, complain: { _ in }, now: { Instant(seconds: 0) },
            openDatabase: { _, _ throws(StoreFault) in throw StoreFault.missing },
            backUp: { _, path in throw WorldFault(.cannotWrite, path, "a pack is only read") }, leave: { _ in },
            environment: [:],
            isTerminal: false, width: width)
    }
}
