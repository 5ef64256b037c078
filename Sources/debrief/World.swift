package import IncidentModel
package import IncidentStore
package import Syntax

/// The only door to the outside: files, standard streams, the clock, the environment. Tests pass one made of paper.
package struct World: Sendable {
    /// What stands at a path.
    package var kind: @Sendable (String) -> EntryKind
    /// The names in a folder, in order, hidden ones left out.
    package var list: @Sendable (String) throws(WorldFault) -> [String]
    /// Everything in a folder, in order, hidden names and links included: links are named and not followed.
    package var entries: @Sendable (String) throws(WorldFault) -> [FolderEntry]
    /// The bytes of a file, or of standard input for `-`.
    package var open: @Sendable (String) throws(WorldFault) -> InputText
    /// Writes a whole file under its final name, or leaves nothing behind; folders are made as needed.
    package var write: @Sendable (_ path: String, _ bytes: [UInt8]) throws(WorldFault) -> Void
    /// Begins a file that grows part by part, for what is too long to stand in memory as a whole.
    package var grow: @Sendable (_ path: String) throws(WorldFault) -> any GrowingFile
    /// Standard output.
    package var say: @Sendable (String) throws(WorldFault) -> Void
    /// Standard error.
    package var complain: @Sendable (String) -> Void
    package var now: @Sendable () -> Instant
    /// The incident database at a path; it throws ``StoreFault`` where there is none that can be used.
    package var openDatabase: @Sendable (_ path: String, IncidentDatabase.Access) throws(StoreFault) -> IncidentDatabase
    /// Copies a database to a path at which nothing stands yet: the whole of it, or nothing under that name.
    package var backUp: @Sendable (IncidentDatabase, _ path: String) throws -> Void
    /// Ends the process, where there is one: a big run's memory goes back as a whole instead of piece by piece. A world
    /// of paper stays.
    package var leave: @Sendable (_ status: Int32) -> Void
    package var environment: [String: String]
    /// Whether standard error is a terminal.
    package var isTerminal: Bool
    /// How many threads to read with.
    package var width: Int

    package init(
        kind: @escaping @Sendable (String) -> EntryKind,
        list: @escaping @Sendable (String) throws(WorldFault) -> [String],
        open: @escaping @Sendable (String) throws(WorldFault) -> InputText,
        write: @escaping @Sendable (String, [UInt8]) throws(WorldFault) -> Void,
        say: @escaping @Sendable (String) throws(WorldFault) -> Void,
        complain: @escaping @Sendable (String) -> Void, now: @escaping @Sendable () -> Instant,
        openDatabase:
            @escaping @Sendable (String, IncidentDatabase.Access) throws(StoreFault) -> IncidentDatabase,
        backUp: @escaping @Sendable (IncidentDatabase, String) throws -> Void,
        leave: @escaping @Sendable (Int32) -> Void,
        environment: [String: String], isTerminal: Bool, width: Int,
        entries: (@Sendable (String) throws(WorldFault) -> [FolderEntry])? = nil,
        grow: (@Sendable (String) throws(WorldFault) -> any GrowingFile)? = nil
    ) {
        self.kind = kind
        self.list = list
        if let entries {
            self.entries = entries
        } else {
            self.entries = { path throws(WorldFault) in
                var found: [FolderEntry] = []
                for name in try list(path) {
                    let isFolder = kind(path + "/" + name) == .folder
                    found.append(FolderEntry(name: name, isFolder: isFolder, isPlain: true))
                }
                return found
            }
        }
        self.open = open
        self.write = write
        if let grow {
            self.grow = grow
        } else {
            self.grow = { path throws(WorldFault) in FileOfParts(path: path, write: write) }
        }
        self.say = say
        self.complain = complain
        self.now = now
        self.openDatabase = openDatabase
        self.backUp = backUp
        self.leave = leave
        self.environment = environment
        self.isTerminal = isTerminal
        self.width = width
    }

    /// The world that commands run in.
    @TaskLocal package static var current = World.system
}

package enum EntryKind: Sendable {
    case file, folder, missing
}

/// A name in a folder, and what stands there.
package struct FolderEntry: Sendable {
    package var name: String
    package var isFolder: Bool
    /// Whether it is a folder or a file; otherwise a link, a pipe, a device.
    package var isPlain: Bool

    package init(name: String, isFolder: Bool, isPlain: Bool) {
        self.name = name
        self.isFolder = isFolder
        self.isPlain = isPlain
    }
}

/// The world failed: no file, no room, no permission.
package struct WorldFault: Error, Sendable, Equatable {
    package enum Kind: Sendable { case noInput, cannotRead, cannotWrite }
    package var kind: Kind
    package var path: String
    /// In the system's words.
    package var reason: String

    package init(_ kind: Kind, _ path: String, _ reason: String) {
        self.kind = kind
        self.path = path
        self.reason = reason
    }
}

extension InputText {
    /// The whole of it as text; what is no UTF-8 becomes replacement characters.
    var string: String { withUnsafeBytes { String(decoding: $0, as: UTF8.self) } }
}
