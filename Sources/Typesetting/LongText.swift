/// A text that is made part by part, so that it never stands in memory as a whole: written one after the other, its parts
/// are the file. Each makes the same bytes whenever it is asked, on any thread.
package struct LongText: Sendable {
    package typealias Part = @Sendable () -> [UInt8]

    package var parts: [Part]

    package init(_ parts: [Part]) { self.parts = parts }

    package init(_ text: String) { self.init([{ Array(text.utf8) }]) }

    /// The numbers below `count` in stretches, a part for each.
    package static func stretches(
        of count: Int, _ make: @escaping @Sendable (Range<Int>) -> [UInt8]
    ) -> [Part] {
        stride(from: 0, to: count, by: stretch).map { start in
            { make(start..<min(start + stretch, count)) }
        }
    }

    /// How many incidents, rows or elements a part has.
    private static let stretch = 128
}
