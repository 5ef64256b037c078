package import Diagnostics
import Reporting
import Syntax
import Typesetting

/// A folder that pages are written to. It remembers the digest of what it wrote, so that a page which a person has
/// edited since is never overwritten: the new page then stands beside it as `*.new.*`. Of drafts it remembers the whole
/// text, so that what a person wrote and what the program has to say since are merged (``PageMerge``).
struct OutputFolder {
    let path: String
    let world: World
    /// Every page that stands there by this run, with its digest.
    private(set) var written: [(path: String, sha256: String)] = []
    private var digests: [String: String] = [:]
    /// What stands now in the drafts that a page of this run is made from.
    private var drafts: [String: String] = [:]
    /// Edited pages that were left as they are, and what could not be merged.
    var diagnostics: [Diagnostic] = []

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

    /// Writes a page, unless a person has edited the one that stands there; a draft is merged.
    mutating func write(_ file: OutputFile) throws(WorldFault) {
        if file.isDraft {
            drafts = [file.path: try writeDraft(file.path, file.contents)]
            return
        }
        var contents = file.contents
        if let source = file.source, let draft = try standing(source), draft != source.markdown {
            contents = source.press(draft)
        }
        try write(file.path, Array(contents.utf8))
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
                try writeBeside(name, bytes)
                diagnostics.append(
                    Diagnostic(
                        .editedPage,
                        "\(full(name)) was edited since it was written; the new page is \(full(Self.beside(name)))",
                        help: "merge the two by hand, then remove the one you do not need"))
                return
            }
        }
        try put(name, bytes)
    }

    /// The text of the draft that a page is made from, brought up to date first where one stands in the folder and this
    /// run does not write it otherwise: the two never disagree.
    private mutating func standing(_ source: DraftSource) throws(WorldFault) -> String? {
        if let draft = drafts[source.path] { return draft }
        guard world.kind(full(source.path)) == .file else { return nil }
        return try writeDraft(source.path, source.markdown)
    }

    /// Writes down what was written.
    func close() throws(WorldFault) {
        let lines = digests.sorted { $0.key < $1.key }.map { "\($0.value)  \($0.key)\n" }
        try world.write(full(Self.memory), Array(lines.joined().utf8))
    }

    func full(_ name: String) -> String { path.hasSuffix("/") ? path + name : path + "/" + name }

    /// Writes under the final name, and remembers the digest.
    mutating func put(_ name: String, _ bytes: [UInt8]) throws(WorldFault) {
        try world.write(full(name), bytes)
        let digest = SHA256Digest(of: bytes).hex
        digests[name] = digest
        written.append((full(name), digest))
    }

    mutating func writeBeside(_ name: String, _ bytes: [UInt8]) throws(WorldFault) {
        let beside = full(Self.beside(name))
        try world.write(beside, bytes)
        written.append((beside, SHA256Digest(of: bytes).hex))
    }

    /// Whether these bytes are what was written last under the name.
    func wrote(_ bytes: [UInt8], as name: String) -> Bool { digests[name] == SHA256Digest(of: bytes).hex }

    /// `post-mortems/X.md` becomes `post-mortems/X.new.md`.
    static func beside(_ name: String) -> String {
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
