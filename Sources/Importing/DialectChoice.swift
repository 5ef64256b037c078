package import Diagnostics
package import Syntax

/// Which dialect an input is read in, and what to say where that is not clear.
package enum DialectChoice {
    static func make(
        _ head: ExportHead, among dialects: DialectCatalog, source: SourceID, forced: (any ExportDialect)?
    ) -> Outcome<(any ExportDialect)?> {
        let origin = Origin.whole(source)
        switch head.kind {
        case .empty:
            return Outcome(
                nil, [Diagnostic(.emptyInput, "the input is empty", at: origin, help: "was the export cut short?")])
        case .binary:
            return Outcome(
                nil,
                [
                    Diagnostic(
                        .notText, "the input is binary", at: origin,
                        help: "unpack archives and workbooks first; exports are JSON, XML or CSV")
                ])
        case .recoded(let encoding) where forced == nil:
            return Outcome(
                nil,
                [
                    Diagnostic(
                        .encoding, "the input is \(encoding), which only XML can be read in", at: origin,
                        help: "save it as “CSV UTF-8”, or convert it: iconv -f \(encoding) -t UTF-8")
                ])
        case .script:
            return Outcome(
                nil,
                [
                    Diagnostic(
                        .script, "the input is a script, with its data inside", at: origin,
                        help: "save the data alone: what stands between the outer brackets, as .json; or ask for it "
                            + "without a callback")
                ])
        default: break
        }
        if let forced { return Outcome(forced) }
        let candidates = dialects.candidates(for: head)
        if candidates.count == 1 { return Outcome(candidates[0]) }
        if candidates.isEmpty { return Outcome(nil, [refusal(of: head, dialects, at: origin)]) }
        let names = candidates.map(\.name).joined(separator: ", ")
        let isEmpty = candidates.allSatisfy { head.fields(of: $0.records).isEmpty }
        let diagnostic =
            isEmpty
            ? Diagnostic(.noRecords, "the export holds no records; it could be \(names)", at: origin)
            : Diagnostic(
                .ambiguousDialect, "it could be \(names)", at: origin, help: "say which with --dialect NAME")
        return Outcome(nil, [diagnostic])
    }

    /// Says what an input is, where that is known, and otherwise what it looks like.
    private static func refusal(of head: ExportHead, _ dialects: DialectCatalog, at origin: Origin) -> Diagnostic {
        if let export = ForeignExport.recognized(head) {
            return Diagnostic(
                .noIncidentsInside, "\(export.what), which tells of no incident", at: origin, help: export.instead)
        }
        if let text = ForeignText.recognized(head) {
            return Diagnostic(
                .noIncidentsInside, "\(text.what): it tells of no incident", at: origin, help: text.instead)
        }
        return Diagnostic(
            .unknownDialect, "no known dialect: \(HeadSummary.text(head))", at: origin,
            help: "`debrief list dialects` shows the \(dialects.all.count) that are known; name one with --dialect to "
                + "read it anyway, or describe your own export with --field-map")
    }

    /// For each dialect of an input's syntax, what the input lacks of its signature; the nearest first.
    package static func explanation(
        of input: InputText, among dialects: DialectCatalog
    ) -> [(dialect: any ExportDialect, faults: [String])] {
        let head = ExportHead.of(input)
        return dialects.all.enumerated()
            .compactMap { place, dialect in
                dialect.signature.faults(head, records: dialect.records).map { (place, dialect, $0) }
            }
            .sorted { ($0.2.count, $0.0) < ($1.2.count, $1.0) }
            .map { ($0.1, $0.2) }
    }
}

/// What an input looks like, in a few words: for the message that no dialect fits.
private enum HeadSummary {
    static func text(_ head: ExportHead) -> String {
        if let xml = head.xml {
            return "XML, <\(xml.root)> around \(list(xml.children.map { "<\($0)>" }))"
        }
        if let json = head.json {
            let shape =
                switch json.shape {
                case .object: "a JSON object"
                case .array: "a JSON array"
                case .values: "JSON values"
                }
            return json.keys.isEmpty ? "\(shape) without keys" : "\(shape) with the keys \(list(json.keys))"
        }
        if let csv = head.csv { return "CSV with the columns \(list(csv.columns))" }
        return "neither JSON nor XML nor CSV"
    }

    private static func list(_ names: [String]) -> String {
        guard !names.isEmpty else { return "nothing" }
        return names.prefix(6).joined(separator: ", ") + (names.count > 6 ? ", …" : "")
    }
}

extension DiagnosticCode {
    package static let notText = DiagnosticCode(
        "not-text", .error, "an input is binary",
        """
        The first bytes are no text: perhaps a compressed file, a workbook or a picture. Unpack it, or export as JSON, \
        XML or CSV.
        """)
    package static let script = DiagnosticCode(
        "script", .error, "an input is a program, not data",
        """
        The input begins like JavaScript: a variable that something is assigned to, or a call with data as its argument, \
        as web pages load them. Nothing is executed and nothing is guessed. Ask the system for its JSON without a \
        callback, or save what stands between the outer brackets.
        """)
    package static let unknownDialect = DiagnosticCode(
        "unknown-dialect", .error, "no known dialect writes like this",
        """
        Dialects are recognised by the first bytes of an export: the names of its fields or elements. This input fits \
        none of them. `debrief list dialects` shows what is known; --dialect NAME switches sniffing off, \
        `debrief check --explain-sniffing` says what each dialect misses, and a field map teaches the program an \
        export of your own shape.
        """)
    package static let ambiguousDialect = DiagnosticCode(
        "ambiguous-dialect", .error, "more than one dialect writes like this",
        "The first bytes fit several dialects. Name the right one with --dialect NAME.")
    package static let noIncidentsInside = DiagnosticCode(
        "no-incidents-inside", .error, "an export is known, and tells of no incident",
        """
        The input is something that a known system exports, such as a list of teams, of priorities or of service \
        levels, and no incident is told in it. The help line says which export of the same system would tell.
        """)
}
