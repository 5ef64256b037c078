import Foundation
import IncidentStore
import Testing

@Suite struct IncidentDatabaseTests {
    @Test("a file that is not there is made")
    func isMade() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("incidents.sqlite").path
        _ = try IncidentDatabase(path: file)
        #expect(FileManager.default.fileExists(atPath: file))
    }
}
