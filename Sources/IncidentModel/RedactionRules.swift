/// What never enters a database: the policy's section `redaction`.
package struct RedactionRules: Sendable, Equatable {
    /// A rule, and how many places it replaced.
    package enum Kind: Sendable, Equatable {
        /// Every value of a field, wherever a record has it: `incidentSummary.description`.
        case fields([String])
        /// Words and phrases, as whole words, without regard to the case of ASCII letters.
        case words([String])
        /// Anything in the form `name@host.tld`.
        case emailAddresses
        /// International numbers: a plus sign and 9 to 15 digits, with spaces, dots, hyphens and parentheses between them.
        case phoneNumbers
    }

    package struct Rule: Sendable, Equatable {
        /// As the ledger calls it.
        package var name: String
        package var kind: Kind

        package init(name: String, kind: Kind) {
            self.name = name
            self.kind = kind
        }
    }

    package var rules: [Rule]

    package init(_ rules: [Rule] = []) { self.rules = rules }
}
