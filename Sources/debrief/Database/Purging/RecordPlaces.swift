import Diagnostics
import Importing
import IncidentStore
import Syntax

/// The records of one export by where their bytes stand: what can be blanked, and how.
struct RecordPlaces {
    private struct Place: Sendable {
        var line: UInt32
        var column: UInt32
        var bytes: Range<Int>?
    }

    private let path: RecordPath
    /// In the order of the export.
    private let places: [Place]

    init(_ text: InputText, in dialect: any ExportDialect, encoding: TextEncoding, width: Int) async {
        path = dialect.records
        let stream = RecordStream(text, source: SourceID(0), path: path, encoding: encoding)
        places = await stream.map(width: width) { record in
            let origin = record.beginning
            return Place(line: origin.line, column: origin.column, bytes: record.place)
        }.values
    }

    /// The record in which something stands: the last one that begins at its place or before it. `nil` where it cannot be
    /// told, or its bytes cannot.
    func record(holding place: PurgePlace) -> Int? {
        var low = 0
        var high = places.count
        while low < high {
            let middle = (low + high) / 2
            if (places[middle].line, places[middle].column) <= (place.line, place.column) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low > 0 && places[low - 1].bytes != nil ? low - 1 : nil
    }

    /// Blanks a record: what stays is as long as it was, in as many lines, and the rest of the export reads as before.
    func blank(_ record: Int, in bytes: inout [UInt8]) -> SourceGap? {
        guard let range = places[record].bytes?.clamped(to: bytes.indices), !range.isEmpty else { return nil }
        var lines: UInt32 = 0
        for at in range {
            if bytes[at] == Self.lineFeed { lines += 1 }
            if bytes[at] != Self.lineFeed, bytes[at] != Self.carriageReturn { bytes[at] = Self.space }
        }
        switch path {
        case .json:
            bytes[range.lowerBound] = UInt8(ascii: "{")
            bytes[range.upperBound - 1] = UInt8(ascii: "}")
        case .xml:
            // Less than a comment takes is less than any element.
            guard range.count >= 7 else { break }
            bytes.replaceSubrange(range.prefix(4), with: Array("<!--".utf8))
            bytes.replaceSubrange(range.suffix(3), with: Array("-->".utf8))
        case .csv:
            // Every line of a cell with line breaks is a row of its own now.
            lines += 1
        }
        return SourceGap(line: places[record].line, column: places[record].column, endLine: places[record].line + lines)
    }

    /// An export of which nothing is left but its length and its lines.
    static func blankAll(_ bytes: inout [UInt8]) {
        for at in bytes.indices where bytes[at] != lineFeed && bytes[at] != carriageReturn { bytes[at] = space }
    }

    private static let lineFeed: UInt8 = 0x0A
    private static let carriageReturn: UInt8 = 0x0D
    private static let space: UInt8 = 0x20
}
