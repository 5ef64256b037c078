import Diagnostics
import IncidentModel
import Syntax

/// Shapes that several sections of `conduct` share. A fault leaves a hole in the value: a policy with a fault is never
/// used.
extension PolicyReader {
    /// `phrases`, and `unless` where there are exceptions.
    mutating func phraseRule(_ entry: PolicyEntry?) -> PhraseRule {
        guard let entry, let fields = fields(entry, ["phrases", "unless"], optional: ["unless"]) else {
            return PhraseRule()
        }
        let phrases = words(fields["phrases"]) ?? []
        let unless = fields["unless"].flatMap { words($0) } ?? []
        return PhraseRule(phrases.map(\.value), unless: unless.map(\.value))
    }

    /// The pairs of a mapping whose keys are ids that other keys use.
    mutating func namedPairs(_ entry: PolicyEntry?) -> [PolicyPair] {
        guard let entry, let pairs = pairs(entry) else { return [] }
        for pair in pairs where !Self.isID(pair.key) {
            note(
                .policyBadName, "`\(pair.key.prefix(40))` is no name", at: pair.origin,
                help: "lower-case letters, digits and hyphens, a letter first")
        }
        return pairs
    }

    /// id → title and words.
    mutating func namedWords(_ entry: PolicyEntry?) -> [NamedWords] {
        namedPairs(entry).compactMap { pair in
            guard let fields = fields(pair.value, ["title", "words"]), let title = text(fields["title"]),
                let words = nameWords(fields["words"])
            else { return nil }
            return NamedWords(id: pair.key, title: title, words: words, origin: pair.origin)
        }
    }

    /// Words for names: each must have a letter or a digit, or it would be found nowhere.
    mutating func nameWords(_ entry: PolicyEntry?) -> [String]? {
        words(entry)?.compactMap { word in
            guard NoticeWords.plain(word.value).isEmpty else { return word.value }
            note(
                .policyWrongShape, "`\(word.value.prefix(40))` has no letter, and would be found nowhere",
                at: word.origin)
            return nil
        }
    }

    /// The thing of this name among those that the policy defines.
    mutating func reference(_ entry: PolicyEntry?, to things: [NamedWords], as kind: String) -> NamedWords? {
        guard let entry, let name = text(entry) else { return nil }
        if let thing = things.first(where: { $0.id == name }) { return thing }
        unknownName(name, kind: kind, among: things.map(\.id), at: entry.origin)
        return nil
    }

    mutating func references(_ entry: PolicyEntry?, to things: [NamedWords], as kind: String) -> [NamedWords] {
        guard let entry, let items = items(entry) else { return [] }
        return items.compactMap { reference($0, to: things, as: kind) }
    }

    mutating func unknownName(_ name: String, kind: String, among known: [String], at origin: Origin) {
        note(
            .policyUnknownName, "no \(kind) is called `\(name.prefix(40))`", at: origin,
            help: NearestWord.to(name, among: known).map { "did you mean `\($0)`?" }
                ?? "known: " + known.joined(separator: ", "))
    }

    /// severity → duration; a severity that is left out has no entry.
    mutating func durationsBySeverity(_ entry: PolicyEntry?) -> [Severity: Duration] {
        guard let entry, let pairs = pairs(entry) else { return [:] }
        var durations: [Severity: Duration] = [:]
        for pair in pairs {
            guard let severity = severity(named: pair.key, at: pair.origin) else { continue }
            durations[severity] = duration(pair.value)
        }
        return durations
    }

    /// One of the words of a small set.
    mutating func choice<Choice: RawRepresentable & CaseIterable>(_ entry: PolicyEntry?, _ kind: String) -> Choice?
    where Choice.RawValue == String {
        guard let entry, let name = text(entry) else { return nil }
        if let choice = Choice(rawValue: name) { return choice }
        unknownName(name, kind: kind, among: Choice.allCases.map(\.rawValue), at: entry.origin)
        return nil
    }

    mutating func flag(_ entry: PolicyEntry?) -> Bool? {
        guard let entry else { return nil }
        switch text(entry) {
        case "true": return true
        case "false": return false
        case nil: return nil
        default:
            wrongShape(entry, "`true` or `false`")
            return nil
        }
    }

    /// A number above `bound` and at most `limit`.
    mutating func amount(_ entry: PolicyEntry?, above bound: Double = 0, upTo limit: Double) -> Double? {
        guard let entry, let text = text(entry) else { return nil }
        guard let number = Double(text), number > bound, number <= limit else {
            note(
                .policyBadNumber,
                "`\(text)` is no number above \(FactValue.number(bound)) and up to \(FactValue.number(limit))",
                at: entry.origin)
            return nil
        }
        return number
    }
}

extension DiagnosticCode {
    static let policyUnknownName = DiagnosticCode(
        "policy-unknown-name", .error, "The policy uses a name that nothing defines",
        """
        Kinds of messages, calendars, pauses, roles, channels and audiences are defined once and used by their names; \
        exclusions and the resolution mail name clocks; states, facts and conditions have the names that the standard \
        policy (`debrief init DIR` writes it out) shows. A name that nothing defines would make a rule that never \
        applies. The help line names the nearest one.
        """)
}
