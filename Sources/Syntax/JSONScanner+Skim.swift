/// How a skim over a value ended.
enum SkimEnd {
    case complete
    /// The input ended first.
    case endedEarly
    /// Brackets or quotes do not match; the scanner stands where that shows.
    case broken(String)
}

extension JSONScanner {
    /// Passes over the value that begins here by its brackets and quotes alone.
    mutating func skim() -> SkimEnd {
        switch at.pointee {
        case 0x7B, 0x5B: return skimContainer()
        case 0x22: return skimString()
        default:
            skimWord()
            return .complete
        }
    }

    /// Passes over anything that is no bracket, quote, comma or white space.
    private mutating func skimWord() {
        let start = at
        while at < end {
            switch at.pointee {
            case 0...0x20, 0x22, 0x2C, 0x5B, 0x5D, 0x7B, 0x7D:
                if at == start { at += 1 }
                return
            default: at += 1
            }
        }
    }

    private mutating func skimContainer() -> SkimEnd {
        var depth = 0
        // Which of the innermost 64 open brackets are braces; deeper ones are not told apart.
        var braces: UInt64 = 0
        while at < end {
            let byte = at.pointee
            switch byte {
            case 0x22:
                let string = skimString()
                guard case .complete = string else { return string }
            case 0x7B, 0x5B:
                depth &+= 1
                if depth <= 64 { braces = braces << 1 | (byte == 0x7B ? 1 : 0) }
                at += 1
            case 0x7D, 0x5D:
                if depth <= 64 {
                    guard braces & 1 == (byte == 0x7D ? 1 : 0) else {
                        return .broken(
                            "\(shown(byte)) closes nothing here; \(byte == 0x7D ? "`]`" : "`}`") is missing before it")
                    }
                    braces >>= 1
                }
                depth &-= 1
                at += 1
                if depth == 0 { return .complete }
            case 0x0A:
                at += 1
                line &+= 1
                lineStart = at
            case 0x20:
                at += 1
                while end - at >= 8, word(at: at) == 0x2020_2020_2020_2020 { at += 8 }
            default:
                at += 1
            }
        }
        return .endedEarly
    }

    private mutating func skimString() -> SkimEnd {
        at += 1
        while true {
            var marks: UInt64 = 0
            while end - at >= 8 {
                let word = word(at: at)
                marks = Swar.marks(of: 0x22, in: word) | Swar.marks(of: 0x5C, in: word) | Swar.marks(of: 0x0A, in: word)
                if marks != 0 { break }
                at += 8
            }
            if marks != 0 { at += Swar.bytesBefore(marks) }
            while at < end, at.pointee != 0x22, at.pointee != 0x5C, at.pointee != 0x0A { at += 1 }
            guard at < end else { return .endedEarly }
            switch at.pointee {
            case 0x22:
                at += 1
                return .complete
            case 0x5C:
                guard end - at >= 2 else {
                    at = end
                    return .endedEarly
                }
                // A line break behind the backslash is left for the next round.
                at += at[1] == 0x0A ? 1 : 2
            default:
                return .broken("the line ends inside a string; a quote is missing before it")
            }
        }
    }
}
