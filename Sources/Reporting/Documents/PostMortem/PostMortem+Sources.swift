import Diagnostics
import IncidentModel
import Typesetting

/// "Sources": every line of the exports that the page rests on, and what it said.
extension PostMortem {
    struct Citation: Equatable {
        var what: String
        var origin: Origin
    }

    /// In the order of the inputs; what is said in several places is listed once.
    var sources: [Context] {
        var order: [String] = []
        var places: [String: [Origin]] = [:]
        for citation in citations.sorted(by: { $0.origin < $1.origin }) {
            if places[citation.what] == nil { order.append(citation.what) }
            places[citation.what, default: []].append(citation.origin)
        }
        return order.map { what in
            ["what": .text(what.sentenceStart), "address": .text(addresses(places[what] ?? []))]
        }
    }

    /// `export.json:35, :40, :45`: a file is named once for lines that follow each other.
    private func addresses(_ origins: [Origin]) -> String {
        var words: [String] = []
        var file: SourceID?
        for origin in origins {
            let word = origin.source == file && origin.line > 0 ? ":\(origin.line)" : edition.address(origin)
            if words.last != word, file != origin.source || !words.contains(word) { words.append(word) }
            file = origin.source
        }
        return words.joined(separator: ", ")
    }

    var citations: [Citation] {
        var found = incident.records.map { Citation(what: "record", origin: $0.origin) }
        func add(_ what: String, _ origin: Origin?) {
            if let origin { found.append(Citation(what: what, origin: origin)) }
        }
        add("title", incident.title?.origin)
        add("description", incident.description?.origin)
        add("severity", incident.severity?.origin)
        add("declared severity", incident.declared?.word.origin)
        add("status", incident.statusWord?.origin)
        add("service", incident.service?.origin)
        add("team", incident.team?.origin)
        add("source of detection", incident.source?.origin)
        add("root cause", incident.rootCause?.origin)
        add("resolution", incident.resolution?.origin)
        add("post-mortem asked for", incident.asksForPostMortem?.origin)
        add("impact", incident.impact.summary?.origin)
        for fact in impactFacts { add(fact.name.lowercased(), fact.origin) }
        for mark in incident.milestones.marks { add("“\(mark.milestone.rawValue)”", mark.origin) }
        for entry in incident.timeline { add("timeline entry", entry.origin) }
        for responder in incident.responders { add("responder", responder.origin) }
        for message in incident.communications { add("communication", message.origin) }
        for deployment in incident.deployments { add("deployment", deployment.origin) }
        for action in incident.actions { add("action item", action.origin) }
        for account in incident.accounts { add("account", account.origin) }
        for reference in incident.references { add("reference", reference.origin) }
        return found
    }
}
