import Diagnostics
import Syntax
import Typesetting

/// A folder that somebody says is a pack. Only plain files that stand in it are ever opened: no link is followed, and no
/// path that a file of it names is taken on faith.
struct PackFolder {
    let path: String
    private let world: World
    /// Every plain file below it, by its path from there.
    private(set) var files: Set<String> = []
    /// Links, pipes and devices; what lies too deep or is too much.
    private(set) var diagnostics: [Diagnostic] = []

    private static let depthLimit = 16
    private static let countLimit = 4_000_000
    /// Bytes of one file that is checked.
    static let sizeLimit = 1 << 36

    /// Throws ``WorldFault`` where there is no such folder, or nothing of a pack in it.
    init(_ path: String, world: World) throws(WorldFault) {
        self.path = path.hasSuffix("/") ? String(path.dropLast()) : path
        self.world = world
        guard world.kind(path) == .folder else { throw WorldFault(.noInput, path, "no such folder") }
        try walk("", depth: 0)
        guard files.contains(PackManifest.path) || files.contains(PackData.path) else {
            throw WorldFault(
                .noInput, path, "no pack: it holds neither \(PackManifest.path) nor \(PackData.path)")
        }
    }

    private mutating func walk(_ folder: String, depth: Int) throws(WorldFault) {
        guard depth < Self.depthLimit, files.count < Self.countLimit else {
            return diagnostics.append(
                Diagnostic(.auditUnsafe, "\(folder) lies too deep, or the folder holds too many files: not looked at"))
        }
        for entry in try world.entries(folder.isEmpty ? path : "\(path)/\(folder)") {
            let inner = folder.isEmpty ? entry.name : "\(folder)/\(entry.name)"
            if !entry.isPlain {
                diagnostics.append(
                    Diagnostic(.auditUnsafe, "\(visible(inner)) is a link, a pipe or a device: not followed"))
            } else if entry.isFolder {
                try walk(inner, depth: depth + 1)
            } else {
                files.insert(inner)
            }
        }
    }

    /// The bytes of one of ``files``; `nil` for every other path.
    func open(_ file: String) throws(WorldFault) -> InputText? {
        guard files.contains(file) else { return nil }
        return try world.open("\(path)/\(file)")
    }

    static func digest(of text: InputText) -> String {
        var sum = SHA256Sum()
        text.inStretches { sum.add($0) }
        return sum.hex
    }

    // MARK: The manifest

    /// What differs from the manifest: changed, missing and additional files. Its own digest stands beside.
    func manifestFindings() throws(WorldFault) -> (findings: [Diagnostic], digest: String?, isListed: (String) -> Bool)
    {
        guard let manifest = try open(PackManifest.path) else {
            return (
                [Diagnostic(.auditMissing, "\(PackManifest.path) is missing: no file can be compared")], nil,
                { _ in true }
            )
        }
        var findings: [Diagnostic] = []
        var listed: Set<String> = []
        var last = ""
        for (number, line) in PackManifest.read(manifest.string).enumerated() {
            let address = "\(PackManifest.path):\(number + 1)"
            guard let line else {
                findings.append(Diagnostic(.auditManifest, "\(address) is not a digest, two spaces and a path"))
                continue
            }
            guard Self.isSafe(line.path) else {
                findings.append(
                    Diagnostic(.auditUnsafe, "\(address) names \(visible(line.path)), which leads out of the folder"))
                continue
            }
            guard listed.insert(line.path).inserted else {
                findings.append(Diagnostic(.auditManifest, "\(address) names \(visible(line.path)) again"))
                continue
            }
            if line.path.utf8.lexicographicallyPrecedes(last.utf8) {
                findings.append(Diagnostic(.auditManifest, "\(address) stands out of order"))
            }
            last = line.path
            if let finding = try compare(line) { findings.append(finding) }
        }
        for file in files.subtracting(listed).subtracting([PackManifest.path]).sorted() {
            findings.append(Diagnostic(.auditAdditional, "\(visible(file)) is not in \(PackManifest.path)"))
        }
        return (findings, manifest.withUnsafeBytes { SHA256Digest(of: $0).hex }, listed.contains)
    }

    private func compare(_ line: PackManifest.Line) throws(WorldFault) -> Diagnostic? {
        guard let text = try open(line.path) else {
            return Diagnostic(.auditMissing, "\(visible(line.path)) is missing")
        }
        guard text.count <= Self.sizeLimit else {
            return Diagnostic(.auditUnsafe, "\(visible(line.path)) has \(text.count) bytes: not looked at")
        }
        guard Self.digest(of: text) != line.digest else { return nil }
        return Diagnostic(
            .auditChanged, "\(visible(line.path)) is not the file that was written")
    }

    /// Below the folder, spelled in one way only.
    private static func isSafe(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return path.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }
            && parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
    }
}
