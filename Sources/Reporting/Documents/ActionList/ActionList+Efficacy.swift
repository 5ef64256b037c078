import Compliance
import IncidentModel
import Typesetting

/// "Did closed actions hold?": what came back after an item was closed, no surer than the record is.
extension ActionList {
    private var closed: [ListedAction] { items.filter { $0.efficacy != nil } }
    private var window: String { Phrasing.window(edition.policy.conduct.recurrence.window) }

    /// Absent where no more is known of any closing than that it has been, and nothing follows from that yet.
    var efficacyContext: Context {
        let closed = closed
        guard closed.contains(where: { $0.closing?.earliest != nil || $0.efficacy?.isTold == true }) else {
            return .absent
        }
        let count = EfficacyCount(closed.compactMap(\.efficacy))
        let rows = closed.filter { $0.efficacy?.returns != nil }.sorted(by: Self.cameBackFirst)
        return [
            "summary": .text(summary(count)),
            "share": .optional(count.share.map(share)),
            "window": .text(window),
            "hasRows": .flag(!rows.isEmpty),
            "rows": .list(rows.map(row)),
        ]
    }

    /// `Of 9 closed action items, 1 did not hold, an incident like its own came back; 2 held, for 3 it is too early to tell and for 3 it cannot be told.`
    private func summary(_ count: EfficacyCount) -> String {
        let phrases = edition.phrases
        var parts: [String] = []
        func add(_ count: Int, _ words: ([String: String]) -> String) {
            if count > 0 { parts.append(words(["count": Phrasing.number(count)])) }
        }
        add(count.mayHaveRecurred) { phrases("efficacy.mayHave", $0) }
        add(count.held) { phrases("efficacy.held", $0) }
        add(count.tooEarly) { phrases("efficacy.tooEarly", $0) }
        add(count.unproven) { phrases("efficacy.unproven", $0) }
        let recurred =
            switch count.recurred {
            case 0: phrases("efficacy.recurred.none")
            case 1: phrases("efficacy.recurred.one")
            default: phrases("efficacy.recurred", ["count": Phrasing.number(count.recurred)])
            }
        return phrases(
            parts.isEmpty ? "efficacy.closed.all" : "efficacy.closed",
            [
                "items": Phrasing.count(count.all, "closed action item"),
                "recurred": recurred, "others": Phrasing.list(parts),
            ])
    }

    private func share(_ share: Proportion) -> String {
        edition.phrases(
            "efficacy.share",
            [
                "window": window, "trials": Phrasing.number(share.trials), "hits": Phrasing.number(share.hits),
                "percent": Phrasing.percent(share.hits, of: share.trials),
                "interval": Phrasing.interval(share.interval),
            ])
    }

    private func row(_ item: ListedAction) -> Context {
        guard let efficacy = item.efficacy, let closing = item.closing, let returns = efficacy.returns else {
            return .absent
        }
        let phrases = edition.phrases
        var back = returns.first.map { one in
            phrases(
                "efficacy.return",
                ["incident": incidentID(one).folded, "moment": edition.phrasing.day(one.detected)])
        }
        if returns.isMore { back.append(phrases("efficacy.more")) }
        return [
            "text": .text(item.text), "incident": .text(item.incident), "incidentTitle": .text(item.incidentTitle),
            "severity": .text(item.severity?.title ?? "unknown"),
            "closed": .text(edition.phrasing.closed(closing)), "back": .text(Phrasing.list(back)),
            "after": .text(edition.phrasing.after(returns.first[0].seconds, of: efficacy, closing)),
            "isSure": .flag(efficacy.isSure), "address": .text(edition.address(item.origin)),
        ]
    }

    func incidentID(_ one: ActionEfficacy.Return) -> String { run[one.place].incident.id }

    /// What is certain first, then by the latest moment of the closing.
    private static func cameBackFirst(_ left: ListedAction, _ right: ListedAction) -> Bool {
        func key(_ item: ListedAction) -> (Int, Int64, String, String) {
            (
                item.efficacy?.isSure ?? false ? 0 : 1, item.closing?.latest.microseconds ?? 0, item.incident, item.id
            )
        }
        return key(left) < key(right)
    }
}

extension ActionEfficacy {
    var isSure: Bool { if case .recurred = self { true } else { false } }
}

extension Phrasing {
    /// `2026-01-15 17:00 UTC`, `between 2026-02-02 and 2026-02-09`, `by 2026-02-09`.
    func closed(_ closing: ActionClosing) -> String {
        switch closing {
        case .at(let moment): minute(moment)
        case .between(let open?, let closed):
            phrases("closed.between", ["open": day(open), "closed": day(closed)])
        case .between(nil, let closed): phrases("closed.by", ["closed": day(closed)])
        }
    }

    /// `7 days`, `at least 7 days`, `perhaps`.
    func after(_ seconds: Int, of efficacy: ActionEfficacy, _ closing: ActionClosing) -> String {
        guard efficacy.isSure else { return phrases("efficacy.perhaps") }
        if case .at = closing { return Self.distance(seconds) }
        return phrases("efficacy.atLeast", ["distance": Self.distance(seconds)])
    }

    /// Whole days from two days on.
    static func distance(_ seconds: Int) -> String {
        seconds >= 172_800 ? count(seconds / 86_400, "day") : duration(seconds)
    }
}
