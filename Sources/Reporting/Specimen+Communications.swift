import Compliance
import Diagnostics
import IncidentModel
import Typesetting

extension Specimen {
    /// A running incident whose status word says that it is over, strategic accounts among those affected.
    static var communications: CommunicationPlan {
        let origin = Origin(source: SourceID(0), line: 1, column: 1, field: "field")
        var incident = incident
        incident.milestones[.resolved] = nil
        incident.statusWord = Sourced("over", origin)
        for place in incident.accounts.indices {
            incident.accounts[place].isStrategic = true
            incident.accounts[place].contactAddress = "contact@customer.example"
        }
        var edition = edition
        let role = NamedWords(id: "role", title: "Role", words: ["role"], origin: origin)
        edition.policy.conduct.response.plans[.sev1] = Policy.ResponseStep(
            assemble: [role], channel: "channel", channelTitle: "channel", channelWords: role,
            updatesEvery: .seconds(900), notify: [], origin: origin)
        let audience = NamedWords(id: "public", title: "the public", words: ["public"], origin: origin)
        edition.policy.conduct.communications.messages = [
            Policy.MessageRule(
                id: "message", title: "Message", state: .mitigating, channel: role, audience: audience, reachedBy: [],
                isForStrategicAccounts: false, from: .mitigated, within: [.sev1: .seconds(900)], origin: origin)
        ]
        return CommunicationPlan(assessor.assess(incident), edition: edition)
    }

    static var communicationPreview: Context {
        let file = OutputFile(path: "folder/draft.md", contents: "Text")
        return CommunicationPreview(
            plan: communications, drafts: [(audience: .strategicAccounts, files: [file])], folder: "folder"
        ).context
    }
}
