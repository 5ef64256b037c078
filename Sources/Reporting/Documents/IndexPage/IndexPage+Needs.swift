import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// "What needs a person next": late things first, each with its page.
extension IndexPage {
    struct Need {
        var title: String
        /// The heading over what stands beside each item.
        var column = "When"
        /// What the link behind each item is called.
        var link = "Post-mortem"
        var items: [Item]
        /// Where the whole list stands.
        var path: String?

        struct Item {
            var text: String
            var when: String
            /// Behind it, more quietly.
            var detail: String?
            var isLate: Bool
            var path: String?
            /// Earlier is more urgent.
            var order: Instant
        }
    }

    var needs: [Need] { [late, postMortems, mails, calls, actions, problems] }

    func need(_ need: Need) -> Context {
        let rest = need.items.count - Self.longList
        return [
            "title": .text(need.title),
            "column": .text(need.column),
            "count": .text(Phrasing.number(need.items.count)),
            "items": .list(
                need.items.prefix(Self.longList).map { item in
                    [
                        "text": .text(item.text.folded), "when": .text(item.when), "isLate": .flag(item.isLate),
                        "path": .optional(item.path), "link": .text(need.link),
                        "detail": .optional(item.detail),
                    ]
                }),
            "more": rest > 0 ? .text("And \(Phrasing.number(rest)) more.") : .absent,
            "path": .optional(need.path),
        ]
    }

    /// `Waiting for somebody: 2 open incidents past a target, 3 post-mortems, 1 problem in the input.`
    func headline(_ needs: [Need]) -> String {
        let parts = needs.filter { !$0.items.isEmpty }.map {
            "\($0.title.prefix(1).lowercased() + $0.title.dropFirst()) (\(Phrasing.number($0.items.count)))"
        }
        return parts.isEmpty
            ? "Nothing waits for a person." : "Waiting for a person: \(Phrasing.list(parts))."
    }

    private func name(_ assessed: AssessedIncident) -> String {
        let words = IncidentWords(edition: edition, assessed: assessed)
        return "\(assessed.incident.id) (\(words.shortSeverity)): \(words.title)"
    }

    private var late: Need {
        let items = all.filter { $0.incident.milestones[.resolved] == nil }.flatMap { assessed in
            assessed.verdicts.compactMap { judged -> Need.Item? in
                guard case .overdue(let due, let by) = judged.verdict else { return nil }
                return Need.Item(
                    text: "\(name(assessed)) — \(edition.title(ofClock: judged.clock).lowercased())",
                    when: "overdue by \(Phrasing.rounded(Double(by.wholeSeconds)))",
                    detail: "was due \(phrasing.minute(due))", isLate: true,
                    path: postMortemLink(assessed.incident), order: due)
            }
        }
        return Need(title: "Open incidents past a target", items: urgentFirst(items))
    }

    private var postMortems: Need {
        let items = all.filter(\.postMortem.isOwed).map { assessed in
            let due = assessed.postMortem.due
            let from = edition.judging(assessed).policy.postMortemClock?.start.words ?? "resolved"
            return Need.Item(
                text: name(assessed), when: due.map(when) ?? "due once “\(from)” is on record",
                detail: due.flatMap(detail), isLate: due.map { $0 < edition.asOf } ?? false,
                path: postMortemLink(assessed.incident),
                order: due ?? Instant(microseconds: .max))
        }
        return Need(title: "Post-mortems to hold", items: urgentFirst(items), path: actionList)
    }

    private var mails: Need {
        let memory = edition.policy.resolutionEmail.remindFor.wholeSeconds
        let due = all.compactMap { assessed -> (AssessedIncident, Mailing, String)? in
            guard let mailing = Mailing(assessed, edition: edition), mailing.recorded == nil,
                let preview = paths.existing(paths.emailPreview(assessed.incident)),
                edition.asOf.wholeSeconds(since: mailing.resolved) <= memory
            else { return nil }
            return (assessed, mailing, preview)
        }
        var items = due.filter { $0.1.namesAnybody }.map { assessed, mailing, preview in
            let isPast = mailing.due < edition.asOf
            return Need.Item(
                text: "\(name(assessed)) — \(reach(mailing))",
                when: isPast
                    ? "was due \(phrasing.minute(mailing.due)); whether it was sent is not on record"
                    : "due \(phrasing.minute(mailing.due))",
                isLate: false, path: preview, order: mailing.due)
        }
        let nameless = due.filter { !$0.1.namesAnybody }
        if !nameless.isEmpty {
            let ids = nameless.map(\.0.incident.id)
            items.append(
                Need.Item(
                    text: "\(Phrasing.count(nameless.count, "incident")) whose exports name no affected account: "
                        + Phrasing.list(ids.prefix(Self.longList) + (ids.count > Self.longList ? ["others"] : [])),
                    when: "find out who was affected", isLate: false, path: nil, order: Instant(microseconds: .max)))
        }
        return Need(title: "Resolution mails to send", link: "Mails", items: urgentFirst(items))
    }

    /// Promises to accounts that no list above has, after the resolution: calls by customer success.
    private var calls: Need {
        let memory = edition.policy.resolutionEmail.remindFor.wholeSeconds
        let items = all.flatMap { assessed -> [Need.Item] in
            let policy = edition.judging(assessed).policy
            guard let resolved = assessed.incident.milestones[.resolved]?.instant,
                edition.asOf.wholeSeconds(since: resolved) <= memory
            else { return [] }
            return assessed.verdicts.compactMap { judged in
                guard policy.clock(judged.clock)?.accounts != nil, judged.clock != policy.resolutionEmail.clock,
                    let due = judged.verdict.due
                else { return nil }
                return Need.Item(
                    text: "\(name(assessed)) — \(edition.title(ofClock: judged.clock).lowercased())", when: when(due),
                    detail: detail(due), isLate: due < edition.asOf, path: postMortemLink(assessed.incident), order: due
                )
            }
        }
        return Need(title: "Accounts to contact", items: urgentFirst(items))
    }

    /// `5 mails and 2 accounts without a usable contact`.
    private func reach(_ mailing: Mailing) -> String {
        var parts: [String] = []
        if !mailing.recipients.isEmpty { parts.append(Phrasing.count(mailing.recipients.count, "mail")) }
        if !mailing.unreachable.isEmpty {
            parts.append(Phrasing.count(mailing.unreachable.count, "account") + " without a usable contact")
        }
        return Phrasing.list(parts)
    }

    private var actionList: String? {
        [.html, .md, .csv, .json].lazy.compactMap { paths.existing(paths.actionItems($0)) }.first
    }

    private var actions: Need {
        let overdue = all.flatMap { ListedAction.all(of: $0, edition: edition) }.filter { $0.isOverdue && !$0.isDuty }
        let items = overdue.map { action in
            Need.Item(
                text: "\(action.text.cut(to: 120).text) (\(action.owner ?? "nobody named"), \(action.incident))",
                when: action.due.map(when) ?? "", detail: action.due.flatMap(detail), isLate: true, path: actionList,
                order: action.due ?? Instant(microseconds: .max))
        }
        return Need(title: "Overdue action items", link: "List", items: urgentFirst(items), path: actionList)
    }

    private var problems: Need {
        let grave = diagnostics.filter { $0.level >= .warning }
        let items = grave.enumerated().sorted {
            ($0.element.level == .error ? 0 : 1, $0.offset) < ($1.element.level == .error ? 0 : 1, $1.offset)
        }
        .map { _, diagnostic in
            let about = diagnostic.record.map { " (record \($0))" } ?? ""
            return Need.Item(
                text: diagnostic.message + about,
                when: diagnostic.origin.map { edition.sources.address(of: $0) } ?? diagnostic.code.id,
                isLate: false, path: nil, order: Instant(microseconds: 0))
        }
        return Need(title: "Problems in the input", column: "Where", items: items)
    }

    /// `overdue by 3 h`, or `due 2024-02-17 15:33 UTC`.
    private func when(_ due: Instant) -> String {
        due < edition.asOf
            ? "overdue by \(phrasing.late(since: due, at: edition.asOf))" : "due \(phrasing.minute(due))"
    }

    /// When it was due, behind by how much it is late.
    private func detail(_ due: Instant) -> String? {
        due < edition.asOf ? "was due \(phrasing.minute(due))" : nil
    }

    private func urgentFirst(_ items: [Need.Item]) -> [Need.Item] {
        items.sorted { ($0.order, $0.text) < ($1.order, $1.text) }
    }
}
