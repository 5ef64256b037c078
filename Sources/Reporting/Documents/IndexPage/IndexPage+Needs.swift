import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// "What needs a person next", kind by kind, each thing with its page.
extension IndexPage {
    var needs: [IndexNeed] {
        [late, triggers, held, postMortems, mails, unreachable, calls, actions, problems].map { need in
            var need = need
            need.items.sort { ($0.order, $0.text) < ($1.order, $1.text) }
            return need
        }
    }

    /// `Waiting for a person: open incidents past a target (3), post-mortems to hold (1).`
    func headline(_ needs: [IndexNeed]) -> String {
        let parts = needs.filter { !$0.items.isEmpty }.map {
            "\($0.title.prefix(1).lowercased() + $0.title.dropFirst()) (\(Phrasing.number($0.items.count)))"
        }
        return parts.isEmpty ? phrases("index.calm") : phrases("index.waiting", ["needs": Phrasing.list(parts)])
    }

    private func name(_ assessed: AssessedIncident) -> String {
        let words = IncidentWords(edition: edition, assessed: assessed)
        return "\(assessed.incident.id) (\(words.shortSeverity)): \(words.title)"
    }

    private func item(
        _ assessed: AssessedIncident, _ task: String, due: Instant, rank: IndexNeed.Rank = .duty,
        path: String? = nil, link: String = "Post-mortem"
    ) -> IndexNeed.Item {
        IndexNeed.Item(
            text: name(assessed), task: task, when: when(due), detail: detail(due), isLate: due < edition.asOf,
            path: path ?? postMortemLink(assessed.incident), link: link, order: due, rank: rank,
            severity: assessed.incident.severity?.value)
    }

    private func isOpen(_ assessed: AssessedIncident) -> Bool {
        assessed.incident.milestones[.resolved] == nil
    }

    private var late: IndexNeed {
        let items = all.filter(isOpen).flatMap { assessed in
            assessed.verdicts.compactMap { judged -> IndexNeed.Item? in
                guard case .overdue(let due, _) = judged.verdict else { return nil }
                return item(assessed, task(judged.clock), due: due, rank: .running)
            }
        }
        return IndexNeed(title: phrases("index.need.late"), items: items)
    }

    /// What keeps a promise, as something to do.
    private func task(_ id: String) -> String {
        guard let clock = edition.clock(id) else { return id }
        return switch clock.stop {
        case .milestone(let milestone): phrases("index.do." + milestone.rawValue)
        case .firstAction: phrases("index.do.firstAction")
        case .nextMessage, .promisedMessage: phrases("index.do.update")
        case .message(let kind):
            phrases("index.do.message", ["kind": String(kind.map { $0 == "-" ? " " : $0 })])
        }
    }

    /// What should have escalated, or should now, of incidents that still run.
    private var triggers: IndexNeed {
        let items = all.filter { isOpen($0) && $0.incident.hasStory }.flatMap { assessed -> [IndexNeed.Item] in
            let policy = edition.judging(assessed).policy
            let known = KnownIncident(assessed.incident, asOf: edition.asOf)
            return EscalationTriggers.of(known, by: policy).findings.compactMap { finding in
                guard case .fired(let firings) = finding.state else { return nil }
                let due = firings.compactMap { firing -> Instant? in
                    switch firing.answer {
                    case .open(let until), .notOnRecord(let until): until
                    case .escalated, .escalatedLate, .cannotBeTold: nil
                    }
                }.max()
                return due.map { item(assessed, phrase(finding.trigger), due: $0, rank: .running) }
            }
        }
        return IndexNeed(title: phrases("index.need.triggers"), items: items)
    }

    private func phrase(_ trigger: EscalationTrigger) -> String { phrases("index.trigger." + trigger.rawValue) }

    /// Mails that a writing rule keeps from going out.
    private var held: IndexNeed {
        guard !paths.held.isEmpty else { return IndexNeed(title: phrases("index.need.held"), items: []) }
        let items = all.flatMap { assessed -> [IndexNeed.Item] in
            let folders = [paths.emailFolder(assessed.incident), paths.communicationFolder(assessed.incident)]
            let held = paths.held.filter { path in folders.contains { path.hasPrefix($0 + "/") } }.sorted()
            guard let first = held.first else { return [] }
            return [
                IndexNeed.Item(
                    text: name(assessed),
                    task: phrases("index.held", ["count": Phrasing.count(held.count, "message")]),
                    when: phrases("index.held.when"), isLate: true, path: PagePaths.heldBack(first),
                    link: "Held message", order: assessed.incident.milestones[.resolved]?.instant ?? edition.asOf,
                    rank: .held, severity: assessed.incident.severity?.value)
            ]
        }
        return IndexNeed(title: phrases("index.need.held"), items: items)
    }

    private var postMortems: IndexNeed {
        let items = all.filter(\.postMortem.isOwed).map { assessed -> IndexNeed.Item in
            let task = phrases("index.task.postMortem")
            if let due = assessed.postMortem.due { return item(assessed, task, due: due) }
            let from = edition.judging(assessed).policy.postMortemClock?.start.words ?? "resolved"
            return IndexNeed.Item(
                text: name(assessed), task: task, when: phrases("index.due.once", ["milestone": from]), isLate: false,
                path: postMortemLink(assessed.incident), order: Instant(microseconds: .max),
                severity: assessed.incident.severity?.value)
        }
        return IndexNeed(title: phrases("index.need.postMortems"), items: items, path: actionList)
    }

    /// Mailings of resolved incidents that nobody recorded, while the policy still brings them up.
    private var mailings: [(assessed: AssessedIncident, mailing: Mailing, preview: String)] {
        let memory = edition.policy.resolutionEmail.remindFor.wholeSeconds
        return all.compactMap { assessed in
            guard let mailing = Mailing(assessed, edition: edition), mailing.recorded == nil,
                let preview = paths.existing(paths.emailPreview(assessed.incident)),
                edition.asOf.wholeSeconds(since: mailing.resolved) <= memory
            else { return nil }
            return (assessed, mailing, preview)
        }
    }

    private var mails: IndexNeed {
        var items = mailings.filter { $0.mailing.namesAnybody && !$0.mailing.recipients.isEmpty }.map { one in
            let due = one.mailing.due
            let parts = ["due": phrasing.minute(due)]
            return IndexNeed.Item(
                text: name(one.assessed),
                task: phrases(
                    "index.task.mails", ["count": Phrasing.count(one.mailing.recipients.count, "mail")]),
                when: phrases(due < edition.asOf ? "index.mail.past" : "index.mail.due", parts), isLate: false,
                path: one.preview, link: "Mails", order: due, severity: one.assessed.incident.severity?.value)
        }
        let nameless = mailings.filter { !$0.mailing.namesAnybody }.map(\.assessed.incident.id)
        if !nameless.isEmpty {
            let named = nameless.prefix(Self.longList) + (nameless.count > Self.longList ? ["others"] : [])
            items.append(
                IndexNeed.Item(
                    text: Phrasing.list(Array(named)),
                    task: phrases(
                        "index.task.nameless", ["count": Phrasing.count(nameless.count, "incident")]),
                    when: phrases("index.nameless.when"), isLate: false, order: Instant(microseconds: .max)))
        }
        return IndexNeed(title: phrases("index.need.mails"), items: items)
    }

    /// Accounts that a mail is owed to and that nobody can write to.
    private var unreachable: IndexNeed {
        let items = mailings.filter { !$0.mailing.unreachable.isEmpty }.map { one in
            let names = one.mailing.unreachable.prefix(Self.longList).map { ($0.account.name ?? $0.account.id).folded }
            let rest = one.mailing.unreachable.count - names.count
            var item = item(
                one.assessed,
                phrases(
                    "index.task.contact",
                    ["accounts": Phrasing.list(names + (rest > 0 ? ["\(Phrasing.number(rest)) more"] : []))]),
                due: one.mailing.due, path: one.preview, link: "Mails")
            item.isLate = false
            item.when = phrases("index.contact.when")
            item.detail = nil
            return item
        }
        return IndexNeed(title: phrases("index.need.contacts"), items: items)
    }

    /// Promises to accounts that no list above has, after the resolution: calls by customer success.
    private var calls: IndexNeed {
        let memory = edition.policy.resolutionEmail.remindFor.wholeSeconds
        let items = all.flatMap { assessed -> [IndexNeed.Item] in
            let policy = edition.judging(assessed).policy
            guard let resolved = assessed.incident.milestones[.resolved]?.instant,
                edition.asOf.wholeSeconds(since: resolved) <= memory
            else { return [] }
            return assessed.verdicts.compactMap { judged in
                guard policy.clock(judged.clock)?.accounts != nil, judged.clock != policy.resolutionEmail.clock,
                    let due = judged.verdict.due
                else { return nil }
                return item(assessed, task(judged.clock), due: due)
            }
        }
        return IndexNeed(title: phrases("index.need.calls"), items: items)
    }

    private var actionList: String? {
        [.html, .md, .csv, .json].lazy.compactMap { paths.existing(paths.actionItems($0)) }.first
    }

    private var actions: IndexNeed {
        let overdue = all.flatMap { ListedAction.all(of: $0, edition: edition) }.filter { $0.isOverdue && !$0.isDuty }
        let items = overdue.map { action in
            IndexNeed.Item(
                text: action.text.cut(to: 120).text,
                task: phrases(
                    "index.task.action",
                    [
                        "incident": action.incident,
                        "owner": action.owner ?? phrases("index.nobody"),
                    ]),
                when: action.due.map(when) ?? "", detail: action.due.flatMap(detail), isLate: true, path: actionList,
                link: "List", order: action.due ?? Instant(microseconds: .max), rank: .action,
                severity: action.severity)
        }
        return IndexNeed(title: phrases("index.need.actions"), items: items, path: actionList)
    }

    private var problems: IndexNeed {
        let grave = diagnostics.filter { $0.level >= .warning }
        let items = grave.enumerated().sorted {
            ($0.element.level == .error ? 0 : 1, $0.offset) < ($1.element.level == .error ? 0 : 1, $1.offset)
        }
        .enumerated().map { place, diagnostic in
            let about = diagnostic.element.record.map { " (record \($0))" } ?? ""
            return IndexNeed.Item(
                text: diagnostic.element.message + about, task: phrases("index.task.problem"),
                when: diagnostic.element.origin.map { edition.sources.address(of: $0) } ?? diagnostic.element.code.id,
                isLate: false, order: Instant(microseconds: .max - Int64(grave.count - place)), rank: .input)
        }
        return IndexNeed(title: phrases("index.need.problems"), column: "Where", items: items)
    }

    /// `overdue by 3 h`, or `due 2024-02-17 15:33 UTC`.
    private func when(_ due: Instant) -> String {
        due < edition.asOf
            ? phrases("index.overdue", ["late": phrasing.late(since: due, at: edition.asOf)])
            : phrases("index.due", ["left": Phrasing.rounded(Double(due.wholeSeconds(since: edition.asOf)))])
    }

    /// The moment itself.
    private func detail(_ due: Instant) -> String? {
        phrases(due < edition.asOf ? "index.was" : "index.at", ["due": phrasing.minute(due)])
    }
}
