import Foundation
import IncidentStore
import Synchronization
import Syntax

/// Files by POSIX calls, whose errors name what happened.
enum SystemFiles {
    static func kind(_ path: String) -> EntryKind {
        var status = stat()
        guard stat(path, &status) == 0 else { return .missing }
        return status.st_mode & S_IFMT == S_IFDIR ? .folder : .file
    }

    static func list(_ path: String) throws(WorldFault) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: path)
                .filter { !$0.hasPrefix(".") }
                .sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
        } catch {
            throw WorldFault(.cannotRead, path, "the folder cannot be read")
        }
    }

    static func entries(_ path: String) throws(WorldFault) -> [FolderEntry] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            throw WorldFault(.cannotRead, path, "the folder cannot be read")
        }
        return names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }.map { name in
            var status = stat()
            guard lstat(path + "/" + name, &status) == 0 else {
                return FolderEntry(name: name, isFolder: false, isPlain: false)
            }
            let kind = status.st_mode & S_IFMT
            return FolderEntry(name: name, isFolder: kind == S_IFDIR, isPlain: kind == S_IFDIR || kind == S_IFREG)
        }
    }

    static func open(_ path: String) throws(WorldFault) -> InputText {
        if path == "-" { return InputText(bytes: try readAll(STDIN_FILENO, path)) }
        let file = Foundation.open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            throw WorldFault(errno == ENOENT ? .noInput : .cannotRead, path, said(errno))
        }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw WorldFault(.cannotRead, path, said(errno)) }
        // A pipe or a device has no size to map.
        guard status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else {
            return InputText(bytes: try readAll(file, path))
        }
        let size = Int(status.st_size)
        guard let address = mmap(nil, size, PROT_READ, MAP_PRIVATE, file, 0), address != MAP_FAILED else {
            return InputText(bytes: try readAll(file, path))
        }
        let number = UInt(bitPattern: address)
        let page = Int(sysconf(Int32(_SC_PAGESIZE)))
        let forgotten = Mutex(0)
        return InputText(mapping: UnsafeRawBufferPointer(start: address, count: size)) { end in
            // The system may take the pages back; whoever looks again gets them from the file.
            let whole = min(end, size) / page * page
            let start = forgotten.withLock { last in
                defer { last = whole }
                return last < whole ? last : 0
            }
            if whole > start {
                madvise(UnsafeMutableRawPointer(bitPattern: number + UInt(start)), whole - start, MADV_DONTNEED)
            }
        } release: {
            munmap(UnsafeMutableRawPointer(bitPattern: number), size)
        }
    }

    private static func readAll(_ file: Int32, _ path: String) throws(WorldFault) -> [UInt8] {
        var all: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(file, &buffer, buffer.count)
            if count == 0 { return all }
            if count < 0 {
                if errno == EINTR { continue }
                throw WorldFault(.cannotRead, path, said(errno))
            }
            all += buffer[..<count]
        }
    }

    static func write(_ path: String, _ bytes: [UInt8]) throws(WorldFault) {
        let file = try Growing(path)
        do throws(WorldFault) {
            try file.append(bytes)
            try file.finish()
        } catch {
            file.abandon()
            throw error
        }
    }

    /// A temporary neighbour takes the bytes and then the name, so that no half page ever stands under it.
    final class Growing: GrowingFile {
        private let path: String
        private let neighbour: String
        private var file: Int32

        init(_ path: String) throws(WorldFault) {
            let folder = (path as NSString).deletingLastPathComponent
            if !folder.isEmpty, kind(folder) != .folder {
                do {
                    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
                } catch {
                    throw WorldFault(.cannotWrite, folder, "the folder cannot be made")
                }
            }
            self.path = path
            neighbour = path + ".part"
            file = Foundation.open(neighbour, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
            guard file >= 0 else { throw WorldFault(.cannotWrite, path, said(errno)) }
        }

        deinit { abandon() }

        func append(_ bytes: [UInt8]) throws(WorldFault) {
            if let fault = put(bytes, into: file) { throw WorldFault(.cannotWrite, path, fault) }
        }

        func finish() throws(WorldFault) {
            let status = close(file)
            file = -1
            guard status == 0, rename(neighbour, path) == 0 else {
                let reason = said(errno)
                unlink(neighbour)
                throw WorldFault(.cannotWrite, path, reason)
            }
        }

        func abandon() {
            guard file >= 0 else { return }
            close(file)
            file = -1
            unlink(neighbour)
        }
    }

    /// A neighbour takes the copy, and then a name that nobody has: `link` replaces nothing.
    static func backUp(_ database: IncidentDatabase, to path: String) throws {
        if kind(path) != .missing { throw WorldFault(.cannotWrite, path, "it is there already, and is left as it is") }
        let folder = (path as NSString).deletingLastPathComponent
        if !folder.isEmpty, kind(folder) != .folder {
            do {
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            } catch {
                throw WorldFault(.cannotWrite, folder, "the folder cannot be made")
            }
        }
        let neighbour = "\(path).\(getpid()).part"
        unlink(neighbour)
        defer { for ending in ["", "-journal", "-wal", "-shm"] { unlink(neighbour + ending) } }
        try World.guarding(path) { try database.backUp(to: neighbour) }
        guard link(neighbour, path) == 0 else {
            throw WorldFault(
                .cannotWrite, path, errno == EEXIST ? "it is there already, and is left as it is" : said(errno))
        }
    }

    static func print(_ text: String, to file: Int32) throws(WorldFault) {
        if let fault = put(Array(text.utf8), into: file) { throw WorldFault(.cannotWrite, "standard output", fault) }
    }

    /// What went wrong, in the system's words.
    private static func put(_ bytes: [UInt8], into file: Int32) -> String? {
        var place = 0
        while place < bytes.count {
            let count = bytes.withUnsafeBytes { rest in
                Foundation.write(file, rest.baseAddress.map { $0 + place }, rest.count - place)
            }
            if count < 0 {
                if errno == EINTR { continue }
                return said(errno)
            }
            place += count
        }
        return nil
    }

    private static func said(_ error: Int32) -> String { String(cString: strerror(error)) }
}
