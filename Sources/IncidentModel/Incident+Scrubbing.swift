/// Takes texts and names out of the records of one incident, and leaves what figures are made of: milestones, severities,
/// states, who was reached and when, and whether whoever acted first was a responder.
///
/// People become `person 1`, `person 2` in the order in which the records name them, so that the one who acted is still
/// the one who was named as a responder. Ids of records and of accounts stay: records find each other by them.
package struct Scrubbing {
    /// The word by which a policy reads an actor as a responder or a machine; `nil` where it has none.
    private let word: (String) -> String?
    private var people: [String: String] = [:]
    private var teams: Set<String> = []
    /// Names and addresses of accounts, in small letters, and their ids.
    private var accounts: [String: String] = [:]

    /// What is known of accounts beside the records, by id.
    private var completed: [String: Account] = [:]

    /// All records of one incident: a name of one of them may stand in another. `known` are its accounts as a directory
    /// completed them, which finds them by names that go.
    package init(_ incidents: [SharedIncident], known: [Account] = [], word: @escaping (String) -> String?) {
        self.word = word
        for account in known {
            completed[account.id] = account
            for name in [account.name, account.contactAddress] {
                if let name { accounts[name.lowercased()] = account.id }
            }
        }
        for shared in incidents {
            for responder in shared.value.responders {
                if let name = responder.name { _ = person(name) }
                if let team = responder.team { teams.insert(team.lowercased()) }
            }
            for account in shared.value.accounts {
                for name in [account.name, account.contactAddress] {
                    if let name { accounts[name.lowercased()] = account.id }
                }
            }
        }
    }

    private mutating func person(_ name: String) -> String {
        let key = name.lowercased()
        if let known = people[key] { return known }
        let token = "person \(people.count + 1)"
        people[key] = token
        return token
    }

    private mutating func actor(_ name: String) -> String {
        let key = name.lowercased()
        if let known = people[key] { return known }
        if teams.contains(key) { return name }
        return word(name) ?? person(name)
    }

    package mutating func scrubbed(_ shared: SharedIncident) -> Incident {
        var incident = shared.value
        incident.keepEvidence()
        incident.title = nil
        guard incident.hasStory else { return incident }
        incident.rootCause = nil
        for place in incident.responders.indices {
            if let name = incident.responders[place].name { incident.responders[place].name = person(name) }
        }
        for place in incident.timeline.indices {
            if let name = incident.timeline[place].actor { incident.timeline[place].actor = actor(name) }
        }
        for place in incident.communications.indices {
            guard let audience = incident.communications[place].audience else { continue }
            if let id = accounts[audience.lowercased()] { incident.communications[place].audience = id }
        }
        for place in incident.accounts.indices {
            if let known = completed[incident.accounts[place].id] {
                incident.accounts[place].segment = known.segment
                incident.accounts[place].isStrategic = known.isStrategic
                incident.accounts[place].annualRevenue = known.annualRevenue
                incident.accounts[place].renewal = known.renewal
                incident.accounts[place].usage = known.usage
                incident.accounts[place].hasActiveEscalation = known.hasActiveEscalation
            }
            incident.accounts[place].name = nil
            incident.accounts[place].executiveSponsor = nil
            incident.accounts[place].contactName = nil
            incident.accounts[place].contactAddress = nil
            incident.accounts[place].customerSuccessManager = nil
        }
        return incident
    }
}
