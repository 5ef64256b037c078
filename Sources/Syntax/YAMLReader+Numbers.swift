internal import Diagnostics

extension YAMLReader {
    /// A whole number, one or more.
    package mutating func count(_ entry: YAMLEntry?) -> Int? {
        guard let entry, let text = text(entry) else { return nil }
        guard let number = Int(text), number >= 1, number <= 1_000_000_000 else {
            note(vocabulary.badNumber, "`\(text)` is no whole number from 1 up", at: entry.origin)
            return nil
        }
        return number
    }

    /// A share between zero and one, both excluded.
    package mutating func share(_ entry: YAMLEntry?) -> Double? {
        guard let entry, let text = text(entry) else { return nil }
        guard let number = Double(text), number > 0, number < 1 else {
            note(vocabulary.badNumber, "`\(text)` is no number between 0 and 1", at: entry.origin)
            return nil
        }
        return number
    }

    /// An hour of the day, 0 to 23.
    package mutating func hour(_ entry: YAMLEntry?) -> Int? {
        guard let entry, let text = text(entry) else { return nil }
        guard let number = Int(text), (0...23).contains(number) else {
            note(vocabulary.badNumber, "`\(text)` is no hour of the day from 0 to 23", at: entry.origin)
            return nil
        }
        return number
    }
}
