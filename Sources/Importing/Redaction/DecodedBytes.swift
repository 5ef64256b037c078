/// The text that bytes stand for, with the way back to the bytes that each character came from.
///
/// Texts are written inside texts: HTML in XML, JSON in JSON. Each decoding is a layer over the one below.
final class DecodedBytes {
    let bytes: [UInt8]
    private let seams: [Seam]
    private let below: DecodedBytes?

    /// A place where text and spelling differ: an escape, a reference, markup that no text goes on over.
    struct Seam {
        var start: Int
        var count: Int
        /// Where it is spelled in the layer below.
        var spelled: Range<Int>
    }

    /// Bytes that are read as they are.
    init(plain bytes: [UInt8]) {
        self.bytes = bytes
        seams = []
        below = nil
    }

    init(_ bytes: [UInt8], seams: [Seam], over below: DecodedBytes) {
        self.bytes = bytes
        self.seams = seams
        self.below = below
    }

    /// The places in the lowest layer that spell a stretch of text, in order. Markup inside of it is none of them.
    func spelling(of range: Range<Int>) -> [Range<Int>] {
        guard let below else { return range.isEmpty ? [] : [range] }
        var places: [Range<Int>] = []
        func take(_ place: Range<Int>) {
            guard !place.isEmpty else { return }
            if let last = places.last, last.upperBound == place.lowerBound {
                places[places.count - 1] = last.lowerBound..<place.upperBound
            } else {
                places.append(place)
            }
        }
        var next = firstSeam(endingBehind: range.lowerBound)
        var at = range.lowerBound
        while at < range.upperBound {
            let offset = offset(before: next)
            guard next < seams.count, seams[next].start < range.upperBound else {
                take(at + offset..<range.upperBound + offset)
                break
            }
            let seam = seams[next]
            if at < seam.start { take(at + offset..<seam.start + offset) }
            if seam.count > 0 { take(seam.spelled) }
            at = max(at, seam.start + seam.count)
            next += 1
        }
        return places.flatMap(below.spelling)
    }

    /// The first seam that does not end before a place.
    private func firstSeam(endingBehind place: Int) -> Int {
        var (low, high) = (0, seams.count)
        while low < high {
            let middle = (low + high) / 2
            if seams[middle].start + seams[middle].count > place { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// What a place that stands before a seam, and behind the one before it, has to be moved by.
    private func offset(before seam: Int) -> Int {
        guard seam > 0 else { return 0 }
        let last = seams[seam - 1]
        return last.spelled.upperBound - last.start - last.count
    }
}

/// A layer in the making.
struct Decoding {
    private let below: DecodedBytes
    private var text: [UInt8] = []
    private var seams: [DecodedBytes.Seam] = []
    /// Up to where the layer below is read.
    private(set) var at = 0

    init(_ below: DecodedBytes) { self.below = below }

    var source: [UInt8] { below.bytes }
    var isAtEnd: Bool { at >= below.bytes.count }

    /// Takes what stands up to a place as it is.
    mutating func copy(to end: Int) {
        guard end > at else { return }
        text += below.bytes[at..<end]
        at = end
    }

    /// What stands up to a place stands for `meaning`: nothing, for markup that text goes on over.
    mutating func take(to end: Int, for meaning: [UInt8]) {
        seams.append(.init(start: text.count, count: meaning.count, spelled: at..<end))
        text += meaning
        at = end
    }

    /// What stands up to a place is no text: nothing is found in it, and no text goes on over it.
    mutating func hide(to end: Int) {
        guard end > at else { return }
        text += repeatElement(0, count: end - at)
        at = end
    }

    /// The layer; the one below where both are alike.
    consuming func layer() -> DecodedBytes {
        copy(to: below.bytes.count)
        return seams.isEmpty && text == below.bytes ? below : DecodedBytes(text, seams: seams, over: below)
    }
}
