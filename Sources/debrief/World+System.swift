import Foundation
import IncidentModel
import IncidentStore

extension World {
    /// The real one.
    package static var system: World {
        World(
            kind: SystemFiles.kind, list: SystemFiles.list, open: SystemFiles.open, write: SystemFiles.write,
            say: { text throws(WorldFault) in try SystemFiles.print(text, to: STDOUT_FILENO) },
            complain: { text in try? SystemFiles.print(text, to: STDERR_FILENO) },
            now: {
                Instant(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000))
            },
            openDatabase: { path, access throws(StoreFault) in
                try IncidentDatabase(path: path, for: access, exists: SystemFiles.kind(path) != .missing)
            },
            backUp: SystemFiles.backUp,
            leave: { status in exit(status) },
            environment: ProcessInfo.processInfo.environment, isTerminal: isatty(STDERR_FILENO) == 1,
            width: min(8, max(1, ProcessInfo.processInfo.activeProcessorCount)), entries: SystemFiles.entries,
            grow: { path throws(WorldFault) in try SystemFiles.Growing(path) })
    }
}
