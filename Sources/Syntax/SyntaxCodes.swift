package import Diagnostics

extension DiagnosticCode {
    /// All that this room says, for `debrief explain` and `debrief list diagnostics`.
    package static let syntaxCodes: [DiagnosticCode] = [
        jsonSyntax, xmlSyntax, xmlNamespace, truncated, encoding, emptyInput, duplicateKey, fieldShape, notARecord,
        tooDeep,
        valueTooLarge, recordTooLarge, tooManyRejects, tooManyRemarks, doctypeIgnored, doctypeRefused, entityRefused,
        csvSyntax, extraCells, shortRows, unnamedColumns, nestedDocument,
    ]

    package static let truncated = DiagnosticCode(
        "truncated", .error, "the file ends in the middle of a record",
        """
        The input stops before its last record, the list around its records, or the quotes around a cell are closed: a \
        download or an export that was cut off. Records before the cut are used, the unfinished one is rejected, and what would have followed is \
        unknown, so figures made from this input are incomplete. Export it again.
        """)

    package static let emptyInput = DiagnosticCode(
        "empty-input", .error, "an input holds nothing",
        """
        The file is empty, or holds white space alone. An export that failed, or a full disk, leaves such files behind, \
        and nobody can tell them from a week without incidents: write an empty list instead, [].
        """)

    package static let encoding = DiagnosticCode(
        "encoding", .error, "the bytes are not the text that they claim to be",
        """
        JSON must be UTF-8 (RFC 8259, section 8.1), with escapes that stand for whole characters; XML must be in the \
        encoding that its byte order mark and its declaration agree on, without zero bytes; CSV must be in UTF-8, or in the \
        encoding that was named for it. Nothing is repaired in \
        silence, because a repaired name no longer matches the same name elsewhere. Convert the file (`iconv -f … -t \
        UTF-8`), or export it again.
        """)

    package static let fieldShape = DiagnosticCode(
        "field-shape", .warning, "a field holds another kind of value than expected",
        """
        For example an object or a list where a text belongs, or a word where a number belongs. The field counts as \
        absent; nothing is guessed from it. It is said once for each field of a record.
        """)

    package static let notARecord = DiagnosticCode(
        "not-a-record", .error, "a value stands where a record belongs",
        """
        Records are JSON objects. A bare string, number or list between them says nothing about any field, so it is \
        rejected; its neighbours are used.
        """)

    package static let tooDeep = DiagnosticCode(
        "too-deep", .error, "a record is nested too deeply",
        """
        No export of incidents nests further than a few levels; the limit (64) keeps a hostile file from exhausting \
        memory. The record is rejected, its neighbours are used.
        """)

    package static let valueTooLarge = DiagnosticCode(
        "value-too-large", .error, "one text is larger than the limit",
        """
        A single value may hold 1 MiB. Larger ones are usually attachments that were exported in the place of a text. \
        The record is rejected, its neighbours are used.
        """)

    package static let recordTooLarge = DiagnosticCode(
        "record-too-large", .error, "a record is larger than the limit",
        """
        A single record may hold 16 MiB. A larger one is usually a whole export under a key that is not known to hold \
        records, or a file with a bracket missing. The record is rejected.
        """)

    package static let tooManyRejects = DiagnosticCode(
        "too-many-rejects", .error, "reading stopped after too many rejected records",
        """
        After 10,000 rejected records an input is taken for something else than it claims to be. What is left of it is \
        rejected as one piece, unread.
        """)

    package static let tooManyRemarks = DiagnosticCode(
        "too-many-remarks", .note, "further warnings about an input were left out",
        """
        The first 10,000 warnings and notes about an input are printed; the rest are only counted. Errors and rejected \
        records are always named.
        """)
}
