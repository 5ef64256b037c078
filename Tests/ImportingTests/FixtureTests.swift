import Diagnostics
import Foundation
import Importing
import IncidentModel
import Syntax
import Testing

/// Every folder below `Fixtures/<dialect>/` holds an export, what must be believed of it, and what must be said about it.
@Suite struct FixtureTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

    static let cases: [String] = folders(below: root).flatMap { dialect in
        folders(below: root.appending(path: dialect)).map { "\(dialect)/\($0)" }
    }

    @Test(arguments: cases)
    func `an export is believed and answered as its fixture says`(name: String) async throws {
        let folder = Self.root.appending(path: name)
        let export = try #require(
            try FileManager.default.contentsOfDirectory(atPath: folder.path).first { $0.hasPrefix("export.") })
        let bytes = try Data(contentsOf: folder.appending(path: export))
        let run = await read(bytes, name: export, in: folder)
        let dialect = name.prefix { $0 != "/" }
        #expect(run.dialect == String(dialect))
        try compare(IncidentDump.text(run.incidents) + run.context, with: folder.appending(path: "incidents.golden"))
        try compare(run.said, with: folder.appending(path: "diagnostics.golden"))
    }

    @Test(arguments: cases)
    func `two threads read what one reads`(name: String) async throws {
        let folder = Self.root.appending(path: name)
        let export = try #require(
            try FileManager.default.contentsOfDirectory(atPath: folder.path).first { $0.hasPrefix("export.") })
        let bytes = try Data(contentsOf: folder.appending(path: export))
        let one = await read(bytes, name: export, in: folder, width: 1)
        let two = await read(bytes, name: export, in: folder, width: 2)
        #expect(one.incidents == two.incidents)
        #expect(one.context == two.context)
        #expect(one.said == two.said)
    }

    @Test(arguments: cases)
    func `what figures depend on is the same at either depth`(name: String) async throws {
        let folder = Self.root.appending(path: name)
        let export = try #require(
            try FileManager.default.contentsOfDirectory(atPath: folder.path).first { $0.hasPrefix("export.") })
        let bytes = try Data(contentsOf: folder.appending(path: export))
        let deep = await read(bytes, name: export, in: folder)
        let shallow = await read(bytes, name: export, in: folder, depth: .figures)
        #expect(shallow.incidents.map(IncidentDump.figures) == deep.incidents.map(IncidentDump.figures))
        #expect(shallow.context == deep.context)
    }

    @Test func `every dialect has a fixture, and every fixture a dialect`() {
        #expect(Set(DialectCatalog.builtIn.all.map(\.name)) == Set(Self.folders(below: Self.root)))
    }

    @Test(arguments: cases)
    func `an export is recognised as one dialect, and every record is accounted for`(name: String) async throws {
        let folder = Self.root.appending(path: name)
        let export = try #require(
            try FileManager.default.contentsOfDirectory(atPath: folder.path).first { $0.hasPrefix("export.") })
        let bytes = try Data(contentsOf: folder.appending(path: export))
        let head = ExportHead.of(InputText(bytes: [UInt8](bytes)))
        #expect(DialectCatalog.builtIn.candidates(for: head).map(\.name) == [String(name.prefix { $0 != "/" })])
        let run = await read(bytes, name: export, in: folder)
        #expect(run.seen > 0)
        #expect(run.ledger.total == run.seen)
        #expect(RecordLedger.Fate.allCases.reduce(0) { $0 + run.ledger.count($1) } == run.seen)
    }

    private struct Run {
        var dialect: String?
        var incidents: [Incident]
        var context: String
        var said: String
        var seen: Int
        var ledger: RecordLedger
    }

    /// A file `source-zone` in the folder holds the whole hours by which the export's zone is east of UTC; files that
    /// begin with `beside.` are exports that are read in the same run, so that entries find their incidents.
    private func read(
        _ bytes: Data, name: String, in folder: URL, width: Int = 2, depth: ReadingDepth = .everything
    ) async -> Run {
        var sources = SourceList()
        let source = sources.add(name)
        let zone = (try? String(contentsOf: folder.appending(path: "source-zone"), encoding: .utf8))
            .flatMap { Int($0.filter { !$0.isWhitespace }) }
            .map { hours in Zone(name: "UTC\(hours)") { _ in hours * 3600 } }
        let importer = Importer(gate: .standard, sourceZone: zone, depth: depth, width: width)
        let input = InputText(bytes: [UInt8](bytes))
        let export = await importer.read(input, source: source)
        var exports = [export]
        for file in Self.folders(below: folder) where file.hasPrefix("beside.") {
            let bytes = (try? Data(contentsOf: folder.appending(path: file))) ?? Data()
            exports.append(await importer.read(InputText(bytes: [UInt8](bytes)), source: sources.add(file)))
        }
        let reconciled = Reconciliation(exports, gate: importer.gate, depth: depth)
        let printer = DiagnosticPrinter(style: .text, color: false, sources: sources)
        var said = (exports.flatMap(\.diagnostics) + reconciled.diagnostics).map { printer.print($0) }.joined()
        for reject in export.rejects {
            said += "rejected at \(reject.origin.line):\(reject.origin.column): \(visible(reject.verbatim))\n"
        }
        return Run(
            dialect: export.dialect, incidents: reconciled.incidents.map(\.value),
            context: exports.map { ContextDump.text($0) }.joined(), said: said,
            seen: exports.reduce(0) { $0 + $1.recordsSeen }, ledger: reconciled.ledger)
    }

    private func compare(_ text: String, with golden: URL) throws {
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try text.write(to: golden, atomically: true, encoding: .utf8)
            Issue.record("recorded \(golden.lastPathComponent): a recording is no proof")
            return
        }
        let expected = try String(contentsOf: golden, encoding: .utf8)
        #expect(text == expected)
    }

    private static func folders(below url: URL) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
        return names.filter { !$0.hasPrefix(".") }.sorted()
    }
}
