import Diagnostics
import Syntax

extension PolicyReader {
    /// `recurrence`: the window, and what makes causes the same and titles alike.
    mutating func recurrence(_ entry: PolicyEntry?) -> Policy.RecurrenceRule {
        var rule = Policy.RecurrenceRule()
        let known = [
            "window", "titleLikeness", "titleWordsFrom", "emptyWords", "noCause", "named", "comparedTitles",
            "openActionsFrom",
        ]
        guard let entry, let fields = fields(entry, known) else { return rule }
        rule.window = duration(fields["window"]) ?? .zero
        rule.titleLikeness = share(fields["titleLikeness"]) ?? 1
        rule.titleWordsFrom = count(fields["titleWordsFrom"]) ?? 1
        rule.emptyWords = Set((words(fields["emptyWords"]) ?? []).map(\.value))
        rule.noCause = Set((words(fields["noCause"]) ?? []).map { NoticeWords.plain($0.value) })
        rule.named = count(fields["named"]) ?? 1
        rule.openActionsFrom = max(2, count(fields["openActionsFrom"]) ?? 2)
        rule.comparedTitles = comparisons(fields["comparedTitles"]) ?? 1
        return rule
    }

    /// 1 to 1,000: every incident of a run is compared so often.
    private mutating func comparisons(_ entry: PolicyEntry?) -> Int? {
        guard let entry, let number = count(entry) else { return nil }
        guard number <= 1000 else {
            note(.policyBadNumber, "`\(number)` comparisons for every incident are more than 1000", at: entry.origin)
            return nil
        }
        return number
    }
}
