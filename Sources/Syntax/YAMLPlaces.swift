internal import Diagnostics

/// Where the lines of a YAML text begin: turns libyaml's marks into origins.
///
/// libyaml counts columns in Unicode scalars, and takes NEL, LS and PS for line breaks; an origin counts bytes, and
/// knows LF, CR LF and CR only.
struct YAMLPlaces {
    private let bytes: [UInt8]
    let source: SourceID
    /// Offsets of first bytes, by libyaml's line breaks.
    private var foreignLines = [0]
    /// Offsets of first bytes, by ours.
    private var lines = [0]
    /// Offsets of every 64th Unicode scalar, so that a column far down a long line is found at once.
    private var stones: [Int] = []
    /// The number of the scalar that each of libyaml's lines begins with, from 0.
    private var firstScalars = [0]

    private static let stride = 64

    init(_ text: String, source: SourceID) {
        bytes = Array(text.utf8)
        self.source = source
        var scalars = 0
        for index in bytes.indices where bytes[index] & 0xC0 != 0x80 {
            if scalars.isMultiple(of: Self.stride) { stones.append(index) }
            scalars += 1
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0
            switch bytes[index] {
            case 0x0A,
                0x0D where next != 0x0A:
                lines.append(index + 1)
                begin(at: index + 1, scalars)
            case 0xC2 where next == 0x85:
                begin(at: index + 2, scalars)
            case 0xE2 where next == 0x80 && index + 2 < bytes.count && bytes[index + 2] & 0xFE == 0xA8:
                begin(at: index + 3, scalars)
            default: break
            }
        }
    }

    private mutating func begin(at offset: Int, _ scalars: Int) {
        foreignLines.append(offset)
        firstScalars.append(scalars)
    }

    /// The place of a libyaml mark, both counted from 1.
    func origin(line: Int, column: Int, path: String) -> Origin {
        guard foreignLines.indices.contains(line - 1) else {
            return Origin(source: source, line: 0, column: 0, field: path)
        }
        let scalar = firstScalars[line - 1] + column - 1
        let stone = scalar / Self.stride
        guard stones.indices.contains(stone) else { return origin(offset: bytes.count, path: path) }
        var offset = stones[stone]
        for _ in 0..<scalar % Self.stride where offset < bytes.count {
            offset += 1
            while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
        }
        return origin(offset: offset, path: path)
    }

    /// The place of a byte, counted from 0.
    func origin(offset: Int, path: String) -> Origin {
        var low = 0
        var high = lines.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lines[middle] <= offset { low = middle } else { high = middle }
        }
        return Origin(
            source: source, line: UInt32(clamping: low + 1), column: UInt32(clamping: offset - lines[low] + 1),
            field: path)
    }

    /// The first line after `line` (counted from 1) in which the text stands at the same column as a key.
    func line(after line: Int, withKey key: String, atColumn column: Int) -> Int? {
        let spellings = [key, "\"\(key)\"", "'\(key)'"].map { Array($0.utf8) }
        guard line < foreignLines.count else { return nil }
        for next in line..<foreignLines.count {
            let start = foreignLines[next] + column - 1
            for spelling in spellings where start + spelling.count < bytes.count {
                if bytes[start..<start + spelling.count].elementsEqual(spelling),
                    bytes[foreignLines[next]..<start].allSatisfy({ $0 == 0x20 || $0 == 0x2D }),
                    bytes[start + spelling.count] == 0x3A
                {
                    return next + 1
                }
            }
        }
        return nil
    }
}
