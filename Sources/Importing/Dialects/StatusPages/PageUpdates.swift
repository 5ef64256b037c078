package import Diagnostics
import IncidentModel
import Syntax

/// What a status page posted about one incident, and what follows from it for the milestones.
///
/// Whatever a public page shows was seen by outsiders, so its first post is the first communication. A fix counts as the
/// end of the impact, and a resolution as one, only while no later post takes it back.
struct PageUpdates {
    /// What a post's status says about the incident; `nil` where it only adds words.
    enum Phase {
        case running, watching, over, reviewed
    }

    struct Update {
        /// When it was posted.
        var posted: Stamp
        /// The moment that it speaks of, where its author gave another one.
        var shown: Stamp
        var status: Sourced<String>?
        var phase: Phase?
        var body: String?
        var origin: Origin
    }

    /// In order of the moments that they speak of.
    let all: [Update]

    /// When the fix was in place that held.
    private(set) var fixed: Stamp?
    /// When it was over for good.
    private(set) var resolved: Stamp?
    private(set) var reviewed: Stamp?
    private(set) var reopenings = 0

    /// Whether every post has its moment.
    let isWhole: Bool

    /// Posts without a moment are `nil`. `isNewestFirst`: of two of one moment, the one that stands later in the file came
    /// earlier.
    init(_ updates: [Update?], isNewestFirst: Bool) {
        let dated = updates.compactMap(\.self)
        isWhole = dated.count == updates.count
        let inOrder = isNewestFirst ? dated.reversed() : dated
        all = inOrder.enumerated()
            .sorted { ($0.element.shown.value, $0.offset) < ($1.element.shown.value, $1.offset) }
            .map(\.element)
        for update in all {
            switch update.phase {
            case .running, .watching:
                if resolved != nil { reopenings += 1 }
                resolved = nil
                fixed = update.phase == .watching ? fixed ?? update.shown : nil
            case .over: resolved = resolved ?? update.shown
            case .reviewed: reviewed = reviewed ?? update.shown
            case nil: break
            }
        }
    }

    /// The first post that has its moment, by that of posting.
    var first: Stamp? {
        all.map(\.posted).min { ($0.value, $0.origin) < ($1.value, $1.origin) }
    }

    func record(in draft: inout IncidentDraft, depth: ReadingDepth) {
        if isWhole { draft.record(.communicated, at: first) }
        draft.facts.reopenings = reopenings
        draft.facts.statusHistory = all.compactMap { update in
            update.status.map { StatusChange(instant: update.shown.value, word: $0.value, origin: $0.origin) }
        }
        guard depth == .everything else { return }
        for update in all {
            let words = [update.status?.value, update.body].compactMap(\.self).joined(separator: ": ")
            draft.facts.story.timeline.append(
                TimelineEntry(
                    instant: update.shown.value, text: words, actor: nil, system: draft.facts.system,
                    kind: .communication,
                    origin: update.origin))
            draft.facts.story.communications.append(
                Communication(
                    instant: update.posted.value, channel: "status_page", audience: "public", body: update.body,
                    origin: update.origin))
        }
    }
}

extension IncidentDraft {
    /// Takes the opening of a status page's record as the detection, unless the page told of the incident only when it
    /// was over: the author of such a post picks its date, which says nothing about the detection.
    mutating func recordOpening(_ opened: Stamp?, posted: Stamp?, ended: Stamp?, in record: RecordReader) {
        guard let posted = posted ?? opened, let ended, posted.value > ended.value else {
            self.record(.detected, at: opened)
            return
        }
        record.notes.add(
            Diagnostic(
                .postedAfterwards,
                "posted at \(posted.value.rfc3339), after the end at \(ended.value.rfc3339)", at: posted.origin,
                help: "when it was detected is not recorded; clocks that need it are unproven"))
    }
}

extension DiagnosticCode {
    package static let postedAfterwards = DiagnosticCode(
        "posted-afterwards", .note, "a status page told of an incident only when it was over",
        """
        The first post is younger than the end of the incident: it was filled in afterwards, and its author picked the \
        dates that the page shows. The post counts as the first communication, but nothing is taken for the detection.
        """)
}
