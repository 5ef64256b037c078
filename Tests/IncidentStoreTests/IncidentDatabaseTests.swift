import Diagnostics
import Foundation
import GRDB
import IncidentModel
import Testing

@testable import IncidentStore

/// What is a database of this program, and what is none.
@Suite final class IncidentDatabaseTests {
    let folder = FileManager.default.temporaryDirectory.appending(path: "store-\(UUID().uuidString)")
    var file: String { folder.appending(path: "incidents.sqlite").path }

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(at: folder) }

    @Test func `a file that is not there is made for an import, and for nothing else`() throws {
        #expect(throws: StoreFault.missing) {
            _ = try IncidentDatabase(path: self.file, for: .reading, exists: false)
        }
        #expect(!FileManager.default.fileExists(atPath: file))
        let database = try IncidentDatabase(path: file, for: .importing, exists: false)
        #expect(try database.sources().isEmpty)
        database.close()
        let again = try IncidentDatabase(path: file, for: .reading, exists: true)
        #expect(try again.sources().isEmpty)
    }

    @Test(arguments: [
        "no database at all, but a text that is longer than the header of one, which takes 100 bytes or more", "",
    ])
    func `a file of something else is refused and left alone`(text: String) throws {
        try text.write(toFile: file, atomically: true, encoding: .utf8)
        let fault = #expect(throws: StoreFault.self) {
            _ = try IncidentDatabase(path: self.file, for: .reading, exists: true)
        }
        guard case .foreign? = fault else {
            Issue.record("\(String(describing: fault))")
            return
        }
        #expect(try String(contentsOfFile: file, encoding: .utf8) == text)
    }

    @Test func `a database of a newer version is refused`() throws {
        try IncidentDatabase(path: file, for: .importing, exists: false).close()
        // The version stands in the header, at byte 60 (sqlite.org/fileformat2.html).
        var bytes = try Data(contentsOf: URL(filePath: file))
        bytes[63] = 99
        try bytes.write(to: URL(filePath: file))
        #expect(throws: StoreFault.newer(version: 99, known: IncidentDatabase.schemaVersion)) {
            _ = try IncidentDatabase(path: self.file, for: .importing, exists: true)
        }
    }

    @Test func `a database of another program is refused`() throws {
        try IncidentDatabase(path: file, for: .importing, exists: false).close()
        var bytes = try Data(contentsOf: URL(filePath: file))
        bytes[71] = 1
        try bytes.write(to: URL(filePath: file))
        #expect(throws: StoreFault.foreign("it is a database of another program")) {
            _ = try IncidentDatabase(path: self.file, for: .importing, exists: true)
        }
    }

    @Test(arguments: 1..<IncidentDatabase.schemaVersion)
    func `a database of any earlier version opens, and holds what it held`(version: Int) async throws {
        let fixture = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/first.sqlite")
        try FileManager.default.copyItem(at: fixture, to: URL(filePath: file))
        let older = try DatabaseQueue(path: file)
        try Schema.migrator.migrate(older, upTo: "\(version)")
        try older.close()
        let database = try IncidentDatabase(path: file, for: .importing, exists: true)
        #expect(FileManager.default.fileExists(atPath: file + ".before-v\(IncidentDatabase.schemaVersion)"))
        #expect(
            try database.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } == IncidentDatabase.schemaVersion)
        #expect(try database.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") } == "ok")
        let sources = try database.sources()
        #expect(sources.map(\.name) == ["monday/incidents.ndjson", "tuesday/incidents.ndjson"])
        #expect(sources.map(\.counts.incidents) == [3, 2])
        for source in sources {
            let bytes = try database.bytes(of: source)
            #expect(bytes.withUnsafeBytes { SourceDigest.hex(of: $0) } == source.sha256)
        }
        let numbers = Dictionary(uniqueKeysWithValues: sources.map { ($0.id, SourceID(UInt32($0.id))) })
        let ever = Instant(microseconds: .max)
        let records = try await database.records(
            for: PeriodReach(from: Instant(seconds: 0), to: ever, asOf: ever),
            PeriodRun(from: Instant(seconds: 0), to: ever, by: .resolved, trustsVerdicts: true), of: sources,
            numbered: numbers, width: 2)
        #expect(
            records.exports.flatMap(\.records).map(\.record.incident.value.id).sorted() == [
                "INC-1", "INC-1", "INC-2", "INC-3", "INC-4",
            ])
        #expect(records.fates[.used] == 4)
        #expect(records.fates[.merged] == 1)
    }

    @Test func `exports are read in the order of a folder, whatever the order of imports`() {
        func source(_ name: String, _ id: Int64) -> KeptSource {
            KeptSource(
                id: id, name: name, sha256: "\(id)", bytes: 0, turn: id, imported: Instant(seconds: 0), dialect: nil,
                reading: .init(dialect: nil, encoding: "UTF-8", zone: nil), counts: .init())
        }
        let names = ["a/b.json", "a.json", "b", "a/c/d.json", "a"]
        let sorted = names.enumerated().map { source($1, Int64($0)) }.sorted().map(\.name)
        #expect(sorted == ["a", "a/b.json", "a/c/d.json", "a.json", "b"])
    }
}
