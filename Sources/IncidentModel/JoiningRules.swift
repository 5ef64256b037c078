package import Diagnostics

/// How records of one incident find each other, and which records are no incidents: from the policy's `joining`.
package struct JoiningRules: Sendable, Equatable {
    package var trust: TrustOrder
    /// What exports call a system, in lower case, and its family here: `pager duty` is `pagerduty`.
    package var systems: [String: String]
    /// Where people leave links to records, how the id stands in them.
    package var links: [LinkForm]
    /// Words in a title by which a record is no incident: a rule's name and its phrases, in lower case.
    package var setAside: [TitleRule]
    /// Seconds between the detections of two incidents of different systems on one service, up to which they are
    /// offered as perhaps one. 0 offers none.
    package var resemblesWithin: Int
    /// Seconds before a detection from which on a deployment belongs to an incident's story.
    package var deploymentWithin: Int

    package init(
        trust: TrustOrder = .definitions, systems: [String: String] = [:], links: [LinkForm] = [],
        setAside: [TitleRule] = [], resemblesWithin: Int = 0, deploymentWithin: Int = 86_400
    ) {
        self.trust = trust
        self.systems = systems
        self.links = links
        self.setAside = setAside
        self.resemblesWithin = resemblesWithin
        self.deploymentWithin = deploymentWithin
    }

    /// The family of a system by any of its names.
    package func family(_ system: String) -> String {
        let name = system.lowercased()
        return systems[name] ?? name
    }

    /// Whether the name is one of a system that the policy knows.
    package func isKnown(_ system: String) -> Bool {
        let name = system.lowercased()
        return systems[name] != nil || systems.values.contains(name)
    }
}

/// The form of a link to a record: `https://acme.pagerduty.com/incidents/PT4KHLK`.
package struct LinkForm: Sendable, Equatable {
    /// The family of the system that the link leads to.
    package var system: String
    /// What the host ends with; empty for systems that run under any.
    package var host: String
    /// What stands before the id: `/incidents/`.
    package var before: String

    package init(system: String, host: String, before: String) {
        self.system = system
        self.host = host
        self.before = before
    }
}

/// A named rule by which a title shows that a record is no incident.
package struct TitleRule: Sendable, Equatable {
    /// `drill`.
    package var name: String
    package var phrases: [Phrase]

    package init(name: String, phrases: [Phrase]) {
        self.name = name
        self.phrases = phrases
    }
}
