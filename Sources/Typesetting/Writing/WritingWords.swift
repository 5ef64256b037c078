package import Diagnostics

/// The words that the writing rules look for. They stand in the policy; nothing here knows where.
package struct WritingWords: Sendable {
    /// Guesses: `probably`.
    package var speculation: PhraseList
    /// What may be named only once the cause is confirmed: `root cause`.
    package var unconfirmedCause: PhraseList
    /// How a message speaks of the one after it: `next update`.
    package var nextUpdate: PhraseList
    /// Words that say when: `minutes`, `tomorrow`.
    package var moment: PhraseList
    /// How a text says that an incident is over: `is resolved`.
    package var resolution: PhraseList
    /// How a message says that none follows: `final update`.
    package var finalUpdate: PhraseList
    /// What the report is called that comes after an incident: `post-incident report`.
    package var report: PhraseList
    /// What can be said of that report without a date: `no`, `in preparation`.
    package var reportOutcome: PhraseList
    package var blame: PhraseList
    /// Words after which the name of a person is the cause: `caused by`.
    package var blameBeforeName: PhraseList
    /// Words that make the name before them the cause: `broke`.
    package var blameAfterName: PhraseList
    package var counterfactual: PhraseList
    package var outage: PhraseList
    package var workaround: PhraseList
    /// Figures of accounts: `revenue`.
    package var figures: PhraseList
    package var machines: MachineWords

    package init(
        speculation: PhraseList, unconfirmedCause: PhraseList, nextUpdate: PhraseList, moment: PhraseList,
        resolution: PhraseList, finalUpdate: PhraseList, report: PhraseList, reportOutcome: PhraseList,
        blame: PhraseList, blameBeforeName: PhraseList, blameAfterName: PhraseList, counterfactual: PhraseList,
        outage: PhraseList, workaround: PhraseList, figures: PhraseList, machines: MachineWords
    ) {
        self.speculation = speculation
        self.unconfirmedCause = unconfirmedCause
        self.nextUpdate = nextUpdate
        self.moment = moment
        self.resolution = resolution
        self.finalUpdate = finalUpdate
        self.report = report
        self.reportOutcome = reportOutcome
        self.blame = blame
        self.blameBeforeName = blameBeforeName
        self.blameAfterName = blameAfterName
        self.counterfactual = counterfactual
        self.outage = outage
        self.workaround = workaround
        self.figures = figures
        self.machines = machines
    }
}

/// How names of machines and amounts of money are told; all in lower case.
package struct MachineWords: Sendable {
    /// Last parts of host names that only the house resolves: `internal`.
    package var hostEndings: Set<String>
    /// Parts of host names that name an environment: `prod`.
    package var environments: Set<String>
    /// Words after which four numbers are a version, not an address: `version`.
    package var versionWords: Set<String>
    /// `€` and `eur`.
    package var currencies: Set<String>

    package init(
        hostEndings: Set<String>, environments: Set<String>, versionWords: Set<String>, currencies: Set<String>
    ) {
        self.hostEndings = hostEndings
        self.environments = environments
        self.versionWords = versionWords
        self.currencies = currencies
    }
}
