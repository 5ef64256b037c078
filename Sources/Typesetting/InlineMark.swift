/// A word that gets a look of its own where it stands alone between `**` or `*`.
package struct InlineMark: Sendable {
    package enum Element: String, Sendable {
        /// `**word**`
        case strong
        /// `*word*`
        case emphasis = "em"
    }

    package var text: String
    package var element: Element
    package var cssClass: String

    package init(_ text: String, in element: Element, cssClass: String) {
        self.text = text
        self.element = element
        self.cssClass = cssClass
    }

    /// Verdicts as `**met**`, and the holes that a person has yet to fill as `*to be written by the review*`.
    package static let standard: [InlineMark] =
        ["met", "breached", "open", "overdue", "unproven"].map {
            InlineMark($0, in: .strong, cssClass: "verdict \($0)")
        }
        + ["not applicable", "no data"].map { InlineMark($0, in: .strong, cssClass: "verdict none") }
        + ["to be written by the review", "to be written", "not recorded", "unknown"].map {
            InlineMark($0, in: .emphasis, cssClass: "hole")
        }
}
