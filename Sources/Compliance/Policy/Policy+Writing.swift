package import Diagnostics
package import IncidentModel

extension Policy {
    /// The words of the writing rules (specification, "Communication Rules"), ready to be searched for.
    package struct Writing: Sendable, Equatable {
        /// By the key in the policy file: one for each case of ``List``.
        private var lists: [List: PhraseList] = [:]
        /// Severities that may be called an outage.
        package var outageDeclaredAt: Set<Severity> = []
        package var customerSafe = CustomerSafeWords()
        package var recipients = Recipients()

        /// The lists of phrases.
        package enum List: String, CaseIterable, Sendable {
            case speculation, unconfirmedCause, nextUpdate, moment, resolution, finalUpdate, report, reportOutcome
            case workaround, blame, blameBeforeName, blameAfterName, outage, counterfactual
        }

        package init() {}

        package subscript(list: List) -> PhraseList {
            get { lists[list] ?? PhraseList([]) }
            set { lists[list] = newValue }
        }

        /// What tells that a text to customers holds something internal; all in lower case.
        package struct CustomerSafeWords: Sendable, Equatable {
            package var figures = PhraseList([])
            package var hostEndings: Set<String> = []
            package var environments: Set<String> = []
            package var versionWords: Set<String> = []
            package var currencies: Set<String> = []

            package init() {}
        }

        /// Whom a recorded message went to; all in lower case.
        package struct Recipients: Sendable, Equatable {
            /// Audiences inside the house, as a whole.
            package var inside: Set<String> = []
            /// Parts of channels that lead outside, for messages that name no audience.
            package var outsideChannels: Set<String> = []

            package init() {}

            /// Whether anyone outside reads it: what nobody can tell counts as inside.
            package func isOutside(_ message: Communication) -> Bool {
                if let audience = message.audience?.lowercased() { return !inside.contains(audience) }
                let channel = message.channel.lowercased()
                return outsideChannels.contains { channel.contains($0) }
            }
        }
    }
}
