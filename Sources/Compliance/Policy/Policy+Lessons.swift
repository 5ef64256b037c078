extension Policy {
    /// From where on a fact of an incident is put before its review.
    package struct LessonsRule: Sendable, Equatable {
        /// A deployment so long before the detection, or less long, is asked about.
        package var deploymentWithin: Duration
        /// An impact that went unnoticed so long, or longer, is named.
        package var unnoticedFrom: Duration
        /// A stretch without a message that is longer than this is named.
        package var silenceBeyond: Duration
        /// A closure that comes so long after the resolution, or later, is late on paper.
        package var paperworkBeyond: Duration
        package var night: Night
        package var noticedBy: NoticeWords

        package init(
            deploymentWithin: Duration, unnoticedFrom: Duration, silenceBeyond: Duration,
            paperworkBeyond: Duration, night: Night,
            noticedBy: NoticeWords
        ) {
            self.deploymentWithin = deploymentWithin
            self.unnoticedFrom = unnoticedFrom
            self.silenceBeyond = silenceBeyond
            self.paperworkBeyond = paperworkBeyond
            self.night = night
            self.noticedBy = noticedBy
        }
    }

    /// The hours of the day at which people sleep, 0 to 23, in the time zone of the page.
    package struct Night: Sendable, Equatable {
        /// The first hour of it.
        package var from: Int
        /// The first hour after it.
        package var to: Int

        package init(from: Int, to: Int) {
            self.from = from
            self.to = to
        }

        package func contains(hour: Int) -> Bool {
            from < to ? (from..<to).contains(hour) : hour >= from || hour < to
        }
    }
}
