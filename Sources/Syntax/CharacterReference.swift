/// A character reference of XML or HTML, for those who look for text in the bytes of an export.
package enum CharacterReference {
    /// The character in UTF-8 and the place behind the reference; `nil` where the ampersand at `start` begins none.
    package static func read(_ bytes: [UInt8], at start: Int) -> (text: [UInt8], end: Int)? {
        bytes.withUnsafeBufferPointer { buffer in
            HTMLReference.read(buffer, at: start).map { (Array(String($0.scalar).utf8), $0.end) }
        }
    }
}
