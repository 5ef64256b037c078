import Foundation
import Testing

/// The sample exports and a database that they were imported into, as of ``DatabaseTests/asOf``. The import is made once;
/// every test has a copy of its own.
enum ImportedSamples {
    private static let made = Task { () async throws -> (status: Int32, database: Data) in
        let world = PaperWorld(files: try DatabaseTests.samples())
        let status = await world.run(["import", "exports"] + DatabaseTests.database + DatabaseTests.asOf)
        return (status, try Data(contentsOf: URL(filePath: world.place(of: "incidents.sqlite"))))
    }

    static func world() async throws -> PaperWorld {
        let made = try await made.value
        try #require(made.status == 0)
        let world = PaperWorld(files: try DatabaseTests.samples())
        try made.database.write(to: URL(filePath: world.place(of: "incidents.sqlite")))
        return world
    }
}
