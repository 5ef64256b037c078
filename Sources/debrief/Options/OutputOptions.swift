import ArgumentParser
import Reporting

/// Where pages go, and in which formats.
struct OutputOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "md, html, json, csv, eml …, as far as the document has them (`list formats`); repeat it, or separate by commas.",
            valueName: "format"))
    var format: [String] = []

    @Option(
        help: ArgumentHelp(
            "The folder to write to, or - for standard output (one document, one format).", valueName: "dir"))
    var out: String?

    /// The formats asked for, or `standard`. Without a document: whatever any document has.
    func formats(of document: String? = nil, standard: Set<OutputFormat>) throws -> Set<OutputFormat> {
        let words = format.flatMap { $0.split(separator: ",").map(String.init) }
        guard !words.isEmpty else { return standard }
        let documents = DocumentCatalog.all.filter { document == nil || $0.name == document }
        let offered = OutputFormat.allCases.filter { format in documents.contains { $0.formats.contains(format) } }
        return Set(
            try words.map { word in
                guard let format = OutputFormat(rawValue: word), offered.contains(format) else {
                    let known = offered.map(\.rawValue).joined(separator: ", ")
                    throw ValidationError("there is no format “\(word)” here; there are \(known)")
                }
                return format
            })
    }
}
