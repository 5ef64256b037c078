import Diagnostics
import Syntax

extension PolicyReader {
    mutating func customerPriority(_ entry: PolicyEntry?) -> Policy.CustomerPriorityRule? {
        let known = ["renewalWithin", "highUsageShare", "enterpriseSegments"]
        guard let entry, let fields = fields(entry, known) else { return nil }
        let renewal = duration(fields["renewalWithin"])
        let usage = share(fields["highUsageShare"])
        let segments = words(fields["enterpriseSegments"])
        guard let renewal, let usage, let segments else { return nil }
        return Policy.CustomerPriorityRule(
            renewalWithin: renewal, highUsageShare: usage, enterpriseSegments: Set(segments.map(\.value)))
    }

    mutating func lessons(_ entry: PolicyEntry?) -> Policy.LessonsRule? {
        let known = ["deploymentWithin", "unnoticedFrom", "silenceBeyond", "paperworkBeyond", "night", "noticedBy"]
        guard let entry, let fields = fields(entry, known) else { return nil }
        let deployment = duration(fields["deploymentWithin"])
        let unnoticed = duration(fields["unnoticedFrom"])
        let silence = duration(fields["silenceBeyond"])
        let paperwork = duration(fields["paperworkBeyond"])
        let night = night(fields["night"])
        let noticedBy = noticeWords(fields["noticedBy"])
        guard let deployment, let unnoticed, let silence, let paperwork, let night, let noticedBy
        else { return nil }
        return Policy.LessonsRule(
            deploymentWithin: deployment, unnoticedFrom: unnoticed, silenceBeyond: silence,
            paperworkBeyond: paperwork, night: night, noticedBy: noticedBy)
    }

    private mutating func night(_ entry: PolicyEntry?) -> Policy.Night? {
        guard let entry, let fields = fields(entry, ["from", "to"]) else { return nil }
        let from = hour(fields["from"])
        let to = hour(fields["to"])
        guard let from, let to, let end = fields["to"] else { return nil }
        if from == to { note(.policyBadNumber, "the night ends when it begins, at `\(to)`", at: end.origin) }
        return Policy.Night(from: from, to: to)
    }

    /// `noticedBy`: people and machines → words.
    private mutating func noticeWords(_ entry: PolicyEntry?) -> NoticeWords? {
        let noticers = NoticeWords.Noticer.allCases
        guard let entry, let fields = fields(entry, noticers.map(\.rawValue)) else { return nil }
        var table: [String: NoticeWords.Noticer] = [:]
        for noticer in noticers {
            for word in words(fields[noticer.rawValue]) ?? [] {
                let plain = NoticeWords.plain(word.value)
                if plain.isEmpty {
                    note(
                        .policyWrongShape, "`\(word.value.prefix(40))` has no letter, and would be found nowhere",
                        at: word.origin)
                } else {
                    add([Sourced(plain, word.origin)], meaning: noticer, to: &table, as: \.rawValue)
                }
            }
        }
        return NoticeWords(table)
    }
}
