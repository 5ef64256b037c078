package import Diagnostics
import Reporting
import Syntax
import Typesetting

/// A folder that pages are written to. It remembers the digest of what it wrote, so that a page which a person has
/// edited since is never overwritten: the new page then stands beside it as `*.new.*`.
struct OutputFolder {
    let path: String
    private let world: World
    private var digests: [String: String] = [:]
    /// Edited pages that were left as they are.
    private(set) var diagnostics: [Diagnostic] = []
    /// Every page that stands there by this run, with its digest.
    private(set) var written: [(path: String, sha256: String)] = []

    private static let memory = ".debrief-written"

    init(_ path: String, world: World) throws(WorldFault) {
        self.path = path
        self.world = world
        if world.kind(path) == .file { throw WorldFault(.cannotWrite, path, "it is a file, not a folder") }
        guard world.kind(full(Self.memory)) == .file else { return }
        let lines = try world.open(full(Self.memory)).string.split(separator: "\n")
        for line in lines {
            let parts = line.split(separator: " ", maxSplits: 1)
            if parts.count == 2 { digests[parts[1].trimmedStart] = String(parts[0]) }
        }
    }

    /// Writes a page, unless a person has edited the one that stands there.
    mutating func write(_ file: OutputFile) throws(WorldFault) {
        try write(file.path, Array(file.contents.utf8))
    }

    mutating func write(_ name: String, _ bytes: [UInt8]) throws(WorldFault) {
        let digest = SHA256Digest(of: bytes).hex
        if world.kind(full(name)) == .file {
            let there = try world.open(full(name)).withUnsafeBytes { SHA256Digest(of: Array($0)).hex }
            if there == digest {
                written.append((full(name), digest))
                digests[name] = digest
                return
            }
            if there != digests[name] {
                let beside = Self.beside(name)
                try world.write(full(beside), bytes)
                written.append((full(beside), digest))
                diagnostics.append(
                    Diagnostic(
                        .editedPage, "\(full(name)) was edited since it was written; the new page is \(full(beside))",
                        help: "merge the two by hand, then remove the one you do not need"))
                return
            }
        }
        try world.write(full(name), bytes)
        digests[name] = digest
        written.append((full(name), digest))
    }

    /// Writes down what was written.
    func close() throws(WorldFault) {
        let lines = digests.sorted { $0.key < $1.key }.map { "\($0.value)  \($0.key)\n" }
        try world.write(full(Self.memory), Array(lines.joined().utf8))
    }

    private func full(_ name: String) -> String { path.hasSuffix("/") ? path + name : path + "/" + name }

    /// `post-mortems/X.md` becomes `post-mortems/X.new.md`.
    private static func beside(_ name: String) -> String {
        guard let dot = name.lastIndex(of: "."), !name[dot...].contains("/") else { return name + ".new" }
        return name[..<dot] + ".new" + name[dot...]
    }
}

extension Substring {
    fileprivate var trimmedStart: String { String(drop { $0 == " " }) }
}

extension DiagnosticCode {
    package static let editedPage = DiagnosticCode(
        "edited-page", .warning, "a page was edited by hand and is left as it is",
        """
        The folder remembers what it wrote. A page that differs from that was edited by a person: it is not \
        overwritten, and the new page stands beside it as *.new.*.
        """)
}
