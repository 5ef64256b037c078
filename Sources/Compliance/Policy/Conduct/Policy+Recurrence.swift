extension Policy {
    /// When an incident happened before (definitions, "Recurring").
    package struct RecurrenceRule: Sendable, Equatable {
        /// From the detection of the earlier one to that of the later, at most.
        package var window = Duration.zero
        /// The share of words that two titles must have in common: those of both over those of either (Jaccard).
        package var titleLikeness = 1.0
        /// A title of fewer words says too little.
        package var titleWordsFrom = 1
        /// Words that say nothing in a title, in lower case.
        package var emptyWords: Set<String> = []
        /// Plain texts that name no cause.
        package var noCause: Set<String> = []
        /// The latest so many earlier incidents are named; all with the same cause are counted.
        package var named = 1
        /// A title is compared with so many different ones of its service, those that came up last.
        package var comparedTitles = 1
        /// From so many incidents with an open action on one service on, the service is named.
        package var openActionsFrom = 2

        package init() {}

        /// Whether a recorded cause says no more than that none is known.
        package func namesNoCause(_ text: String) -> Bool {
            let plain = NoticeWords.plain(text)
            return plain.isEmpty || noCause.contains(plain)
        }
    }
}
