import Diagnostics
import IncidentModel

/// Whether a duty is owed, and why.
extension DutyDesk {
    func mandate(of duty: PostIncidentDuty) -> Mandate {
        switch duty {
        case .postMortem: return postMortem
        case .resolutionMail: return bySeverity(Set((policy.resolutionEmailClock?.limits ?? [:]).keys))
        case .preventionActions, .databaseEntry, .runbookUpdate, .csmCall, .remediationOffer, .executiveApology: break
        }
        guard let rule = policy.conduct.duties.rules[duty] else { return .notOwed("the policy does not ask for it") }
        let bySeverity = bySeverity(rule.severities)
        guard case .owed(let reason) = bySeverity else { return bySeverity }
        switch duty {
        case .csmCall, .remediationOffer: return forStrategicAccounts(reason)
        case .runbookUpdate: return onProcessGap
        case .executiveApology: return onRecurrence(reason)
        case .postMortem, .resolutionMail, .preventionActions, .databaseEntry: return bySeverity
        }
    }

    private func bySeverity(_ severities: Set<Severity>) -> Mandate {
        if severities.count == Severity.allCases.count { return .owed("owed at every severity") }
        guard let severity = known.severity else { return .cannotBeTold(["severity"], "the severity is unknown") }
        return severities.contains(severity)
            ? .owed("owed at \(severity.title)") : .notOwed("not owed at \(severity.title)")
    }

    private func forStrategicAccounts(_ reason: String) -> Mandate {
        switch strategic {
        case .touched: .owed("a strategic account is affected; " + reason)
        case .untouched: .notOwed("no strategic account is affected, as recorded")
        case .cannotBeTold:
            .cannotBeTold([StrategicTouch.countName], "the record does not say whether strategic accounts are affected")
        }
    }

    private var onProcessGap: Mandate {
        if processGap != nil { return .owed("a process gap is marked") }
        return known.texts.isEmpty
            ? .cannotBeTold(["timeline"], "nothing is written down that could mark a process gap")
            : .notOwed("no process gap is marked on record")
    }

    /// The text that marks a gap.
    var processGap: RecordedFact? { known.texts.first(matching: policy.conduct.duties.processGap) }

    private func onRecurrence(_ reason: String) -> Mandate {
        switch recurrence {
        case .recurs: .owed("the incident recurs; " + reason)
        case .noneFound: .notOwed("no earlier incident of its kind was found")
        case .cannotBeTold(let missing): .cannotBeTold(missing, "it cannot be told whether the incident recurs")
        case nil: .cannotBeTold(["earlier incidents"], "nobody looked for earlier incidents")
        }
    }

    /// "Sev1/Sev2: Post-mortem mandatory. Sev3: Post-mortem if customer requested or recurring." An export's own "not
    /// required" does not lift a mandatory one.
    private var postMortem: Mandate {
        guard let clock = policy.postMortemClock else { return .notOwed("the policy does not ask for it") }
        let asks =
            known.incident.asksForPostMortem?.value == true
            || known.texts.first(matching: policy.conduct.duties.postMortemRequest) != nil
        guard let severity = known.severity else {
            return asks ? .owed("asked for on record") : .cannotBeTold(["severity"], "the severity is unknown")
        }
        guard clock.applies(to: severity) else { return .notOwed("not required at \(severity.title)") }
        guard let conditions = clock.conditions[severity], !conditions.isEmpty else {
            return .owed("mandatory at \(severity.title)")
        }
        if asks, conditions.contains(.asked) { return .owed("asked for on record") }
        guard conditions.contains(.recurring) else { return .notOwed("not required at \(severity.title)") }
        let again = onRecurrence("owed at \(severity.title) then")
        if case .notOwed = again { return .notOwed("neither asked for nor recurring, as recorded") }
        return again
    }
}
