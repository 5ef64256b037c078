/// The objects around streamed records, as far as they stand before them in the file: places in the input alone, so
/// that they cost nothing where nobody asks.
final class JSONEnvelope: Sendable {
    /// A value in the input and the key that it goes by; an object's own key is empty at the root.
    struct Member: Sendable {
        var keyStart: Int
        var keyLength = 0
        var isKeyEscaped = false
        var start: Int
        var end: Int
        var line: UInt32
        var lineStart: Int
    }

    struct Level: Sendable {
        var object: Member
        var members: [Member] = []
    }

    /// Outermost first.
    let levels: [Level]
    let limits: ReadingLimits

    init(_ levels: [Level], limits: ReadingLimits) {
        self.levels = levels
        self.limits = limits
    }
}
