import Compliance
import Diagnostics
import IncidentModel

/// An incident of which every field holds a mark of its own, so that a page that shows one can be told.
enum MarkedIncident {
    /// `zq17x`: a word that no template has.
    final class Marks {
        private var last = 100

        func next() -> String {
            last += 1
            return "zq\(last)x"
        }

        /// A number that no page makes by itself.
        func number() -> Int {
            last += 1
            return 7_310_000 + last
        }
    }

    static func make(isResolved: Bool) -> Incident {
        let marks = Marks()
        let origin = Stage.origin(7)
        func said() -> Sourced<String> { Sourced("Words \(marks.next())", origin) }
        func words() -> String { "Words \(marks.next())" }

        var incident = Incident(id: "INC-\(marks.next())", system: "coordinator", origin: origin)
        incident.key = marks.next()
        incident.records.append(
            IncidentRecord(system: marks.next(), kind: .paging, id: marks.next(), origin: origin))
        incident.title = said()
        incident.severity = Sourced(.sev1, origin)
        incident.declared = DeclaredSeverity(severity: .sev1, word: said())
        incident.severityHistory = [
            SeverityChange(
                instant: Stage.day(14, 26), declared: DeclaredSeverity(severity: .sev1, word: said()))
        ]
        incident.statusWord = said()
        incident.statusHistory = [StatusChange(instant: Stage.day(14, 27), word: words(), origin: origin)]
        incident.reopenings = marks.number()
        incident.service = said()
        incident.asksForPostMortem = Sourced(true, origin)
        incident.milestones = Milestones([
            Stage.mark(.started, Stage.day(14, 15)), Stage.mark(.detected, Stage.day(14, 23)),
            MilestoneMark(
                .triaged, Stage.day(14, 25), origin: origin, knowledge: .inferred(rule: marks.next())),
        ])
        if isResolved { incident.milestones[.resolved] = Stage.mark(.resolved, Stage.moment(2024, 2, 16, 8, 0)) }
        incident.claims = [claim(marks, origin)]
        incident.conflicts = [
            ClaimConflict(
                subject: .title, believed: claim(marks, origin), others: [claim(marks, origin)], rule: words())
        ]
        tell(&incident, marks, origin)
        return incident
    }

    private static func claim(_ marks: Marks, _ origin: Origin) -> Claim {
        Claim(
            subject: .title, words: marks.next(),
            mark: MilestoneMark(
                .closed, Stage.day(15, 0), origin: origin, knowledge: .inferred(rule: marks.next())),
            record: IncidentRecord(system: marks.next(), kind: .ticketing, id: marks.next(), origin: origin),
            origin: origin, isBelieved: true)
    }

    private static func tell(_ incident: inout Incident, _ marks: Marks, _ origin: Origin) {
        func said() -> Sourced<String> { Sourced("Words \(marks.next())", origin) }
        func words() -> String { "Words \(marks.next())" }
        incident.description = said()
        incident.team = said()
        incident.source = said()
        incident.rootCause = said()
        incident.causeCode = said()
        incident.resolution = said()
        incident.impact.summary = said()
        incident.impact.customersAffected = Sourced(marks.number(), origin)
        incident.impact.customerShare = Sourced(0.731_777, origin)
        incident.impact.strategicAccountsAffected = Sourced(marks.number(), origin)
        incident.impact.revenueAtRisk = Sourced(Double(marks.number()), origin)
        incident.impact.workaround = said()
        incident.impact.isWorkaroundAvailable = Sourced(true, origin)
        incident.impact.isDataLossPossible = Sourced(true, origin)
        incident.impact.history = [
            CustomerCount(instant: Stage.day(14, 30), customers: marks.number(), origin: origin)
        ]
        incident.responders = [
            Responder(role: words(), name: words(), team: words(), status: words(), origin: origin)
        ]
        incident.timeline = [
            TimelineEntry(instant: Stage.day(14, 24), text: words(), actor: words(), system: words(), origin: origin)
        ]
        incident.communications = [
            Communication(
                instant: Stage.day(14, 40), channel: words(), audience: words(), body: words(), template: words(),
                nextUpdate: Stage.day(14, 55), recipients: marks.number(), origin: origin)
        ]
        incident.actions = [
            ActionItem(
                text: words(), owner: words(), due: .words(words()), statusWord: words(), state: .open,
                completed: Stage.day(14, 28), origin: origin),
            ActionItem(
                text: words(), owner: words(), due: .when(.resolved, words: words()), statusWord: words(), state: .open,
                completed: Stage.day(14, 29), origin: origin),
        ]
        incident.deployments = [
            Deployment(
                instant: Stage.day(14, 15), service: words(), version: words(), actor: words(), origin: origin)
        ]
        incident.references = [Reference(system: marks.next(), id: marks.next(), origin: origin)]
        incident.serviceProfile = ServiceProfile(
            name: words(), criticality: said(), owner: words(), health: words(), origin: origin)
        incident.accounts = [account(marks, origin), account(marks, origin)]
    }

    private static func account(_ marks: Marks, _ origin: Origin) -> Account {
        var account = Account(id: marks.next(), origin: origin)
        account.name = "Words \(marks.next())"
        account.segment = "Words \(marks.next())"
        account.isStrategic = true
        account.annualRevenue = Double(marks.number())
        account.renewal = Stage.moment(2024, 4, 1, 0, 0)
        account.executiveSponsor = "Words \(marks.next())"
        account.usage = Double(marks.number())
        account.hasActiveEscalation = true
        account.contactName = "Words \(marks.next())"
        account.contactAddress = "\(marks.next())@customer.example"
        account.customerSuccessManager = "Words \(marks.next())"
        return account
    }
}

/// The texts and numbers of a value, with the path of fields that leads to each; found by looking at every field.
struct Leaves {
    struct Leaf {
        /// `accounts.contactName`: places in lists are left out.
        var path: String
        /// `nil` for a field that holds nothing.
        var words: String?
    }

    private(set) var all: [Leaf] = []

    init(_ value: Any) { look(at: value, path: "") }

    private mutating func look(at value: Any, path: String) {
        switch value {
        case is Instant, is Origin, is Bool, is Severity, is SystemKind, is Milestone: return
        case let text as String: all.append(Leaf(path: path, words: text))
        case let number as Int: all.append(Leaf(path: path, words: String(number)))
        case let number as Double:
            all.append(Leaf(path: path, words: Int(exactly: number).map { String($0) } ?? String(number)))
        default:
            let mirror = Mirror(reflecting: value)
            let isHolder = [.optional, .collection, .dictionary, .set].contains(mirror.displayStyle)
            if mirror.children.isEmpty, isHolder { all.append(Leaf(path: path, words: nil)) }
            for child in mirror.children {
                // The value of a sourced text, the payload of a case and the story have the path of what holds them.
                let label = child.label.flatMap { ["value", "some", "stories"].contains($0) ? nil : $0 }
                look(at: child.value, path: [path, label ?? ""].filter { !$0.isEmpty }.joined(separator: "."))
            }
        }
    }
}
