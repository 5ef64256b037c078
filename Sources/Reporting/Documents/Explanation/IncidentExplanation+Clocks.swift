import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// A clock: the promise, what it ran from and to, and why the verdict is what it is.
extension IncidentExplanation {
    func clock(_ judged: JudgedClock) -> Statement {
        let words = phrasing.verdict(judged.verdict, limit: judged.limit)
        var values: [String: JSONDocument] = [
            "clock": .string(judged.clock), "elapsedSeconds": .seconds(judged.verdict.elapsed),
            "limitSeconds": .seconds(judged.limit), "verdict": .string(judged.verdict.kind.rawValue),
        ]
        values["due"] = .instant(judged.verdict.due)
        guard let clock = policy.clock(judged.clock) else { return Statement(judged.clock, words, values: values) }
        let rule = ClockRule(clock: clock, policy: policy, room: room, phrasing: phrasing)
        var parts = [Statement("rule", rule.sentence(at: incident.severity?.value)), rule.policyStatement]
        parts += [rule.pace, rule.gathering, exclusion(clock, judged)].compactMap { $0 }
        parts += pauses(clock)
        let instances = assessor.evidence(of: clock.id, in: assessed.sharedIncident)
        let single = instances.count == 1 && instances[0].label != "accounts not named" ? instances.first : nil
        if let single, clock.accounts == nil || single.label.isEmpty {
            parts += judged.verdict.needsNoEnds ? [] : ends(of: clock, single)
        } else {
            parts += self.instances(instances, judged)
        }
        parts.append(Statement("why", reason(judged, clock, single)))
        parts += disputes(clock)
        return Statement("\(clock.title) (\(clock.id))", words, values: values, parts: parts)
    }

    // MARK: Ends

    private func ends(of clock: Clock, _ part: JudgedPart) -> [Statement] {
        if clock.hasManyInstances {
            let start = part.start.map { moment in
                end("start", clock.start.words, moment, part.stop == nil ? part.origin : nil)
            }
            return [start, stop(clock, part)].compactMap { $0 }
        }
        let start = clock.start.milestone.map { milestone("start", $0) }
        let stop = clock.stop.milestone.map { milestone("stop", $0) } ?? stop(clock, part)
        return [start, stop].compactMap { $0 }
    }

    private func stop(_ clock: Clock, _ part: JudgedPart) -> Statement {
        guard let stop = part.stop else { return Statement("stop", "\(clock.stop.words): not on record") }
        return end("stop", clock.stop.words, stop, part.origin)
    }

    private func end(_ name: String, _ what: String, _ moment: Instant, _ origin: Origin?) -> Statement {
        let said = origin.flatMap(words(at:)).map { ": \($0)" } ?? ""
        return Statement(
            name, "\(what), \(phrasing.moment(moment))\(said)", values: ["at": .instant(moment)],
            exhibits: origin.map { [room.exhibit($0)] } ?? [])
    }

    func milestone(_ name: String, _ milestone: Milestone) -> Statement {
        guard let mark = incident.milestones[milestone] else {
            return Statement(name, "\(milestone.rawValue): not on record", values: ["at": .null])
        }
        let later = mark.instant > edition.asOf ? "; later than the report moment, so that it has not happened yet" : ""
        return Statement(
            name, "\(milestone.rawValue), \(phrasing.moment(mark.instant)), \(knowledge(of: mark))\(later)",
            values: ["at": .instant(mark.instant), "known": .string(phrasing.knowledge(mark.knowledge))],
            exhibits: [room.exhibit(mark.origin)])
    }

    /// `inferred by rule “declaration”, which found “declared” in the entry “Sev2 declared”`.
    private func knowledge(of mark: MilestoneMark) -> String {
        let words = phrasing.knowledge(mark.knowledge)
        guard case .inferred(let name) = mark.knowledge,
            let entry = incident.timeline.first(where: { $0.origin == mark.origin })
        else { return words }
        let rules = edition.book.policies.reversed().flatMap(\.inference).filter {
            $0.name == name && $0.milestone == mark.milestone
        }
        let phrase = rules.lazy.flatMap(\.phrases).first { Phrase($0).isFound(in: entry.text) }
        return phrase.map { "\(words), which found “\($0)” in \(self.words(of: entry))" } ?? words
    }

    // MARK: What moves a clock

    private func exclusion(_ clock: Clock, _ judged: JudgedClock) -> Statement? {
        guard case .notApplicable(.excluded(let reason)) = judged.verdict,
            let window = policy.exclusions.first(where: { $0.reason == reason && $0.clocks.contains(clock.id) })
        else { return nil }
        return Statement(
            "excluded",
            "\(reason): incidents detected from \(phrasing.moment(window.from)) up to \(phrasing.moment(window.to))",
            exhibits: [room.exhibit(window.origin)])
    }

    private func pauses(_ clock: Clock) -> [Statement] {
        let pauses = incident.pauses(clock.pauses, words: policy.pauses)
        guard !pauses.isEmpty else { return [] }
        let changes = Dictionary(grouping: incident.statusHistory, by: \.instant)
        return pauses.map { pause in
            let end = pause.upperBound.microseconds == .max ? "goes on" : "to \(phrasing.moment(pause.upperBound))"
            let ends = (changes[pause.lowerBound] ?? []) + (changes[pause.upperBound] ?? [])
            return Statement(
                "pause", "from \(phrasing.moment(pause.lowerBound)) \(end)", exhibits: room.exhibits(ends.map(\.origin))
            )
        }
    }

    // MARK: Instances

    private func instances(_ parts: [JudgedPart], _ judged: JudgedClock) -> [Statement] {
        let deciding = parts.firstIndex { $0.verdict == judged.verdict }
        return parts.enumerated().map { place, part in
            let label = part.label.isEmpty ? "instance \(place + 1)" : part.label
            let span = [
                part.start.map { "from \(phrasing.moment($0))" }, part.stop.map { "to \(phrasing.moment($0))" },
            ]
            .compactMap { $0 }.joined(separator: " ")
            let words = phrasing.verdict(part.verdict, limit: part.limit)
            let mark = place == deciding && parts.count > 1 ? "; this one decides" : ""
            return Statement(
                label, words + (span.isEmpty ? "" : ", \(span)") + mark,
                values: [
                    "elapsedSeconds": .seconds(part.verdict.elapsed), "limitSeconds": .seconds(part.limit),
                    "verdict": .string(part.verdict.kind.rawValue),
                ],
                exhibits: part.origin.map { [room.exhibit($0)] } ?? [])
        }
    }
}

extension Verdict {
    /// Whether the promise is not made, whatever is on record.
    fileprivate var needsNoEnds: Bool {
        switch self {
        case .notApplicable(.noLimit), .notApplicable(.unconditioned), .notApplicable(.excluded): true
        case .notApplicable, .met, .breached, .open, .overdue, .unproven: false
        }
    }
}
