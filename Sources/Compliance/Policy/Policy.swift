package import Diagnostics
package import IncidentModel

/// Every number, word and table that the specification leaves to an organisation, read from a policy file.
package struct Policy: Sendable, Equatable {
    package var name: String
    /// Incidents detected from this moment on are judged by it.
    package var effectiveFrom: Instant
    /// SHA-256 of the file, in lower-case hexadecimal digits.
    package var digest: String
    /// In the order of the file: the order in which pages list them.
    package var clocks: [Clock]
    package var words: WordTable
    package var inference: [InferenceRule]
    /// How records of one incident find each other, and whose word counts.
    package var joining: JoiningRules
    package var resolutionEmail: ResolutionEmailRule
    package var customerPriority: CustomerPriorityRule
    package var lessons: LessonsRule
    package var statistics: StatisticsRule
    package var status: StatusWords
    /// Kinds of messages that clocks look for.
    package var messages: [MessageKind]
    package var responders: ResponderWords
    package var pauses: PauseWords
    package var exclusions: [Exclusion]
    /// Where it stands.
    package var origin: Origin?
    /// Everything besides the clocks.
    package var conduct: Conduct
    package var writing: Writing
    /// What never enters a database.
    package var redaction: RedactionRules

    /// Who signs the resolution mail to all affected (specification, "Customer Follow-Up"), and when it is brought up.
    package struct ResolutionEmailRule: Sendable, Equatable {
        /// The ``Clock/id`` of its promise: where, within how long, and what an export records when it is kept.
        package var clock: String
        /// The mailbox that mails are from, as `name` and plain address.
        package var senderName: String
        package var senderAddress: String
        /// Mails of an incident that was resolved longer ago than this are not brought up again.
        package var remindFor: Duration
        package var strategic: StrategicMailRule
        /// Who signs an executive's apology.
        package var executive: String

        package init(
            clock: String, senderName: String, senderAddress: String, remindFor: Duration,
            strategic: StrategicMailRule = StrategicMailRule(), executive: String = "Executive"
        ) {
            self.clock = clock
            self.senderName = senderName
            self.senderAddress = senderAddress
            self.remindFor = remindFor
            self.strategic = strategic
            self.executive = executive
        }
    }

    /// What the resolution mail to a strategic account says besides (specification, "Customer Follow-Up").
    package struct StrategicMailRule: Sendable, Equatable {
        package var manager: ManagerRole
        /// Whether remediation is brought up where it is owed.
        package var offersRemediation: Bool

        /// What the account's customer success manager is in the mail.
        package enum ManagerRole: String, Sendable, CaseIterable {
            case unnamed = "none"
            case contact, sender
        }

        package init(manager: ManagerRole = .contact, offersRemediation: Bool = true) {
            self.manager = manager
            self.offersRemediation = offersRemediation
        }
    }

    /// From how many incidents on a figure is honest (definitions, "Figures").
    package struct StatisticsRule: Sendable, Equatable {
        package var p90From: Int
        package var p95From: Int
        package var medianIntervalFrom: Int
        /// Below this p-value a change counts as more than noise.
        package var significance: Double

        package init(p90From: Int, p95From: Int, medianIntervalFrom: Int, significance: Double) {
            self.p90From = p90From
            self.p95From = p95From
            self.medianIntervalFrom = medianIntervalFrom
            self.significance = significance
        }
    }

    package init(
        name: String, effectiveFrom: Instant, digest: String, clocks: [Clock], words: WordTable,
        inference: [InferenceRule], joining: JoiningRules = JoiningRules(), resolutionEmail: ResolutionEmailRule,
        customerPriority: CustomerPriorityRule, lessons: LessonsRule, statistics: StatisticsRule,
        status: StatusWords = StatusWords(), messages: [MessageKind] = [],
        responders: ResponderWords = ResponderWords(words: [], machines: []), pauses: PauseWords = PauseWords(),
        exclusions: [Exclusion] = [], conduct: Conduct = Conduct(), writing: Writing = Writing(),
        redaction: RedactionRules = RedactionRules(), origin: Origin? = nil
    ) {
        self.name = name
        self.effectiveFrom = effectiveFrom
        self.digest = digest
        self.clocks = clocks
        self.words = words
        self.inference = inference
        self.joining = joining
        self.resolutionEmail = resolutionEmail
        self.customerPriority = customerPriority
        self.lessons = lessons
        self.statistics = statistics
        self.status = status
        self.messages = messages
        self.responders = responders
        self.pauses = pauses
        self.exclusions = exclusions
        self.origin = origin
        self.conduct = conduct
        self.writing = writing
        self.redaction = redaction
    }
}

extension Policy {
    package func clock(_ id: String) -> Clock? { clocks.first { $0.id == id } }

    /// The promise of a post-mortem: the first clock that stops at the review.
    package var postMortemClock: Clock? { clocks.first { $0.stop == .reviewed } }

    /// The promise of the resolution mail.
    package var resolutionEmailClock: Clock? { clock(resolutionEmail.clock) }
}
