package import Compliance
import Diagnostics
package import IncidentModel
package import Typesetting

/// Where the writing rules are applied to what the house says: the policy's words in the rules, an incident's facts beside
/// the text.
package struct WritingDesk: Sendable {
    package let rules: WritingRuleCatalog
    private let policy: Policy

    package init(_ policy: Policy) {
        self.policy = policy
        rules = WritingRuleCatalog(WritingWords(policy.writing))
    }

    /// What a rule has to know about the texts of an incident; of a text outside of one, where that is `nil`. Those whom
    /// the policy has a text name may be named in it.
    package func facts(of incident: Incident?, naming named: [String] = []) -> ProseFacts {
        var facts = ProseFacts()
        facts.allowed = [policy.resolutionEmail.senderAddress.lowercased()]
        guard let incident else { return facts }
        facts.isCauseConfirmed = incident.isCauseConfirmed
        facts.isOutageDeclared = incident.severity.map { mayBeCalledOutage($0.value) } ?? false
        let sender = policy.resolutionEmail.senderName
        let named = Set((named + [sender]).map { $0.lowercased() })
        facts.people = PhraseList(Self.people(of: incident).filter { !named.contains($0.lowercased()) })
        facts.allowed.insert(incident.id.lowercased())
        return facts
    }

    package func mayBeCalledOutage(_ severity: Severity) -> Bool {
        policy.writing.outageDeclaredAt.contains(severity)
    }

    /// Responders, account teams and sponsors. A responder that is named like a team or a role is no person.
    private static func people(of incident: Incident) -> [String] {
        let groups = Set(incident.responders.flatMap { [$0.team, $0.role] }.compactMap { $0?.lowercased() })
        let responders = incident.responders.compactMap { $0.name?.trimmed }.filter {
            !groups.contains($0.lowercased())
        }
        let accountTeams = incident.accounts.flatMap { [$0.executiveSponsor, $0.customerSuccessManager] }
            .compactMap { $0?.trimmed }.filter { $0.contains(" ") }
        // A name of a hundred letters is none, and would take long to look for.
        return Set(responders + accountTeams).filter { $0.utf8.count <= 100 }.sorted()
    }
}

extension WritingWords {
    /// The policy's lists, each in its place.
    package init(_ writing: Policy.Writing) {
        let safe = writing.customerSafe
        self.init(
            speculation: writing[.speculation], unconfirmedCause: writing[.unconfirmedCause],
            nextUpdate: writing[.nextUpdate], moment: writing[.moment], resolution: writing[.resolution],
            finalUpdate: writing[.finalUpdate], report: writing[.report], reportOutcome: writing[.reportOutcome],
            blame: writing[.blame], blameBeforeName: writing[.blameBeforeName],
            blameAfterName: writing[.blameAfterName],
            counterfactual: writing[.counterfactual], outage: writing[.outage], workaround: writing[.workaround],
            figures: safe.figures,
            machines: MachineWords(
                hostEndings: safe.hostEndings, environments: safe.environments, versionWords: safe.versionWords,
                currencies: safe.currencies))
    }
}
