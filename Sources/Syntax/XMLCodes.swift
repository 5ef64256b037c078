package import Diagnostics

extension DiagnosticCode {
    package static let xmlSyntax = DiagnosticCode(
        "xml-syntax", .error, "this is not well-formed XML",
        """
        An XML reader must stop at the first such error (XML 1.0, section 1.2): what follows could mean anything. Records \
        that were closed before it are used, the rest of the input is rejected as one piece.
        """)

    package static let xmlNamespace = DiagnosticCode(
        "xml-namespace", .error, "a namespace prefix is not declared",
        """
        The file is not namespace-well-formed (Namespaces in XML 1.0). Elements keep the names that they are written \
        with, and their records are used; the system that wrote them should be told.
        """)

    package static let doctypeIgnored = DiagnosticCode(
        "doctype-ignored", .note, "a document type declaration was ignored",
        """
        The file names a document type definition elsewhere (Bugzilla writes one). It is never fetched: it could only \
        add default values and entities.
        """)

    package static let doctypeRefused = DiagnosticCode(
        "doctype-refused", .error, "a document type declaration with content of its own is refused",
        """
        Declarations inside a file can make entities that grow without end or read other files, and no export of \
        incidents needs them. Nothing is read from such a file. Remove the `<!DOCTYPE …[…]>` if you trust the rest.
        """)

    package static let entityRefused = DiagnosticCode(
        "entity-refused", .warning, "an entity that is declared elsewhere is not resolved",
        """
        Only the five entities of XML itself (`&amp;` `&lt;` `&gt;` `&quot;` `&apos;`) and character references are \
        resolved. Any other one, such as `&nbsp;`, stays in the text as it is written.
        """)
}
