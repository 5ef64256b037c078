/// Invented incidents in the coordinator's format, one object a line, about 2 KB each.
struct CoordinatorExport: GeneratedExport {
    let head = ""
    let tail = ""

    func record(_ incident: GeneratedIncident) -> String {
        var dice = incident.rest
        let state = incident.resolved == nil ? "mitigating" : "resolved"
        var line =
            "{\"incidentId\":\"INC-2026-\(incident.index)\",\"status\":\"\(state)\",\"severity\":\"sev\(incident.severity)\","
        line += "\"incidentSummary\":{\"title\":\"\(incident.topic) in \(incident.service)\","
        line +=
            "\"description\":\"\(incident.topic) for some customers of \(incident.service). \(dice.pick(Words.findings)).\","
        line +=
            "\"detectedAt\":\"\(stamp(incident.detected))\",\"source\":\"monitoring\",\"affectedService\":\"\(incident.service)\"},"
        line += lifecycle(incident)
        line +=
            "\"impactAssessment\":{\"totalCustomersAffected\":\(incident.customers),\"strategicAccountsAffected\":\(dice.below(9)),"
        line +=
            "\"revenueAtRisk\":\(dice.below(900) * 1000),\"impactDescription\":\"\(dice.below(60)) % of requests fail\","
        line += "\"workaroundAvailable\":false,\"dataLossRisk\":false},"
        line += accounts(incident, &dice)
        line +=
            "\"responseTeam\":[{\"role\":\"Incident Commander\",\"name\":\"\(dice.pick(Words.people))\",\"team\":\"Engineering\",\"status\":\"active\"}],"
        line += timeline(incident, &dice)
        line += communications(incident)
        line +=
            "\"nextActions\":[{\"action\":\"Alert earlier on \(incident.service)\",\"owner\":\"\(dice.pick(Words.people))\","
        line += "\"dueBy\":\"\(stamp(incident.detected + 1_209_600))\",\"status\":\"pending\"}],"
        line += "\"postMortemRequired\":\(incident.severity < 3),\"exitState\":\"\(state)\"}\n"
        return line
    }

    private func lifecycle(_ incident: GeneratedIncident) -> String {
        var fields = "\"detectedAt\":\"\(stamp(incident.detected))\""
        for (name, moment) in [
            ("triagedAt", incident.triaged), ("firstCommunicationAt", incident.communicated),
            ("mitigatedAt", incident.mitigated), ("resolvedAt", incident.resolved),
        ] {
            if let moment { fields += ",\"\(name)\":\"\(stamp(moment))\"" }
        }
        return "\"lifecycle\":{\(fields)},"
    }

    private func accounts(_ incident: GeneratedIncident, _ dice: inout SplitMix64) -> String {
        let entries = incident.accounts.map { number in
            "{\"id\":\"ACC-\(number)\",\"name\":\"Company \(number)\",\"segment\":\"enterprise\",\"strategic\":\(number < 50),"
                + "\"annualRevenue\":\(number * 1000),\"renewalDate\":\"2026-\(twoDigits(1 + dice.below(12)))-15\","
                + "\"usage\":\(dice.below(100_000)),\"activeEscalation\":false,"
                + "\"contact\":{\"name\":\"Contact \(number)\",\"email\":\"contact-\(number)@example.com\"}}"
        }
        return "\"affectedCustomers\":[\(entries.joined(separator: ","))],"
    }

    /// Where no stamp is known, no entry tells it either: otherwise it could be inferred.
    private func timeline(_ incident: GeneratedIncident, _ dice: inout SplitMix64) -> String {
        var entries = [(incident.detected, dice.pick(Words.alarms), "Datadog")]
        if let triaged = incident.triaged {
            entries.append((triaged, "Incident created, Sev\(incident.severity) declared", "On-call"))
        }
        entries.append((incident.detected + 60 + dice.below(600), dice.pick(Words.findings), dice.pick(Words.people)))
        if let communicated = incident.communicated { entries.append((communicated, "Status page updated", "Support")) }
        if let mitigated = incident.mitigated { entries.append((mitigated, "Fix deployed", dice.pick(Words.people))) }
        if let resolved = incident.resolved { entries.append((resolved, "Incident resolved", dice.pick(Words.people))) }
        let objects = entries.map { "{\"timestamp\":\"\(stamp($0.0))\",\"event\":\"\($0.1)\",\"actor\":\"\($0.2)\"}" }
        return "\"timeline\":[\(objects.joined(separator: ","))],"
    }

    private func communications(_ incident: GeneratedIncident) -> String {
        guard let communicated = incident.communicated else { return "" }
        let body = "\(incident.topic) in \(incident.service). We are working on it. Next update in 30 minutes."
        return "\"communications\":{\"statusPage\":{\"status\":\"published\",\"lastUpdate\":\"\(stamp(communicated))\","
            + "\"message\":\"\(body)\"},\"log\":[{\"at\":\"\(stamp(communicated))\",\"channel\":\"status_page\","
            + "\"audience\":\"status_page\",\"body\":\"\(body)\",\"nextUpdateAt\":\"\(stamp(communicated + 1800))\"}]},"
    }

    private func stamp(_ moment: Int) -> String { CivilDate(moment).rfc3339 }
}
