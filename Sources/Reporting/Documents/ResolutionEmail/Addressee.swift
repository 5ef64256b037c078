package import IncidentModel

/// Whom a mail greets, and what it may say about the account that it goes to: nothing of its revenue, segment or usage,
/// and nothing of any other account. No export marks these as public.
package struct Addressee: Sendable, Equatable {
    /// The contact; `nil` greets nobody by name.
    package var contact: String?
    /// The account's own name.
    package var account: String?
    /// Only for strategic accounts.
    package var followUp: FollowUp?
    /// Who signs an executive's apology, where one is owed.
    package var apologist: String?

    /// What a strategic account can expect from us (specification, "Customer Follow-Up").
    package struct FollowUp: Sendable, Equatable {
        /// The customer success manager, where the policy names them and one is on record.
        package var manager: String?
        /// Whether the call is still owed.
        package var isCallOwed: Bool
        /// When the call is due; `nil` where that has passed: no date is promised.
        package var callBy: Instant?
        package var offersRemediation: Bool
        /// Whether the manager signs the mail.
        package var isSender: Bool

        package init(
            manager: String? = nil, isCallOwed: Bool = false, callBy: Instant? = nil, offersRemediation: Bool = false,
            isSender: Bool = false
        ) {
            self.manager = manager
            self.isCallOwed = isCallOwed
            self.callBy = callBy
            self.offersRemediation = offersRemediation
            self.isSender = isSender
        }

        /// Whether there is anything to say.
        var isSilent: Bool { manager == nil && !isCallOwed && !offersRemediation }
    }

    package init(
        contact: String? = nil, account: String? = nil, followUp: FollowUp? = nil, apologist: String? = nil
    ) {
        self.contact = contact
        self.account = account
        self.followUp = followUp
        self.apologist = apologist
    }

    /// People whom the policy has the mail name.
    var named: [String] { [followUp?.manager, apologist].compactMap { $0 } }
}
