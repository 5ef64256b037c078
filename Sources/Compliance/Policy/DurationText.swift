/// A duration as a policy file spells it: numbers with units, `5 min`, `48 h`, `1 h 30 min`.
enum DurationText {
    enum Fault: Error, Equatable {
        case notADuration
        /// Zero or negative.
        case notPositive
        case tooLong
    }

    /// Ten years, in seconds: longer than any promise, and far from any overflow.
    static let longest = 3650 * 86_400

    static func parse(_ text: String) -> Result<Duration, Fault> {
        var rest = text[...]
        var total = 0
        var parts = 0
        var lastUnit = Int.max
        let isNegative = rest.hasPrefix("-")
        if isNegative { rest = rest.dropFirst() }
        while true {
            rest = rest.drop { $0 == " " }
            guard !rest.isEmpty else { break }
            let digits = rest.prefix { ("0"..."9").contains($0) }
            rest = rest.dropFirst(digits.count).drop { $0 == " " }
            let word = rest.prefix { $0 != " " && !("0"..."9").contains($0) }
            rest = rest.dropFirst(word.count)
            guard !digits.isEmpty, let unit = seconds(in: word), unit < lastUnit else {
                return .failure(.notADuration)
            }
            guard let number = Int(digits), number <= longest else { return .failure(.tooLong) }
            total += number * unit
            guard total <= longest else { return .failure(.tooLong) }
            lastUnit = unit
            parts += 1
        }
        guard parts > 0 else { return .failure(.notADuration) }
        return total > 0 && !isNegative ? .success(.seconds(total)) : .failure(.notPositive)
    }

    private static func seconds(in unit: Substring) -> Int? {
        switch unit {
        case "s": 1
        case "min": 60
        case "h": 3600
        case "d": 86_400
        default: nil
        }
    }
}
