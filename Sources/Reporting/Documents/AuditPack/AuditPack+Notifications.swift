import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// The times within which laws ask to notify somebody, computed for the incidents that a person has to look at.
extension AuditPack {
    struct Notified {
        var regime: NotificationRegime
        var incident: AuditedIncident
        var dues: [NoticeDue]
    }

    var notified: [Notified] {
        regimes.flatMap { regime in
            incidents.filter { regime.lists($0.assessed.incident) }.map { incident in
                let known = KnownIncident(incident.assessed.incident, asOf: edition.asOf)
                return Notified(regime: regime, incident: incident, dues: regime.dues(for: known, in: edition.zone))
            }
        }
    }

    var notificationsTable: String {
        var table = CSVTable(
            [
                "regime", "number", "incident", "severity", "notice", "article", "due", "counts_from", "sent", "state",
                "customers", "duration_seconds", "data_loss_risk", "service", "revenue_at_risk", "source",
            ].map {
                CSVTable.Column(
                    $0, isNumeric: ["number", "customers", "duration_seconds", "revenue_at_risk"].contains($0))
            })
        for notified in notified {
            let incident = notified.incident.assessed.incident
            let facts = NotifiedFacts(incident)
            for due in notified.dues {
                table.append([
                    notified.regime.title, String(notified.incident.number), incident.id,
                    incident.severity?.value.rawValue ?? "", due.notice.title, due.notice.article,
                    due.due?.rfc3339 ?? "", due.countsFromDue ? "latest moment of an earlier notice" : "record",
                    due.sent?.instant?.rfc3339 ?? "", words(due.state),
                    facts.customers.map(String.init) ?? "", facts.seconds.map(String.init) ?? "",
                    facts.dataLoss.map { $0 ? "yes" : "no" } ?? "", incident.service?.value ?? "",
                    facts.revenue.map(Self.digits) ?? "", edition.address(due.sent?.origin ?? incident.origin),
                ])
            }
        }
        return table.text
    }

    var notifiedContexts: [Context] {
        notified.prefix(Self.most).map { notified in
            let incident = notified.incident.assessed.incident
            let facts = NotifiedFacts(incident)
            return [
                "regime": .text(notified.regime.title),
                "incident": .text(incident.id.folded),
                "severity": .text(incident.severity?.value.title ?? "unknown"),
                "facts": .text(words(facts)),
                "notices": .list(
                    notified.dues.map { due in
                        [
                            "title": .text(due.notice.title), "article": .text(due.notice.article),
                            "due": .text(due.due.map(phrasing.minute) ?? edition.phrases("audit.notice.noDue")),
                            "state": .text(words(due.state)),
                            "class": .text(Self.word(due.outcome)),
                        ]
                    }),
            ]
        }
    }

    /// The class of ``style.css`` that a promise's chip has.
    static func word(_ outcome: PromiseOutcome) -> String {
        switch outcome {
        case .kept: "met"
        case .broken: "breached"
        case .open: "open"
        case .unproven: "unproven"
        case .notApplicable: "none"
        }
    }

    func words(_ state: NoticeDue.State) -> String {
        switch state {
        case .inTime: edition.phrases("audit.notice.inTime")
        case .late(let by): edition.phrases("audit.notice.late", ["by": Phrasing.duration(by)])
        case .open: edition.phrases("audit.notice.open")
        case .unproven: edition.phrases("audit.notice.unproven")
        case .notStarted(let what): edition.phrases("audit.notice.notStarted", ["what": what])
        }
    }

    private func words(_ facts: NotifiedFacts) -> String {
        edition.phrases(
            "audit.notice.facts",
            [
                "customers": facts.customers.map { Phrasing.count($0, "customer") }
                    ?? edition.phrases("audit.fact.customers.absent"),
                "duration": facts.seconds.map { Phrasing.duration($0) }
                    ?? edition.phrases("audit.fact.duration.absent"),
                "loss": edition.phrases(
                    facts.dataLoss == nil
                        ? "audit.fact.loss.absent"
                        : facts.dataLoss == true ? "audit.fact.loss.yes" : "audit.fact.loss.no"),
                "service": facts.service ?? edition.phrases("audit.fact.service.absent"),
                "revenue": facts.revenue.map { edition.phrases("audit.fact.revenue", ["amount": Phrasing.plain($0)]) }
                    ?? edition.phrases("audit.fact.revenue.absent"),
            ])
    }

    private static func digits(_ value: Double) -> String {
        Int(exactly: value).map(String.init) ?? Phrasing.decimal(value, places: 2)
    }
}

/// What a person needs to decide whether a law means the incident.
private struct NotifiedFacts {
    let customers: Int?
    let seconds: Int?
    let dataLoss: Bool?
    let revenue: Double?
    let service: String?

    init(_ incident: Incident) {
        customers = incident.impact.customersAffected?.value
        let marks = incident.milestones
        seconds = marks.seconds(from: marks[.started] == nil ? .detected : .started, to: .resolved)
        dataLoss = incident.impact.isDataLossPossible?.value
        revenue = incident.impact.revenueAtRisk?.value
        service = incident.service?.value.folded
    }
}
