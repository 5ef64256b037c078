package import Diagnostics
import Importing
import IncidentModel
import IncidentStore
import Syntax

extension ImportedExport {
    /// Takes what a database kept of purged records; what was read in the places where they stood is dropped.
    mutating func take(_ purged: PurgedPart, of kept: KeptSource) {
        let isGone = { (origin: Origin) in purged.gaps.contains { $0.holds(origin) } }
        if !purged.gaps.isEmpty {
            incidents.removeAll { isGone($0.incident.value.origin) }
            fragments.removeAll { isGone($0.incident.value.origin) }
            setAside.removeAll { isGone($0.origin) }
            rejects.removeAll { isGone($0.origin) }
            diagnostics.removeAll { $0.origin.map(isGone) ?? false || $0.code == .noRecords }
        }
        self.purged = purged.records.map(\.incident.value.origin)
        for record in purged.records {
            let imported = ImportedIncident(
                record.incident, inferable: record.inferable, aliases: record.aliases, references: record.references,
                isMessage: record.role == .message)
            if record.role == .fragment { fragments.append(imported) } else { incidents.append(imported) }
        }
        incidents.sort { $0.incident.value.origin < $1.incident.value.origin }
        fragments.sort { $0.incident.value.origin < $1.incident.value.origin }
        diagnostics.append(.purged(purged.records.count, of: source))
    }

    /// An export of which all records were purged: what else stood in it stays as numbers.
    init(blank kept: KeptSource, source: SourceID) {
        self.init(source: source, dialect: kept.dialect)
        setAside = Array(
            repeating: SetAside(rule: "purged", id: nil, origin: .whole(source)), count: kept.counts.setAside)
        if kept.counts.rejected > 0 {
            let reason = Diagnostic(
                .keptRejects, "\(kept.counts.rejected) of its records were rejected when it was imported",
                at: .whole(source))
            diagnostics = [reason]
            rejects = Array(repeating: RejectedRecord(reason), count: kept.counts.rejected)
        }
    }
}

extension Diagnostic {
    /// That texts of an export are gone, wherever its figures come from.
    static func purged(_ count: Int, of source: SourceID) -> Diagnostic {
        let records =
            count == 1
            ? "1 record was purged: its texts and names are" : "\(count) records were purged: their texts and names are"
        return Diagnostic(.purgedExport, "\(records) gone, the figures stay", at: .whole(source))
    }
}

extension SourceGap {
    /// Whether something was read where a record stood.
    fileprivate func holds(_ origin: Origin) -> Bool {
        origin.line == line ? origin.column == column : origin.line > line && origin.line < endLine
    }
}

extension DiagnosticCode {
    package static let purgedExport = DiagnosticCode(
        "purged-export", .note, "records of an export were purged",
        """
        `debrief database purge` took texts and names out of incidents that ended before a moment. Milestones, severities \
        and everything else that figures are made of were kept, so that reports of those periods stay as they were; \
        pages that need the texts cannot be written any more.
        """)
    package static let keptRejects = DiagnosticCode(
        "kept-rejects", .error, "records of a purged export had been rejected",
        """
        All records of this export that told of incidents were purged, and with them what it said about its rejected \
        records: that they were rejected, and how many, is all that is left.
        """)
    package static let purgedIncident = DiagnosticCode(
        "purged-incident", .error, "the texts of an incident were purged",
        """
        A post-mortem, a mail or a message is made of an incident's texts and names, and those were purged from the \
        database. Its figures are still in every report. The pages that were written before the purge stay where they \
        are.
        """)
}
