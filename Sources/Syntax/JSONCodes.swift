package import Diagnostics

extension DiagnosticCode {
    package static let jsonSyntax = DiagnosticCode(
        "json-syntax", .error, "this is not JSON",
        """
        The text breaks the grammar of RFC 8259 at the place named: a comma too many or too few, a key without quotes, a \
        number with a leading zero, text behind the end of a value. The record around it is rejected whole, since a \
        guess at what was meant could change a time or a severity; its neighbours are used.
        """)

    package static let duplicateKey = DiagnosticCode(
        "duplicate-key", .warning, "an object has the same key twice",
        """
        JSON leaves open which of the two counts, and systems differ. The first one is used here, the others are \
        ignored. At most 20 are named for each record.
        """)
}
