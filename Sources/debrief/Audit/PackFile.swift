import Syntax
import Typesetting

/// One file of a pack, by its path below the folder: plain ASCII that no input can steer.
struct PackFile {
    enum Contents {
        case text(String)
        case bytes([UInt8])
        /// An input as it was read; it is not copied.
        case input(InputText)
    }

    var path: String
    var contents: Contents

    var bytes: [UInt8] {
        switch contents {
        case .text(let text): Array(text.utf8)
        case .bytes(let bytes): bytes
        case .input(let input): input.withUnsafeBytes { Array($0) }
        }
    }

    var digest: String {
        switch contents {
        case .text(let text): SHA256Digest(of: Array(text.utf8)).hex
        case .bytes(let bytes): SHA256Digest(of: bytes).hex
        case .input(let input): input.withUnsafeBytes { SHA256Digest(of: $0).hex }
        }
    }
}

/// The list of a pack's files with their digests, as `sha256sum -c` reads it: sorted by path, and itself not in it.
struct PackManifest {
    static let path = "MANIFEST.sha256"

    struct Line {
        var digest: String
        var path: String
    }

    var lines: [Line]

    init(_ files: [PackFile]) {
        lines = files.map { Line(digest: $0.digest, path: $0.path) }.sorted {
            $0.path.utf8.lexicographicallyPrecedes($1.path.utf8)
        }
    }

    /// What a text lists; `nil` in the place of a line that lists nothing.
    static func read(_ text: String) -> [Line?] {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last == "" { lines.removeLast() }
        return lines.map { line in
            let digest = line.utf8.prefix(64)
            let rest = line.utf8.dropFirst(64)
            guard digest.count == 64, digest.allSatisfy(isHex), rest.starts(with: "  ".utf8), rest.count > 2 else {
                return nil
            }
            return Line(
                digest: String(decoding: digest, as: UTF8.self),
                path: String(decoding: rest.dropFirst(2), as: UTF8.self))
        }
    }

    private static func isHex(_ byte: UInt8) -> Bool { (48...57).contains(byte) || (97...102).contains(byte) }

    var text: String { lines.map { "\($0.digest)  \($0.path)\n" }.joined() }
}
