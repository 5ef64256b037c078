import Foundation
import Testing

@testable import Importing

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// Whatever spelling an export chooses for each letter: for a reader of another make, the word is gone, the rest is there,
/// and the export parses.
@Suite struct RedactedSpellingTests {
    /// Numbers that seem to have nothing to do with each other (SplitMix64).
    private struct Dice {
        var state: UInt64

        mutating func roll(_ sides: Int) -> Int {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return Int((z ^ (z >> 31)) % UInt64(sides))
        }
    }

    private static let parts = [
        "Acme", "ACME", "acme", " ", ", ", "\n", "\\", "/", "<", "&", "]]>", "\u{E9}", "\u{1F600}", "7",
    ]
    private static let words = ["acme"]

    private static func text(_ dice: inout Dice) -> String {
        (0..<1 + dice.roll(12)).map { _ in parts[dice.roll(parts.count)] }.joined()
    }

    private static func redacted(_ text: String) -> String { text.replacing("x", with: "") }

    private static func covered(_ text: String) -> [UInt8] {
        var redaction = ByteRedaction(Array(text.utf8))
        _ = redaction.cover(words: words)
        return redaction.bytes
    }

    /// What is left of a text where words as a whole are taken out.
    private static func expected(_ text: String) -> String {
        var out = ""
        var word = ""
        func end() {
            out += word.lowercased() == "acme" ? "" : word
            word = ""
        }
        for character in text {
            if character.isLetter || character.isNumber {
                word.append(character)
            } else {
                end()
                out.append(character)
            }
        }
        end()
        return out
    }

    @Test func `JSON`() throws {
        var dice = Dice(state: 1)
        for _ in 0..<400 {
            let texts = (0..<3).map { _ in Self.text(&dice) }
            let spelled = texts.map { text in
                text.utf16.map { unit in
                    switch (unit, dice.roll(3)) {
                    case (0x22, _), (0x5C, _): "\\\(Character(Unicode.Scalar(UInt8(unit))))"
                    case (0x0A, 0): "\\n"
                    case (0x2F, 0): "\\/"
                    case (0x20..<0x7F, 1...): "\(Character(Unicode.Scalar(UInt8(unit))))"
                    default: "\\u" + String(UInt32(unit) + 0x10000, radix: 16, uppercase: dice.roll(2) == 0).suffix(4)
                    }
                }.joined()
            }
            let bytes = Self.covered("[\"\(spelled.joined(separator: "\", \""))\"]")
            let read = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String])
            #expect(read.map(Self.redacted) == texts.map(Self.expected))
        }
    }

    private final class Reader: NSObject, XMLParserDelegate {
        var text = ""
        func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
        func parser(_ parser: XMLParser, foundCDATA block: Data) { text += String(decoding: block, as: UTF8.self) }
    }

    @Test func `XML`() throws {
        var dice = Dice(state: 2)
        for _ in 0..<400 {
            let text = Self.text(&dice)
            var spelled = ""
            for scalar in text.unicodeScalars {
                let isMarkup = "<&>".unicodeScalars.contains(scalar)
                switch dice.roll(isMarkup ? 3 : 6) {
                case 0: spelled += "&#\(scalar.value);"
                case 1: spelled += "&#x\(String(scalar.value, radix: 16));"
                case 2: spelled += "<![CDATA[\(scalar)]]>"
                case 3: spelled += "<!-- acme\(scalar == "-" ? "" : String(scalar))-->\(scalar)<?acme acme?>"
                default: spelled += String(scalar)
                }
            }
            let parser = XMLParser(data: Data(Self.covered("<acme a='&#65;cme'>\(spelled)</acme>")))
            let reader = Reader()
            parser.delegate = reader
            #expect(parser.parse(), "\(spelled)")
            #expect(Self.redacted(reader.text) == Self.expected(text), "\(spelled)")
        }
    }
}
