extension Policy {
    /// What puts an account further up in the order of mails (specification, "Customer Impact Assessment").
    package struct CustomerPriorityRule: Sendable, Equatable {
        /// A renewal from the day of detection to so long after it is near.
        package var renewalWithin: Duration
        /// The part of the accounts known that counts as high usage, between 0 and 1.
        package var highUsageShare: Double
        /// Segments that make an account an enterprise, in lower case.
        package var enterpriseSegments: Set<String>

        package init(renewalWithin: Duration, highUsageShare: Double, enterpriseSegments: Set<String>) {
            self.renewalWithin = renewalWithin
            self.highUsageShare = highUsageShare
            self.enterpriseSegments = enterpriseSegments
        }

        package func isEnterprise(segment: String) -> Bool { enterpriseSegments.contains(segment.lowercased()) }

        /// How many of so many accounts have high usage at most, rounded up.
        package func highUsagePlaces(among accounts: Int) -> Int {
            // A share such as 0.07 is no binary fraction: 100 × 0.07 is a hair more than 7, and means 7.
            Int((Double(accounts) * highUsageShare - 1e-9).rounded(.up))
        }
    }
}
