package import Diagnostics
package import IncidentModel

/// The one gate between what an export says and what the program believes.
package struct Gate: Sendable {
    package var words: WordTable
    package var inference: MilestoneInference
    package var joining: JoiningRules
    private let links: LinkSearch

    package init(words: WordTable, inference: [InferenceRule], joining: JoiningRules = JoiningRules()) {
        self.words = words
        self.inference = MilestoneInference(rules: inference)
        self.joining = joining
        links = LinkSearch(forms: joining.links)
    }

    /// Why a draft is no incident: the dialect's rule, or that of a title.
    package func setAside(_ draft: borrowing IncidentDraft) -> SetAside? {
        let rule =
            draft.setAside
            ?? draft.facts.title.flatMap { title in
                joining.setAside.first { $0.phrases.contains { $0.isFound(in: title.value) } }?.name
            }
        return rule.map { SetAside(rule: $0, id: draft.id?.value, origin: draft.facts.origin) }
    }

    /// The names of other records that a draft gives: what it refers to, and the links in its texts.
    package func references(of draft: borrowing IncidentDraft) -> [Reference] {
        guard !draft.linkTexts.isEmpty else { return draft.references }
        return draft.references + draft.linkTexts.flatMap(links.references)
    }

    /// The incident of a draft. `nil` where it has no id; everything else that is wrong costs only the field.
    package func believe(
        _ draft: consuming IncidentDraft, depth: ReadingDepth = .everything, isFragment: Bool = false
    ) -> Outcome<Incident?> {
        var diagnostics: [Diagnostic] = []
        guard let id = draft.id ?? (isFragment ? draft.facts.key.map { Sourced($0, draft.facts.origin) } : nil) else {
            return Outcome(
                nil,
                [
                    Diagnostic(
                        .missingID, "the record names no incident", at: draft.facts.origin,
                        help: "an incident without an id cannot be quoted, joined or audited")
                ])
        }
        var incident = draft.facts
        incident.name(id.value)
        if incident.hasStory {
            incident.story.timeline.sort { ($0.instant, $0.origin) < ($1.instant, $1.origin) }
            if !isFragment {
                inference.complete(&incident.milestones, from: incident.timeline, among: draft.inferable)
            }
        }
        readSeverities(of: draft, into: &incident, &diagnostics)
        if incident.hasStory {
            readActions(draft.dueWords, &incident.story.actions, &diagnostics)
            if depth == .everything { incident.story.references += draft.references }
        }
        // Fragments may stand for milestones once they are joined.
        if depth == .figures, !isFragment { incident.keepEvidence() }
        if !isFragment { diagnostics += Self.orderFindings(incident) }
        for index in diagnostics.indices { diagnostics[index].record = incident.id }
        return Outcome(incident, diagnostics)
    }

    /// What is wrong with the order of an incident's milestones.
    package static func orderFindings(_ incident: Incident) -> [Diagnostic] {
        incident.milestones.outOfOrder.map { pair in
            Diagnostic(
                .outOfOrder,
                "\(pair.later.milestone.rawValue) at \(pair.later.instant.rfc3339) stands before "
                    + "\(pair.earlier.milestone.rawValue) at \(pair.earlier.instant.rfc3339)",
                at: pair.later.origin, record: incident.id,
                help: "clocks that need both are unproven; nothing is clamped")
        }
    }

    private func readSeverities(
        of draft: IncidentDraft, into incident: inout Incident, _ diagnostics: inout [Diagnostic]
    ) {
        func known(_ word: Sourced<String>) -> DeclaredSeverity {
            let severity = words.severity(word.value, in: incident.system)
            if severity == nil {
                diagnostics.append(
                    Diagnostic(
                        .unknownSeverity, "“\(word.value)” is no severity that the policy knows", at: word.origin,
                        help: "add the word to severities.\(incident.system) in the policy file"))
            }
            return DeclaredSeverity(severity: severity, word: word)
        }
        incident.declared = draft.severityWord.map(known)
        incident.severityHistory = draft.severityChanges.map {
            SeverityChange(instant: $0.instant, declared: known($0.word))
        }.sorted { $0.instant < $1.instant }

        let end = incident.milestones.instant(of: .resolved)
        var gravest: Sourced<Severity>?
        for change in incident.severityHistory where end.map({ change.instant <= $0 }) ?? true {
            guard let severity = change.declared.severity, gravest.map({ severity > $0.value }) ?? true else {
                continue
            }
            gravest = Sourced(severity, change.declared.word.origin)
        }
        let lastChange = incident.severityHistory.last
        let isDeclaredAfterTheEnd =
            lastChange.map { change in end.map { change.instant > $0 } ?? false } ?? false
            && lastChange?.declared.severity == incident.declared?.severity
        if let declared = incident.declared, let severity = declared.severity,
            gravest.map({ severity > $0.value && !isDeclaredAfterTheEnd }) ?? true
        {
            gravest = Sourced(severity, declared.word.origin)
        }
        incident.severity = gravest
    }

    private func readActions(
        _ dueWords: [Int: Sourced<String>], _ actions: inout [ActionItem], _ diagnostics: inout [Diagnostic]
    ) {
        for index in actions.indices {
            if let words = dueWords[index] { actions[index].due = due(words, &diagnostics) }
            let status = actions[index].statusWord?.lowercased() ?? ""
            actions[index].state = words.actionStates[status] ?? .open
        }
    }

    private func due(_ text: Sourced<String>, _ diagnostics: inout [Diagnostic]) -> ActionItem.Due {
        if let milestone = words.dueAt[text.value.lowercased()] { return .when(milestone, words: text.value) }
        diagnostics.append(
            Diagnostic(
                .unknownDue, "“\(text.value)” is neither a date and time nor a milestone that the policy knows",
                at: text.origin, help: "the words are kept as they are; add them to dueAt in the policy file"))
        return .words(text.value)
    }
}

extension DiagnosticCode {
    package static let missingID = DiagnosticCode(
        "missing-id", .error, "a record names no incident",
        """
        The record has no id where this kind of export keeps it, so it cannot be quoted, joined or audited. It is \
        rejected and kept, verbatim, in rejects/.
        """)
    package static let unknownSeverity = DiagnosticCode(
        "unknown-severity", .error, "a severity word is in no table",
        """
        The export's word for the severity or priority is in none of the policy's tables. The incident is kept, and \
        appears in no severity's row: its clocks are unproven. Add the word to the policy's `severities`.
        """)
    package static let unknownDue = DiagnosticCode(
        "unknown-due", .warning, "a due date is neither a time nor a known word",
        """
        An action item's due date is in words that no table knows. They are kept as they are, and the item is never \
        counted as overdue. Add the words to the policy's `dueAt`, or give a date.
        """)
    package static let outOfOrder = DiagnosticCode(
        "out-of-order", .warning, "milestones stand in an impossible order",
        """
        One milestone stands before another that must come first, for example a resolution before the detection. \
        Nothing is clamped: the clocks that need both stamps are unproven, and the incident is listed under data \
        quality.
        """)
}
