import Diagnostics
import IncidentModel

/// Promises to each account of a scope.
extension Hearing {
    /// Contact with each account: by a message of the kind to all of them, or by one to the account itself (its id,
    /// name or address as the audience, on a channel of the kind).
    ///
    /// A message to all that went to fewer recipients than the export counts reaches nobody for certain. Where more
    /// accounts are counted than named, those that nobody names stand as one instance.
    mutating func contacts(_ dial: Dial, _ scope: AccountScope, _ limit: Int) -> [JudgedPart] {
        guard let milestone = dial.start, let start = moments[milestone] else {
            return [part("", nil, nil, nil, limit, .unproven(.missing(dial.clock.start)))]
        }
        let accounts = shared.value.accounts
        let named = scope == .all ? accounts : accounts.filter(\.isStrategic)
        let counted = counted(scope)
        if named.isEmpty, scope == .strategic, counted == 0 || counted == nil && !accounts.isEmpty {
            return [part("", start, nil, nil, limit, .notApplicable(.noAccount(scope)))]
        }
        let (toAll, doubt) = messageToAll(dial, from: start, counted: counted)
        let direct = named.isEmpty ? [:] : messagesToOne(dial, from: start)
        if named.isEmpty || scope == .all && direct.isEmpty {
            if let toAll { return [answered("", dial, start, toAll, limit)] }
            if let doubt { return [part("", start, nil, nil, limit, .unproven(doubt))] }
            if named.isEmpty, scope == .strategic, counted == nil {
                return [part("", start, nil, nil, limit, .unproven(.accountsUnnamed(0, of: nil)))]
            }
            return [unheard("", dial, since: start, limit)]
        }
        var parts = named.map { account in
            let own = [account.id, account.name, account.contactAddress].compactMap { $0 }
                .compactMap { direct[$0.lowercased()] }.min { $0.instant < $1.instant }
            let found = [own, toAll].compactMap { $0 }.min { $0.instant < $1.instant }
            guard let found else {
                // One that went to too few may have reached it.
                return doubt.map { part(account.id, start, nil, nil, limit, .unproven($0)) }
                    ?? unheard(account.id, dial, since: start, limit)
            }
            return answered(account.id, dial, start, found, limit)
        }
        if let counted, counted > named.count, toAll == nil {
            let verdict = Verdict.unproven(doubt ?? .accountsUnnamed(named.count, of: counted))
            parts.append(part("accounts not named", start, nil, nil, limit, verdict))
        }
        return parts
    }

    private func counted(_ scope: AccountScope) -> Int? {
        let impact = shared.value.impact
        return scope == .all ? impact.customersAffected?.value : impact.strategicAccountsAffected?.value
    }

    /// The first one that reached everyone, or why none that there is did.
    private mutating func messageToAll(
        _ dial: Dial, from start: Instant, counted: Int?
    ) -> (HeardMessage?, Verdict.Doubt?) {
        var doubt: Verdict.Doubt?
        for message in messages where message.kinds.own & dial.kind != 0 && message.instant >= start {
            let recipients = shared.value.communications[message.place].recipients
            guard let recipients, let counted, recipients < counted else { return (message, nil) }
            if doubt == nil { doubt = .tooFewRecipients(recipients, of: counted) }
        }
        return (nil, doubt)
    }

    /// The first message to each audience on a channel of the kind.
    private mutating func messagesToOne(_ dial: Dial, from start: Instant) -> [String: HeardMessage] {
        var found: [String: HeardMessage] = [:]
        for message in messages where message.kinds.byChannel & dial.kind != 0 && message.instant >= start {
            guard message.kinds.own & dial.kind == 0,
                let audience = shared.value.communications[message.place].audience?.lowercased(),
                found[audience] == nil
            else { continue }
            found[audience] = message
        }
        return found
    }
}
