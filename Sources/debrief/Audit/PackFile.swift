import Syntax
import Typesetting

/// One file of a pack, by its path below the folder: plain ASCII that no input can steer.
struct PackFile {
    enum Contents {
        case bytes([UInt8])
        /// An input as it was read; it is not copied.
        case input(InputText)
        case long(LongText)
    }

    var path: String
    var contents: Contents

    /// Its bytes, part by part in order. Parts that have to be made are made ahead on up to `width` threads: a few are in
    /// memory at a time. Ends where `take` says `false`.
    func read(width: Int, _ take: ([UInt8]) throws -> Bool) async throws {
        switch contents {
        case .bytes(let bytes): _ = try take(bytes)
        case .input(let input):
            for start in stride(from: 0, to: input.count, by: Self.stretch) {
                let part = input.withUnsafeBytes { Array($0[start..<min($0.count, start + Self.stretch)]) }
                guard try take(part) else { return }
            }
        case .long(let text):
            var making: ArraySlice<Task<[UInt8], Never>> = []
            var next = 0
            defer { for task in making { task.cancel() } }
            while next < text.parts.count || !making.isEmpty {
                while next < text.parts.count, making.count < width * 2 {
                    let part = text.parts[next]
                    making.append(Task { part() })
                    next += 1
                }
                guard let first = making.popFirst(), try take(await first.value) else { return }
            }
        }
    }

    /// Bytes of an input that are looked at together.
    private static let stretch = 1 << 20
}

/// The list of a pack's files with their digests, as `sha256sum -c` reads it: sorted by path, and itself not in it.
struct PackManifest {
    static let path = "MANIFEST.sha256"

    struct Line {
        var digest: String
        var path: String
    }

    var lines: [Line]

    init(_ lines: [Line]) {
        self.lines = lines.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
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
