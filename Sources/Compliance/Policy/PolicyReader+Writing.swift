import Diagnostics
import Syntax

extension PolicyReader {
    /// `writing`: the words of the writing rules.
    mutating func writing(_ entry: PolicyEntry?) -> Policy.Writing? {
        let lists = Policy.Writing.List.allCases
        let known = lists.map(\.rawValue) + ["outageDeclaredAt", "customerSafe", "recipients"]
        guard let entry, let fields = fields(entry, known) else { return nil }
        var writing = Policy.Writing()
        for list in lists {
            guard let phrases = phrases(fields[list.rawValue]) else { continue }
            writing[list] = phrases
        }
        if let severities = severities(fields["outageDeclaredAt"]) { writing.outageDeclaredAt = severities }
        if let words = customerSafe(fields["customerSafe"]) { writing.customerSafe = words }
        if let recipients = recipients(fields["recipients"]) { writing.recipients = recipients }
        return writing
    }

    /// `phrases`, and the `unless` in which they do not count.
    private mutating func phrases(_ entry: PolicyEntry?) -> PhraseList? {
        guard let entry, let fields = fields(entry, ["phrases", "unless"], optional: ["unless"]) else { return nil }
        let phrases = searchable(fields["phrases"])
        let exceptions = fields["unless"].map { searchable($0) } ?? []
        guard let phrases, let exceptions else { return nil }
        return PhraseList(phrases, unless: exceptions)
    }

    /// Words that can be found: each has a letter or a digit.
    private mutating func searchable(_ entry: PolicyEntry?) -> [String]? {
        guard let words = words(entry) else { return nil }
        for word in words where !word.value.contains(where: { $0.isLetter || $0.isNumber }) {
            note(
                .policyWrongShape, "`\(word.value.prefix(40))` has no letter, and would be found nowhere",
                at: word.origin)
        }
        return words.map(\.value)
    }

    private mutating func customerSafe(_ entry: PolicyEntry?) -> Policy.Writing.CustomerSafeWords? {
        let known = ["figures", "hostEndings", "environments", "versionWords", "currencies"]
        guard let entry, let fields = fields(entry, known) else { return nil }
        var words = Policy.Writing.CustomerSafeWords()
        if let figures = phrases(fields["figures"]) { words.figures = figures }
        words.hostEndings = wordSet(fields["hostEndings"])
        words.environments = wordSet(fields["environments"])
        words.versionWords = wordSet(fields["versionWords"])
        words.currencies = wordSet(fields["currencies"])
        return words
    }

    private mutating func recipients(_ entry: PolicyEntry?) -> Policy.Writing.Recipients? {
        guard let entry, let fields = fields(entry, ["inside", "outsideChannels"]) else { return nil }
        var recipients = Policy.Writing.Recipients()
        recipients.inside = wordSet(fields["inside"])
        recipients.outsideChannels = wordSet(fields["outsideChannels"])
        return recipients
    }

    private mutating func wordSet(_ entry: PolicyEntry?) -> Set<String> { Set((words(entry) ?? []).map(\.value)) }
}
