package import Diagnostics

/// Where a text stands: what turns a byte of it into an origin.
package enum ProsePlace: Sendable {
    /// In a field of a record: escapes lie between, so every word has the field's address.
    case field(Origin)
    case file(ProseLines)

    func origin(at offset: Int) -> Origin {
        switch self {
        case .field(let origin): origin
        case .file(let lines): lines.origin(at: offset)
        }
    }
}

/// The lines of a file, and where in it each byte of a text comes from.
package struct ProseLines: Sendable {
    private let source: SourceID
    /// Offsets of first bytes.
    private let starts: [Int]
    /// For each byte of the text, its offset in the file; `nil` where the text is the file.
    private let offsets: [Int]?

    package init(_ file: [UInt8], source: SourceID, offsets: [Int]? = nil) {
        self.source = source
        self.offsets = offsets
        starts = [0] + file.indices.lazy.filter { file[$0] == 0x0A }.map { $0 + 1 }
    }

    func origin(at offset: Int) -> Origin {
        var place = offset
        if let offsets { place = offset < offsets.count ? offsets[offset] : (offsets.last ?? 0) }
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= place { low = middle } else { high = middle }
        }
        return Origin(
            source: source, line: UInt32(clamping: low + 1), column: UInt32(clamping: place - starts[low] + 1))
    }
}
