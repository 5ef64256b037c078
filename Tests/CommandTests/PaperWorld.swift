import Foundation
import IncidentModel
import IncidentStore
import Syntax
import debrief

/// A world made of paper: files are texts in memory, and everything said is kept.
final class PaperWorld: Sendable {
    private struct State {
        var files: [String: [UInt8]] = [:]
        var said = ""
        var complained = ""
        /// What was said and complained, as a terminal would show it.
        var transcript = ""
    }

    private let state = Guarded(State())
    /// Databases are files, and SQLite's own: they stand in a folder that goes with this world.
    private let scratch = FileManager.default.temporaryDirectory.appending(path: "debrief-\(UUID().uuidString)")
    /// Names of files that refuse to be written.
    private let refused: Set<String>

    init(files: [String: String], refused: Set<String> = []) {
        self.refused = refused
        state.change { state in state.files = files.mapValues { Array($0.utf8) } }
    }

    deinit { try? FileManager.default.removeItem(at: scratch) }

    /// Where a database of this world stands on the disk.
    func place(of database: String) -> String {
        try? FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        return scratch.appending(path: database.replacing("/", with: "_")).path
    }

    var files: [String: String] { state.read { $0.files.mapValues { String(decoding: $0, as: UTF8.self) } } }
    var said: String { state.read(\.said) }
    var complained: String { state.read(\.complained) }

    func put(_ text: String, at path: String) { put(Array(text.utf8), at: path) }

    func put(_ bytes: [UInt8], at path: String) { state.change { $0.files[path] = bytes } }

    /// What a terminal has shown since the last call.
    func takeTranscript() -> String {
        state.change { state in
            defer { state.transcript = "" }
            return state.transcript
        }
    }

    var world: World {
        World(
            kind: { path in self.kind(path) }, list: { path in self.list(path) },
            open: { path throws(WorldFault) in try self.open(path) },
            write: { path, bytes throws(WorldFault) in try self.write(path, bytes) },
            say: { text in
                self.state.change {
                    $0.said += text
                    $0.transcript += text
                }
            },
            complain: { text in
                self.state.change {
                    $0.complained += text
                    $0.transcript += text
                }
            },
            now: { CivilTime(year: 2026, month: 2, day: 10).instant },
            openDatabase: { path, access throws(StoreFault) in
                let place = self.place(of: path)
                return try IncidentDatabase(
                    path: place, for: access, exists: FileManager.default.fileExists(atPath: place))
            },
            backUp: { database, path in
                let place = self.place(of: path)
                if FileManager.default.fileExists(atPath: place) {
                    throw WorldFault(.cannotWrite, path, "it is there already, and is left as it is")
                }
                try database.backUp(to: place)
            }, leave: { _ in }, environment: [:],
            isTerminal: false, width: 2)
    }

    private func kind(_ path: String) -> EntryKind {
        state.read { state in
            if state.files[path] != nil { return .file }
            return state.files.keys.contains { $0.hasPrefix(path.hasSuffix("/") ? path : path + "/") }
                ? .folder : .missing
        }
    }

    private func list(_ path: String) -> [String] {
        let root = path.hasSuffix("/") ? path : path + "/"
        return state.read { state in
            Set(
                state.files.keys.filter { $0.hasPrefix(root) }.map {
                    String($0.dropFirst(root.count).prefix { $0 != "/" })
                }
            )
            .sorted()
        }
    }

    private func open(_ path: String) throws(WorldFault) -> InputText {
        guard let bytes = state.read({ $0.files[path] }) else { throw WorldFault(.noInput, path, "No such file") }
        return InputText(bytes: bytes)
    }

    private func write(_ path: String, _ bytes: [UInt8]) throws(WorldFault) {
        if refused.contains(where: { path.hasSuffix("/" + $0) }) {
            throw WorldFault(.cannotWrite, path, "Read-only file system")
        }
        state.change { $0.files[path] = bytes }
    }
}
