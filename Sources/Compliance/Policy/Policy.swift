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
    package var postMortem: PostMortemRule
    package var resolutionEmail: ResolutionEmailRule
    package var customerPriority: CustomerPriorityRule
    package var lessons: LessonsRule
    package var statistics: StatisticsRule
    package var status: StatusWords
    package var writing: Writing

    /// When a post-mortem is owed (specification, "Post-Incident Requirements").
    package struct PostMortemRule: Sendable, Equatable {
        package var mandatory: Set<Severity>
        /// Owed where the export asks for one.
        package var onRequest: Set<Severity>
        /// From this milestone …
        package var from: Milestone
        /// … within so long.
        package var within: Duration

        package init(mandatory: Set<Severity>, onRequest: Set<Severity>, from: Milestone, within: Duration) {
            self.mandatory = mandatory
            self.onRequest = onRequest
            self.from = from
            self.within = within
        }
    }

    /// When the resolution mail to all affected is owed (specification, "Customer Follow-Up"), and who signs it.
    package struct ResolutionEmailRule: Sendable, Equatable {
        package var severities: Set<Severity>
        package var within: Duration
        /// The mailbox that mails are from, as `name` and plain address.
        package var senderName: String
        package var senderAddress: String
        /// Mails of an incident that was resolved longer ago than this are not brought up again.
        package var remindFor: Duration
        /// What an export records when the duty is done.
        package var recordedAs: RecordedMail

        package init(
            severities: Set<Severity>, within: Duration, senderName: String, senderAddress: String,
            remindFor: Duration, recordedAs: RecordedMail
        ) {
            self.severities = severities
            self.within = within
            self.senderName = senderName
            self.senderAddress = senderAddress
            self.remindFor = remindFor
            self.recordedAs = recordedAs
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
        inference: [InferenceRule], postMortem: PostMortemRule, resolutionEmail: ResolutionEmailRule,
        customerPriority: CustomerPriorityRule, lessons: LessonsRule, statistics: StatisticsRule,
        status: StatusWords = StatusWords(), writing: Writing = Writing()
    ) {
        self.name = name
        self.effectiveFrom = effectiveFrom
        self.digest = digest
        self.clocks = clocks
        self.words = words
        self.inference = inference
        self.postMortem = postMortem
        self.resolutionEmail = resolutionEmail
        self.customerPriority = customerPriority
        self.lessons = lessons
        self.statistics = statistics
        self.status = status
        self.writing = writing
    }
}
