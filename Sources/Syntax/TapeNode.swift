/// One value of a record, in 32 bytes: containers stand before their contents.
struct TapeNode {
    enum Kind: UInt8 {
        case object, array, string, number, yes, no, null
        case element, attribute
        /// A record of CSV; its cells are strings.
        case row
    }

    var kind: Kind
    var traits: Traits = []
    /// A digest of the name, so that most names need not be compared.
    var fingerprint: UInt16 = 0
    /// Where the name stands, counted from the tape's text.
    var nameStart: UInt32 = 0
    var nameLength: UInt32 = 0
    /// Where the text stands: a string without its quotes; an object or array with its brackets.
    var start: UInt32 = 0
    var length: UInt32 = 0
    /// The node behind this one and all that is in it.
    var next: UInt32 = 0
    var line: UInt32 = 0
    var column: UInt32 = 0

    struct Traits: OptionSet {
        let rawValue: UInt8
        /// The text holds backslash escapes.
        static let escaped = Traits(rawValue: 1)
        /// The name holds backslash escapes.
        static let nameEscaped = Traits(rawValue: 2)
        /// An earlier member of the object has the same name.
        static let shadowed = Traits(rawValue: 4)
        /// An element that holds other elements.
        static let parent = Traits(rawValue: 8)
        /// A cell in which every quote is doubled.
        static let doubled = Traits(rawValue: 16)
        /// The text stands in the input's own encoding and holds more than ASCII.
        static let recoded = Traits(rawValue: 32)
        /// A cell whose column's name a later column has too.
        static let repeated = Traits(rawValue: 64)

        /// The text does not stand in the input as it means.
        static let respelled: Traits = [.escaped, .doubled, .recoded]
    }
}

/// A digest of a name: its length, its first and its last bytes.
@inline(__always)
func fingerprint(_ name: Byte, _ count: Int) -> UInt16 {
    var mix = UInt64(truncatingIfNeeded: count)
    if count >= 8 {
        mix ^= word(at: name) ^ (word(at: name + (count - 8)) &<< 1)
    } else {
        var at = 0
        while at < count {
            mix = (mix &<< 8) ^ (mix &>> 56) ^ UInt64(name[at])
            at &+= 1
        }
    }
    return UInt16(truncatingIfNeeded: (mix &* 0x9E37_79B9_7F4A_7C15) &>> 48)
}
