import Diagnostics
import IncidentModel

/// Text that wants to be more than text, in every field that an export can fill.
enum Hostile {
    static let text =
        "<script>alert(1)</script> [x](javascript:y) ![i](http://evil.example/i.png) | # {{title}} `code` "
        + "*bold* _to be written by the review_ @all\n\n## Heading\n\n<img src=x onerror=y>\u{202E}"

    /// Every field holds the text, with a marker of its own behind it.
    static func incident(_ wrap: (String) -> String = { "\(Hostile.text) \($0)" }) -> Incident {
        var incident = Stage.full(wrap("MARKID"))
        func said(_ mark: String) -> Sourced<String> { Stage.said(wrap(mark)) }
        incident.title = said("MARKTITLE")
        incident.description = said("MARKDESCRIPTION")
        incident.declared = DeclaredSeverity(severity: .sev2, word: said("MARKWORD"))
        incident.severityHistory = [
            SeverityChange(
                instant: Stage.day(14, 26), declared: DeclaredSeverity(severity: nil, word: said("MARKCHANGE")))
        ]
        incident.statusWord = said("MARKSTATUS")
        incident.service = said("MARKSERVICE")
        incident.team = said("MARKTEAM")
        incident.source = said("MARKSOURCE")
        incident.rootCause = said("MARKCAUSE")
        incident.resolution = said("MARKRESOLUTION")
        incident.impact.summary = said("MARKIMPACT")
        incident.impact.workaround = said("MARKWORKAROUND")
        incident.responders = [
            Responder(
                role: wrap("MARKROLE commander"), name: wrap("MARKNAME"), team: wrap("MARKRTEAM"),
                status: wrap("MARKRSTATUS"), origin: Stage.origin(26))
        ]
        incident.timeline = [
            TimelineEntry(
                instant: Stage.day(14, 24), text: wrap("MARKENTRY"), actor: wrap("MARKACTOR"), system: "coordinator",
                origin: Stage.origin(30))
        ]
        incident.communications = [
            Communication(
                instant: Stage.day(14, 40), channel: wrap("MARKCHANNEL"), audience: wrap("MARKAUDIENCE"),
                body: wrap("MARKBODY"), origin: Stage.origin(60))
        ]
        incident.actions = [
            ActionItem(
                text: wrap("MARKACTION"), owner: wrap("MARKOWNER"), due: .words(wrap("MARKDUE")),
                statusWord: wrap("MARKASTATUS"), state: .open, origin: Stage.origin(80))
        ]
        incident.deployments = [
            Deployment(
                instant: Stage.day(14, 15), service: wrap("MARKDSERVICE"), version: wrap("MARKVERSION"),
                actor: wrap("MARKDACTOR"), origin: Stage.origin(99))
        ]
        incident.references = [Reference(system: wrap("MARKRSYSTEM"), id: wrap("MARKREF"), origin: Stage.origin(110))]
        var account = Account(id: wrap("MARKACCOUNT"), origin: Stage.origin(120))
        account.name = wrap("MARKCOMPANY")
        account.segment = wrap("MARKSEGMENT")
        account.executiveSponsor = wrap("MARKSPONSOR")
        account.customerSuccessManager = wrap("MARKMANAGER")
        account.contactName = wrap("MARKCONTACT")
        account.contactAddress = "ops@customer.example"
        incident.accounts = [account]
        return incident
    }

    /// What a customer may see of it: the title, what they noticed, what they did about it, and themselves.
    static let publicMarks = [
        "MARKTITLE", "MARKSERVICE", "MARKIMPACT", "MARKWORKAROUND", "MARKID", "MARKCONTACT", "MARKCOMPANY",
    ]

    static let internalMarks = [
        "MARKDESCRIPTION", "MARKWORD", "MARKCHANGE", "MARKSTATUS", "MARKTEAM", "MARKSOURCE", "MARKCAUSE",
        "MARKRESOLUTION", "MARKROLE", "MARKNAME", "MARKRTEAM", "MARKRSTATUS", "MARKENTRY", "MARKACTOR", "MARKCHANNEL",
        "MARKAUDIENCE", "MARKBODY", "MARKACTION", "MARKOWNER", "MARKDUE", "MARKASTATUS", "MARKDSERVICE", "MARKVERSION",
        "MARKDACTOR", "MARKRSYSTEM", "MARKREF", "MARKSEGMENT", "MARKSPONSOR", "MARKMANAGER",
    ]
}
