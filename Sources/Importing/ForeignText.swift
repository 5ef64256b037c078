import Syntax

/// A text in a form of its own, neither JSON nor XML nor CSV, that a known system writes and that is not read: recognised
/// so that the refusal can say what it is.
struct ForeignText: Sendable {
    /// "a Nagios or Icinga status file".
    var what: String
    /// What to export instead.
    var instead: String
    /// One of its first lines begins with one of these, behind white space and number signs.
    var openings: [String]

    static func recognized(_ head: ExportHead) -> ForeignText? {
        all.first { text in
            head.openingLines.contains { line in
                let words = line.drop { $0 == "#" || $0 == " " }
                return text.openings.contains { words.hasPrefix($0) }
            }
        }
    }

    static let all: [ForeignText] = [
        ForeignText(
            what:
                "a Nagios or Icinga status file, which says how things stand now, and not when problems began and ended",
            instead: "export what your pager or ticket system made of the problems; or turn the archived logs "
                + "(`log_archive_path`) into CSV and describe it with --field-map",
            openings: ["NAGIOS STATUS FILE", "ICINGA STATUS FILE", "hoststatus {", "servicestatus {"])
    ]
}
