import Diagnostics

/// Where the lines of a text begin: turns libyaml's marks into origins.
///
/// libyaml counts columns in Unicode scalars, and takes NEL, LS and PS for line breaks; an origin counts bytes, and
/// knows LF, CR LF and CR only.
struct TextPlaces {
    private let bytes: [UInt8]
    private let source: SourceID
    /// Offsets of first bytes, by libyaml's line breaks.
    private var foreignLines = [0]
    /// Offsets of first bytes, by ours.
    private var lines = [0]

    init(_ text: String, source: SourceID) {
        bytes = Array(text.utf8)
        self.source = source
        var index = 0
        while index < bytes.count {
            switch bytes[index] {
            case 0x0A:
                begin(after: index)
            case 0x0D:
                if index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
                begin(after: index)
            case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0x85:
                index += 1
                foreignLines.append(index + 1)
            case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] & 0xFE == 0xA8:
                index += 2
                foreignLines.append(index + 1)
            default: break
            }
            index += 1
        }
    }

    private mutating func begin(after index: Int) {
        lines.append(index + 1)
        foreignLines.append(index + 1)
    }

    /// The place of a libyaml mark, both counted from 1.
    func origin(line: Int, column: Int, path: String) -> Origin {
        guard foreignLines.indices.contains(line - 1) else {
            return Origin(source: source, line: 0, column: 0, field: path)
        }
        var offset = foreignLines[line - 1]
        var scalars = column - 1
        while scalars > 0, offset < bytes.count {
            offset += 1
            while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
            scalars -= 1
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
