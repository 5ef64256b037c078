/// Which places in a document of JSON are numbers, or `true`, `false` and `null`: what is put in their place must be as well.
struct JSONBareWords {
    enum Kind { case number, literal }

    private var kinds: [Int: Kind] = [:]

    /// `places` are in the order of their beginnings.
    init(_ bytes: [UInt8], among places: [[Range<Int>]]) {
        let candidates = places.enumerated().compactMap { number, place -> (number: Int, at: Int, kind: Kind)? in
            guard place.count == 1, let kind = Self.kind(bytes[place[0]]) else { return nil }
            return (number, place[0].lowerBound, kind)
        }
        guard !candidates.isEmpty else { return }
        var isText = false
        var at = 0
        for candidate in candidates {
            while at < candidate.at {
                switch bytes[at] {
                case UInt8(ascii: "\""): isText.toggle()
                case UInt8(ascii: "\\") where isText: at += 1
                // No string of JSON goes on over the end of a line: a broken one spoils only its own.
                case 0x0A, 0x0D: isText = false
                default: break
                }
                at += 1
            }
            if !isText { kinds[candidate.number] = candidate.kind }
        }
    }

    func kind(of place: Int) -> Kind? { kinds[place] }

    private static func kind(_ word: ArraySlice<UInt8>) -> Kind? {
        if literals.contains(where: { word.elementsEqual($0) }) { return .literal }
        let isNumber = word.allSatisfy { RedactedPatterns.isDigit($0) || marks.contains($0) }
        return isNumber && word.contains(where: RedactedPatterns.isDigit) ? .number : nil
    }

    private static let literals = ["true", "false", "null"].map { Array($0.utf8) }
    private static let marks: [UInt8] = Array("+-.eE".utf8)
}
