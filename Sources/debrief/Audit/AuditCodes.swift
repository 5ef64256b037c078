package import Diagnostics
import Reporting

extension DiagnosticCode {
    /// What a check of a pack can find.
    package static let auditCodes: [DiagnosticCode] = [
        auditAdditional, auditChanged, auditExport, auditFact, auditIncident, auditManifest, auditMissing, auditPage,
        auditPolicy, auditProgram, auditPurged, auditRecord, auditUnreadable, auditUnsafe, auditVerdict,
    ]

    static let auditChanged = DiagnosticCode(
        "audit-changed", .error, "a file of a pack was changed",
        """
        Its SHA-256 is not the one that the manifest lists. Somebody changed the file after the pack was made, or a copy \
        damaged it. Ask for the pack as it was handed over.
        """)
    static let auditMissing = DiagnosticCode(
        "audit-missing", .error, "a file of a pack is missing",
        """
        The manifest lists the file, or the evidence of the pack makes it, and it is not there. Somebody removed it, or a \
        copy was cut short.
        """)
    static let auditAdditional = DiagnosticCode(
        "audit-additional", .error, "a pack holds a file that does not belong to it",
        """
        Nobody vouches for a file that the manifest does not list, or that the evidence of the pack does not make. \
        Remove it, or keep it elsewhere.
        """)
    static let auditManifest = DiagnosticCode(
        "audit-manifest", .error, "the manifest of a pack is broken",
        """
        Each line is a SHA-256 of 64 digits, two spaces, and the path of a file in the pack, sorted by path. A line that \
        is anything else was not written by the program.
        """)
    static let auditUnsafe = DiagnosticCode(
        "audit-unsafe", .error, "a pack holds something that would lead out of it",
        """
        A link, a pipe, a device, a path with `..` or one from the root: a pack holds plain files only. Nothing of it was \
        followed or opened. A pack that holds such a thing was not made by the program.
        """)
    static let auditExport = DiagnosticCode(
        "audit-export", .error, "an export of a pack is not the one that was read",
        """
        The data of the pack names the SHA-256 of every export. This one has another: whoever changed it may have \
        written a new manifest, too. The verdicts that are derived from it are those of the changed export.
        """)
    static let auditPolicy = DiagnosticCode(
        "audit-policy", .error, "a policy of a pack is not the one that judged",
        """
        The data of the pack names the SHA-256 of every text that the run was made with. This one has another. What is \
        derived from it is told beside it: the verdicts that the swapped policy would give.
        """)
    static let auditRecord = DiagnosticCode(
        "audit-record", .error, "a record of a pack does not stand in its export",
        """
        Records are kept in files of their own so that people can read them. Each must stand in its export word for word; \
        this one does not, so somebody changed one of the two.
        """)
    static let auditVerdict = DiagnosticCode(
        "audit-verdict", .error, "a verdict of a pack is not what its evidence says",
        """
        The exports of the pack were read again and judged by its policies, and something else came out. Either the \
        verdict was changed, or the evidence or the policy was: the other findings say which.
        """)
    static let auditIncident = DiagnosticCode(
        "audit-incident", .error, "the population of a pack is not what its evidence says",
        """
        The exports of the pack hold an incident of the period that its population leaves out, or its population has one \
        that they do not show. A population is only worth something when it is whole.
        """)
    static let auditFact = DiagnosticCode(
        "audit-fact", .error, "a fact of a pack is not what its evidence says",
        """
        A stamp, a severity or the policy of an incident differs from what the exports of the pack say when they are read \
        again.
        """)
    static let auditPage = DiagnosticCode(
        "audit-page", .error, "a page or a table of a pack is not what its evidence makes",
        """
        The same program makes the same bytes of the same evidence. This file has others: it was edited after the pack \
        was made, or it was made of something else.
        """)
    static let auditProgram = DiagnosticCode(
        "audit-program", .warning, "a pack was made by another version of the program",
        """
        Versions may word a page differently, so pages and tables are not compared byte by byte. The population, the \
        facts and every verdict are derived and compared all the same. For a full check use the version that made it.
        """)
    static let auditPurged = DiagnosticCode(
        "audit-purged", .error, "no pack can be made of a database whose records were purged",
        """
        A pack holds every export as it was read, so that every verdict can be derived again. `debrief database purge` \
        took texts of records away, and what is left shows the figures without what they rest on. Make the pack of the \
        exports themselves, if somebody still keeps them, or of a backup from before the purge.
        """)
}

extension Diagnostic {
    static func purgedEvidence(_ count: Int) -> Diagnostic {
        Diagnostic(
            .auditPurged,
            "\(Phrasing.count(count, "record")) of the database \(count == 1 ? "was" : "were") purged: a pack would lack the evidence"
        )
    }
}
